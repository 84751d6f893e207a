"""`portal serve`."""

import os
import socket

import click
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from portal.cli.start import command_line, open_ready
from portal.database import empty_log
from portal.errors import Misconfigured
from portal.services.accounts import first_admin
from portal.settings import DEFAULT_ADDRESS, ROOT, Settings

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
    _refuse_taken(host, port)
    way = first_admin.way_in()
    empty_log()
    database.close()
    click.echo(f"网站地址：http://{host}:{port}/")
    click.echo(f"对外网址：{settings.address}（二维码和订阅用它，由 PORTAL_ADDRESS 设置）")
    click.echo(f"数据目录：{settings.data}")
    click.echo(f"采编台：{settings.address}/desk/")
    if way:
        _print_way_in(settings, way)
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


def _print_way_in(settings: Settings, way: first_admin.Way) -> None:
    """How to sign in for the first time; nobody has a password yet."""
    hours = int(first_admin.LASTS.total_seconds() // 3600)
    click.echo("还没有能登录的管理员。请打开下面的链接设置密码，以后用它和登录名登录采编台：")
    click.echo(f"  {settings.address}{way.path}")
    click.echo(
        f"  登录名：{way.login}。链接 {hours} 小时内有效，只能用一次；过期了重新启动，或运行："
    )
    click.echo(f"  {command_line(settings, 'user', 'password', way.login)}")


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
