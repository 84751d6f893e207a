"""Reading what was anonymised: the settings of the office, and how revisions came about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.database import rows
from portal.models import Anonymising, Person, Revision, Setting, Step
from portal.privacy import Naming, Style

LABELS: Mapping[str, str] = {
    "anonymise_names": "姓名怎样代替",
    "anonymise_numbers": "号码和住址怎样处理",
}
CHOICES: Mapping[str, Mapping[str, str]] = {
    "anonymise_names": {
        Naming.STEMS: "一律写成李某甲、李某乙",
        Naming.PLAIN: "写成李某某，有同姓的人才写成李某甲、李某乙",
    },
    "anonymise_numbers": {
        Style.DELETE: "删去，写“已隐去”",
        Style.MASK: "遮住一部分，例如 138********",
    },
}
"""The settings of the office, and what their values are called; the first is in force until one is
made."""


def in_force() -> dict[str, str]:
    """The settings by their keys, those never made included."""
    made = dict(rows(Setting.select(Setting.key, Setting.value).where(Setting.key << [*CHOICES])))
    return {
        key: made[key] if made.get(key) in values else str(next(iter(values)))
        for key, values in CHOICES.items()
    }


def style() -> tuple[Style, Naming]:
    """How the office hides numbers, and how it calls people."""
    values = in_force()
    return Style(values["anonymise_numbers"]), Naming(values["anonymise_names"])


@dataclass(frozen=True)
class Handled:
    """How a revision was anonymised; `original` is None once it has been erased."""

    revision: int
    number: int
    person: str
    at: datetime
    counts: Mapping[str, int]
    kept: tuple[str, ...]
    original: Mapping[str, Any] | None


def handled(article: int) -> Handled | None:
    """How the newest anonymised revision of an article came about."""
    select = (
        Anonymising.select(
            Revision.id,
            Revision.number,
            Person.display,
            Anonymising.at,
            Anonymising.counts,
            Anonymising.kept,
            Anonymising.original,
        )
        .join(Revision)
        .join_from(Anonymising, Person)
        .where(Revision.article == article)
        .order_by(Revision.number.desc())
        .limit(1)
    )
    for revision, number, person, at, counts, kept, original in rows(select):
        return Handled(revision, number, person, at, counts, tuple(kept), original)
    return None


def kept(article: int) -> frozenset[str]:
    """What stays readable in an article although it looks like personal data."""
    found = handled(article)
    return frozenset(found.kept) if found else frozenset()


def confirmed(revision: int) -> tuple[str, datetime] | None:
    """Who has confirmed that nothing of a revision tells who somebody is, and when."""
    select = (
        Step.select(Person.display, Step.at)
        .join(Person)
        .where(Step.revision == revision, Step.move == "confirm")
        .order_by(Step.id.desc())
        .limit(1)
    )
    return next(((name, at) for name, at in rows(select)), None)
