"""Every article that search engines should know, oldest first so that files do not shift."""

from datetime import datetime

from peewee import Expression

from portal.database import rows
from portal.models import Article, Revision, Section
from portal.queries.listing import visible

Row = tuple[str, int, datetime]


def _indexed(at: datetime) -> Expression:
    return visible(at) & (Section.kind != "page")


def count(at: datetime) -> int:
    """How many articles have an address of their own."""
    number: int = Article.select().join(Section).where(_indexed(at)).count()
    return number


def part(at: datetime, size: int, offset: int) -> list[Row]:
    """(section slug, article id, time of the live revision) of `size` articles."""
    select = (
        Article.select(Section.slug, Article.id, Revision.created_at)
        .join(Section)
        .join(Revision, on=(Revision.id == Article.live))
        .where(_indexed(at))
        .order_by(Article.id)
        .limit(size)
        .offset(offset)
    )
    return [(slug, article, changed) for slug, article, changed in rows(select)]
