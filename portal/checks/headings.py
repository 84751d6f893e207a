"""Checks of headings: no level is skipped, and every heading has words."""

from collections.abc import Iterator, Sequence
from functools import partial

from portal.checks.characters import has_words
from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import PICTURE, Line
from portal.checks.manuscript import Manuscript, Problem

_LEVELS = {"h2": 2, "h3": 3, "h4": 4}


def level(line: Line) -> int | None:
    """2 to 4 for a heading, None for any other line."""
    return _LEVELS.get(line.name)


def closed_up(levels: Sequence[int]) -> list[int]:
    """The levels with no step skipped: headings that stood side by side still do."""
    above: list[int] = []
    result = []
    for each in levels:
        while above and above[-1] >= each:
            above.pop()
        above.append(each)
        result.append(len(above) + 1)
    return result


def _headings(manuscript: Manuscript) -> list[Line]:
    return [line for line in manuscript.lines if level(line)]


def _skipped(manuscript: Manuscript) -> Iterator[Problem]:
    headings = _headings(manuscript)
    above = 1
    for line in headings:
        here = level(line) or 0
        if here > above + 1:
            yield manuscript.problem(
                line,
                f"这个标题是第 {here - 1} 级，它上面却没有第 {here - 2} 级标题。请逐级使用标题。",
                "把全文的标题级别理顺",
                partial(_close_up, headings),
            )
        above = here


def _close_up(headings: Sequence[Line]) -> None:
    wanted = closed_up([level(line) or 0 for line in headings])
    for line, new in zip(headings, wanted, strict=True):
        line.element.name = f"h{new}"


def _empty(manuscript: Manuscript) -> Iterator[Problem]:
    for line in _headings(manuscript):
        if not has_words(line.text) and not _has_described_picture(line):
            yield manuscript.problem(
                line,
                "这个标题里没有文字。读屏软件按标题跳转，会停在空白处。",
                "改成普通段落",
                partial(_demote, line),
            )


def _has_described_picture(line: Line) -> bool:
    pictures = line.marked("img") if PICTURE in line.text else ()
    return any(mark.element.attributes.get("alt") for mark in pictures)


def _demote(line: Line) -> None:
    line.element.name = "p"


HEADING_SKIPPED = Check(
    "heading-skipped", ADVICE, "读屏的人靠标题级别了解文章的结构，跳级像是漏了一层。", _skipped
)
HEADING_EMPTY = Check("heading-empty", ADVICE, "空标题在标题列表里是一行空白。", _empty)
