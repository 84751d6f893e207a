"""The title of an old page among the lines above its label line."""

import re
from collections.abc import Sequence

from portal.page_import.blocks import Block
from portal.page_import.furniture import Kind, kind_of
from portal.page_import.identity import folded
from portal.page_import.labels import read_labels

_LONGEST_TITLE = 120
_DASHED = re.compile(r"(?:[—―－─-]{2,}|[—―─])\s*\S")


def find_title(
    blocks: Sequence[Block], above: Sequence[int], title: str, window_title: str
) -> tuple[int, ...]:
    """Which of the lines `above` the labels are the title; none when the page names another title.

    A title is one line, or several that it was broken into. The page's own word for it, in a meta
    tag or in the window title (标题_栏目_站名), decides; else the line nearest to the labels does.
    """
    lines = [blocks[at].text for at in above]
    options = [range(len(above) - 2, len(above))] if len(above) >= 2 else []
    options += [range(at, at + 1) for at in reversed(range(len(above)))]
    texts = [folded("".join(lines[at] for at in option)) for option in options]
    wanted, window = folded(title or first_part(window_title)), folded(title or window_title)
    exact = [option for option, text in zip(options, texts, strict=True) if text == wanted]
    within = [option for option, text in zip(options[:2], texts, strict=False) if text in window]
    if exact or within:
        return tuple(above[at] for at in (exact + within)[0])
    return () if title else _nearest(blocks, above)


def lines_above(
    lines: Sequence[str], first: int, start: int, trail: Sequence[str]
) -> Sequence[int]:
    """The lines above the labels that may be the title: no section's name, but a breadcrumb of
    several names may end in the title.
    """
    above = [at for at in range(first, start) if _may_be_title(lines[at])]
    names = [folded(name) for name in trail]
    unnamed = [at for at in above if folded(lines[at]) not in names]
    return unnamed or [at for at in above if len(names) > 1 and folded(lines[at]) == names[-1]]


def is_dashed(line: str) -> bool:
    """Whether a line begins with a dash, as subtitles do, and is not a sentence."""
    return len(line) <= _LONGEST_TITLE // 2 and bool(_DASHED.match(line)) and "。" not in line


def first_part(window_title: str) -> str:
    """The article's part of a window title such as 标题_栏目_站名."""
    return re.split(r"[_|｜]|\s+[-—–]+\s+|(?<=.{5})-", window_title)[0].strip()


def _may_be_title(line: str) -> bool:
    return (
        bool(line)
        and len(line) <= _LONGEST_TITLE
        and not re.search(r"[。\n]|[|｜].*[|｜]", line)
        and kind_of(line) < Kind.FOOTER
        and read_labels(line) is None
    )


def _nearest(blocks: Sequence[Block], above: Sequence[int]) -> tuple[int, ...]:
    """The line right above the labels, with those that only line breaks part it from."""
    first = len(above) - 1
    while first > 0 and blocks[above[first]].soft and above[first - 1] == above[first] - 1:
        first -= 1
    return tuple(above[first:]) if above else ()
