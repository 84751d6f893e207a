"""The `portal` command."""

import logging
import sys

import click
from peewee import DatabaseError

from portal.cli import archive, content, database, journal, lists, people, search, server
from portal.errors import PortalError


@click.group()
@click.version_option(package_name="tongtu")
def portal() -> None:
    """通途：检察门户。每个命令都可以加 --help 查看用法。"""


for command in (
    *server.COMMANDS,
    *database.COMMANDS,
    *content.COMMANDS,
    *lists.COMMANDS,
    *people.COMMANDS,
    *journal.COMMANDS,
    *archive.COMMANDS,
    *search.COMMANDS,
):
    portal.add_command(command)


def main() -> None:
    """Run the command; an error meant for people is printed as its sentence."""
    try:
        sys.exit(portal(standalone_mode=False))
    except PortalError as error:
        _stop(error.sentence, 1)
    except DatabaseError:
        logging.getLogger("portal").exception("the database refused")
        _stop(
            "数据库没有接受这一步，可能正忙或已断开。已完成的都保存了，请稍后重新运行同一条命令。",
            1,
        )
    except click.Abort:
        _stop("已经中止。", 130)
    except click.ClickException as error:
        _stop(f"{_in_chinese(error)}加 --help 查看用法。", error.exit_code)


def _stop(sentence: str, code: int) -> None:
    click.echo(f"错误：{sentence}", err=True)
    sys.exit(code)


def _in_chinese(error: click.ClickException) -> str:
    """What is wrong with a command line; click itself says it in English."""
    if isinstance(error, click.MissingParameter):
        return f"还缺少 {error.param.opts[-1] if error.param else '参数'}。"
    if isinstance(error, click.BadParameter):
        return f"{error.param.opts[-1] if error.param else '参数'} 的值不能用。"
    if isinstance(error, click.NoSuchOption):
        return f"没有 {error.option_name} 这个选项。"
    return "没有这个命令，或者写法不对。"
