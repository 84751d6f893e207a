"""The head: the number and hash of the newest entry, in a file beside the database.

The chain alone cannot tell that its newest entries were cut off; the head can. It is written after
each commit, so it may be behind the entries (a process was killed between the two) but never ahead
of them. It only moves forward, and only along the chain that it already stands on.
"""

import fcntl
import hmac
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from peewee import DatabaseError

from portal.database import rows
from portal.journal import keeping
from portal.models import Entry

FILE = "journal.head"
START = "0" * 64
"""What the first entry names as the one before it."""

log = logging.getLogger("portal")


@dataclass(frozen=True)
class Head:
    """The newest entry that was seen committed; number 0 before there is one."""

    number: int = 0
    hash: str = START


class Untrusted(Exception):
    """The head file is missing, or was not written with this portal's key."""


def read() -> Head:
    """The head as it was written; raises Untrusted."""
    try:
        number, seal, proof = (keeping.folder() / FILE).read_text("ascii").split()
        head = Head(int(number), seal)
    except (OSError, ValueError) as error:
        raise Untrusted from error
    if not hmac.compare_digest(proof, _proof(head)):
        raise Untrusted
    return head


def begin() -> None:
    """Write the head of a journal without entries, when its key was made just now."""
    with _alone():
        _write(Head())


def follow() -> None:
    """Move on to the newest entry, after a commit; what fails is noted, never raised.

    A head that is missing, forged, or not on the present chain stays as it is: it is the evidence.
    """
    try:
        with _alone():
            known, newest = read(), _newest()
            if newest.number > known.number and _stands(known):
                _write(newest)
    except (OSError, DatabaseError, Untrusted):
        log.exception("the head of the journal was not moved on")


def accept_head() -> int:
    """Take the newest entry there is as the head, whatever the file said; its number.

    For a restored backup, which knowingly forgets what came after it.
    """
    with _alone():
        newest = _newest()
        _write(newest)
    return newest.number


def _newest() -> Head:
    select = Entry.select(Entry.number, Entry.hash).order_by(Entry.number.desc()).limit(1)
    found = rows(select)
    return Head(*found[0]) if found else Head()


def _stands(head: Head) -> bool:
    """Whether the entry that the head names is still there, unchanged."""
    if head == Head():
        return True
    return Entry.select().where(Entry.number == head.number, Entry.hash == head.hash).exists()


def _proof(head: Head) -> str:
    return keeping.keyed(f"head {head.number} {head.hash}")


def _write(head: Head) -> None:
    """Replace the file in one step: a reader sees the old one or the new one, whole."""
    path = keeping.folder() / FILE
    part = path.with_suffix(".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w", encoding="ascii") as file:
        file.write(f"{head.number} {head.hash} {_proof(head)}\n")
    part.replace(path)


@contextmanager
def _alone() -> Iterator[None]:
    """One process and thread at a time."""
    path = keeping.folder() / f"{FILE}.lock"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
