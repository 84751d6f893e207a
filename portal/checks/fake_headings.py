"""Check for paragraphs that are really headings: short and bold, or numbered 一、 with text below."""

from collections.abc import Iterator, Sequence
from functools import partial

from portal.checks.characters import has_words
from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.headings import level
from portal.checks.lines import PICTURE, Line
from portal.checks.manuscript import Manuscript, Problem
from portal.numbering import CHINESE, is_heading_like, label_of
from portal.sanitiser.tree import Element, Node

_BOLD = 9
"""The rank of a bold paragraph without a number; numbered ones have the level of their label."""

_IN_NO_HEADING = frozenset(f"：:\n{PICTURE}")


def _find(manuscript: Manuscript) -> Iterator[Problem]:
    fakes = _fakes(manuscript)
    for line in fakes:
        yield manuscript.problem(
            line,
            "这一段像是小标题，却是普通段落。读屏的人按标题跳转时会错过它。",
            "改成标题" if len(fakes) == 1 else f"把这样的 {len(fakes)} 段都改成标题",
            partial(_promote, manuscript.lines, fakes),
        )


def _fakes(manuscript: Manuscript) -> list[Line]:
    children = manuscript.root.children
    first = {line.block: line for line in reversed(manuscript.lines)}
    return [
        line
        for block, line in sorted(first.items())
        if line.element is children[block]
        and _looks_like_heading(line)
        and block + 1 < len(children)
        and _has_text_below(line, children[block + 1], first.get(block + 1))
    ]


def _looks_like_heading(line: Line) -> bool:
    return (
        line.name == "p"
        and "align-right" not in line.element.attributes.get("class", "")
        and is_heading_like(line.text)
        and has_words(line.text)
        and not _IN_NO_HEADING & set(line.text)
        and _rank(line) is not None
    )


def _rank(line: Line) -> int | None:
    """0 for 一、 and 1 for （一）, 9 for a paragraph that is bold throughout, None for others."""
    label = label_of(line.text)
    if label and label.system == CHINESE and label.number and label.level in (0, 1):
        return label.level
    start, end = len(line.text) - len(line.text.lstrip()), len(line.text.rstrip())
    bold = any(mark.start <= start and end <= mark.end for mark in line.marked("strong"))
    return _BOLD if bold else None


def _has_text_below(line: Line, following: Node, below: Line | None) -> bool:
    """Whether the next block is content under this one, and not another item of the same list."""
    if below is None or not isinstance(following, Element) or level(below):
        return False
    return following.name != "p" or _rank(below) in (None, *range((_rank(line) or 0) + 1, _BOLD))


def _promote(lines: Sequence[Line], fakes: Sequence[Line]) -> None:
    """Make headings of the paragraphs, each at most one level below the heading before it."""
    below_others = any(map(level, lines)) or any(_rank(line) == 0 for line in fakes)
    above = 1
    wanted_lines = set(fakes)
    for line in lines:
        if line in wanted_lines:
            rank = _rank(line) or 0
            wanted = 2 + (below_others if rank == _BOLD else rank)
            above = min(wanted, above + 1)
            line.element.name = f"h{above}"
            line.element.children = list(_without_bold(line.element.children))
        else:
            above = level(line) or above


def _without_bold(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Element) and node.name == "strong":
            yield from node.children
        else:
            yield node


HEADING_FAKE = Check(
    "heading-fake", ADVICE, "加粗的段落看着像标题，读屏软件却不知道它是标题。", _find
)
