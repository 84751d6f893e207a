"""The head of an old page: breadcrumb, title, subtitle and label lines, found among its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.page_import.blocks import Block
from portal.page_import.identity import folded
from portal.page_import.labels import Labels, read_breadcrumb, read_labels
from portal.page_import.page import NotUnderstood
from portal.page_import.title import find_title, first_part, is_dashed, lines_above

_WINDOW = 6


@dataclass(frozen=True)
class Hints:
    """What a page tells about itself outside its text: meta tags and the window title."""

    title: str = ""
    window_title: str = ""
    section_name: str = ""
    labels: Labels = field(default_factory=Labels)


@dataclass(frozen=True)
class Head:
    """What was found; the article's text starts at line `end`, `used` are the title's lines."""

    title: str
    subtitle: str
    section_name: str
    labels: Labels
    end: int
    used: frozenset[int]
    warnings: tuple[str, ...] = ()


def find_head(blocks: Sequence[Block], hints: Hints) -> Head:
    """Read the head of a page from its blocks; `NotUnderstood` without a title or a date."""
    lines = [block.text for block in blocks]
    trail, trail_end = _breadcrumb(lines)
    anchor = max(trail_end, _line_of_title(lines, hints) + 1)
    start, end, shown = _label_lines(lines, anchor, bool(hints.labels.published))
    labels = hints.labels.completed(shown)
    if not labels.published:
        raise NotUnderstood("没有找到发布日期；请在标题下面补一行“时间:年-月-日”，再导入。")
    above = lines_above(lines, max(trail_end, start - _WINDOW), start, trail)
    plain = [at for at in above if not is_dashed(lines[at])]
    used = find_title(blocks, plain, hints.title, hints.window_title)
    title = hints.title or "".join(lines[at] for at in used) or first_part(hints.window_title)
    if not title:
        raise NotUnderstood("没有找到标题；请在日期行上面补上标题，再导入。")
    below = [at for at in above if at not in plain and at > max(used, default=-1)][:1]
    return Head(
        title,
        "".join(lines[at] for at in below),
        _section_name(trail, title) or hints.section_name,
        labels,
        end,
        frozenset((*used, *below)),
        _other_day(shown, hints.labels),
    )


def _section_name(trail: Sequence[str], title: str) -> str:
    """The last name of the breadcrumb that is not the title itself."""
    return next((name for name in reversed(trail) if folded(name) != folded(title)), "")


def _other_day(shown: Labels, meta: Labels) -> tuple[str, ...]:
    if not shown.published or not meta.published or shown.published.date() == meta.published.date():
        return ()
    days = f"页面上写的日期是 {shown.published:%Y-%m-%d}，网页代码里是 {meta.published:%Y-%m-%d}"
    return (f"{days}；采用了后者，请核对。",)


def _breadcrumb(lines: Sequence[str]) -> tuple[list[str], int]:
    """The names of the breadcrumb, which may stand on the next line, and the line after it."""
    for at, line in enumerate(lines):
        names = read_breadcrumb(line)
        if names is not None:
            following = "".join(lines[at + 1 : at + 2])
            if names or not re.search(r"[>＞»→]", following):
                return names, at + 1
            return read_breadcrumb(f"位置:{following}") or [], at + 2
    return [], 0


def _line_of_title(lines: Sequence[str], hints: Hints) -> int:
    """The first line that is the title by the page's own word, or -1."""
    title = folded(hints.title or first_part(hints.window_title))
    return next((at for at, line in enumerate(lines) if title and folded(line) == title), -1)


def _label_lines(lines: Sequence[str], anchor: int, dated: bool) -> tuple[int, int, Labels]:
    """The run of label lines: where it starts and ends, and what it tells.

    Two labels in one run are believed anywhere; a date alone only close after the `anchor`.
    """
    for start, line in enumerate(lines):
        labels, end = read_labels(line), start + 1
        if labels is None:
            continue
        while end < len(lines) and (more := read_labels(lines[end])) and _adds(more, labels):
            labels, end = labels.completed(more), end + 1
        near = anchor <= start <= anchor + _WINDOW
        if (labels.published or dated) and (len(labels.seen) >= 2 or (near and labels.published)):
            return start, end, labels
    return anchor, anchor, Labels()


def _adds(more: Labels, labels: Labels) -> bool:
    """Whether a further line of labels can belong to the same head."""
    if more.published:
        return not labels.published
    return not more.seen <= labels.seen
