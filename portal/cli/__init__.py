"""The `portal` command."""

import sys

import click

from portal.cli import content, database, server
from portal.errors import PortalError


@click.group()
@click.version_option(package_name="tongtu")
def portal() -> None:
    """通途：检察门户。每个命令都可以加 --help 查看用法。"""


for command in (*server.COMMANDS, *database.COMMANDS, *content.COMMANDS):
    portal.add_command(command)


def main() -> None:
    """Run the command; an error meant for people is printed as its sentence."""
    try:
        portal()
    except PortalError as error:
        click.echo(f"错误：{error.sentence}", err=True)
        sys.exit(1)
