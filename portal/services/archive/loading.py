"""Restoring a backup into an empty portal."""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from peewee import DatabaseError, fn

from portal import journal, migrations
from portal.database import is_sqlite, proxy, writing
from portal.errors import Refused
from portal.models import Generation, Person, Section
from portal.roles import Actor
from portal.services import generation, reindexing
from portal.services.archive.layout import (
    FORMAT,
    MANIFEST,
    TABLES,
    table_entry,
)
from portal.services.archive.unpacking import unpacked
from portal.settings import Settings

Progress = Callable[[int], object]
BATCH = 200


def size(source: Path) -> int:
    """How many steps a restoration takes; raises Refused when the file is no backup."""
    with _opened(source) as archive:
        return len(archive.namelist()) + int(_manifest(archive)["rows"]["revision"])


def restore(settings: Settings, source: Path, by: Actor, progress: Progress) -> None:
    """Fill an empty, migrated portal from a backup; raises Refused and leaves it empty otherwise."""
    if Section.select().exists() or Person.select().exists():
        raise Refused(
            "这个数据目录已经有内容，没有恢复。请用 PORTAL_DATA 指定一个空的目录，再运行一次。"
        )
    with _opened(source) as archive:
        manifest = _manifest(archive)
        _check(archive, manifest)
        with _all_or_nothing(), unpacked(settings.data) as files:
            for name in archive.namelist():
                files.add(archive, name)
                progress(1)
            with writing():
                _fill(archive, manifest["rows"], progress)
                generation.restart()
                files.place()
    journal.attach(settings.data)
    journal.accept_head()
    with writing():
        journal.record(by, "backup-restored", "site", None, source.name)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """Say in words what ended the block; by then nothing of it is left."""
    try:
        yield
    except (KeyError, ValueError, DatabaseError) as error:
        raise Refused("备份的内容不完整或者不对，没有恢复。请换一个备份。") from error
    except OSError as error:
        raise Refused(
            f"文件没有写成（{error.strerror}），没有恢复。请检查数据目录的磁盘空间和权限。"
        ) from error


def _opened(source: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except FileNotFoundError as error:
        raise Refused(f"没有 {source} 这个文件，没有恢复。请核对文件名和路径。") from error
    except OSError as error:
        raise Refused(
            f"打不开 {source}（{error.strerror}），没有恢复。请检查文件的权限。"
        ) from error
    except zipfile.BadZipFile as error:
        raise Refused(f"{source} 不是完整的备份文件，没有恢复。请换一个备份。") from error


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
        if manifest["format"] == FORMAT and set(manifest["rows"]) >= set(TABLES):
            return manifest
    except (KeyError, ValueError, zipfile.BadZipFile):
        pass
    raise Refused("这不是本系统的备份文件，或者是别的版本的。没有恢复。")


def _check(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    applied = [row.name for row in migrations.runner(proxy.obj).status() if row.applied]
    if manifest["migrations"] != applied:
        raise Refused("备份和程序的版本不一样，没有恢复。请用做备份时的版本恢复，再升级程序。")
    broken = archive.testzip()
    if broken:
        raise Refused(f"备份文件已经损坏（{broken}），没有恢复。请换一个备份。")


def _fill(archive: zipfile.ZipFile, counts: dict[str, int], progress: Progress) -> None:
    Generation.delete().execute()
    for name, model in TABLES.items():
        rows = _ordered(name, _rows(archive, name))
        while batch := list(islice(rows, BATCH)):
            model.insert_many(batch).execute()
        found = model.select().count()
        if found != counts[name]:
            raise Refused(f"备份里的“{name}”不完整（{found} / {counts[name]}），没有恢复。")
        if not is_sqlite():
            _go_on_counting(name, model)
    for done in reindexing.rebuild():
        progress(done)


def _rows(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, Any]]:
    with archive.open(table_entry(name)) as lines:
        for line in lines:
            yield json.loads(line)


def _ordered(name: str, rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows so that a section comes after the one that it stands under."""
    if name != "section":
        yield from rows
        return
    waiting, done = list(rows), set[int]()
    while waiting:
        ready = [row for row in waiting if row["parent"] is None or row["parent"] in done]
        if not ready:
            raise Refused("备份里的栏目互为上级，没有恢复。")
        yield from ready
        done |= {row["id"] for row in ready}
        waiting = [row for row in waiting if row["id"] not in done]


def _go_on_counting(name: str, model: Any) -> None:
    """PostgreSQL counts ids by itself; let it go on after the restored ones."""
    last = model.select(fn.MAX(model.id)).scalar()
    if last:
        proxy.execute_sql("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", (name, last))
