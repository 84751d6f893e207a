"""Sealing: what the public must never see is emptied once a legal document is live."""

from portal import search
from portal.database import erased
from portal.models import Anonymising, Article, Draft, Revision, RevisionMedia, Step
from portal.search import Text
from portal.services.anonymising.sheet import sheet
from portal.services.content import stored

SEALED = "sealed"
_EMPTY = {
    **dict.fromkeys(("title", "subtitle", "author", "source", "editor", "summary"), ""),
    "keywords": "",
    "body": "",
    "details": {},
}


def seal(article: Article, live: int) -> None:
    """Erase the originals of an article and the words of its revisions that readers never saw.

    `article` is as it was before: of one that had been withdrawn, what readers saw goes as well.
    The revisions themselves stay, with who wrote them and what was done with them.
    """
    own = Revision.select(Revision.id).where(Revision.article == article.id)
    Anonymising.update(original=None).where(Anonymising.revision << own).execute()
    Draft.delete().where(Draft.article == article.id).execute()
    for revision in Revision.select().where(Revision.article == article.id, Revision.id != live):
        if article.state == "withdrawn" or not _was_public(article, revision):
            _empty(revision.id)
    _forget_kept(article, live)
    erased()


def _was_public(article: Article, revision: Revision) -> bool:
    """Whether readers have seen a revision; what nobody wrote came in by a command, live."""
    published = Step.select().where(Step.revision == revision.id, Step.move == "publish")
    return revision.person_id is None or revision.id == article.live or published.exists()


def _forget_kept(article: Article, live: int) -> None:
    """Let go of what was kept in earlier revisions and readers do not see now."""
    shown = sheet(stored(Revision.get_by_id(live))).text
    for row in Anonymising.select().join(Revision).where(Revision.article == article.id):
        kept = [text for text in row.kept if text in shown]
        Anonymising.update(kept=kept).where(Anonymising.id == row.id).execute()


def _empty(revision: int) -> None:
    Revision.update(state=SEALED, **_EMPTY).where(Revision.id == revision).execute()
    RevisionMedia.delete().where(RevisionMedia.revision == revision).execute()
    search.keep(revision, Text(""))
