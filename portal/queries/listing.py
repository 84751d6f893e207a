"""Lists of live articles: pages of a section, blocks of the home page, feeds, the site map."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import Any

from peewee import JOIN, Expression, ModelSelect, Select

from portal.models import Article, Media, Revision, RevisionMedia, Section
from portal.prepared import prepared
from portal.queries import media
from portal.queries.tallies import LISTED, NOT_PINNED, Tallies, spot

NEAR = 200
"""Articles that are walked past faster than a spot further down is found."""


@dataclass(frozen=True)
class Item:
    """A live article as a line of a list; `published_at` is naive UTC."""

    id: int
    slug: str
    section: int
    section_name: str
    published_at: datetime
    title: str
    summary: str
    keywords: str
    details: dict[str, Any]
    pinned: bool
    """Whether it stands before newer ones in this list."""
    cover: media.Picture | None

    @property
    def url(self) -> str:
        return f"/{self.slug}/{self.id}"


def visible(at: datetime) -> Expression:
    """What lists show at a moment: live, its time has come, not expired.

    `Article.listed` says the same of the present, and is what lists are read by.
    """
    return (
        (Article.state == "live")
        & (Article.published_at <= at)
        & (Article.expires_at.is_null() | (Article.expires_at > at))
    )


def items(ids: Sequence[int]) -> list[Item]:
    """Items for article ids, newest first, in one statement."""
    return items_of(_of_ids(tuple(ids)))


def page(of: Tallies, number: int, size: int) -> list[Item]:
    """Page `number` (from 1) of a section's list: pinned articles, then the others, newest first."""
    first = (number - 1) * size
    if first <= max(NEAR, of.pinned):
        return items_of(_top(of.section, size, first), pinned_first=True)
    found = spot(of, first - of.pinned)
    return items_of(_from(of.section, found.before, size, found.skip)) if found else []


def newest(size: int, section: int | None = None) -> list[Item]:
    """The newest articles of a section, or of the whole site."""
    return items_of(_newest(section, size))


def blocks(sizes: Mapping[int, int]) -> dict[int, list[Item]]:
    """The first articles of several sections in one statement: section id → items.

    `sizes` says how many each section wants. Every part is a short walk of the list index, so the
    cost does not grow with the number of articles.
    """
    if not sizes:
        return {}
    found: dict[int, list[Item]] = {section: [] for section in sizes}
    for item in items_of(_firsts(tuple(sizes), tuple(sizes.values())), pinned_first=True):
        found[item.section].append(item)
    return found


def items_of(rows: Iterable[tuple[Any, ...]], *, pinned_first: bool = False) -> list[Item]:
    """Items from the rows of a select that `shown` made."""
    return [_item(row, pinned_first) for row in rows]


def _item(row: tuple[Any, ...], pinned_first: bool) -> Item:
    pinned, alt, *values = row[9:]
    cover = media.picture(values, alt) if values[0] else None
    own: list[Any] = [*row[:9], pinned and pinned_first, cover]
    return Item(*own)


@prepared
def _of_ids(ids: tuple[int, ...]) -> Any:
    return shown(ids)


@prepared
def _top(section: int, size: int, first: int) -> Any:
    return shown(_pinned_first(section).limit(size).offset(first), pinned_first=True)


@prepared
def _from(section: int, before: datetime, size: int, skip: int) -> Any:
    others = _listed(section).where(NOT_PINNED, Article.published_at < before)
    return shown(others.order_by(*_order(False)).limit(size).offset(skip))


@prepared
def _newest(section: int | None, size: int) -> Any:
    return shown(_listed(section).order_by(*_order(False)).limit(size))


@prepared
def _firsts(sections: tuple[int, ...], sizes: tuple[int, ...]) -> Any:
    each = zip(sections, sizes, strict=True)
    parts = [_pinned_first(section).limit(size) for section, size in each]
    return shown(union(parts), pinned_first=True)


def shown(ids: Any, *, pinned_first: bool = False) -> "ModelSelect[Article]":
    """The select of items for a tuple or a subquery of article ids, newest first."""
    cover = (
        (RevisionMedia.revision == Revision.id)
        & (RevisionMedia.role == "cover")
        & (RevisionMedia.position == 0)
    )
    return (
        Article.select(
            Article.id,
            Section.slug,
            Section.id,
            Section.name,
            Article.published_at,
            Revision.title,
            Revision.summary,
            Revision.keywords,
            Revision.details,
            Article.pinned,
            RevisionMedia.alt,
            *media.COLUMNS,
        )
        .join(Section)
        .join(Revision, on=(Revision.id == Article.live))
        .join(RevisionMedia, JOIN.LEFT_OUTER, on=cover)
        .join(Media, JOIN.LEFT_OUTER)
        .where(Article.id.in_(ids))
        .order_by(*_order(pinned_first))
    )


def _listed(section: int | None) -> "ModelSelect[Article]":
    listed = Article.select(Article.id).where(LISTED)
    return listed if section is None else listed.where(Article.section == section)


def _pinned_first(section: int) -> "ModelSelect[Article]":
    return _listed(section).order_by(*_order(True))


def _order(pinned_first: bool) -> list[Any]:
    newest = [Article.published_at.desc(), Article.id.desc()]
    return [Article.pinned.desc(), *newest] if pinned_first else newest


def union(parts: "list[ModelSelect[Article]]") -> Any:
    """The ids of several ordered, limited selects together.

    SQLite allows no order inside a compound select, so each part is wrapped once more.
    """
    wrapped: list[Any] = [Select([part], [part.c.id]) for part in parts]
    return reduce(lambda one, other: one.union_all(other), wrapped)
