"""The statements of the two search engines; values are always bound, never pasted in."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.tokens import BREAK

_LIVE = (
    "a.state = 'live' AND a.published_at <= {p} AND (a.expires_at IS NULL OR a.expires_at > {p})"
)


@dataclass(frozen=True)
class Engine:
    """SQL of one database, and what it binds: `row` after an article's id, `ask` to the match."""

    insert: str
    delete: str
    count: str
    find: str
    row: Callable[[str], tuple[str | None, ...]]
    ask: Callable[[list[list[str]]], tuple[object, ...]]


def _both(source: str, place: str) -> tuple[str, str]:
    where = f"{source} AND {_LIVE.format(p=place)}"
    count = f"SELECT COUNT(*) {where}"  # noqa: S608 - constants of this module
    find = (
        f"SELECT a.id {where} ORDER BY a.published_at DESC, a.id DESC "  # noqa: S608 - the same
        f"LIMIT {place} OFFSET {place}"
    )
    return count, find


def _plain(words: str) -> tuple[str]:
    return (words,)


def _fts5(phrases: list[list[str]]) -> tuple[str]:
    return (" AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases),)


# What a tsvector can hold of one token; it drops the rest without a word.
MOST_PLACES = 255
LAST_PLACE = 16_383


def _tsvector(words: str) -> tuple[str, str | None]:
    """The tokens with their places; of a text too long for that, without, and the text besides."""
    places: dict[str, list[str]] = {}
    listed = words.split()
    for place, word in enumerate(listed, 1):
        if word != BREAK:
            places.setdefault(word, []).append(str(place))
    if len(listed) > LAST_PLACE or any(len(each) > MOST_PLACES for each in places.values()):
        return " ".join(f"'{word}'" for word in places), f" {words} "
    return " ".join(f"'{word}':{','.join(each)}" for word, each in places.items()), None


def _tsquery(phrases: list[list[str]]) -> tuple[str, str, list[str]]:
    """For places: the phrases; for long texts: every token, then the phrases as LIKE patterns."""
    quoted = [[f"'{word}'" for word in phrase] for phrase in phrases]
    return (
        " & ".join("(" + " <-> ".join(phrase) + ")" for phrase in quoted),
        " & ".join(word for phrase in quoted for word in phrase),
        [f"% {' '.join(phrase)} %" for phrase in phrases],
    )


_count, _find = _both(
    "FROM search_text s CROSS JOIN article a ON a.id = s.rowid WHERE search_text MATCH ?", "?"
)
SQLITE = Engine(
    insert="INSERT INTO search_text (rowid, words) VALUES (?, ?)",
    delete="DELETE FROM search_text WHERE rowid = ?",
    count=_count,
    find=_find,
    row=_plain,
    ask=_fts5,
)

_count, _find = _both(
    "FROM search_text s JOIN article a ON a.id = s.article WHERE (s.words @@ %s::tsquery OR"
    " (s.whole IS NOT NULL AND s.words @@ %s::tsquery AND s.whole LIKE ALL(%s)))",
    "%s",
)
POSTGRESQL = Engine(
    insert="INSERT INTO search_text (article, words, whole) VALUES (%s, %s::tsvector, %s)",
    delete="DELETE FROM search_text WHERE article = %s",
    count=_count,
    find=_find,
    row=_tsvector,
    ask=_tsquery,
)
