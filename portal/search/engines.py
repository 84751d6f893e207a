"""The statements of the two search engines; values are always bound, never pasted in."""

from collections.abc import Callable
from dataclasses import dataclass

_LIVE = (
    "a.state = 'live' AND a.published_at <= {p} AND (a.expires_at IS NULL OR a.expires_at > {p})"
)


@dataclass(frozen=True)
class Engine:
    """SQL of one database: `ask` turns phrases of tokens into the value bound to the match."""

    insert: str
    delete: str
    count: str
    find: str
    ask: Callable[[list[list[str]]], str]


def _both(source: str, place: str) -> tuple[str, str]:
    where = f"{source} AND {_LIVE.format(p=place)}"
    count = f"SELECT COUNT(*) {where}"  # noqa: S608 - constants of this module
    find = (
        f"SELECT a.id {where} ORDER BY a.published_at DESC, a.id DESC "  # noqa: S608 - the same
        f"LIMIT {place} OFFSET {place}"
    )
    return count, find


def _fts5(phrases: list[list[str]]) -> str:
    return " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases)


def _tsquery(phrases: list[list[str]]) -> str:
    return " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in phrases
    )


_count, _find = _both(
    "FROM search_text s JOIN article a ON a.id = s.rowid WHERE search_text MATCH ?", "?"
)
SQLITE = Engine(
    insert="INSERT INTO search_text (rowid, words) VALUES (?, ?)",
    delete="DELETE FROM search_text WHERE rowid = ?",
    count=_count,
    find=_find,
    ask=_fts5,
)

_count, _find = _both(
    "FROM search_text s JOIN article a ON a.id = s.article WHERE s.words @@ %s::tsquery", "%s"
)
POSTGRESQL = Engine(
    insert="INSERT INTO search_text (article, words) VALUES (%s, to_tsvector('simple', %s))",
    delete="DELETE FROM search_text WHERE article = %s",
    count=_count,
    find=_find,
    ask=_tsquery,
)
