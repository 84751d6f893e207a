"""The pulse: how a process notices, cheaply and at every request, what others have published."""

import os
import sqlite3
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

import psycopg

ROW = "SELECT number, next_due FROM generation"
LOOK_SECONDS = 0.2
"""How often the file is looked for, which may have been moved away or restored."""
ASK_SECONDS = 0.05
"""How often a PostgreSQL server is asked; what is published there shows after at most this time."""
WAIT_SECONDS = 0.5
"""How long a thread waits for another one's answer."""
PATIENCE: dict[str, Any] = {
    "connect_timeout": 2,
    "tcp_user_timeout": 2000,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 2,
}
"""A server that fell silent is given up after about two seconds."""
REST_SECONDS = 0.5
"""How long a server that did not answer is left alone."""


class Away(Exception):
    """The database cannot be read now."""


@dataclass(frozen=True)
class Beat:
    """The generation, and the POSIX time at which it ends by itself if nobody ends it before."""

    generation: int
    until: float


class Pulse(Protocol):
    """What tells the generation; every method raises Away when the database cannot be read."""

    def beat(self) -> Beat:
        """The generation in force, as far as it can be known for next to nothing."""

    def feel(self) -> None:
        """Make sure that the database answers, whatever it costs."""

    def close(self) -> None:
        """Let go of this thread's connection; the next question opens another."""


def pulse(url: str) -> Pulse:
    """The pulse of the database at `url`, as `database.attach` understands it."""
    if url.startswith("sqlite"):
        return SqlitePulse(Path(url.removeprefix("sqlite:///")))
    return PostgresqlPulse(url)


class SqlitePulse:
    """Asks SQLite for its `data_version`, which changes whenever any other connection commits.

    That is the documented way and takes about a microsecond; only after a change is the generation
    read. Every thread has its own connection, which never writes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.local()

    def beat(self) -> Beat:
        try:
            mine: _Listener | None = getattr(self._threads, "listener", None)
            if mine is None or not mine.is_there():
                self.close()
                mine = self._threads.listener = _Listener(self._path)
            return mine.beat()
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise Away(str(error)) from error

    def feel(self) -> None:
        self.close()
        self.beat()

    def close(self) -> None:
        mine: _Listener | None = getattr(self._threads, "listener", None)
        if mine is not None:
            mine.close()
        self._threads.listener = None


class _Listener:
    """One thread's connection to a SQLite file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _identity(path)
        self._looked = monotonic()
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
        self._version = -1

    def is_there(self) -> bool:
        """Whether the file that was opened is still at the path; raises OSError when none is."""
        now = monotonic()
        if now - self._looked > LOOK_SECONDS:
            self._looked = now
            return _identity(self._path) == self._file
        return True

    def beat(self) -> Beat:
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            # Read after the version: a commit in between makes the next question ask again.
            self._beat = _beat(self._connection.execute(ROW).fetchone())
            self._version = version
        return self._beat

    def close(self) -> None:
        self._connection.close()


def _identity(path: Path) -> tuple[int, int]:
    facts = os.stat(path)
    return facts.st_dev, facts.st_ino


class PostgresqlPulse:
    """Asks the server once in a while; between two questions the last answer holds."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._turn = threading.Lock()
        self._connection: psycopg.Connection[tuple[int, datetime | None]] | None = None
        self._last: Beat | None = None
        self._asked = self._failed = float("-inf")

    def beat(self) -> Beat:
        if self._is_fresh(ASK_SECONDS):
            return self._known()
        # While one thread asks, the others need not wait for what is hardly older.
        if not self._turn.acquire(timeout=0 if self._is_fresh(2 * ASK_SECONDS) else WAIT_SECONDS):
            if not self._is_fresh(2 * ASK_SECONDS):
                raise Away("no answer yet")
            return self._known()
        try:
            return self._known() if self._is_fresh(ASK_SECONDS) else self._ask()
        finally:
            self._turn.release()

    def feel(self) -> None:
        with self._turn:
            self._ask()

    def _is_fresh(self, seconds: float) -> bool:
        return self._last is not None and monotonic() - self._asked < seconds

    def _known(self) -> Beat:
        if self._last is None:
            raise Away("nothing known yet")
        return self._last

    def _ask(self) -> Beat:
        if monotonic() - self._failed < REST_SECONDS:
            raise Away("did not answer a moment ago")
        try:
            asked = monotonic()
            self._last = _beat(self._open().execute(ROW).fetchone())
            self._asked = asked
        except psycopg.Error as error:
            self._failed = monotonic()
            self.close()
            raise Away(str(error)) from error
        return self._last

    def _open(self) -> "psycopg.Connection[tuple[int, datetime | None]]":
        if self._connection is None:
            self._connection = psycopg.connect(self._url, autocommit=True, **PATIENCE)
        return self._connection

    def close(self) -> None:
        self._last = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _beat(row: tuple[int, str | datetime | None] | None) -> Beat:
    if row is None:
        raise Away("no generation")
    number, due = row
    if due is None:
        return Beat(number, float("inf"))
    moment = datetime.fromisoformat(due) if isinstance(due, str) else due
    return Beat(number, moment.replace(tzinfo=UTC).timestamp())
