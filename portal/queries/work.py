"""Work in progress: where an article stands, who has a hand in it, its revisions and comments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from peewee import JOIN, fn

from portal.database import rows
from portal.models import Article, Draft, Person, Presence, Revision, Section, Step
from portal.prepared import prepared
from portal.queries.newest import LATEST, is_newest

JUDGING = ("review", "approve", "publish")
HERE = timedelta(seconds=70)
"""How long somebody counts as present after the last sign of life."""


@dataclass(frozen=True)
class Work:
    """An article as the desk sees it: itself, its section, and its newest revision (0: none)."""

    id: int
    state: str
    live: int | None
    published_at: datetime | None
    expires_at: datetime | None
    withdrawn_reason: str
    pinned: bool
    person: int | None
    section: int
    slug: str
    section_name: str
    kind: str
    steps: int
    revision: int
    number: int
    revision_state: str
    title: str
    publish_at: datetime | None

    @property
    def is_new(self) -> bool:
        """Whether nothing of it was ever published."""
        return self.state == "draft"

    @property
    def url(self) -> str:
        """The address of the article for readers."""
        return f"/{self.slug}/{self.id}"

    @property
    def name(self) -> str:
        """What to call it, also before it has a title."""
        return self.title or f"未命名文章（{self.id}）"


@dataclass(frozen=True)
class Hands:
    """Who has done what to an article: ids of people."""

    own: frozenset[int]
    """Began it, wrote in it, or took it over."""
    writers: frozenset[int]
    """Wrote what is now on its way to the readers."""
    judges: frozenset[int]
    """Submitted the newest revision, or took a judging step on it since."""
    confirmed: bool = False
    """Whether somebody has confirmed what was hidden in the newest revision."""


_COLUMNS = (
    Article.id,
    Article.state,
    Article.live,
    Article.published_at,
    Article.expires_at,
    Article.withdrawn_reason,
    Article.pinned,
    Article.person,
    Section.id,
    Section.slug,
    Section.name,
    Section.kind,
    Section.review_steps,
    fn.COALESCE(Revision.id, 0),
    fn.COALESCE(Revision.number, 0),
    fn.COALESCE(Revision.state, ""),
    fn.COALESCE(Revision.title, ""),
    Revision.publish_at,
)


def works(where: Any, limit: int = 200, order: Any = LATEST) -> list[Work]:
    """Articles, each with its newest revision, that an expression over both picks out."""
    select = _works(JOIN.INNER).where(where).order_by(order)
    return [Work(*row) for row in rows(select.limit(limit))]


def blank(person: int | None) -> list[Work]:
    """What a person has begun and not saved once."""
    mine = (Article.person == person) & Revision.id.is_null()
    return [Work(*row) for row in rows(_works(JOIN.LEFT_OUTER).where(mine))]


def work(article: int) -> Work | None:
    """An article and its newest revision."""
    found = _work(article)
    return Work(*found[0]) if found else None


@prepared
def _work(article: int) -> Any:
    return _works(JOIN.LEFT_OUTER).where(Article.id == article)


def _works(join: Any) -> Any:
    return (
        Article.select(*_COLUMNS)
        .join(Section)
        .join_from(
            Article,
            Revision,
            join,
            on=(Revision.article == Article.id) & is_newest(),
        )
    )


def hands(of: Work) -> Hands:
    """Who has a hand in an article."""
    return hands_in([of])[of.id]


def hands_in(of: Sequence[Work]) -> dict[int, Hands]:
    """Who has a hand in each of several articles, in two statements: article id → hands."""
    ids = [each.id for each in of]
    wrote: dict[int, list[tuple[int | None, int, int]]] = {each: [] for each in ids}
    for article, *facts in rows(
        Revision.select(Revision.article, Revision.person, Revision.number, Revision.id).where(
            Revision.article << ids
        )
    ):
        wrote[article].append((facts[0], facts[1], facts[2]))
    took: dict[int, list[tuple[int, str, int]]] = {each: [] for each in ids}
    for article, *step in rows(
        Step.select(Revision.article, Step.person, Step.move, Step.revision)
        .join(Revision)
        .where(Revision.article << ids, Step.person.is_null(False))
        .order_by(Step.id)
    ):
        took[article].append((step[0], step[1], step[2]))
    return {each.id: _hands(each, wrote[each.id], took[each.id]) for each in of}


def _hands(
    of: Work,
    wrote: list[tuple[int | None, int, int]],
    took: list[tuple[int, str, int]],
) -> Hands:
    after = next((number for _, number, id in wrote if id == of.live), 0)
    took_over = {person for person, move, _ in took if move == "take-over"}
    began = {of.person} if of.person else set()
    numbers = {id: number for _, number, id in wrote}
    lent = {person for person, move, rev in took if move == "lent" and numbers[rev] > after}
    return Hands(
        own=frozenset(began | {person for person, *_ in wrote if person} | took_over),
        writers=frozenset(person for person, number, _ in wrote if person and number > after)
        | lent,
        confirmed=any(move == "confirm" and rev == of.revision for _, move, rev in took),
        judges=_judges([(person, move) for person, move, rev in took if rev == of.revision]),
    )


def _judges(steps: list[tuple[int, str]]) -> frozenset[int]:
    """Who has taken a step on a revision, from its last submission on."""
    found: set[int] = set()
    for person, move in steps:
        if move == "submit":
            found = {person}
        elif move in JUDGING:
            found.add(person)
    return frozenset(found)


def present(article: int, other_than: int | None, at: datetime) -> list[str]:
    """Names of the others who have the article's form open."""
    select = (
        Presence.select(Person.display)
        .join(Person)
        .where(
            Presence.article == article,
            Presence.person != other_than,
            Presence.seen_at > at - HERE,
        )
        .order_by(Person.display)
    )
    return [name for (name,) in rows(select)]


@dataclass(frozen=True)
class Unsaved:
    """What one window has not yet saved as a revision."""

    token: str
    article: int
    based_on: int | None
    content: list[list[str]]
    version: int
    saved_at: datetime


def unsaved(article: int, person: int | None) -> list[Unsaved]:
    """The unsaved drafts of a person in an article, newest first."""
    select = (
        Draft.select(
            Draft.token,
            Draft.article,
            Draft.based_on,
            Draft.content,
            Draft.version,
            Draft.saved_at,
        )
        .where(Draft.article == article, Draft.person == person)
        .order_by(Draft.saved_at.desc(), Draft.id.desc())
    )
    return [Unsaved(*row) for row in rows(select)]
