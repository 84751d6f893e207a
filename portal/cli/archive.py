"""`portal backup` and `portal restore`."""

from pathlib import Path

import click

from portal import migrations
from portal.cli.start import open_database, open_ready
from portal.roles import COMMAND
from portal.services import archive
from portal.services.archive import loading, saving

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """把网站的全部内容（数据、图片、密钥）存成一个文件 FILE；网站不用停。"""
    settings, _ = open_ready()
    with click.progressbar(length=saving.size(settings), label="正在备份") as bar:
        archive.back_up(settings, file, COMMAND, bar.update)
    click.echo(f"已备份到 {file}（{file.stat().st_size / 1024 / 1024:.1f} MB）。")
    click.echo("文件里有密钥和未发布的内容，请像密码一样保管。")


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """把备份 FILE 恢复到空的数据目录（PORTAL_DATA）或空的数据库。"""
    steps = loading.size(file)
    settings, database = open_database()
    if not migrations.applied(database):
        migrations.migrate(database)  # an empty folder is what a restoration begins with
    settings, _ = open_ready()
    with click.progressbar(length=steps, label="正在恢复") as bar:
        archive.restore(settings, file, COMMAND, bar.update)
    click.echo("已恢复。所有人都要重新登录。")


COMMANDS = (backup, restore)
