"""What every command does first: settings, data folder, database."""

import os
import shlex
import sys
from pathlib import Path

from peewee import Database, DatabaseError

from portal import database, journal, migrations
from portal.errors import Misconfigured
from portal.settings import DEFAULT_ADDRESS, ROOT, Settings, from_env


def open_database() -> tuple[Settings, Database]:
    """Settings from the environment and the database they name; raises Misconfigured."""
    settings = from_env()
    prepare_folder(settings.data)
    return settings, _connected(settings)


def _connected(settings: Settings) -> Database:
    try:
        opened = database.attach(settings.database_url)
        opened.connect(reuse_if_open=True)
    except (DatabaseError, OSError) as error:
        raise Misconfigured(_unreachable(settings)) from error
    return opened


def open_ready() -> tuple[Settings, Database]:
    """The same, for commands that need a portal with every migration applied.

    Raises Misconfigured if there is none, and then leaves nothing behind: a command that is started
    in a wrong folder must not make an empty portal there.
    """
    settings = from_env()
    _refuse_nowhere(settings)
    prepare_folder(settings.data)
    opened = _connected(settings)
    pending = migrations.pending(opened)
    if pending:
        raise Misconfigured(
            f"数据目录 {settings.data} 的数据库还有 {len(pending)} 项升级没有做。"
            "如果网站用的是别的数据目录，请设置 PORTAL_DATA；否则先运行 portal migrate，再重试。"
        )
    journal.attach(settings.data)
    return settings, opened


def command_line(settings: Settings, *arguments: str) -> str:
    """A command for the same portal, as it can be typed where this one was started."""
    program, here = Path(sys.argv[0]), Path.cwd()
    if program.is_relative_to(here):
        program = program.relative_to(here)
    told = []
    if settings.data != ROOT / "var":
        told.append(f"PORTAL_DATA={shlex.quote(str(settings.data))}")
    if settings.address != DEFAULT_ADDRESS:
        told.append(f"PORTAL_ADDRESS={shlex.quote(settings.address)}")
    return " ".join([*told, shlex.join([str(program), *arguments])])


def _refuse_nowhere(settings: Settings) -> None:
    """A portal has a data folder, and a database in it or wherever that is said to be."""
    url = settings.database_url
    file = settings.data if not url.startswith("sqlite") else Path(url.removeprefix("sqlite:///"))
    if not settings.data.is_dir() or not file.exists():
        raise Misconfigured(
            f"这里没有门户的数据：{settings.data}。如果数据在别处，请设置 PORTAL_DATA"
            "（用别的数据库的，还有 PORTAL_DATABASE_URL）；要新建一个门户，请先运行 portal migrate。"
        )


def _unreachable(settings: Settings) -> str:
    if settings.database_url.startswith("sqlite"):
        path = settings.database_url.removeprefix("sqlite:///")
        return (
            f"不能读写数据库 {path}。请检查数据目录（PORTAL_DATA）、PORTAL_DATABASE_URL、"
            "文件权限，以及文件是否完整。"
        )
    return "连不上数据库。请检查 PORTAL_DATABASE_URL 和数据库服务。"


def prepare_folder(folder: Path) -> None:
    """Create the data folder, closed to other users; raises Misconfigured when it is not writable."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
    except OSError as error:
        raise Misconfigured(
            f"不能建立数据目录 {folder}（{error.strerror}）。请检查 PORTAL_DATA 的路径和权限。"
        ) from error
    if not os.access(folder, os.W_OK):
        raise Misconfigured(f"数据目录 {folder} 不可写，请检查权限。")
