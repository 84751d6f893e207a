"""Counting: the number of each paragraph of a list, as Word counts, and its label.

Lists that share a definition share their counts. A list that is to start anew does so at its first
paragraph of that level; what follows in the other lists goes on from there.
"""

import re
from collections import defaultdict

from portal.word_import.number_formats import written
from portal.word_import.numbering import Level, NumberedList

_PLACEHOLDER = re.compile("%([1-9])")
_UNCOUNTED = frozenset({"bullet", "none"})


class Count:
    """How far every list of the document has been counted."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def label(self, numbered: NumberedList, at: int) -> str:
        """Count one more paragraph at a level of a list; the label that Word shows before it."""
        return _label(numbered, at, self._next(numbered, at))

    def _next(self, numbered: NumberedList, at: int) -> list[int]:
        counts = self._counts[numbered.definition]
        starts_anew = at in numbered.starts and (numbered.key, at) not in self._begun
        self._begun.add((numbered.key, at))
        if starts_anew or at not in counts:
            counts[at] = numbered.levels[at].start
        else:
            counts[at] += 1
        for deeper in [each for each in counts if each > at]:
            if _restarts(numbered.levels.get(deeper), deeper, at):
                del counts[deeper]
        return [counts.get(each, _start(numbered, each)) for each in range(at + 1)]


def _restarts(level: Level | None, deeper: int, at: int) -> bool:
    """Whether a level starts anew after a paragraph of the higher level `at`."""
    if level is None or level.restart is None or level.restart > deeper:
        return True
    return at < level.restart


def _start(numbered: NumberedList, at: int) -> int:
    return numbered.levels[at].start if at in numbered.levels else 1


def _label(numbered: NumberedList, at: int, numbers: list[int]) -> str:
    level = numbered.levels[at]
    if any(int(place) > at + 1 for place in _PLACEHOLDER.findall(level.pattern)):
        return ""  # Word drops a label that names a deeper level

    def number(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        form = numbered.levels[index].form if index in numbered.levels else "decimal"
        is_legal = level.is_legal and form not in _UNCOUNTED
        return written(numbers[index], "decimal" if is_legal else form)

    return _PLACEHOLDER.sub(number, level.pattern)
