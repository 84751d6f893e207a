"""Checks for what stands twice: the title as the first paragraph, a paragraph pasted again."""

import re
from collections.abc import Iterator
from functools import partial

from portal.checks.characters import HAN
from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import PICTURE, Line
from portal.checks.manuscript import Manuscript, Problem

_SHORTEST = 30
_NOT_WORDS = re.compile(rf"[^{HAN}A-Za-z0-9{PICTURE}]")


def _bare(text: str) -> str:
    return _NOT_WORDS.sub("", text)


def _title(manuscript: Manuscript) -> Iterator[Problem]:
    title = _bare(manuscript.draft.title)
    for line in manuscript.lines[:1]:
        if title and _bare(line.text) == title and _is_own_block(manuscript, line):
            yield manuscript.problem(
                line,
                "正文第一段重复了标题。网页上标题已经显示在正文上面，请删去这一段。",
                "删去这一段",
                partial(_remove, manuscript, line),
            )


def _twice(manuscript: Manuscript) -> Iterator[Problem]:
    seen: set[str] = set()
    for line in manuscript.lines:
        words = _bare(line.text)
        if line.name != "p" or len(words) < _SHORTEST or not _is_own_block(manuscript, line):
            continue
        if words in seen:
            yield manuscript.problem(
                line,
                "这一段与前面的一段完全相同，可能粘贴了两次。",
                "删去这一段",
                partial(_remove, manuscript, line),
            )
        seen.add(words)


def _is_own_block(manuscript: Manuscript, line: Line) -> bool:
    return line.element is manuscript.root.children[line.block]


def _remove(manuscript: Manuscript, line: Line) -> None:
    del manuscript.root.children[line.block]


TITLE_REPEATED = Check("title-repeated", ADVICE, "标题念两遍，是从 Word 里整篇粘贴的痕迹。", _title)
PARAGRAPH_TWICE = Check("paragraph-twice", ADVICE, "同一段出现两次，多半是粘贴时的失误。", _twice)
