"""The library of legal documents: which there are of a type, year, cause and unit, with what words.

Its statements read `document_facts` alone unless words are asked for: it holds one row for every
live document, in the order of the list.
"""

from dataclasses import dataclass
from datetime import datetime

from portal.search.clause import Clause, joined
from portal.search.engines import engine, fetched
from portal.search.finding import CAPPED, TALLIED, narrowed
from portal.search.wanted import Wanted
from portal.tokens import phrase

FACTS = ("type", "year", "cause", "unit")
_COLUMNS = ", ".join(f"d.{fact}" for fact in FACTS)
Chosen = tuple[tuple[str, str | int], ...]
"""Values of facts, at most one of each."""
Cell = tuple[str, int, str, str, int]
"""The facts of some documents, and how many of these there are."""


@dataclass(frozen=True)
class Documents:
    """Which documents of a section are wanted: of these facts, with these words as in `Wanted`."""

    section: int
    at: datetime
    chosen: Chosen = ()
    words: tuple[tuple[str, ...], ...] = ()


def find(wanted: Documents, limit: int = CAPPED + 1, offset: int = 0) -> list[int]:
    """Ids of the documents that are wanted, newest first."""
    own = engine()
    source, number = (_with_words(wanted), own.number) if wanted.words else (_all(wanted), "d.id")
    facts = (Clause(" AND ") + each for each in _facts(wanted))
    order = Clause(f" ORDER BY {number} DESC LIMIT {own.place} OFFSET {own.place}", (limit, offset))
    statement = Clause("SELECT d.article_id") + source + joined("", facts) + order
    return [article for (article,) in fetched(statement)]


def cells(wanted: Documents) -> list[Cell]:
    """How many documents share all four facts; with words, of the newest `TALLIED` that have them.

    Facts that were chosen are left aside.
    """
    if not wanted.words:
        return _grouped(_all(wanted))
    own = engine()
    newest = Clause(f" ORDER BY {own.number} DESC LIMIT {own.place}", (TALLIED,))
    inner = Clause(f"SELECT {_COLUMNS}") + _with_words(wanted) + newest
    return _grouped(Clause(" FROM (") + inner + Clause(") AS d"))


def _grouped(source: Clause) -> list[Cell]:
    select, group = Clause(f"SELECT {_COLUMNS}, COUNT(*)"), Clause(f" GROUP BY {_COLUMNS}")
    return [tuple(row) for row in fetched(select + source + group)]


def _facts(wanted: Documents) -> list[Clause]:
    place = engine().place
    return [Clause(f"d.{fact} = {place}", (value,)) for fact, value in wanted.chosen]


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
