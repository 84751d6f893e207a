"""Every article that search engines should know, in numbered parts that never shift.

A part is a range of ids: nothing needs counting, and an article stays in its part for good.
"""

from datetime import datetime
from typing import Any

from peewee import fn

from portal.models import Article, Revision, Section
from portal.prepared import prepared

Row = tuple[str, int, datetime]


def parts(size: int) -> int:
    """How many parts of `size` ids there are; at least one."""
    ((last,),) = _last()
    return max(1, -(-(last or 0) // size))


def part(number: int, size: int) -> list[Row]:
    """(section slug, article id, time of the live revision) of part `number` (from 1)."""
    found = _between((number - 1) * size, number * size)
    return [(slug, article, changed) for slug, article, changed in found]


@prepared
def _last() -> Any:
    return Article.select(fn.MAX(Article.id))


@prepared
def _between(after: int, last: int) -> Any:
    # COALESCE hides the column from SQLite, which would go through all that is listed by it.
    listed = fn.COALESCE(Article.listed, False)
    return (
        Article.select(Section.slug, Article.id, Revision.created_at)
        .join(Section)
        .join(Revision, on=(Revision.id == Article.live))
        .where(Article.id > after, Article.id <= last, listed)
        .where(Section.kind != "page")
        .order_by(Article.id)
    )
