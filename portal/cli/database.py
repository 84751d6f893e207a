"""`portal migrate`: the tables, and the index where its form has changed."""

import click

from portal import migrations
from portal.cli import search
from portal.cli.start import open_database
from portal.database import empty_log
from portal.services import reindexing


@click.command()
def migrate() -> None:
    """把数据库升级到当前版本（可以重复运行）。"""
    _, database = open_database()
    names = migrations.migrate(database)
    for name in names:
        click.echo(f"已升级：{name}")
    if not names:
        click.echo("数据库已经是最新版本。")
    if left := reindexing.waiting():
        search.fill(left)
    empty_log()


COMMANDS = (migrate,)
