"""Checks of punctuation in Chinese text: full width, and each mark once."""

import re
from collections.abc import Iterator

from portal.checks.characters import HAN
from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Passage, Problem
from portal.checks.sweeping import swept

_FULL_WIDTH = str.maketrans(
    {**dict(zip(",;:?!()", "，；：？！（）", strict=True)), ".": "。", " ": ""}
)
_MARK = re.compile(
    rf"(?<=[{HAN}》」』）】”’)\"])[,;:?!] *(?=[{HAN}《「『（【“‘(\"])"
    rf"|(?<=[{HAN}》」』）】”’)\"])[,;:?!.](?=\s*$)"
)
_BRACKETED = re.compile(r"\([^()（）\n]*\)")
_QUOTED = re.compile(r'"[^"\n]*"')
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z]\s*$")
_NEAR = 4

_REPEATED = re.compile(r"[，。、；：]{2,}|！{2,}|？{2,}")
_STRONGEST_FIRST = "。；：，、！？"


def _half_width(manuscript: Manuscript) -> Iterator[Problem]:
    return swept(
        manuscript,
        _widened,
        "有 {count} 处用了半角标点，中文里请用全角的。",
        "把这 {count} 处改成全角",
    )


def _widened(passage: Passage) -> list[Change]:
    text = passage.text
    if passage.line and passage.line.name == "pre":
        return []
    changes = [
        Change(*found.span(), found[0].translate(_FULL_WIDTH)) for found in _MARK.finditer(text)
    ]
    for found in _BRACKETED.finditer(text):
        changes += _pair(found, "（", "）")
    if text.count('"') % 2 == 0:
        for found in _QUOTED.finditer(text):
            changes += _pair(found, "“", "”")
    return changes


def _pair(found: re.Match[str], opening: str, closing: str) -> Iterator[Change]:
    """The changes of a pair around Chinese words, unless it stands in text of another script."""
    if _HAN.search(found[0]) and not _LATIN.search(
        found.string[max(found.start() - _NEAR, 0) : found.start()]
    ):
        yield Change(found.start(), found.start() + 1, opening)
        yield Change(found.end() - 1, found.end(), closing)


def _repeated(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        for found in _REPEATED.finditer(passage.text):
            yield _once(passage, found)


def _once(passage: Passage, found: re.Match[str]) -> Problem:
    marks = found[0]
    is_ellipsis = len(marks) > 2 and set(marks) == {"。"}
    mark = "……" if is_ellipsis else min(marks, key=_STRONGEST_FIRST.index)
    return passage.problem(
        f"标点“{marks[:10]}”连在一起，请核对。",
        *found.span(),
        f"改为“{mark}”",
        [Change(*found.span(), mark)],
    )


HALF_WIDTH = Check(
    "half-width", ADVICE, "中文里的半角标点挤在一起，读屏时停顿也不对。", _half_width
)
PUNCTUATION_REPEATED = Check(
    "punctuation-repeated", ADVICE, "连用的逗号、句号多半是删改时留下的。", _repeated
)
