"""The generation (代): moved on inside the transaction of every public change."""

from datetime import datetime

from peewee import fn

from portal.models import Article, Generation, Revision
from portal.times import now


def advance(at: datetime | None = None) -> None:
    """Make every page rendered before this transaction an old one, and find what is due next."""
    Generation.update(number=Generation.number + 1, next_due=_next_due(at or now())).execute()


def plan() -> None:
    """Find anew what is due next, when only that has changed."""
    Generation.update(next_due=_next_due(now())).execute()


def _next_due(at: datetime) -> datetime | None:
    starting = (
        Revision.select(fn.MIN(Revision.publish_at)).where(Revision.state == "scheduled").scalar()
    )
    ending = (
        Article.select(fn.MIN(Article.expires_at))
        .where(Article.expires_at > at, Article.state == "live")
        .scalar()
    )
    return min((each for each in (starting, ending) if each), default=None)
