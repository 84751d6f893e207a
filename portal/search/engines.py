"""The two engines: how each matches tokens, and how each makes sure.

FTS5 knows where every token stands, so a phrase of pairs is exact. A `tsvector` forgets places in a
long text, so on PostgreSQL the pairs find candidates and a look into their words decides; it is
taken in the order of the answer, and stops with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.database import is_sqlite, proxy
from portal.search.clause import Clause, joined
from portal.tokens import phrase

Groups = Sequence[Sequence[Sequence[str]]]
"""All of these, each being any of these, each being these tokens side by side."""

MOST_BYTES = 1_000_000
"""Of tokens in a tsvector; PostgreSQL takes 1,048,575 and not one more."""


@dataclass(frozen=True)
class Engine:
    """What differs: the `place` of a value, and SQL for what the two write differently."""

    place: str
    number: str
    """The column that grows with the time of publication."""
    year: str
    """The year in Beijing of an article `a`."""
    insert: str
    delete: str

    def row(self, words: Sequence[str]) -> object:
        """What is bound for the tokens of a row to insert."""
        raise NotImplementedError

    def source(self, groups: Groups) -> Clause:
        """The rows `e` and `a` to choose from, for FROM."""
        raise NotImplementedError

    def condition(self, groups: Groups, words: Sequence[Sequence[str]]) -> Clause:
        """What must hold of them, for WHERE; `words` are the folded words behind `groups`."""
        raise NotImplementedError


class Fts5(Engine):
    """SQLite: a table that holds nothing but the index."""

    def row(self, words: Sequence[str]) -> object:
        return " ".join(words)

    def source(self, groups: Groups) -> Clause:
        return Clause(
            "search_text s CROSS JOIN indexed e ON e.id = s.rowid"
            " CROSS JOIN article a ON a.id = e.article_id"
        )

    def condition(self, groups: Groups, words: Sequence[Sequence[str]]) -> Clause:
        alternatives = (" OR ".join(f'"{" ".join(each)}"' for each in group) for group in groups)
        return Clause("search_text MATCH ?", (" AND ".join(f"({each})" for each in alternatives),))


_LOOK = (
    # It names `m` as well, so that it waits until the rows are joined, which is in their order.
    "(SELECT strpos(w.folded, %s) FROM wording w"
    " WHERE w.revision_id = e.revision AND e.id = m.id) > 0"
)


class Tsvector(Engine):
    """PostgreSQL: a GIN index over the tokens, without their places."""

    def row(self, words: Sequence[str]) -> object:
        """None for a text too rich for a tsvector, which is then always looked into."""
        different = list(dict.fromkeys(words))
        fits = sum(len(each.encode()) for each in different) <= MOST_BYTES
        return different if fits else None

    def source(self, groups: Groups) -> Clause:
        return Clause(
            "search_matches(%s::tsquery) m JOIN indexed e ON e.id = m.id"
            " JOIN article a ON a.id = e.article_id",
            (" & ".join(f"({_any(group)})" for group in groups),),
        )

    def condition(self, groups: Groups, words: Sequence[Sequence[str]]) -> Clause:
        if not words:
            return Clause("TRUE")
        return joined(" AND ", [_certain(group) for group in words])


def _any(group: Sequence[Sequence[str]]) -> str:
    each = (" & ".join(f"'{token}'" for token in dict.fromkeys(tokens)) for tokens in group)
    return " | ".join(f"({one})" for one in each)


def _certain(group: Sequence[str]) -> Clause:
    """A single pair or sign is in the text when the index says so; longer words are looked up."""
    look = joined(" OR ", [Clause(_LOOK, (word,)) for word in group])
    short = all(len(phrase(word)) == 1 for word in group)
    return Clause("(m.sure OR " if short else "(") + look + Clause(")")


SQLITE = Fts5(
    place="?",
    number="s.rowid",
    year="CAST(strftime('%Y', a.published_at, '+8 hours') AS INTEGER)",
    insert="INSERT INTO search_text (rowid, words) VALUES (?, ?)",
    delete="INSERT INTO search_text (search_text, rowid, words) VALUES ('delete', ?, ?)",
)
POSTGRESQL = Tsvector(
    place="%s",
    number="m.id",
    year="CAST(extract(year FROM a.published_at + interval '8 hours') AS integer)",
    insert="INSERT INTO search_text (id, words) VALUES (%s, array_to_tsvector(%s))",
    delete="DELETE FROM search_text WHERE id = %s",
)


def engine() -> Engine:
    """The engine of the database in use."""
    return SQLITE if is_sqlite() else POSTGRESQL


def fetched(clause: Clause) -> list[tuple[Any, ...]]:
    """The rows of a statement."""
    rows: list[tuple[Any, ...]] = proxy.execute_sql(clause.sql, clause.values).fetchall()
    return rows
