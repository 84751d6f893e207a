"""Queues: what waits for a person, what they have begun, and all articles by state."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.models import Article, Revision
from portal.queries import newest
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
LISTED = 3000
"""How many articles the list of all holds at most; nobody reads a hundred pages of them."""


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
class Shelf:
    """One page of the list of all articles; `total` are on all pages together.

    `is_cut` says that there are more, which only a narrower search will show.
    """

    found: list[Waiting]
    total: int
    is_cut: bool


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
    mine = (Revision.state << _WRITTEN_ON) & newest.touched_by(by.id)
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


def shelf(wanted: Wanted, page: int, size: int) -> Shelf:
    """One page of all articles, newest work first.

    The ids come first, out of an index alone; whole articles are read for this page only.
    """
    ids = newest.ids(_conditions(wanted), LISTED + 1)
    shown = ids[:LISTED][(page - 1) * size : page * size]
    found = reading.works(Revision.id << shown) if shown else []
    return Shelf([Waiting(w, ()) for w in found], min(len(ids), LISTED), len(ids) > LISTED)


def _conditions(wanted: Wanted) -> Iterator[Any]:
    """Expressions over `Revision`; a joined article would keep SQLite off the index."""
    if wanted.state == "withdrawn":
        yield Revision.article << Article.select(Article.id).where(Article.state == "withdrawn")
    elif wanted.state in STATES:
        yield Revision.state == wanted.state
    if wanted.section:
        yield Revision.article << Article.select(Article.id).where(
            Article.section == wanted.section
        )
    if wanted.mine:
        yield newest.touched_by(wanted.mine)
    if wanted.text:
        yield Revision.title.contains(wanted.text)
    if wanted.text and wanted == Wanted(text=wanted.text):
        # Naming every state lets SQLite read the titles in the index and not in the table.
        yield Revision.state << list(rules.STATES)
