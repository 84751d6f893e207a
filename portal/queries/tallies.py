"""How long the list of a section is, and where in it a page begins, without walking there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import fn

from portal.models import Article, Tally
from portal.prepared import prepared

LISTED = Article.listed == True  # noqa: E712 - what SQL is made of, not a question of Python
PINNED = Article.pinned == True  # noqa: E712
NOT_PINNED = Article.pinned == False  # noqa: E712

Counts = tuple[tuple[date, int], ...]
"""Beginnings of months or days with their numbers, newest first."""


@dataclass(frozen=True)
class Tallies:
    """How many articles a section's list shows: pinned ones, and the others by month."""

    section: int
    pinned: int
    months: Counts

    @property
    def total(self) -> int:
        return self.pinned + sum(number for _, number in self.months)


@dataclass(frozen=True)
class Spot:
    """A place in a list: `skip` articles down from the newest that were published before a time."""

    before: datetime
    skip: int


def tallies(section: int) -> Tallies:
    """How much the list of a section holds."""
    ((pinned,),) = _pinned(section)
    return Tallies(section, pinned, tuple((start, number) for start, number in _months(section)))


def spot(of: Tallies, position: int) -> Spot | None:
    """Where the article at a position (from 0) among those that are not pinned stands."""
    month = _part(of.months, position)
    if month is None:
        return None
    start, rest = month
    following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
    day = _part(_days(of.section, start, following), rest)
    if day is None:
        return None
    return Spot(datetime.combine(day[0] + timedelta(days=1), time.min), day[1])


def _part(counts: Iterable[tuple[Any, ...]], position: int) -> tuple[date, int] | None:
    """The part into which a position falls, and the position within it."""
    for start, number in counts:
        if position < number:
            return start, position
        position -= number
    return None


@prepared
def _pinned(section: int) -> Any:
    return Article.select(fn.COUNT(Article.id)).where(Article.section == section, LISTED, PINNED)


@prepared
def _months(section: int) -> Any:
    return _starts(section, "month").order_by(Tally.start.desc())


@prepared
def _days(section: int, since: date, until: date) -> Any:
    within = (Tally.start >= since) & (Tally.start < until)
    return _starts(section, "day").where(within).order_by(Tally.start.desc())


def _starts(section: int, unit: str) -> Any:
    here = (Tally.section == section) & (Tally.unit == unit) & (Tally.number > 0)
    return Tally.select(Tally.start, Tally.number).where(here)
