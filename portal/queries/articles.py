"""Live articles: one by its id, and its neighbours and relations."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import Tuple

from portal.database import rows
from portal.models import Article, Revision
from portal.queries.listing import Item, items, union, visible
from portal.sanitiser import CleanHtml


@dataclass(frozen=True)
class Story:
    """A live article whole; times are naive UTC, `body` is clean HTML."""

    id: int
    section: int
    revision: int
    published_at: datetime
    updated_at: datetime
    expires_at: datetime | None
    title: str
    subtitle: str
    author: str
    source: str
    editor: str
    summary: str
    keywords: str
    body: CleanHtml
    details: dict[str, Any]


@dataclass(frozen=True)
class Ledger:
    """What is known of an article's address, whatever its state."""

    state: str
    reason: str


def story(article: int, at: datetime) -> Story | None:
    """The live article of that id as of `at`, expired ones included: their address goes on."""
    found = rows(
        Article.select(
            Article.id,
            Article.section,
            Revision.id,
            Article.published_at,
            Revision.created_at,
            Article.expires_at,
            Revision.title,
            Revision.subtitle,
            Revision.author,
            Revision.source,
            Revision.editor,
            Revision.summary,
            Revision.keywords,
            Revision.body,
            Revision.details,
        )
        .join(Revision, on=(Revision.id == Article.live))
        .where(Article.id == article, Article.state == "live", Article.published_at <= at)
    )
    if not found:
        return None
    facts: list[Any] = list(found[0])
    facts[-2] = CleanHtml.restored(facts[-2])
    return Story(*facts)


def newest_in(section: int, at: datetime) -> int | None:
    """The id of the newest live article of a section."""
    found: int | None = (
        Article.select(Article.id)
        .where(Article.section == section, visible(at))
        .order_by(Article.published_at.desc(), Article.id.desc())
        .scalar()
    )
    return found


def ledger(article: int) -> Ledger | None:
    """State and reason of an article that may no longer be shown."""
    found = rows(
        Article.select(Article.state, Article.withdrawn_reason).where(Article.id == article)
    )
    return Ledger(*found[0]) if found else None


def neighbours(of: Story, at: datetime) -> tuple[Item | None, Item | None]:
    """The article before (older) and after (newer) in the same section, in one statement."""
    order = (Article.published_at, Article.id)
    side, here = Tuple(*order), Tuple(of.published_at, of.id)
    within = Article.select(Article.id).where(Article.section == of.section)
    older = within.where(visible(at, of.published_at), side < here)
    newer = within.where(visible(at), side > here)
    down = older.order_by(*(each.desc() for each in order)).limit(1)
    up = newer.order_by(*order).limit(1)
    found = items(union([down, up]))
    place = (of.published_at, of.id)
    before = [item for item in found if (item.published_at, item.id) < place]
    after = [item for item in found if (item.published_at, item.id) > place]
    return next(iter(before), None), next(iter(after), None)


def related(of: Story, at: datetime, count: int, among: int = 40) -> list[Item]:
    """Articles of the same section that share keywords, then simply the newest.

    Only the newest `among` are looked at, so that the cost does not grow with the section.
    """
    ids = (
        Article.select(Article.id)
        .where(Article.section == of.section, Article.id != of.id, visible(at))
        .order_by(Article.published_at.desc(), Article.id.desc())
        .limit(among)
    )
    words = set(of.keywords.split(",")) - {""}
    ranked = sorted(items(ids), key=lambda item: -len(words & set(item.keywords.split(","))))
    return ranked[:count]
