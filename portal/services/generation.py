"""The generation (代): moved on inside the transaction of every public change.

With it, lists take in what has appeared and let go of what has expired, so that a list is a walk of
an index, and its length a sum. Plain SQL, because this is part of every publication and an import
makes thousands of them.
"""

from datetime import datetime
from time import time

from portal.database import is_sqlite, lock, proxy
from portal.models import Generation
from portal.times import now

# SQLite enters an index by each of two conditions where it could not by both with OR; and COALESCE
# hides a time from it that would lead through all that has ever expired.
_WHEN = "COALESCE(published_at, expires_at)"
_LASTING = "state = 'live' AND listed = FALSE AND expires_at IS NULL"
_PASSING = "state = 'live' AND listed = FALSE AND expires_at > {at}"
APPEARED = tuple(
    "UPDATE article SET listed = TRUE WHERE id IN"  # noqa: S608 - constants of this module
    f" (SELECT id FROM article WHERE {waiting} AND {_WHEN} <= {{at}}{{free}})"
    for waiting in (_LASTING, _PASSING)
)
GONE = (
    "UPDATE article SET listed = FALSE WHERE id IN (SELECT id FROM article"
    " WHERE (state = 'live' AND listed = TRUE AND expires_at <= {at})"
    " OR (state IN ('draft', 'withdrawn') AND listed = TRUE)"
    " OR (listed = TRUE AND published_at > {at}){free})"
)
DUE = (
    "SELECT MIN(publish_at) AS at FROM revision WHERE state = 'scheduled'",
    f"SELECT MIN({_WHEN}) FROM article WHERE {_LASTING}",  # noqa: S608
    f"SELECT MIN({_WHEN}) FROM article WHERE {_PASSING}",  # noqa: S608
    "SELECT MIN(expires_at) FROM article WHERE state = 'live' AND listed = TRUE"
    " AND expires_at IS NOT NULL",
)
"""What may be due next: a revision goes live, a live article appears, or a listed one expires."""
_SOONEST = " UNION ALL ".join(DUE)
PLANNED = f"UPDATE generation SET next_due = (SELECT MIN(at) FROM ({_SOONEST}) AS due)"  # noqa: S608
FREE = " FOR UPDATE SKIP LOCKED"
"""Only rows that nobody works on: whoever holds one may be waiting for the generation, which is held
here. One that is passed over stays due, and the next request takes it in."""


def advance(at: datetime | None = None) -> None:
    """Make every page rendered before this transaction an old one, and lists those of `at`."""
    at = at or now()
    proxy.execute_sql("UPDATE generation SET number = number + 1")
    for statement in (*APPEARED, GONE, PLANNED):
        _run(statement, at)


def restart() -> None:
    """Go on with a number that no page of this portal can have been kept with, after a restore."""
    number = max(Generation.select(Generation.number).scalar(), int(time()))
    Generation.update(number=number).execute()
    advance()


def hold() -> None:
    """Keep other public changes waiting until this transaction ends.

    Whatever changes an article that a list shows begins with this, once it has the article: the
    counts of lists are taken after the generation's row, in one order for all.
    """
    lock(Generation.select(Generation.id))


def plan() -> None:
    """Find anew what is due next, when only that has changed."""
    _run(PLANNED, now())


def _run(statement: str, at: datetime) -> None:
    sqlite = is_sqlite()
    text = statement.format(at="?" if sqlite else "%s", free="" if sqlite else FREE)
    proxy.execute_sql(text, (at,) * statement.count("{at}"))
