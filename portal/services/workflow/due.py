"""What was scheduled: done once, by whichever process notices first that its time has come."""

from datetime import datetime

from portal.database import lock, writing
from portal.models import Generation, Revision, Step
from portal.queries.work import work
from portal.roles import CLOCK
from portal.services import generation, publication
from portal.services.workflow.moves import ENTRIES, note
from portal.times import minute


def carry_out(at: datetime) -> None:
    """Publish every revision whose time has come by `at`, and let what expired leave the lists.

    Safe to call from several processes at once: the first takes the generation's row, and the
    others find nothing left to do.
    """
    with writing():
        lock(Generation.select(Generation.id))
        due = Generation.select(Generation.next_due).scalar()
        if due is None or due > at:
            return
        for revision in _waiting(at):
            _publish(revision)
        generation.advance(at)


def _waiting(at: datetime) -> list[Revision]:
    select = Revision.select().where(Revision.state == "scheduled", Revision.publish_at <= at)
    return list(select.order_by(Revision.publish_at, Revision.id))


def _publish(revision: Revision) -> None:
    article, at = work(revision.article_id), revision.publish_at
    if article is None or at is None:
        return
    publication.go_live(revision, at)
    Step.create(revision=revision, move="publish")
    after = {"state": "live", "revision": revision.number, "time": minute(at)}
    note(article, ENTRIES["publish"], CLOCK, {"state": "scheduled"}, after)
