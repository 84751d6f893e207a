"""Publishing: what readers see changes here, and only here, together with search and generation."""

from datetime import datetime

from portal import kinds, search
from portal.database import writing
from portal.models import Article, Revision, Section
from portal.roles import COMMAND, Actor
from portal.services import generation, wording
from portal.services.anonymising import sealing
from portal.services.content import Content, checked, store


def publish(
    section: Section,
    content: Content,
    published_at: datetime,
    expires_at: datetime | None = None,
    *,
    by: Actor = COMMAND,
) -> int:
    """Make a live article at once, as imports do, and return its id; times are naive UTC.

    Raises Refused when the content does not fit the section's kind; nothing is stored then.
    """
    planned = Content(**{**vars(content), "publish_at": published_at, "expires_at": expires_at})
    ready = checked(kinds.by_key(section.kind), planned, complete=True)
    with writing():
        article = Article.create(section=section, person=by.id)
        revision = store(article, ready, by, "live")
        _show(article, revision, published_at)
    return article.id


def go_live(revision: Revision, at: datetime) -> None:
    """Show a revision to readers in the place of the one before it.

    An article keeps the publication time of its first revision: a correction is not news. With a
    legal document, its originals go.
    """
    article = Article.get_by_id(revision.article_id)
    if article.live:
        _change(article.live, state="past")
    # The time has been kept; a correction of this text must not wish for it again.
    _change(revision.id, state="live", publish_at=None)
    _show(article, revision, article.published_at or at)
    if kinds.by_key(article.section.kind).anonymised:
        sealing.seal(article, revision.id)


def _show(article: Article, revision: Revision, at: datetime) -> None:
    generation.hold()
    Article.update(
        state="live",
        live=revision.id,
        published_at=at,
        expires_at=revision.expires_at,
        withdrawn_reason="",
    ).where(Article.id == article.id).execute()
    wording.publish(revision, at)
    generation.advance()


def take_down(article: Article, reason: str) -> None:
    """Show readers the reason in the place of the article."""
    if article.live:
        _change(article.live, state="past")
    generation.hold()
    Article.update(state="withdrawn", withdrawn_reason=reason, pinned=False).where(
        Article.id == article.id
    ).execute()
    search.remove(article.id)
    generation.advance()


def _change(revision: int, **values: object) -> None:
    Revision.update(**values).where(Revision.id == revision).execute()
