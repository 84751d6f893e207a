"""Queues: what waits for a person, what they have begun, and all articles by state."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.models import Article, Revision, Section
from portal.queries import work as reading
from portal.queries.work import Work
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
_ON_THE_WAY = ("submitted", "reviewed", "approved")
_WRITTEN_ON = ("draft", "returned")
_JUDGED = ("confirm", "review", "approve", "publish", "schedule")
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
    """The first page of the desk: to decide, to write on, handed on, and waiting for its time.

    `is_cut` says that more is on its way than was looked at; what has waited longest is there.
    """

    to_decide: list[Waiting]
    to_write: list[Waiting]
    handed_on: list[Waiting]
    scheduled: list[Waiting]
    is_cut: bool


def of(by: Actor) -> Queues:
    """What the desk holds for a person."""
    on_the_way = reading.works(Revision.state << _ON_THE_WAY, MOST + 1, order=Revision.id)
    mine = (Revision.state << _WRITTEN_ON) & reading.touched_by(by.id)
    written = [*reading.works(mine, MOST), *reading.blank(by.id)]
    timed = reading.works(Revision.state == "scheduled", MOST, order=Revision.publish_at)
    hands = reading.hands_in([*on_the_way, *written, *timed])

    def waiting(works: list[Work]) -> list[Waiting]:
        return [Waiting(w, tuple(rules.allowed(w, hands[w.id], by))) for w in works]

    passing = waiting(on_the_way[:MOST])
    return Queues(
        to_decide=[w for w in passing if _decides(w)],
        to_write=waiting(written),
        handed_on=[w for w in passing if by.id in hands[w.work.id].own and not _decides(w)],
        scheduled=waiting(timed),
        is_cut=len(on_the_way) > MOST,
    )


def _decides(waiting: Waiting) -> bool:
    return not set(_JUDGED).isdisjoint(waiting.moves)


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
