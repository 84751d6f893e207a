"""Dressing: each paragraph gets one of the few styles that `convert` knows, and nothing else."""

from collections.abc import Iterable, Mapping

from portal.word_import.labels import BULLET, NUMBERED
from portal.word_import.markup import (
    Element,
    ancestor,
    drop,
    find,
    find_all,
    make,
    number,
    tag,
    tags,
    value,
)
from portal.word_import.notes import NOTE
from portal.word_import.notices import Tally
from portal.word_import.spaces import trim_start, words
from portal.word_import.stretches import simplify_runs
from portal.word_import.styles import Styles

_LONGEST_HEADING = 100
_LONGEST_ENDING = 30
_LONGEST_LINE = 20
_FAR_RIGHT = 4_000  # twentieths of a point: seven centimetres
_FAR_RIGHT_SPACES = 8.0
_INDENTED_SPACES = 2.0
_DEEPEST_BULLET = 5
_ALLOWED = {
    tag("w:body"): tags("w:p w:tbl"),
    tag("w:tbl"): tags("w:tblPr w:tr"),
    tag("w:tr"): tags("w:trPr w:tc"),
    tag("w:tc"): tags("w:tcPr w:p w:tbl"),
    tag("w:p"): tags("w:pPr w:r w:hyperlink"),
    tag("w:hyperlink"): tags("w:r"),
}


def prune(body: Element) -> None:
    """Take out everything but paragraphs, tables, links and runs where each of them belongs."""
    for holder in list(body.iter(*_ALLOWED)):
        for child in list(holder):
            if child.tag not in _ALLOWED[holder.tag]:
                drop(child)


def dress(body: Element, styles: Styles, tally: Tally) -> None:
    """Name the style of every paragraph, and make its runs plain."""
    paragraphs = list(body.iter(tag("w:p")))
    widths = {each: trim_start(each) for each in paragraphs}
    ranks = _ranks(paragraphs, styles)
    indents = _uses_indents(body, styles, widths)
    depth = 0
    for paragraph in paragraphs:
        depth = _bullet_depth(paragraph, depth)
        role = _role(paragraph, styles, ranks, depth)
        role = role or _aligned(paragraph, styles, widths[paragraph], indents)
        simplify_runs(paragraph, styles, tally, may_be_bold=not role.startswith("H"))
        for old in find_all(paragraph, "w:pPr"):
            drop(old)
        paragraph.attrib.clear()
        paragraph.insert(0, make("w:pPr", make("w:pStyle", val=role)))


def _ranks(paragraphs: Iterable[Element], styles: Styles) -> Mapping[int, str]:
    """The style for each level of headings in use, without gaps between them."""
    levels = {each: None for p in paragraphs if (each := _heading(p, styles)) is not None}
    return {level: f"H{min(rank, 2) + 2}" for rank, level in enumerate(sorted(levels))}


def _heading(paragraph: Element, styles: Styles) -> int | None:
    """The level of a heading; long ones, empty ones and those in tables are none."""
    if ancestor(paragraph, "w:tc") is not None or paragraph.get(NOTE):
        return None
    length = len(words(paragraph).strip())
    return styles.heading(paragraph) if 0 < length <= _LONGEST_HEADING else None


def _bullet_depth(paragraph: Element, before: int) -> int:
    """How deep in lists a paragraph with a bullet is: at most one deeper than the one before."""
    at = paragraph.get(BULLET)
    return 0 if at is None else min(int(at) + 1, before + 1, _DEEPEST_BULLET)


def _role(paragraph: Element, styles: Styles, ranks: Mapping[int, str], depth: int) -> str:
    """The style of a paragraph that is a heading, a list item, a note; else nothing."""
    level = _heading(paragraph, styles)
    if level is not None:
        return ranks[level]
    if depth:
        return f"Bullet{depth}"
    return "Plain" if paragraph.get(NOTE) else ""


def _aligned(paragraph: Element, styles: Styles, width: float, indents: bool) -> str:
    """The style of an ordinary paragraph, by where it stands in the line."""
    side = value(styles.setting(paragraph, "w:jc"), ".")
    is_short = len(words(paragraph)) <= _LONGEST_ENDING
    moved = _indent(paragraph, styles, "left") >= _FAR_RIGHT or width >= _FAR_RIGHT_SPACES
    cell = paragraph.getparent()
    if side in ("right", "end") or (moved and is_short and side != "center"):
        return "Right"
    if cell.tag == tag("w:tc"):
        return "Bare" if len(find_all(cell, "w:p")) == 1 and len(cell) <= 2 else "Body"
    if side == "center" and words(paragraph).strip():
        return "Center"
    is_flush = not _is_indented(paragraph, styles, width) and not paragraph.get(NUMBERED)
    return "Plain" if indents and is_flush and words(paragraph) else "Body"


def _uses_indents(body: Element, styles: Styles, widths: Mapping[Element, float]) -> bool:
    """Whether most longer paragraphs begin two characters in, so that one that does not means it."""
    long = [each for each in find_all(body, "w:p") if len(words(each)) > _LONGEST_LINE]
    indented = sum(_is_indented(each, styles, widths[each]) for each in long)
    return indented > len(long) / 2


def _is_indented(paragraph: Element, styles: Styles, width: float) -> bool:
    first = max(_indent(paragraph, styles, side) for side in ("firstLine", "firstLineChars"))
    return first > 0 or width >= _INDENTED_SPACES


def _indent(paragraph: Element, styles: Styles, side: str) -> int:
    """One measure of a paragraph's indents; each is inherited by itself."""
    holders = (paragraph, *styles.of(paragraph))
    found = (find(each, "w:pPr/w:ind") for each in holders)
    texts = (each.get(tag(f"w:{side}")) for each in found if each is not None)
    return number(next((text for text in texts if text), None), 0)
