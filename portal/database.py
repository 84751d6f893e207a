"""The connection: which database, how it is opened, and the base of every table."""

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import POLLIN, poll
from typing import Any

from peewee import (
    AutoField,
    Database,
    DatabaseError,
    DatabaseProxy,
    Model,
    PostgresqlDatabase,
    SqliteDatabase,
)
from playhouse.db_url import parse

proxy = DatabaseProxy()
log = logging.getLogger("portal")
_thread = threading.local()
"""`opened`: the file that this thread's connection leads to."""

# WAL lets readers go on while one process writes; NORMAL is safe with WAL against a killed process.
PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "busy_timeout": 30000,
    "synchronous": "normal",
    "cache_size": -16000,
    # What is deleted is overwritten: originals of legal documents must not be found in the file.
    "secure_delete": 1,
}

_PATIENCE = 500
"""Milliseconds for which emptying the log waits for those who read."""
_REST = 5
"""Seconds between two tries, so that who reads for long does not slow every write."""
_erased = threading.Event()
"""Whether SQLite's log of changes has to be emptied, by whichever thread commits next."""
_rests_until = 0.0
"""When that may be tried again, on the clock of `time.monotonic`."""


class BaseModel(Model):
    """Base of every table; bound to the proxy, which `attach` points at a real database."""

    id = AutoField()

    class Meta:
        database = proxy
        legacy_table_names = False


def attach(url: str) -> Database:
    """Point every table at the database of `url` (sqlite:/// or postgresql://)."""
    database: Database
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
        _close_to_others(path)
        database = SqliteDatabase(str(path), pragmas=PRAGMAS)
    else:
        parameters: dict[str, Any] = parse(url, unquote_user=True, unquote_password=True)
        database = PostgresqlDatabase(parameters.pop("database"), **parameters)
    proxy.initialize(database)
    return database


def _close_to_others(path: Path) -> None:
    """Let only its user read a SQLite file, new or old; what SQLite puts beside it inherits that.

    An existing file is never opened here: closing it would let go of the locks that connections of
    this process have on it.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
    for each in (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm"))):
        with suppress(FileNotFoundError):
            facts = each.stat()
            if each.is_file() and facts.st_uid == os.geteuid() and facts.st_mode & 0o077:
                each.chmod(0o600)


def is_sqlite() -> bool:
    """Whether the database in use is SQLite."""
    return isinstance(proxy.obj, SqliteDatabase)


@contextmanager
def writing() -> Iterator[None]:
    """One write transaction.

    On SQLite it takes the write lock at once: a transaction that reads first and asks for the lock
    later is refused without waiting when another process wrote in between.
    """
    with proxy.atomic("IMMEDIATE") if is_sqlite() else proxy.atomic():
        yield
    if _erased.is_set() and not proxy.in_transaction() and time.monotonic() >= _rests_until:
        empty_log()


def erased() -> None:
    """Say that this transaction erases what must not be found in the files of the database either.

    SQLite overwrites it in its file, but pages as they were stay in the write-ahead log: that is
    emptied once the transaction is done.
    """
    global _rests_until
    _rests_until = 0.0
    _erased.set()


def empty_log() -> None:
    """Write SQLite's log into its file and cut it off.

    If somebody reads, a later transaction of this process tries again.
    """
    global _rests_until
    _erased.clear()  # before it is tried: who erases meanwhile sets it again
    if not is_sqlite() or _is_emptied():
        return
    _rests_until = time.monotonic() + _REST
    _erased.set()
    log.warning("what was erased stays in the write-ahead log until nobody reads any more")


def _is_emptied() -> bool:
    """Empty the log; whether nobody was in the way."""
    proxy.execute_sql(f"PRAGMA busy_timeout = {_PATIENCE}")
    try:
        return not proxy.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except DatabaseError:
        return False
    finally:
        proxy.execute_sql(f"PRAGMA busy_timeout = {PRAGMAS['busy_timeout']}")


def lock(select: Any) -> None:
    """Keep the rows of a select from others until the transaction ends.

    On SQLite `writing` has kept everything from everybody already.
    """
    if not is_sqlite():
        list(select.for_update().tuples())


def is_id(number: int) -> bool:
    """Whether a number can be the id of a row; SQLite cannot even be asked for a larger one."""
    return 0 < number < 2**31


def begin_reading() -> None:
    """Read from one snapshot until the request ends.

    A page is several statements; without this, a publication between two of them could show half
    of the old state and half of the new.
    """
    proxy.connection().execute(
        "BEGIN" if is_sqlite() else "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    )


def end_reading() -> None:
    """Let go of the snapshot, so that this thread may write."""
    proxy.connection().execute("ROLLBACK")


def rows(select: Any) -> list[tuple[Any, ...]]:
    """The rows of a select as plain tuples, without building model instances."""
    return list(select.tuples())


def resume() -> None:
    """Begin a request: go on with this thread's connection if it leads where a new one would."""
    here = _identity()
    if proxy.is_closed():
        _thread.opened = here  # before the file is opened, so that it can only be taken for older
    elif getattr(_thread, "opened", None) != here or not _is_alive():
        close()
        _thread.opened = here


def rest() -> None:
    """End a request: let go of what it read, and keep the connection for the next one.

    Opening one costs as much as half a page, and on PostgreSQL a process of the server.
    """
    if proxy.obj is None or proxy.is_closed():
        return
    try:
        if _is_in_transaction():
            end_reading()
    except Exception:  # it is broken; the next request opens another
        close()


def _identity() -> tuple[int, int] | None:
    """Which file is at the path of a SQLite database now."""
    with suppress(OSError):
        if is_sqlite():
            facts = os.stat(proxy.database)
            return facts.st_dev, facts.st_ino
    return None


def _is_alive() -> bool:
    """Whether an idle connection can be used: a server that has nothing to say has not hung up."""
    if is_sqlite():
        return True
    connection = proxy.connection()
    if connection.closed:
        return False
    waiting = poll()
    waiting.register(connection.pgconn.socket, POLLIN)
    return not waiting.poll(0)


def _is_in_transaction() -> bool:
    connection = proxy.connection()
    if is_sqlite():
        return bool(connection.in_transaction)
    return bool(connection.info.transaction_status)


def close() -> None:
    """Give back this thread's connection, if one was opened."""
    if proxy.obj is not None and not proxy.is_closed():
        proxy.close()
