"""What was scheduled: done once, by whichever process notices first that its time has come."""

from datetime import datetime

from peewee import ModelSelect

from portal.database import lock, rows, writing
from portal.errors import PortalError
from portal.models import Article, Generation, Revision, Step
from portal.queries.work import Work, hands, work
from portal.roles import CLOCK
from portal.services import generation, publication
from portal.services.workflow import rules
from portal.services.workflow.moves import ENTRIES, note
from portal.times import minute


def carry_out(at: datetime) -> None:
    """Publish every revision whose time has come by `at`, and let what expired leave the lists.

    A legal document that nobody has confirmed goes back to those who publish.
    Safe to call from several processes at once: the first takes the articles and the generation's
    row, in the order in which every move takes them, and the others find nothing left to do.
    """
    with writing():
        held = [article for (article,) in rows(_waiting(at).select(Revision.article))]
        lock(Article.select(Article.id).where(Article.id << held).order_by(Article.id))
        lock(Generation.select(Generation.id))
        due = Generation.select(Generation.next_due).scalar()
        if due is None or due > at:
            return
        for revision in list(_waiting(at).where(Revision.article << held)):
            _publish(revision)
        generation.advance(at)


def _waiting(at: datetime) -> "ModelSelect[Revision]":
    due = (Revision.state == "scheduled") & (Revision.publish_at <= at)
    return Revision.select().where(due).order_by(Revision.publish_at, Revision.id)


def _publish(revision: Revision) -> None:
    article, at = work(revision.article_id), revision.publish_at
    if article is None or at is None:
        return
    try:
        rules.find("publish", article, hands(article), CLOCK)
    except PortalError as refusal:
        _put_back(revision, article, refusal.sentence)
        return
    publication.go_live(revision, at)
    Step.create(revision=revision, move="publish")
    after = {"state": "live", "revision": revision.number, "time": minute(at)}
    note(article, ENTRIES["publish"], CLOCK, {"state": "scheduled"}, after)


def _put_back(revision: Revision, article: Work, reason: str) -> None:
    """Let a revision wait for people again, who read why it has not gone live."""
    Revision.update(state="approved", publish_at=None).where(Revision.id == revision.id).execute()
    Step.create(revision=revision, move="unschedule", reason=reason)
    after = {"state": "approved", "revision": revision.number, "reason": reason}
    note(article, ENTRIES["unschedule"], CLOCK, {"state": "scheduled"}, after)
