"""What was measured, as tables that people read and documents hold."""

from collections.abc import Sequence
from statistics import median


def told(sentence: str) -> None:
    """Say how far it is."""
    print(sentence, flush=True)


def lines(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table in Markdown; every column but the first is of numbers."""
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]


def middle(values: Sequence[float], digits: int = 0) -> str:
    """The median, with spaces between thousands."""
    return f"{median(values):,.{digits}f}".replace(",", " ")


def spread(values: Sequence[float], digits: int = 0) -> str:
    """The smallest and the largest."""
    return f"{min(values):,.{digits}f}–{max(values):,.{digits}f}".replace(",", " ")


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of each round, in which both stood side by side."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))
