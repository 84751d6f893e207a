"""Counting what follows the beginning of a name all over a text: it shows where the name ends."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from portal.privacy.given_names import NEVER
from portal.privacy.name_ends import HAN, is_han, word_follows
from portal.privacy.surnames import COMPOUND, FIRST

SOMETIMES_LAST = frozenset("家方人")
"""Characters that end a given name, or begin 家中, 方面, 人等: other places of the name decide."""

_SINCE = frozenset("自于从至到在约以")
_FIRST = re.compile(f"[{''.join(sorted(FIRST))}](?=[{HAN}])")


@dataclass
class Counts:
    """What follows a family name and one character more, at every place of a text.

    `alone` counts where the name ends there, `breaks` where it does at a mark; `nexts` counts
    each character that follows, `longer` those before a mark, `perhaps` those before a word that
    cannot be in a name.
    """

    alone: int = 0
    breaks: int = 0
    nexts: Counter[str] = field(default_factory=Counter)
    longer: Counter[str] = field(default_factory=Counter)
    perhaps: Counter[str] = field(default_factory=Counter)

    def always(self, last: str) -> bool:
        """Whether that character follows more than once, and no other does."""
        return self.nexts[last] == self.nexts.total() > 1


def since(text: str, at: int) -> bool:
    """Whether a word stands there that leads to a time in figures: 自2026年."""
    return text[at : at + 1] in _SINCE and text[at + 1 : at + 2].isdecimal()


class NameCounts:
    """The counts of one folded text, made when asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, Counts] = {}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for found in _FIRST.finditer(self._text):
            start = found.start()
            size = 3 if self._text[start : start + 2] in COMPOUND else 2
            places[self._text[start : start + size]].append(start)
        return places

    def places(self, begin: str) -> Sequence[int]:
        """Where a family name and one character more stand."""
        return self._places.get(begin, ())

    def of(self, begin: str) -> Counts:
        """What follows a family name and one character more."""
        if begin not in self._known:
            counts = self._known[begin] = Counts()
            for place in self.places(begin):
                self._count(place + len(begin), counts)
        return self._known[begin]

    def _count(self, after: int, counts: Counts) -> None:
        """Add one place to the counts: what stands after those characters there."""
        text, last = self._text, self._text[after : after + 1]
        if not is_han(text, after) or last in NEVER:
            counts.alone += 1
            counts.breaks += not is_han(text, after)
            return
        counts.nexts[last] += 1
        if last in SOMETIMES_LAST or since(text, after):
            return
        if not is_han(text, after + 1):
            counts.longer[last] += 1
        elif text[after + 1] in NEVER and not word_follows(text, after):
            counts.perhaps[last] += 1
