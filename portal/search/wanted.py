"""What is asked of the index: words that must all occur, and what narrows the articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Wanted:
    """A question to the index. `at` is the naive UTC moment at which articles must be visible.

    Each of `words` is a folded word with those that mean the same; one of them must occur.
    `sections` are ids; `year` is one of Beijing time.
    """

    words: tuple[tuple[str, ...], ...]
    at: datetime
    sections: tuple[int, ...] | None = None
    year: int | None = None


def wanted(needles: Iterable[str], at: datetime) -> Wanted:
    """A question for folded words as they are."""
    return Wanted(tuple((needle,) for needle in needles), at)
