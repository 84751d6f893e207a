"""Live articles: one by its id, and its neighbours and relations."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import Tuple

from portal.models import Article, Revision
from portal.prepared import prepared
from portal.queries.listing import Item, items_of, shown, union
from portal.queries.tallies import LISTED
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
    found = _story(article, at)
    if not found:
        return None
    facts: list[Any] = list(found[0])
    facts[-2] = CleanHtml.restored(facts[-2])
    return Story(*facts)


@prepared
def _story(article: int, at: datetime) -> Any:
    return (
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


def newest_in(section: int) -> int | None:
    """The id of the newest listed article of a section."""
    found = _newest_in(section)
    return found[0][0] if found else None


@prepared
def _newest_in(section: int) -> Any:
    return _beside(section).order_by(*_down()).limit(1)


def ledger(article: int) -> Ledger | None:
    """State and reason of an article that may no longer be shown."""
    found = _ledger(article)
    return Ledger(*found[0]) if found else None


@prepared
def _ledger(article: int) -> Any:
    return Article.select(Article.state, Article.withdrawn_reason).where(Article.id == article)


def neighbours(of: Story) -> tuple[Item | None, Item | None]:
    """The article before (older) and after (newer) in the same section, in one statement."""
    place = (of.published_at, of.id)
    found = items_of(_neighbours(of.section, *place))
    before = [item for item in found if (item.published_at, item.id) < place]
    after = [item for item in found if (item.published_at, item.id) > place]
    return next(iter(before), None), next(iter(after), None)


@prepared
def _neighbours(section: int, published_at: datetime, article: int) -> Any:
    side, here = Tuple(*ORDER), Tuple(published_at, article)
    older = _beside(section).where(side < here).order_by(*_down()).limit(1)
    newer = _beside(section).where(side > here).order_by(*ORDER).limit(1)
    return shown(union([older, newer]))


def related(of: Story, count: int, among: int = 40) -> list[Item]:
    """Articles of the same section that share keywords, then simply the newest.

    Only the newest `among` are looked at, so that the cost does not grow with the section.
    """
    words = set(of.keywords.split(",")) - {""}
    found = items_of(_others(of.section, of.id, among))
    ranked = sorted(found, key=lambda item: -len(words & set(item.keywords.split(","))))
    return ranked[:count]


@prepared
def _others(section: int, article: int, among: int) -> Any:
    return shown(_beside(section).where(Article.id != article).order_by(*_down()).limit(among))


ORDER = (Article.published_at, Article.id)


def _down() -> list[Any]:
    return [each.desc() for each in ORDER]


def _beside(section: int) -> Any:
    return Article.select(Article.id).where(Article.section == section, LISTED)
