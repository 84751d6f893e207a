"""How many legal documents each value of each fact has, with everything else that is wanted."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from portal.per_generation import PerGeneration
from portal.search.documents import FACTS, Cell, Chosen, Documents, cells
from portal.search.finding import TALLIED

CHOICES = 64
"""Of facts, whose counts in a section are kept."""


@dataclass(frozen=True)
class Counts:
    """How many documents each value of each fact has, its own choice left aside.

    `complete` says that these are all; with words, only the newest `TALLIED` are counted.
    """

    values: dict[str, Counter[str]]
    total: int
    complete: bool


_sections = PerGeneration[dict[int, Callable[[Chosen], Counts]]](dict)
"""What was counted without words, section by section."""


def counts(wanted: Documents, generation: int) -> Counts:
    """The values of every fact; `generation` is the one that this transaction has read."""
    if wanted.words:
        found = cells(wanted)
        return _counts(found, sum(cell[-1] for cell in found) < TALLIED, wanted.chosen)
    sections = _sections.of(generation)
    if wanted.section not in sections:
        counted = partial(_counts, cells(wanted), True)
        sections[wanted.section] = lru_cache(CHOICES)(counted)
    return sections[wanted.section](wanted.chosen)


def _counts(of: Sequence[Cell], complete: bool, chosen: Chosen) -> Counts:
    wishes = [(FACTS.index(fact), value) for fact, value in chosen]
    values = {fact: Counter[str]() for fact in FACTS}
    total = 0
    for cell in of:
        unmet = [place for place, value in wishes if cell[place] != value]
        if not unmet:
            total += cell[-1]
        if len(unmet) < 2:  # the values of a fact are offered whatever is chosen of itself
            for place in unmet or range(len(FACTS)):
                values[FACTS[place]][str(cell[place])] += cell[-1]
    return Counts(values, total, complete)
