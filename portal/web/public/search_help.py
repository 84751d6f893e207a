"""When nothing was found: what was meant, what sounds alike, and parts of the question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal import search
from portal.queries.search_words import SearchWords
from portal.search import Wanted
from portal.tokens import BLANK, BREAK, Word
from portal.web.public.search_asked import Asked
from portal.web.public.search_facets import label

MOST_NEAR = 4
MOST_CUTS = 12
"""How many beginnings and ends of a long word are tried."""
MOST_WORDS = 6
"""Of so many words each is left out in turn; of more, each is tried alone."""
MOST_NAMED = 3
"""How many words that are left out are named."""
SHORTEST = 2
Needles = tuple[str, ...]
"""The folded words of a question."""
_BETWEEN = re.compile(f"[{BREAK}{BLANK}]")


@dataclass(frozen=True)
class Hint:
    """Another question, with how much it finds and what of the first it leaves out."""

    question: str
    url: str
    count: str
    without: Sequence[str] = ()

    @property
    def left_out(self) -> str:
        """What it leaves out, in words."""
        words = "".join(f"“{word}”" for word in self.without[:MOST_NAMED])
        more = f"等 {len(self.without)} 个词" if len(self.without) > MOST_NAMED else ""
        return words + more


@dataclass(frozen=True)
class Help:
    """Questions that may have been meant, and parts of the one that was asked."""

    near: list[Hint]
    parts: list[Hint]


def help_with(words: Sequence[Word], known: SearchWords, at: datetime) -> Help:
    """What could be asked instead, in two statements; words that the desk knows come first."""
    asked = tuple(word.needle for word in words)
    inside = dict.fromkeys((inner,) for needle in asked for inner in known.inside(needle))
    meant = list(inside)[:MOST_NEAR]
    alike = _alike(asked, at)
    parts = [] if alike and len(asked) == 1 else _parts(asked)
    found = _found([*meant, *alike, *parts], known, at)
    sounding = [_hint(each, found[each]) for each in alike if each in found]
    less = {each: _hint(each, n, _left_out(asked, each)) for each, n in found.items()}
    near = [less[each] for each in meant if each in found]
    good = [each for each in parts if each in found and each not in meant]
    best = [] if near and len(asked) == 1 else _best(asked, good)
    return Help([*near, *sounding[:MOST_NEAR]], [less[each] for each in best])


def _found(asked: Sequence[Needles], known: SearchWords, at: datetime) -> dict[Needles, int]:
    """The questions that find something, with how much; words count with what they are called."""
    counts = search.counts([Wanted(tuple(map(known.called, each)), at) for each in asked])
    return {each: count for each, count in zip(asked, counts, strict=True) if count}


def _hint(needles: Needles, count: int, without: Sequence[str] = ()) -> Hint:
    question = " ".join(_readable(needle) for needle in needles)
    return Hint(question, Asked(question).url(), label(count, complete=True), without)


def _readable(needle: str) -> str:
    return needle.replace(BREAK, "-").replace(BLANK, " ")


def _left_out(asked: Needles, used: Needles) -> list[str]:
    """What of the words asked for is not looked for by those that are used."""
    rest = []
    for needle in asked:
        for each in used:
            needle = needle.replace(each, BREAK)
        rest += [piece for piece in _BETWEEN.split(needle) if piece]
    return rest


def _alike(needles: Needles, at: datetime) -> list[Needles]:
    """The question with one word after another replaced by one that sounds like it."""
    lists = search.near(needles, at)
    return [
        (*needles[:place], other, *needles[place + 1 :])
        for place, others in enumerate(lists)
        for other in others[:MOST_NEAR]
    ]


def _pieces(asked: Needles) -> Needles:
    """The words of a question; of a single one, what stands between its markers."""
    return asked if len(asked) > 1 else tuple(dict.fromkeys(_BETWEEN.split(asked[0])))


def _parts(asked: Needles) -> list[Needles]:
    """What to count: several words but for one, and each alone; else pieces of the one word."""
    pieces = _pieces(asked)
    if len(pieces) > 1:
        many = 2 < len(pieces) <= MOST_WORDS
        but_one = [(*pieces[:n], *pieces[n + 1 :]) for n in range(len(pieces)) if many]
        return [*but_one, *((each,) for each in pieces)]
    (needle,) = pieces
    lengths = range(len(needle) - 1, SHORTEST - 1, -1)[:MOST_CUTS]
    cuts = [cut for n in lengths for cut in (needle[:n], needle[-n:])]
    return [(cut,) for cut in dict.fromkeys(cuts)]


def _best(asked: Needles, good: Sequence[Needles]) -> Sequence[Needles]:
    """Of those that find something, the ones with most words; of a single word the longest
    beginning and the longest end."""
    if len(_pieces(asked)) > 1:
        most = max(map(len, good), default=0)
        return [each for each in good if len(each) == most]
    ends = (str.startswith, str.endswith)
    longest = (next((each for each in good if at_end(asked[0], each[0])), ()) for at_end in ends)
    return list(dict.fromkeys(each for each in longest if each))
