"""`portal serve`."""

import os
import socket

import click
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from portal.cli.start import open_ready
from portal.errors import Misconfigured
from portal.settings import DEFAULT_ADDRESS, ROOT

WORKERS = 2
THREADS = 4
STOP_SECONDS = 3
"""A terminal's Ctrl+C reaches the workers too, which can leave one waiting; it is ended then."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="端口")
@click.option(
    "--workers", default=WORKERS, show_default=True, type=click.IntRange(1, 64), help="进程数"
)
def serve(host: str, port: int, workers: int) -> None:
    """启动网站。"""
    os.environ.setdefault("PORTAL_ADDRESS", DEFAULT_ADDRESS.replace(":8000", f":{port}"))
    settings, database = open_ready()
    database.close()
    _refuse_taken(host, port)
    click.echo(f"网站地址：http://{host}:{port}/")
    click.echo(f"对外网址：{settings.address}（二维码和订阅用它，由 PORTAL_ADDRESS 设置）")
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
        working_dir=ROOT,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels.warning,
    ).serve()


def _refuse_taken(host: str, port: int) -> None:
    """Say in words, before anything starts, that the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Misconfigured(
                f"不能在 {host} 的 {port} 端口上启动：端口可能已被占用，或者地址写错了。"
                f"请换一个端口，例如 {port + 1 if port < 65535 else port - 1}。"
            ) from error


COMMANDS = (serve,)
