"""`portal reindex`."""

import click

from portal.cli.start import open_ready
from portal.services import reindexing


@click.command()
def reindex() -> None:
    """重新建立搜索索引；网站不用停，随时可以中断，再运行一次就接着做。"""
    open_ready()
    if reindexing.waiting():
        click.echo("接着上次没有做完的继续。")
    fill(reindexing.begin())
    click.echo("搜索索引已经重新建好。")


def fill(revisions: int) -> None:
    """Build the index for so many revisions, with a progress bar."""
    with click.progressbar(length=revisions, label="正在建立搜索索引") as bar:
        for done in reindexing.rebuild():
            bar.update(done)


COMMANDS = (reindex,)
