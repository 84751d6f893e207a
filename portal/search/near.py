"""Near misses: words of titles and keywords that sound like what was asked for."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from portal.search.clause import Clause, joined
from portal.search.engines import engine, fetched
from portal.search.finding import narrowed
from portal.search.wanted import Wanted
from portal.tokens import fold
from portal.tokens.sounds import Heard, asked_tokens, heard, sounding_like, usually

LOOKED_AT = 60
"""How many of the newest articles with the sound are read for each word."""


def near(needles: Sequence[str], at: datetime) -> list[list[str]]:
    """For each folded word the others that sound like it, those of most titles first."""
    words = [heard(needle) for needle in needles]
    asked = [(number, word) for number, word in enumerate(words) if word]
    if not asked:
        return [[] for _ in needles]
    found = [Counter[str]() for _ in needles]
    each = [_articles(number, word, at) for number, word in asked]
    for number, title, keywords in fetched(joined(" UNION ALL ", each)):
        alike = sounding_like(words[number], fold(f"{title}\n{keywords}"))
        found[number].update(set(alike) - {needles[number]})
    return [_best(counted, word) for counted, word in zip(found, words, strict=True)]


def _best(counted: Counter[str], word: Heard) -> list[str]:
    """Those of most titles first; seldom readings of a character only if there is nothing else."""
    listed = [other for other, _ in counted.most_common()]
    return [other for other in listed if usually(word, other)] or listed


def _articles(number: int, word: Heard, at: datetime) -> Clause:
    own = engine()
    groups = [[[token] for token in group] for group in asked_tokens(word)]
    return (
        Clause("SELECT * FROM (")
        + Clause(f"SELECT {own.place}, r.title, r.keywords", (number,))
        + Clause(" FROM ")
        + own.source(groups)
        + Clause(" JOIN revision r ON r.id = e.revision WHERE ")
        + joined(" AND ", [own.condition(groups, ()), *narrowed(Wanted((), at))])
        + Clause(f" ORDER BY {own.number} DESC LIMIT {own.place}) found", (LOOKED_AT,))
    )
