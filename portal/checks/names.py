"""Check for names of the state and its organs that are one character off: 中华人民共合国."""

import re
from collections.abc import Iterator
from functools import cache

from portal.checks.characters import HAN
from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Problem

_NAMES = (
    "中国人民政治协商会议",
    "全国人民代表大会",
    "最高人民检察院",
    "中华人民共和国",
    "国家监察委员会",
    "最高人民法院",
    "中国共产党",
)
"""Longest first: 最高人民检院 is the procuratorate, not the court."""

_SHORTEST_OFFICE = 7


def _near_misses(manuscript: Manuscript) -> Iterator[Problem]:
    office = manuscript.draft.office.strip()
    names, pattern = _patterns(office)
    for passage in manuscript.passages:
        for found in pattern.finditer(passage.text):
            right = names[(found.lastindex or 0) - 1]
            yield passage.problem(
                f"“{found[0]}”与“{right}”差一个字，请核对。",
                *found.span(),
                f"改为“{right}”",
                [Change(*found.span(), right)],
            )


@cache
def _patterns(office: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The names, and an expression with one group for each that finds its misspellings."""
    names, groups = list(_NAMES), [[*_replaced(name), *_slipped(name)] for name in _NAMES]
    if len(office) >= _SHORTEST_OFFICE:
        # Another place may differ from ours in one character: only slips are certain.
        names.append(office)
        groups.append([*_slipped(office)])
    return tuple(names), re.compile("|".join(f"({'|'.join(group)})" for group in groups))


def _replaced(name: str) -> Iterator[str]:
    """The name with one character of its inside replaced; the first may be the end of a word."""
    first = 1 if name.startswith("中") else 2
    for at in range(first, len(name) - 1):
        yield f"{name[:at]}(?!{name[at]})[{HAN}]{name[at + 1 :]}"


def _slipped(name: str) -> Iterator[str]:
    """The name with a character left out, typed twice, or two of them swapped."""
    for at in range(1, len(name) - 1):
        yield re.escape(name[:at] + name[at + 1 :])
        yield re.escape(name[: at + 1] + name[at:])
        if name[at] != name[at - 1]:
            yield re.escape(name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :])


NAME_NEAR_MISS = Check(
    "name-near-miss", ADVICE, "国名和机关名称写错一个字，检查时算严重错误。", _near_misses
)
