"""A portal with the demo content, made once for all workers of a run."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from portal import database, journal, migrations
from portal.services import demo


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker reads the demo, so that no other waits while it is made; browsers all need it."""
    for item in items:
        is_reader = "demo_data" in getattr(item, "fixturenames", ())
        if is_reader and "browser" not in item.path.parts:
            item.add_marker(pytest.mark.xdist_group("demo"))


def made_once(shared: Path) -> Path:
    """The data folder of the demo portal in a folder that all workers share."""
    folder = shared / "demo"
    shared.mkdir(parents=True, exist_ok=True)
    with FileLock(shared / "demo.lock"):
        if not (folder / "ready").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            _make(folder)
            (folder / "ready").touch()
    return folder


def copied(demo: Path, folder: Path) -> None:
    """A demo portal of one's own: database, secrets and journal are copies, media are shared."""
    for name in ("portal.sqlite", "journal.head"):
        shutil.copy(demo / name, folder / name)
    shutil.copytree(demo / "secrets", folder / "secrets")
    (folder / "media").symlink_to(demo / "media")


def _make(folder: Path) -> None:
    opened = database.attach(f"sqlite:///{folder / 'portal.sqlite'}")
    migrations.migrate(opened)
    journal.attach(folder)
    list(demo.load(folder / "media", demo.files()))
    opened.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
