"""When nothing was found: words that sound alike, and parts of the question that find something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal import search
from portal.tokens import BLANK, BREAK, Word
from portal.web.public.search_asked import Asked
from portal.web.public.search_facets import label

MOST_NEAR = 4
MOST_CUTS = 12
"""How many beginnings and ends of a long word are tried."""
SHORTEST = 2


@dataclass(frozen=True)
class Hint:
    """Another question, with how much it finds."""

    question: str
    url: str
    count: str


@dataclass(frozen=True)
class Help:
    """Questions that sound like the one asked, and parts of it."""

    near: list[Hint]
    parts: list[Hint]


def help_with(words: Sequence[Word], at: datetime) -> Help:
    """What could be asked instead, in two statements."""
    alike = _alike(words, at)
    parts = [] if alike and len(words) == 1 else _parts(words)
    needles = [*alike, *([part] for part in parts)]
    found = search.counts([search.wanted(each, at) for each in needles])
    near = [_hint(each, n) for each, n in zip(alike, found, strict=False) if n]
    counted = dict(zip(parts, found[len(alike) :], strict=True))
    return Help(near[:MOST_NEAR], [_hint([part], counted[part]) for part in _best(words, counted)])


def _hint(needles: Sequence[str], count: int) -> Hint:
    question = " ".join(_readable(needle) for needle in needles)
    return Hint(question, Asked(question).url(), label(count, complete=True))


def _readable(needle: str) -> str:
    return needle.replace(BREAK, "-").replace(BLANK, " ")


def _alike(words: Sequence[Word], at: datetime) -> list[list[str]]:
    """The question with one word after another replaced by one that sounds like it."""
    needles = [word.needle for word in words]
    lists = search.near(needles, at)
    return [
        [*needles[:place], other, *needles[place + 1 :]]
        for place, others in enumerate(lists)
        for other in others[:MOST_NEAR]
    ]


def _parts(words: Sequence[Word]) -> list[str]:
    """What to count: each of several words, else the pieces of the one, the longest first."""
    if len(words) > 1:
        return [word.needle for word in words]
    needle = words[0].needle
    pieces = needle.replace(BLANK, BREAK).split(BREAK)
    if len(pieces) > 1:
        return list(dict.fromkeys(pieces))
    lengths = range(len(needle) - 1, SHORTEST - 1, -1)[:MOST_CUTS]
    cuts = [cut for n in lengths for cut in (needle[:n], needle[-n:])]
    return list(dict.fromkeys(cuts))


def _best(words: Sequence[Word], counted: dict[str, int]) -> list[str]:
    """Every word that finds something; of a single one the longest beginning and the longest end."""
    good = [part for part, count in counted.items() if count]
    needle = words[0].needle
    if len(words) > 1 or BREAK in needle or BLANK in needle:
        return good
    ends = (str.startswith, str.endswith)
    longest = (next((part for part in good if at_end(needle, part)), "") for at_end in ends)
    return list(dict.fromkeys(part for part in longest if part))
