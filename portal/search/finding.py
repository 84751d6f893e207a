"""Asking the index: the newest articles, how many of what, and the words of few to rank them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from portal.search.clause import Clause, joined
from portal.search.engines import engine, fetched
from portal.search.wanted import Wanted
from portal.times import BEIJING
from portal.tokens import phrase

CAPPED = 1000
"""How many results are counted; beyond, a count says that there are more."""

TALLIED = 20_000
"""How many of the newest results a tally looks at."""

RANKED = 300
"""The most results that are put in order of their match."""


@dataclass(frozen=True)
class Cell:
    """How many results are of one section and one year."""

    section: int
    year: int
    count: int


@dataclass(frozen=True)
class Tally:
    """Where the results are; `oldest` is the year in which the oldest article of all appeared."""

    cells: tuple[Cell, ...]
    oldest: int

    @property
    def total(self) -> int:
        """How many results were looked at."""
        return sum(cell.count for cell in self.cells)

    @property
    def complete(self) -> bool:
        """Whether these are all; if not, every count is one of the newest."""
        return self.total < TALLIED


def find(wanted: Wanted, limit: int = CAPPED + 1, offset: int = 0) -> list[int]:
    """Ids of the articles that have every word, newest first."""
    own = engine()
    statement = _chosen(wanted, Clause("SELECT a.id"))
    order = f" ORDER BY {own.number} DESC LIMIT {own.place} OFFSET {own.place}"
    return [article for (article,) in fetched(statement + Clause(order, (limit, offset)))]


def tally(wanted: Wanted) -> Tally:
    """Sections and years of the newest `TALLIED` results, in one statement."""
    own = engine()
    inner = _chosen(wanted, Clause(f"SELECT a.section_id AS section, {own.year} AS year"))
    newest = inner + Clause(f" ORDER BY {own.number} DESC LIMIT {own.place}", (TALLIED,))
    start = Clause("SELECT section, year, COUNT(*) FROM (")
    groups = Clause(") found GROUP BY section, year")
    oldest = Clause(" UNION ALL SELECT NULL, MIN(id), 0 FROM indexed")
    rows = fetched(start + newest + groups + oldest)
    seconds = next(row[1] for row in rows if row[0] is None) or 0
    cells = tuple(Cell(*row) for row in rows if row[0] is not None)
    return Tally(cells, datetime.fromtimestamp(seconds, BEIJING).year)


def counts(questions: Sequence[Wanted]) -> list[int]:
    """How many results each question has, up to one more than `CAPPED`, in one statement."""
    if not questions:
        return []
    own = engine()
    limit = Clause(f" LIMIT {own.place}", (CAPPED + 1,))
    each = (
        Clause(f"SELECT {own.place}, COUNT(*)", (number,))
        + Clause(" FROM (")
        + _chosen(wanted, Clause("SELECT 1"))
        + limit
        + Clause(") found")
        for number, wanted in enumerate(questions)
    )
    found = dict(fetched(joined(" UNION ALL ", each)))
    return [found[number] for number in range(len(questions))]


def ranked(wanted: Wanted) -> list[int]:
    """Ids of the newest `RANKED` results, best match first."""
    own = engine()
    statement = _chosen(
        wanted,
        Clause("SELECT a.id, w.head, w.folded"),
        Clause(" JOIN wording w ON w.revision_id = e.revision"),
    )
    limit = Clause(f" ORDER BY {own.number} DESC LIMIT {own.place}", (RANKED,))
    rows = fetched(statement + limit)
    return [row[0] for row in sorted(rows, key=lambda row: -_match(wanted, row[1], row[2]))]


def _match(wanted: Wanted, head: int, folded: str) -> float:
    """How well words fit an article: in the title, and how often for its length."""
    length = 0.25 + 0.75 * len(folded) / 2000
    score = 0.0
    for group in wanted.words:
        times = sum(folded.count(word) for word in group)
        titled = any(0 <= folded.find(word) < head for word in group)
        score += times / (times + 1.2 * length) + 2 * titled
    return score


def _chosen(wanted: Wanted, select: Clause, join: Clause | None = None) -> Clause:
    """SELECT … FROM … WHERE of a question."""
    groups = [[phrase(word) for word in group] for group in wanted.words]
    own = engine()
    conditions = [own.condition(groups, wanted.words), *narrowed(wanted)]
    source = Clause(" FROM ") + own.source(groups) + (join or Clause(""))
    return select + source + Clause(" WHERE ") + joined(" AND ", conditions)


def narrowed(wanted: Wanted) -> Iterable[Clause]:
    """What an article must be besides having the words."""
    own = engine()
    yield Clause(f"a.state = 'live' AND a.published_at <= {own.place}", (wanted.at,))
    yield Clause(f"(a.expires_at IS NULL OR a.expires_at > {own.place})", (wanted.at,))
    if wanted.sections is not None:
        places = ", ".join([own.place] * len(wanted.sections)) or "NULL"
        yield Clause(f"a.section_id IN ({places})", wanted.sections)
    if wanted.year is not None:
        yield from _within(wanted.year)


def _within(year: int) -> Iterable[Clause]:
    """A year by the times of its articles, and by their numbers, which are at most later."""
    own = engine()
    start, end = (datetime(each, 1, 1, tzinfo=BEIJING) for each in (year, year + 1))
    times = tuple(each.astimezone(UTC).replace(tzinfo=None) for each in (start, end))
    yield Clause(f"a.published_at >= {own.place} AND a.published_at < {own.place}", times)
    last = end + timedelta(days=1)
    numbers = (int(start.timestamp()), int(last.timestamp()))
    yield Clause(f"{own.number} BETWEEN {own.place} AND {own.place}", numbers)
