"""Making a backup while the site stays up."""

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from portal import journal, migrations
from portal.database import begin_reading, end_reading, proxy, writing
from portal.errors import Refused
from portal.roles import Actor
from portal.services.archive.layout import (
    FORMAT,
    MANIFEST,
    TABLES,
    emptied,
    files,
    rows_to_keep,
    table_entry,
)
from portal.settings import Settings
from portal.times import now

Progress = Callable[[int], object]


def size(settings: Settings) -> int:
    """How many steps a backup takes: tables and files."""
    return len(TABLES) + sum(1 for _ in files(settings.data))


def back_up(settings: Settings, target: Path, by: Actor, progress: Progress) -> None:
    """Write everything to `target`, which must not exist; it appears whole or not at all.

    The tables are read from one snapshot. Files are copied after it: one that its rows name is
    there, unless somebody deletes it from the library in these very moments.
    """
    if target.exists():
        raise Refused(f"{target} 已经存在。请换一个文件名，免得覆盖旧的备份。")
    try:
        with _whole(target) as part, zipfile.ZipFile(part, "w", allowZip64=True) as archive:
            counts = _tables(archive, progress)
            for path in files(settings.data):
                archive.write(path, path.relative_to(settings.data).as_posix())
                progress(1)
            archive.writestr(MANIFEST, json.dumps(_manifest(counts), ensure_ascii=False))
    except OSError as error:
        raise Refused(f"备份没有写成（{error.strerror}）。请检查磁盘空间和目录权限。") from error
    with writing():
        journal.record(
            by, "backup-made", "site", None, target.name, after={"rows": sum(counts.values())}
        )


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A file beside the target, readable by nobody else, that takes its place when complete."""
    part = target.with_name(f".{target.name}.part")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        yield part
        with part.open("rb") as done:
            os.fsync(done.fileno())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _tables(archive: zipfile.ZipFile, progress: Progress) -> dict[str, int]:
    counts = {}
    begin_reading()
    try:
        for name, model in TABLES.items():
            kept = rows_to_keep(name)
            with archive.open(table_entry(name), "w", force_zip64=True) as out:
                counts[name] = 0
                for row in kept.order_by(model.id).dicts().iterator():
                    line = json.dumps(emptied(name, row), ensure_ascii=False, default=str)
                    out.write(line.encode() + b"\n")
                    counts[name] += 1
            progress(1)
    finally:
        end_reading()
    return counts


def _manifest(counts: dict[str, int]) -> dict[str, object]:
    applied = [row.name for row in migrations.runner(proxy.obj).status() if row.applied]
    return {"format": FORMAT, "made": str(now()), "migrations": applied, "rows": counts}
