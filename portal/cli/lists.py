"""`portal recount`."""

import click

from portal.cli.start import open_ready
from portal.services.recounting import recount


@click.command("recount")
def recount_lists() -> None:
    """重新清点各栏目的列表（平时不需要；直接改过数据库以后用）。"""
    open_ready()
    click.echo(f"已重新清点：各栏目的列表里一共有 {recount()} 篇文章。")


COMMANDS = (recount_lists,)
