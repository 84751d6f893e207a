"""Live articles: one by its id, the newest of a section, what became of one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.models import Article, Revision
from portal.prepared import prepared
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
    newest = Article.published_at.desc(), Article.id.desc()
    here = Article.section == section, LISTED
    return Article.select(Article.id).where(*here).order_by(*newest).limit(1)


def ledger(article: int) -> Ledger | None:
    """State and reason of an article that may no longer be shown."""
    found = _ledger(article)
    return Ledger(*found[0]) if found else None


@prepared
def _ledger(article: int) -> Any:
    return Article.select(Article.state, Article.withdrawn_reason).where(Article.id == article)
