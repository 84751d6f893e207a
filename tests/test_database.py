"""The SQLite file: nobody else on the machine reads passwords and unsaved words in it."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from portal import database


@pytest.fixture(autouse=True)
def usual_mask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    return {path.name: oct(path.stat().st_mode & 0o777)[2:] for path in folder.iterdir()}


def written(path: Path) -> dict[str, str]:
    """The modes of the folder's files while something is being written."""
    opened = database.attach(f"sqlite:///{path}")
    opened.execute_sql("CREATE TABLE one (word)")
    try:
        return modes(path.parent)
    finally:
        database.close()


def test_a_new_file_is_for_its_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "portal.sqlite"

    found = written(path)

    assert found == {"portal.sqlite": "600", "portal.sqlite-wal": "600", "portal.sqlite-shm": "600"}
    assert modes(tmp_path) == {"data": "750"}


def test_an_older_file_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    path = folder / "portal.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA journal_mode=wal")
        other.execute("CREATE TABLE old (word)")
        other.commit()
        assert set(modes(folder).values()) == {"644"}

        assert set(written(path).values()) == {"600"}
    other.close()

    assert modes(tmp_path) == {"data": "755"}
    assert database.attach(f"sqlite:///{path}").get_tables() == ["old", "one"]
    database.close()


def test_opening_lets_no_lock_of_this_process_go(tmp_path: Path) -> None:
    """To POSIX, closing any handle of a file gives up every lock that the process has on it."""
    path = tmp_path / "portal.sqlite"
    written(path)
    opened = database.attach(f"sqlite:///{path}")
    with database.writing():
        database.attach(f"sqlite:///{path}")
        assert subprocess.run([sys.executable, "-c", _WRITE, str(path)]).returncode == 1
        database.proxy.initialize(opened)
    database.close()


_WRITE = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0.1).execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError:
    sys.exit(1)
"""
