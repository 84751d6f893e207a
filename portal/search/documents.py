"""The library of legal documents: which there are of a type, year, cause and unit, with what words.

Its statements read `document_facts` alone unless words are asked for: it holds one row for every
live document, in the order of the list.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from portal.search.clause import Clause, joined
from portal.search.engines import engine, fetched
from portal.search.finding import CAPPED, TALLIED, narrowed
from portal.search.wanted import Wanted
from portal.tokens import phrase

FACTS = ("type", "year", "cause", "unit")
_COLUMNS = ", ".join(f"d.{fact}" for fact in FACTS)


@dataclass(frozen=True)
class Documents:
    """Which documents of a section are wanted: of these facts, with these words as in `Wanted`."""

    section: int
    at: datetime
    chosen: tuple[tuple[str, str | int], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Counts:
    """How many documents each value of each fact has, with everything else that is wanted."""

    values: dict[str, Counter[str]]
    total: int

    @property
    def complete(self) -> bool:
        """Whether these are all; with words, only the newest `TALLIED` are counted."""
        return self.total < TALLIED


def find(wanted: Documents, limit: int = CAPPED + 1, offset: int = 0) -> list[int]:
    """Ids of the documents that are wanted, newest first."""
    own = engine()
    source, number = (_with_words(wanted), own.number) if wanted.words else (_all(wanted), "d.id")
    facts = (Clause(" AND ") + each for each in _facts(wanted))
    order = Clause(f" ORDER BY {number} DESC LIMIT {own.place} OFFSET {own.place}", (limit, offset))
    statement = Clause("SELECT d.article_id") + source + joined("", facts) + order
    return [article for (article,) in fetched(statement)]


def counts(wanted: Documents) -> Counts:
    """The values of every fact, its own choice left aside, in one statement."""
    cells = Clause("WITH d AS (") + (_newest(wanted) if wanted.words else _cells(wanted))
    sums = joined(" UNION ALL ", [_counted(wanted, fact) for fact in FACTS])
    values = {fact: Counter[str]() for fact in FACTS}
    for fact, value, count in fetched(cells + Clause(") ") + sums):
        values[fact][value] = int(count)
    return Counts(values, _total(wanted, values))


def _cells(wanted: Documents) -> Clause:
    """How many documents share all four facts."""
    group = Clause(f" GROUP BY {_COLUMNS}")
    return Clause(f"SELECT {_COLUMNS}, COUNT(*) AS n") + _all(wanted) + group


def _newest(wanted: Documents) -> Clause:
    """The facts of the newest that have the words."""
    own = engine()
    order = Clause(f" ORDER BY {own.number} DESC LIMIT {own.place}", (TALLIED,))
    return Clause(f"SELECT {_COLUMNS}, 1 AS n") + _with_words(wanted) + order


def _total(wanted: Documents, values: dict[str, Counter[str]]) -> int:
    own = dict(wanted.chosen).get("type")
    return values["type"].total() if own is None else values["type"][str(own)]


def _counted(wanted: Documents, fact: str) -> Clause:
    select = Clause(f"SELECT '{fact}', CAST(d.{fact} AS text), SUM(d.n)")
    others = (Clause(" AND ") + each for each in _facts(wanted, but=fact))
    return (
        select
        + Clause(" FROM d WHERE d.n > 0")
        + joined("", others)
        + Clause(f" GROUP BY d.{fact}")
    )


def _facts(wanted: Documents, but: str = "") -> list[Clause]:
    place = engine().place
    return [Clause(f"d.{fact} = {place}", (v,)) for fact, v in wanted.chosen if fact != but]


def _all(wanted: Documents) -> Clause:
    """The documents of a section; those whose time has not come, or is over, are looked up first,
    because there are hardly any."""
    place = engine().place
    source = Clause(f" FROM document_facts d WHERE d.section = {place}", (wanted.section,))
    early = Clause(f"a.state = 'live' AND a.published_at > {place})", (wanted.at,))
    late = Clause(f"a.expires_at <= {place})", (wanted.at,))
    return source + _HIDDEN + early + _HIDDEN + late


_HIDDEN = Clause(
    " AND d.id NOT IN (SELECT h.id FROM article a"
    " JOIN document_facts h ON h.article_id = a.id WHERE "
)


def _with_words(wanted: Documents) -> Clause:
    """The documents of a section that have every word."""
    own = engine()
    groups = [[phrase(word) for word in group] for group in wanted.words]
    visible = narrowed(Wanted(wanted.words, wanted.at, (wanted.section,)))
    facts = Clause(" JOIN document_facts d ON d.id = e.id WHERE ")
    conditions = joined(" AND ", [own.condition(groups, wanted.words), *visible])
    return Clause(" FROM ") + own.source(groups) + facts + conditions
