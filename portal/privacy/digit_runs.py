"""Runs of digits: what is written as one number, also with blanks or dashes in between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

_RUN = re.compile(r"(?<![A-Za-z0-9*.])\+?[0-9][0-9*Xx]*(?:(?: {1,2}| ?- ?)[0-9*Xx]+)*(?![A-Za-z])")
_GROUP = re.compile(r"\+?([0-9*Xx]+)")
_SHORTEST, _LONGEST = 10, 25
_MOST_GROUPS = 6


@dataclass(frozen=True)
class Number:
    """Groups of digits read as one number; `digits` without what stands between the groups.

    `sizes` are the lengths of the groups. `*` and `x` within are hidden digits.
    """

    start: int
    end: int
    digits: str
    sizes: tuple[int, ...]


def numbers(text: str) -> Iterator[list[Number]]:
    """For each group of digits in a folded text: the numbers that begin with it, longest first."""
    for run in _RUN.finditer(text):
        groups = list(_GROUP.finditer(text, run.start(), run.end()))
        for index in range(len(groups)):
            if made := _beginning(groups, index):
                yield made


def _beginning(groups: list[re.Match[str]], index: int) -> list[Number]:
    """The numbers that begin with a group: a few groups together, or digits written one by one."""
    if len(groups[index][1]) > 1:
        sizes = range(min(_MOST_GROUPS, len(groups) - index), 0, -1)
        possible = [_joined(groups[index : index + size]) for size in sizes]
    elif index and len(groups[index - 1][1]) == 1:
        possible = []
    else:
        chain = takewhile(lambda group: len(group[1]) == 1, islice(groups, index, index + 30))
        possible = [_joined(list(chain))]
    return [number for number in possible if _SHORTEST <= len(number.digits) <= _LONGEST]


def _joined(groups: list[re.Match[str]]) -> Number:
    digits = [group[1] for group in groups]
    return Number(groups[0].start(), groups[-1].end(), "".join(digits), tuple(map(len, digits)))
