"""Reading what was anonymised: the settings of the office, and how revisions came about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.database import rows
from portal.models import Anonymising, Person, Revision, Setting, Step
from portal.privacy import Naming, Style, text_of

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
    """How a revision was anonymised; `original` is None once it has been erased.

    `kept` are the texts that stay readable, each once for every place.
    """

    revision: int
    number: int
    person: str
    at: datetime
    counts: Mapping[str, int]
    kept: tuple[str, ...]
    original: Mapping[str, Any] | None

    @property
    def kept_in_words(self) -> str:
        """What is kept, as people read it."""
        return counted(self.kept)


def counted(kept: Iterable[str]) -> str:
    """What is kept, each text once, and at how many places if there are several."""
    return "、".join(
        f"{text}（{places} 处）" if places > 1 else text for text, places in Counter(kept).items()
    )


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


@dataclass(frozen=True)
class Kept:
    """What stays readable in an article although it looks like personal data.

    `texts` are as in `Handled`; `around` are the lines of the newest revision, in which they stand.
    """

    texts: tuple[str, ...] = ()
    around: str = ""


NOTHING = Kept()
_LINES = (
    Revision.title,
    Revision.subtitle,
    Revision.summary,
    Revision.author,
    Revision.source,
    Revision.editor,
)


def kept(article: int) -> Kept:
    """What an editor has left readable in an article, and the text in which it stands."""
    found = handled(article)
    if found is None or not found.kept:
        return NOTHING
    select = Revision.select(Revision.body, Revision.keywords, *_LINES).where(
        Revision.article == article
    )
    ((body, keywords, *lines),) = rows(select.order_by(Revision.number.desc()).limit(1))
    return Kept(found.kept, "\n".join(("", *lines, text_of(body), *keywords.split(","), "")))


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
