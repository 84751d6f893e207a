"""The generation (代): moved on inside the transaction of every public change."""

from datetime import datetime
from typing import Any

from peewee import ModelSelect, fn

from portal.models import Article, Generation, Revision
from portal.times import now


def advance(at: datetime | None = None) -> None:
    """Make every page rendered before this transaction an old one, and find what is due next."""
    Generation.update(number=Generation.number + 1, next_due=_next_due(at or now())).execute()


def plan() -> None:
    """Find anew what is due next, when only that has changed."""
    Generation.update(next_due=_next_due(now())).execute()


def _next_due(at: datetime) -> datetime | None:
    found = [select.scalar() for select in candidates(at)]
    return min((each for each in found if each), default=None)


def candidates(at: datetime) -> "list[ModelSelect[Any]]":
    """What may be due next: a scheduled revision, or a live article that appears or expires."""
    live = Article.state == "live"
    # COALESCE hides the state from SQLite, which would go through all that is live by it.
    ending = (fn.COALESCE(Article.state, "") == "live") & (Article.expires_at > at)
    return [
        Revision.select(fn.MIN(Revision.publish_at)).where(Revision.state == "scheduled"),
        Article.select(fn.MIN(Article.published_at)).where(live, Article.published_at > at),
        Article.select(fn.MIN(Article.expires_at)).where(ending),
    ]
