"""`portal serve`."""

import os

import click
from granian import Granian
from granian.constants import Interfaces

from portal.cli.start import open_ready
from portal.settings import DEFAULT_ADDRESS

WORKERS = 2
THREADS = 4


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=WORKERS, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, workers: int) -> None:
    """启动网站。"""
    os.environ.setdefault("PORTAL_ADDRESS", DEFAULT_ADDRESS.replace(":8000", f":{port}"))
    settings, database = open_ready()
    database.close()
    click.echo(f"网站地址：http://{host}:{port}/")
    click.echo(f"数据目录：{settings.data}")
    click.echo("按 Ctrl+C 停止。")
    Granian(
        "wsgi:app",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
    ).serve()


COMMANDS = (serve,)
