"""Building the index anew while the site stays up, a few revisions at a time.

Every revision is replaced whole, in one transaction, so that each article can be found at every
moment. Whatever is left to do is marked in the database: a rebuilding that was stopped goes on
where it was.
"""

from collections.abc import Iterator

from peewee import JOIN, ModelSelect

from portal import search
from portal.database import lock, rows, writing
from portal.models import Article, Indexed, Revision, Wording
from portal.services import generation, wording

BATCH = 20
"""Revisions in one transaction: editors who save meanwhile wait for a tenth of a second."""


def waiting() -> int:
    """How many revisions have no words yet, or old ones."""
    count: int = _left().count()
    return count


def begin() -> int:
    """Mark everything as old unless a rebuilding was stopped on its way; how much there is to do."""
    if not waiting():
        with writing():
            Wording.update(stale=True).execute()
    return waiting()


def rebuild() -> Iterator[int]:
    """Write the words of all that wait, yielding how many each batch made.

    The oldest come first: articles of one second stand in the order in which they came.
    """
    last = 0
    while True:
        with writing():
            some = _left().where(Revision.id > last).order_by(Revision.id).limit(BATCH)
            batch = [revision for (revision,) in rows(some)]
            if batch:
                _renew(batch)
            elif last:  # kept pages may show counts and words of the old index
                generation.advance()
        if not batch:
            return
        yield len(batch)
        last = batch[-1]


def _left() -> "ModelSelect[Revision]":
    missing = Wording.revision.is_null() | Wording.stale
    return Revision.select(Revision.id).join(Wording, JOIN.LEFT_OUTER).where(missing)


def _renew(batch: list[int]) -> None:
    of = Revision.select(Revision.article).where(Revision.id << batch)
    articles = Article.select().where(Article.id << of)
    lock(articles.order_by(Article.id))
    # Read only now: what was erased while this waited must not come back into the index.
    revisions = list(Revision.select().where(Revision.id << batch).order_by(Revision.id))
    known = {each.id: each for each in articles}
    for revision in revisions:
        article = known[revision.article_id]
        at = article.published_at
        if article.state == "live" and article.live == revision.id and at:
            wording.publish(revision, at)
        else:
            _forget(revision)
            wording.keep(revision)


def _forget(revision: Revision) -> None:
    """Take a revision out of the index that should not be there."""
    found = Indexed.article == revision.article_id, Indexed.revision == revision.id
    if Indexed.select().where(*found).exists():
        search.remove(revision.article_id)
