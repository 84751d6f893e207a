"""What has happened to an article: its revisions, and what was done and said about them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from portal.database import rows
from portal.models import Comment, Person, Revision, Step


@dataclass(frozen=True)
class Past:
    """One revision in an article's history."""

    id: int
    number: int
    title: str
    state: str
    person: str
    created_at: datetime


def history(article: int) -> list[Past]:
    """All revisions, newest first."""
    select = (
        Revision.select(
            Revision.id,
            Revision.number,
            Revision.title,
            Revision.state,
            fn.COALESCE(Person.display, ""),
            Revision.created_at,
        )
        .join(Person, JOIN.LEFT_OUTER)
        .where(Revision.article == article)
        .order_by(Revision.number.desc())
    )
    return [Past(*row) for row in rows(select)]


@dataclass(frozen=True)
class Said:
    """One step or comment on a revision; a comment has no `move`."""

    at: datetime
    number: int
    person: str
    move: str
    text: str


def conversation(article: int) -> list[Said]:
    """Steps and comments on all revisions of an article, oldest first."""
    steps = _said(Step, Step.move, Step.reason, article)
    comments = _said(Comment, fn.LOWER(""), Comment.text, article)
    return sorted([*steps, *comments], key=lambda each: (each.at, each.number))


def _said(model: Any, move: Any, text: Any, article: int) -> list[Said]:
    select = (
        model.select(model.at, Revision.number, fn.COALESCE(Person.display, "定时"), move, text)
        .join(Revision)
        .join_from(model, Person, JOIN.LEFT_OUTER)
        .where(Revision.article == article)
        .order_by(model.id)
    )
    return [Said(*row) for row in rows(select)]
