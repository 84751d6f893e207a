"""The generation (代): moved on inside the transaction of every public change."""

from datetime import datetime

from portal.database import is_sqlite, proxy
from portal.times import now

DUE = (
    "SELECT MIN(publish_at) AS at FROM revision WHERE state = 'scheduled'",
    "SELECT MIN(published_at) FROM article WHERE state = 'live' AND published_at > {at}",
    # COALESCE hides the state from SQLite, which would go through all that is live by it.
    "SELECT MIN(expires_at) FROM article WHERE COALESCE(state, '') = 'live' AND expires_at > {at}",
)
"""What may be due next: a revision goes live, a live article appears, or one expires.

Plain SQL, because it is part of every publication and an import makes thousands of them.
"""


def advance(at: datetime | None = None) -> None:
    """Make every page rendered before this transaction an old one, and find what is due next."""
    _update("number + 1", at or now())


def plan() -> None:
    """Find anew what is due next, when only that has changed."""
    _update("number", now())


def _update(number: str, at: datetime) -> None:
    due = " UNION ALL ".join(DUE).format(at="?" if is_sqlite() else "%s")
    proxy.execute_sql(
        f"UPDATE generation SET number = {number},"  # noqa: S608 - constants of this module
        f" next_due = (SELECT MIN(at) FROM ({due}) AS due)",
        (at, at),
    )
