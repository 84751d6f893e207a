"""Checks of spaces: none in a row for layout, none between the characters of a word."""

import re
from collections.abc import Iterator

from portal.checks.characters import HAN
from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Passage, Problem
from portal.checks.sweeping import swept

_SPACE = r" \xa0\u2000-\u200a\u3000"
_GAP = re.compile(rf"(?<=[^\s])[{_SPACE}]{{2,}}(?=[^\s])")
_SPREAD = re.compile(rf"\s*[{HAN}](?:[{_SPACE}]+[{HAN}])+\s*")
_SPACES = re.compile(rf"[{_SPACE}]+")


def _gaps(manuscript: Manuscript) -> Iterator[Problem]:
    return swept(
        manuscript,
        _narrowed,
        "有 {count} 处连着几个空格。屏幕一窄就对不齐了，请用一个空格或者表格。",
        "这 {count} 处各留一个空格",
    )


def _narrowed(passage: Passage) -> list[Change]:
    is_preformatted = passage.line and passage.line.name == "pre"
    if is_preformatted or _SPREAD.fullmatch(passage.text):
        return []
    return [Change(*found.span(), " ") for found in _GAP.finditer(passage.text)]


def _spread(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        if _SPREAD.fullmatch(passage.text):
            yield passage.problem(
                "字与字之间加了空格，读屏软件会一个字一个字地念，也搜不到这个词。",
                0,
                len(passage.text),
                "去掉字间空格",
                [Change(*found.span(), "") for found in _SPACES.finditer(passage.text)],
            )


SPACES_MANY = Check("spaces-many", ADVICE, "用空格对齐的文字，在手机上是乱的。", _gaps)
SPACES_IN_WORD = Check("spaces-in-word", ADVICE, "拉开字距的词念不成词，也搜不到。", _spread)
