"""Full-text search: one index row per live article, the same tokens on both databases.

`keep` belongs inside the transaction that writes a revision, `put` and `remove` inside the one that
publishes or withdraws it. What legal documents are looked up by is kept beside it. SQLite keeps the tokens in an FTS5 table, PostgreSQL in a `tsvector`;
what differs stands in `engines`.
"""

from portal.search.finding import CAPPED, RANKED, Cell, Tally, counts, find, ranked, tally
from portal.search.index import Facts, Text, keep, move, put, remove
from portal.search.near import near
from portal.search.wanted import Wanted, wanted

__all__ = [
    "CAPPED",
    "RANKED",
    "Cell",
    "Facts",
    "Tally",
    "Text",
    "Wanted",
    "counts",
    "find",
    "keep",
    "move",
    "near",
    "put",
    "ranked",
    "remove",
    "tally",
    "wanted",
]
