"""Finding drafts and history at the desk: revisions by words, state, section, person and time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from peewee import JOIN, fn

from portal.database import is_sqlite, rows
from portal.models import Article, Person, Revision, Section, Wording
from portal.queries.found import rest
from portal.times import from_beijing

COUNTED = 1000
"""How many are counted at most; nobody reads fifty pages of them."""
WITHDRAWN = "withdrawn"
"""The one state that belongs to the article and not to a revision."""
_NEWER = Revision.alias()


@dataclass(frozen=True)
class Search:
    """What is looked for; empty values narrow nothing. `words` are folded, days are of Beijing."""

    words: tuple[str, ...] = ()
    state: str = ""
    section: int = 0
    person: int = 0
    first: date | None = None
    last: date | None = None
    history: bool = False
    """Older revisions too, not only the newest of each article."""


@dataclass(frozen=True)
class FoundRevision:
    """One revision with its words as people read them; `created_at` is naive UTC."""

    id: int
    article: int
    number: int
    state: str
    article_state: str
    title: str
    section_name: str
    person: str
    created_at: datetime
    text: str
    """Everything but the title, a line for each part."""


def find(wanted: Search) -> list[int]:
    """Ids of revisions, the one last written first, up to one more than `COUNTED`.

    The words are looked for in one revision after another: a tenth of a second for 10,000.
    """
    select = _chosen(wanted).order_by(Revision.id.desc()).limit(COUNTED + 1)
    return [revision for (revision,) in rows(select)]


def revisions(ids: Sequence[int]) -> list[FoundRevision]:
    """These revisions, the one last written first."""
    columns = (
        Revision.id,
        Article.id,
        Revision.number,
        Revision.state,
        Article.state,
        Revision.title,
        Section.name,
        fn.COALESCE(Person.display, ""),
        Revision.created_at,
        Wording.shown,
    )
    select = Revision.select(*columns).join(Article).join(Section)
    select = select.join_from(Revision, Person, JOIN.LEFT_OUTER)
    select = select.join_from(Revision, Wording, JOIN.LEFT_OUTER)
    found = select.where(Revision.id << list(ids)).order_by(Revision.id.desc())
    return [_row(each) for each in rows(found)]


def _row(values: tuple[Any, ...]) -> FoundRevision:
    *facts, shown = values
    facts.append(rest(facts[5], shown))
    return FoundRevision(*facts)


def _chosen(wanted: Search) -> Any:
    select = Revision.select(Revision.id).join(Article)
    if wanted.words:
        select = select.join_from(Revision, Wording)
    return select.where(True, *_conditions(wanted))


def _conditions(wanted: Search) -> Iterator[Any]:
    if not wanted.history:
        newest = _NEWER.select(fn.MAX(_NEWER.number)).where(_NEWER.article == Article.id)
        yield Revision.number == newest
    if wanted.state:
        own = Article.state if wanted.state == WITHDRAWN else Revision.state
        yield own == wanted.state
    if wanted.section:
        yield Article.section == wanted.section
    if wanted.person:
        yield Revision.person == wanted.person
    if wanted.first:
        yield Revision.created_at >= _midnight(wanted.first)
    if wanted.last:
        yield Revision.created_at < _midnight(wanted.last + timedelta(days=1))
    place = fn.INSTR if is_sqlite() else fn.STRPOS
    for word in wanted.words:
        yield place(Wording.folded, word) > 0


def _midnight(day: date) -> datetime:
    return from_beijing(datetime.combine(day, time()))
