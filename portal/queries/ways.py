"""Where a reader goes on from an article: to the one before, the one after, and related ones."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import Tuple

from portal.models import Article, Revision
from portal.prepared import prepared
from portal.queries.articles import Story
from portal.queries.listing import Item, items, union
from portal.queries.tallies import LISTED

ORDER = (Article.published_at, Article.id)


@dataclass(frozen=True)
class Ways:
    """Other articles of the same section: the next older and newer one, and those that are related."""

    older: Item | None
    newer: Item | None
    related: list[Item]


def ways(of: Story, count: int, among: int = 40) -> Ways:
    """The ways on from an article, with `count` related ones at most; in two statements.

    Related are those that share most keywords, then simply the newest, but not the two beside it.
    Only the newest `among` are looked at, so that the cost does not grow with the section.
    """
    place = (of.published_at, of.id)
    near = {(at, article): keywords for article, at, keywords in _near(of.section, *place, among)}
    older = max((spot for spot in near if spot < place), default=None)
    newer = min((spot for spot in near if spot > place), default=None)
    others = [spot for spot in near if spot not in (older, newer)]
    words = set(of.keywords.split(",")) - {""}
    others.sort(key=lambda spot: -len(words & set(near[spot].split(","))))
    related = [article for _, article in others[:count]]
    beside = [spot[1] for spot in (older, newer) if spot]
    found = {item.id: item for item in items([*beside, *related])} if near else {}
    return Ways(
        found[older[1]] if older else None,
        found[newer[1]] if newer else None,
        [found[article] for article in related],
    )


@prepared
def _near(section: int, published_at: datetime, article: int, among: int) -> Any:
    """The article before, the one after, and the newest; newest first, without the article."""
    side, here = Tuple(*ORDER), Tuple(published_at, article)
    older = _beside(section).where(side < here).order_by(*_down()).limit(1)
    newer = _beside(section).where(side > here).order_by(*ORDER).limit(1)
    newest = _beside(section).where(Article.id != article).order_by(*_down()).limit(among)
    return (
        Article.select(Article.id, Article.published_at, Revision.keywords)
        .join(Revision, on=(Revision.id == Article.live))
        .where(Article.id.in_(union([older, newer, newest])))
        .order_by(*_down())
    )


def _down() -> list[Any]:
    return [each.desc() for each in ORDER]


def _beside(section: int) -> Any:
    return Article.select(Article.id).where(Article.section == section, LISTED)
