"""The journal as auditors read it: newest first, filtered, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import Expression, fn

from portal.database import rows
from portal.models import Entry, Person
from portal.times import from_beijing

BATCH = 1000
_COLUMNS = (
    "number",
    "at",
    "person",
    "name",
    "address",
    "action",
    "thing",
    "thing_id",
    "thing_name",
    "before",
    "after",
    "hash",
)


@dataclass(frozen=True)
class Row:
    """One entry; `at` is naive UTC, `before` and `after` are JSON."""

    number: int
    at: datetime
    person: int | None
    name: str
    address: str
    action: str
    thing: str
    thing_id: int | None
    thing_name: str
    before: str
    after: str
    hash: str


@dataclass(frozen=True)
class Filter:
    """Which entries are wanted; what is empty does not matter. Days are those of Beijing."""

    person: int | None = None
    actor: str = ""
    """The name of one who is nobody of the desk: a command, the clock, a failed sign-in."""
    action: str = ""
    thing: str = ""
    thing_id: int | None = None
    first: date | None = None
    last: date | None = None
    words: str = ""
    """Part of the name of the thing."""

    def conditions(self) -> Iterator[Expression]:
        """What an entry must fulfil."""
        for name in ("person", "action", "thing", "thing_id"):
            if wanted := getattr(self, name):
                yield getattr(Entry, name) == wanted
        if self.actor:
            yield Entry.person.is_null() & (Entry.name == self.actor)
        if self.first:
            yield Entry.at >= _midnight(self.first)
        if self.last:
            yield Entry.at < _midnight(self.last + timedelta(days=1))
        if self.words:
            yield Entry.thing_name.contains(self.words)


@dataclass(frozen=True)
class Page:
    """Entries, newest first, and whether there are newer and older ones."""

    rows: list[Row]
    newer: bool
    older: bool


def page(wanted: Filter, size: int, before: int | None = None, after: int | None = None) -> Page:
    """The newest entries, or those next to the entry of a number: older ones, or newer ones."""
    select = _select(wanted)
    if after is not None:
        found = _read(select.where(Entry.number > after).order_by(Entry.number).limit(size + 1))
        return Page(found[:size][::-1], len(found) > size, True)
    if before is not None:
        select = select.where(Entry.number < before)
    found = _read(select.order_by(Entry.number.desc()).limit(size + 1))
    return Page(found[:size], before is not None, len(found) > size)


def stream(wanted: Filter, newest: int) -> Iterator[Row]:
    """All entries up to a number, oldest first, read in batches: memory stays flat."""
    last = 0
    select = _select(wanted).where(Entry.number <= newest).order_by(Entry.number)
    while found := _read(select.where(Entry.number > last).limit(BATCH)):
        yield from found
        last = found[-1].number


def newest() -> int:
    """The number of the newest entry; 0 when there is none."""
    return int(Entry.select(fn.MAX(Entry.number)).scalar() or 0)


def newest_of(action: str) -> Row | None:
    """The newest entry of an action."""
    return next(iter(page(Filter(action=action), 1).rows), None)


def people() -> list[tuple[int, str]]:
    """Everybody of the desk: id and the name that colleagues read."""
    return [
        (n, name)
        for n, name in rows(Person.select(Person.id, Person.display).order_by(Person.display))
    ]


def _select(wanted: Filter) -> Any:
    return Entry.select(*(getattr(Entry, name) for name in _COLUMNS)).where(
        True, *wanted.conditions()
    )


def _read(select: Any) -> list[Row]:
    return [Row(*row) for row in rows(select)]


def _midnight(day: date) -> datetime:
    return from_beijing(datetime.combine(day, time()))
