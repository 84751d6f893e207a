"""Queues: what waits for a person, what they have begun, and all articles by state."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.models import Article, Revision, Section
from portal.queries import work as reading
from portal.queries.work import Hands, Work
from portal.roles import Actor
from portal.services.workflow import rules

STATES = {
    "draft": "草稿",
    "returned": "已退回",
    "submitted": "待审核",
    "reviewed": "待复审",
    "approved": "待签发",
    "scheduled": "定时待发",
    "live": "已发布",
    "withdrawn": "已撤下",
}
"""What the list of articles can be narrowed to; the last is a state of the article itself."""
_PENDING = ("submitted", "reviewed", "approved", "scheduled", "returned", "draft")
_JUDGED = ("review", "approve", "publish", "schedule")
MOST = 200


@dataclass(frozen=True)
class Wanted:
    """What a list of articles is narrowed to; empty values narrow nothing."""

    state: str = ""
    section: int = 0
    mine: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Waiting:
    """An article in a queue with the moves that the person may take now."""

    work: Work
    moves: tuple[str, ...]

    @property
    def state(self) -> str:
        return rules.STATES[self.work.revision_state]


@dataclass(frozen=True)
class Queues:
    """The first page of the desk: to decide, to write on, handed on, and waiting for its time."""

    to_decide: list[Waiting]
    to_write: list[Waiting]
    handed_on: list[Waiting]
    scheduled: list[Waiting]


def of(by: Actor) -> Queues:
    """What the desk holds for a person."""
    pending = [*reading.works(Revision.state << _PENDING, MOST), *reading.blank(by.id)]
    hands = reading.hands_in(pending)
    waiting = [Waiting(w, tuple(rules.allowed(w, hands[w.id], by))) for w in pending]
    return Queues(
        to_decide=[w for w in waiting if _decides(w)],
        to_write=[w for w in waiting if _writes(w, hands[w.work.id], by)],
        handed_on=[w for w in waiting if _handed_on(w, hands[w.work.id], by)],
        scheduled=[w for w in waiting if w.work.revision_state == "scheduled"],
    )


def _decides(waiting: Waiting) -> bool:
    ready = waiting.work.revision_state not in ("draft", "scheduled", "returned", "")
    return ready and not set(_JUDGED).isdisjoint(waiting.moves)


def _writes(waiting: Waiting, hands: Hands, by: Actor) -> bool:
    mine = by.id in hands.own
    return mine and waiting.work.revision_state in ("draft", "returned", "")


def _handed_on(waiting: Waiting, hands: Hands, by: Actor) -> bool:
    mine = by.id in hands.own and not _decides(waiting)
    return mine and waiting.work.revision_state in ("submitted", "reviewed", "approved")


def shelf(wanted: Wanted, page: int, size: int) -> tuple[Sequence[Waiting], int]:
    """One page of all articles, newest work first, and how many there are on all pages."""
    where = _where(wanted)
    found = reading.works(where, size, (page - 1) * size)
    return [Waiting(each, ()) for each in found], reading.count(where)


def _where(wanted: Wanted) -> object:
    where = Section.id.is_null(False)
    if wanted.state == "withdrawn":
        where &= Article.state == "withdrawn"
    elif wanted.state in STATES:
        where &= Revision.state == wanted.state
    if wanted.section:
        where &= Article.section == wanted.section
    if wanted.mine:
        where &= (Article.person == wanted.mine) | (Revision.person == wanted.mine)
    if wanted.text:
        where &= Revision.title.contains(wanted.text)
    return where
