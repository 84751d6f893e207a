"""Lists of live articles: pages of a section, blocks of the home page, feeds, the site map."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import Any

from peewee import JOIN, Expression, ModelSelect, Select, fn

from portal.database import rows
from portal.models import Article, Media, Revision, RevisionMedia, Section
from portal.queries import media


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


def visible(at: datetime, published_by: datetime | None = None) -> Expression:
    """What a list shows at a moment: live, its time has come, not expired.

    An earlier `published_by` takes the place of `at` as the one bound that the list index is
    entered by; SQLite uses no second one and would walk down from the newest.
    """
    return (
        (Article.state == "live")
        & (Article.published_at <= (published_by or at))
        & (Article.expires_at.is_null() | (Article.expires_at > at))
    )


def items(ids: Any, *, pinned_first: bool = False) -> list[Item]:
    """Items for a list or a subquery of article ids, newest first, in one statement."""
    cover = (
        (RevisionMedia.revision == Revision.id)
        & (RevisionMedia.role == "cover")
        & (RevisionMedia.position == 0)
    )
    select = (
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
    return [_item(row, pinned_first) for row in rows(select)]


def _item(row: tuple[Any, ...], pinned_first: bool) -> Item:
    pinned, alt, *values = row[9:]
    cover = media.picture(values, alt) if values[0] else None
    own: list[Any] = [*row[:9], bool(pinned and pinned_first), cover]
    return Item(*own)


def _order(pinned_first: bool) -> list[Any]:
    newest = [Article.published_at.desc(), Article.id.desc()]
    return [Article.pinned.desc(), *newest] if pinned_first else newest


def _newest(at: datetime, section: int | None) -> "ModelSelect[Article]":
    where = visible(at) if section is None else (Article.section == section) & visible(at)
    return Article.select(Article.id).where(where).order_by(*_order(False))


def _pinned_first(at: datetime, section: int) -> "ModelSelect[Article]":
    """Ids of a section's list. COALESCE hides the time from SQLite, which would enter the index
    without `pinned` by it and then sort the whole section."""
    where = (
        (Article.section == section)
        & (Article.state == "live")
        & (fn.COALESCE(Article.published_at, at) <= at)
        & (Article.expires_at.is_null() | (Article.expires_at > at))
    )
    return Article.select(Article.id).where(where).order_by(*_order(True))


def count(section: int, at: datetime) -> int:
    """How many articles a section's list holds."""
    number: int = Article.select().where(Article.section == section, visible(at)).count()
    return number


def page(section: int, at: datetime, number: int, size: int) -> list[Item]:
    """Page `number` (from 1) of a section's list: pinned articles, then the others, newest first."""
    ids = _pinned_first(at, section).limit(size).offset((number - 1) * size)
    return items(ids, pinned_first=True)


def newest(at: datetime, size: int, section: int | None = None) -> list[Item]:
    """The newest articles of a section, or of the whole site."""
    return items(_newest(at, section).limit(size))


def blocks(sizes: Mapping[int, int], at: datetime) -> dict[int, list[Item]]:
    """The first articles of several sections in one statement: section id → items.

    `sizes` says how many each section wants. Every part is a short walk of the list index, so the
    cost does not grow with the number of articles.
    """
    if not sizes:
        return {}
    found: dict[int, list[Item]] = {section: [] for section in sizes}
    ids = union([_pinned_first(at, section).limit(n) for section, n in sizes.items()])
    for item in items(ids, pinned_first=True):
        found[item.section].append(item)
    return found


def union(parts: "list[ModelSelect[Article]]") -> Any:
    """The ids of several ordered, limited selects together.

    SQLite allows no order inside a compound select, so each part is wrapped once more.
    """
    wrapped: list[Any] = [Select([part], [part.c.id]) for part in parts]
    return reduce(lambda one, other: one.union_all(other), wrapped)
