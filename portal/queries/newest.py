"""The newest revision of every article: which one it is, and the ids of those that are wanted."""

from collections.abc import Iterable
from typing import Any

from peewee import SQL, fn

from portal.database import rows
from portal.models import Article, Revision, Step

_NEWER, _OWN = Revision.alias(), Revision.alias()

LATEST = Revision.id.desc()
"""The order of lists: the one last written first, at a cost that does not grow."""


def ids(conditions: Iterable[Any], limit: int) -> list[int]:
    """Ids of the newest revisions that expressions over `Revision` pick out, latest first.

    Nothing but revisions is joined, so that the index answers without reading a single body.
    """
    select = Revision.select(Revision.id).where(is_newest(), *conditions)
    return [id for (id,) in rows(select.order_by(LATEST).limit(limit))]


def is_newest() -> Any:
    """An expression over `Revision`: none of its article is newer.

    PostgreSQL knows how many rows that leaves; of "the number is the largest" it has no idea.
    """
    newer = (_NEWER.article == Revision.article) & (_NEWER.number > Revision.number)
    return ~fn.EXISTS(_NEWER.select(SQL("1")).where(newer))


def touched_by(person: int | None) -> Any:
    """An expression over `Revision` for the articles that a person began, wrote in, or took over."""
    began = Article.select(Article.id).where(Article.person == person)
    wrote = _OWN.select(_OWN.article).where(_OWN.person == person)
    took = Step.person == person, Step.move == "take-over"
    taken = Step.select(_OWN.article).join(_OWN).where(*took)
    return Revision.article << (began | wrote | taken)
