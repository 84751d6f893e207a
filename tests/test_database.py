"""The SQLite file: nobody else on the machine reads passwords and unsaved words in it."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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


WORDS = b"Zhang San, 110105198503122114"


def filled(path: Path) -> None:
    """A database that holds a page of words, and its log as well."""
    opened = database.attach(f"sqlite:///{path}")
    opened.execute_sql("CREATE TABLE one (word)")
    with database.writing():
        opened.execute_sql("INSERT INTO one VALUES (?)", ((WORDS * 200).decode(),))


def told(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if WORDS in path.read_bytes()]


def test_what_is_erased_is_in_no_file(tmp_path: Path) -> None:
    filled(tmp_path / "portal.sqlite")
    assert database.proxy.execute_sql("PRAGMA secure_delete").fetchone() == (1,)
    assert told(tmp_path) == ["portal.sqlite-wal"]

    with database.writing():
        with database.writing():
            database.proxy.execute_sql("DELETE FROM one")
            database.erased()
        assert told(tmp_path), "it may still be rolled back"

    assert told(tmp_path) == []
    assert database.proxy.execute_sql("PRAGMA busy_timeout").fetchone() == (30000,)
    database.close()


def test_an_ordinary_deletion_leaves_the_log_alone(tmp_path: Path) -> None:
    filled(tmp_path / "portal.sqlite")

    with database.writing():
        database.proxy.execute_sql("DELETE FROM one")

    assert told(tmp_path) == ["portal.sqlite-wal"]
    database.close()


def test_a_reader_in_the_way_is_not_disturbed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "portal.sqlite"
    filled(path)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT COUNT(*) FROM one").fetchone() == (1,)

    with database.writing():
        database.proxy.execute_sql("DELETE FROM one")
        database.erased()

    assert "write-ahead log" in caplog.text and told(tmp_path)
    assert reader.execute("SELECT COUNT(*) FROM one").fetchone() == (1,)
    reader.close()
    with database.writing():
        write()
    assert told(tmp_path), "who reads is not asked again at once"
    ends(monkeypatch)
    with database.writing():
        with database.writing():
            write()
        assert told(tmp_path)
    assert told(tmp_path) == []
    database.close()


def ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest between two tries is over."""
    monkeypatch.setattr(database, "_rests_until", time.monotonic())


def write() -> None:
    database.proxy.execute_sql("INSERT INTO one VALUES (1)")


def in_a_thread(act: Callable[[], None]) -> None:
    """Let another thread act, with a connection of its own, and end."""

    def done() -> None:
        with database.writing():
            act()
        database.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(done).result()


def test_any_thread_empties_the_log_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that published may never write again."""
    path = tmp_path / "portal.sqlite"
    filled(path)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT COUNT(*) FROM one").fetchone() == (1,)

    def erase() -> None:
        database.proxy.execute_sql("DELETE FROM one")
        database.erased()

    in_a_thread(erase)
    assert told(tmp_path)
    ends(monkeypatch)
    in_a_thread(write)
    assert told(tmp_path), "somebody still reads"
    reader.close()
    ends(monkeypatch)
    in_a_thread(write)

    assert told(tmp_path) == []
    database.close()


def test_a_new_erasure_does_not_wait_for_the_rest_to_end(tmp_path: Path) -> None:
    path = tmp_path / "portal.sqlite"
    filled(path)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT COUNT(*) FROM one").fetchone()
    with database.writing():
        database.erased()
    reader.close()

    with database.writing():
        database.proxy.execute_sql("DELETE FROM one")
        database.erased()

    assert told(tmp_path) == []
    database.close()


def test_a_transaction_that_fails_leaves_nothing_to_the_next_but_a_look(tmp_path: Path) -> None:
    filled(tmp_path / "portal.sqlite")

    with pytest.raises(ZeroDivisionError), database.writing():
        database.erased()
        raise ZeroDivisionError
    assert told(tmp_path)
    with database.writing():
        database.proxy.execute_sql("DELETE FROM one")

    assert told(tmp_path) == []
    database.close()


def test_what_an_earlier_process_left_is_emptied(tmp_path: Path) -> None:
    """It was killed between erasing and emptying, and others have the file open."""
    path = tmp_path / "portal.sqlite"
    filled(path)
    other = sqlite3.connect(path)
    other.execute("DELETE FROM one")
    other.commit()
    assert told(tmp_path)

    database.empty_log()

    assert told(tmp_path) == []
    other.close()
    database.close()


_WRITE = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0.1).execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError:
    sys.exit(1)
"""
