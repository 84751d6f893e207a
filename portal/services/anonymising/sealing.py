"""Sealing: what the public must never see is emptied once a legal document is live."""

from portal import search
from portal.models import Anonymising, Article, Draft, Revision, RevisionMedia, Step
from portal.search import Text

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


def _was_public(article: Article, revision: Revision) -> bool:
    """Whether readers have seen a revision; what nobody wrote came in by a command, live."""
    published = Step.select().where(Step.revision == revision.id, Step.move == "publish")
    return revision.person_id is None or revision.id == article.live or published.exists()


def _empty(revision: int) -> None:
    Revision.update(state=SEALED, **_EMPTY).where(Revision.id == revision).execute()
    RevisionMedia.delete().where(RevisionMedia.revision == revision).execute()
    search.keep(revision, Text(""))
