"""Full-text search: one index row per live article, the same tokens on both databases.

`put` and `remove` belong inside the transaction that publishes. SQLite keeps the tokens in an FTS5
table, PostgreSQL in a `tsvector`; the statements of both stand side by side in `engines`.
"""

from datetime import datetime

from portal import tokens
from portal.database import is_sqlite, proxy
from portal.search.engines import POSTGRESQL, SQLITE, Engine

QUESTION_LIMIT = 100
"""Characters of a question that count; nobody types more by hand."""


def _engine() -> Engine:
    return SQLITE if is_sqlite() else POSTGRESQL


def put(article: int, text: str) -> None:
    """Index a text under an article's id, in place of what was there."""
    remove(article)
    engine = _engine()
    proxy.execute_sql(engine.insert, (article, *engine.row(tokens.stored(text))))


def remove(article: int) -> None:
    """Forget an article."""
    proxy.execute_sql(_engine().delete, (article,))


def find(question: str, at: datetime, limit: int, offset: int = 0) -> tuple[list[int], int]:
    """Ids of the live articles that hold every phrase, newest first, and how many there are.

    `at` is the naive UTC time at which articles must be visible.
    """
    wanted = tokens.phrases(question[:QUESTION_LIMIT])
    if not wanted:
        return [], 0
    engine = _engine()
    asked = (*engine.ask(wanted), at, at)
    (count,) = proxy.execute_sql(engine.count, asked).fetchone()
    rows = proxy.execute_sql(engine.find, (*asked, limit, offset)).fetchall()
    return [row[0] for row in rows], count
