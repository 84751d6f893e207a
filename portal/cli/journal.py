"""`portal journal verify` and `portal journal export`."""

from datetime import datetime
from pathlib import Path

import click

from portal import journal as chain
from portal.cli.start import open_ready
from portal.errors import Refused
from portal.queries import journal as entries
from portal.queries.journal import Filter
from portal.roles import COMMAND
from portal.services import auditing

_SOON = 5000
"""Entries that are walked through before anybody would look at a progress bar."""
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group("journal")
def journal() -> None:
    """操作日志：verify 验证没有被改动或删除，export 导出成表格。"""


@journal.command("verify")
def verify() -> None:
    """逐条验证操作日志；完整时退出码是 0，有问题时是 1。"""
    open_ready()
    total = entries.newest()
    if total > _SOON:
        with click.progressbar(length=total, label="正在验证") as bar:
            verdict = chain.verify(bar.update)
    else:
        verdict = chain.verify()
    click.echo(verdict.sentence)
    if verdict.good:
        click.echo(f"最后一条完好的是第 {verdict.good} 条，校验值 {verdict.hash}。")
        click.echo("把这一行抄在别处，下次验证时第几条和校验值还对得上，之前的日志就没有变过。")
    if not verdict.ok:
        raise SystemExit(1)


@journal.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "first", type=_DAY, help="从哪天起，例如 2026-05-01")
@click.option("--to", "last", type=_DAY, help="到哪天止，例如 2026-05-31")
def export(file: Path, first: datetime | None, last: datetime | None) -> None:
    """把操作日志导出成表格文件 FILE（CSV，可用 Excel 或 WPS 打开）。"""
    open_ready()
    wanted = Filter(first=first.date() if first else None, last=last.date() if last else None)
    lines = -1  # the header
    try:
        with file.open("x", encoding="utf-8", newline="") as out:
            for lines, line in enumerate(auditing.export(wanted, by=COMMAND)):  # noqa: B007
                out.write(line)
    except OSError as error:
        raise Refused(f"不能写 {file}（{error.strerror}）。请换一个还不存在的文件名。") from error
    click.echo(f"已导出 {lines} 条日志：{file}")


COMMANDS = (journal,)
