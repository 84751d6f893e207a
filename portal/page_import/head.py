"""The head of an old page: breadcrumb, title, subtitle and label lines, found among its lines."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.page_import.blocks import Block
from portal.page_import.furniture import Kind, kind_of
from portal.page_import.labels import Labels, read_breadcrumb, read_labels
from portal.page_import.page import NotUnderstood

_WINDOW = 6
_LONGEST_TITLE = 120
_DASHED = re.compile(r"(?:[—―－─-]{2,}|[—―─])\s*\S")
_SPACES = re.compile(r"\s+")


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


def folded(text: str) -> str:
    """A text for comparing: without spaces, full and half width alike."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).casefold()


def find_head(blocks: Sequence[Block], hints: Hints) -> Head:
    """Read the head of a page from its blocks; `NotUnderstood` without a title or a date."""
    lines = [block.text for block in blocks]
    trail, trail_end = _breadcrumb(lines)
    anchor = max(trail_end, _line_of_title(lines, hints) + 1)
    start, end, labels = _label_lines(lines, anchor, bool(hints.labels.published))
    warnings = _other_day(labels, hints.labels)
    labels = hints.labels.completed(labels)
    if not labels.published:
        raise NotUnderstood("没有找到发布日期；请在标题下面补一行“时间:年-月-日”，再导入。")
    known = {folded(name) for name in trail}
    above = [
        at
        for at in range(max(trail_end, start - _WINDOW), start)
        if _may_be_title(lines[at]) and folded(lines[at]) not in known
    ]
    undashed = [at for at in above if not is_dashed(lines[at])]
    used = _title_lines(lines, undashed, hints)
    if not used and not hints.title:
        used = _broken_title(blocks, undashed)
    title = hints.title or "".join(lines[at] for at in used) or _first_part(hints.window_title)
    if not title:
        raise NotUnderstood("没有找到标题；请在日期行上面补上标题，再导入。")
    below = [at for at in above if is_dashed(lines[at]) and at > max(used, default=-1)]
    sections = [name for name in trail if folded(name) != folded(title)] or [hints.section_name]
    return Head(
        title,
        lines[below[0]] if below else "",
        sections[-1],
        labels,
        end,
        frozenset((*used, *below[:1])),
        warnings,
    )


def is_dashed(line: str) -> bool:
    """Whether a line begins with a dash, as subtitles do."""
    return len(line) <= _LONGEST_TITLE and bool(_DASHED.match(line))


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
    title = folded(hints.title or _first_part(hints.window_title))
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


def _may_be_title(line: str) -> bool:
    return (
        bool(line)
        and len(line) <= _LONGEST_TITLE
        and not re.search(r"[。\n]", line)
        and kind_of(line) < Kind.MENU
        and read_labels(line) is None
    )


def _title_lines(lines: Sequence[str], above: Sequence[int], hints: Hints) -> tuple[int, ...]:
    """Which lines above the labels the page's own word for its title names: one or two, or none."""
    window = folded(hints.title or hints.window_title)
    if len(above) >= 2 and folded(lines[above[-2]] + lines[above[-1]]) in window:
        return tuple(above[-2:])
    if above and folded(lines[above[-1]]) in window:
        return tuple(above[-1:])
    title = folded(hints.title or _first_part(hints.window_title))
    return tuple(at for at in above if folded(lines[at]) == title)[-1:]


def _broken_title(blocks: Sequence[Block], above: Sequence[int]) -> tuple[int, ...]:
    """The line right above the labels, with those that only line breaks part it from."""
    first = len(above) - 1
    while first > 0 and blocks[above[first]].soft and above[first - 1] == above[first] - 1:
        first -= 1
    return tuple(above[first:]) if above else ()


def _first_part(window_title: str) -> str:
    """The article's part of a window title such as 标题_栏目_站名."""
    return re.split(r"[_|｜]|\s+[-—–]+\s+|(?<=.{5})-", window_title)[0].strip()
