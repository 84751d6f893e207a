"""Labels: automatic numbers, counted through the whole document, become text."""

import re

from portal.word_import.counting import Count
from portal.word_import.hidden import has_hidden_end
from portal.word_import.markup import Element, find, is_on, make, number, run, tag, value
from portal.word_import.notices import Tally
from portal.word_import.number_formats import is_known
from portal.word_import.numbering import Level, NumberedList, Numbering
from portal.word_import.spaces import trim_start
from portal.word_import.styles import Styles

BULLET = "{urn:tongtu:word}bullet"
"""Where a paragraph with a bullet keeps its level."""

NUMBERED = "{urn:tongtu:word}numbered"
"""Set on a paragraph that got a label."""

_CLOSED = re.compile(r"[、．。：）】〕》，]$|[\u4e00-\u9fff][^\u4e00-\u9fff]*\)$")
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]$")


def write_labels(body: Element, styles: Styles, numbering: Numbering, tally: Tally) -> None:
    """Write before each numbered paragraph the label that Word shows there."""
    count = Count()
    for paragraph in body.iter(tag("w:p")):
        place = _place(paragraph, styles, numbering)
        if place is None or _is_merged_away(paragraph):
            continue
        numbered, at = place
        level = numbered.levels[at]
        label = count.label(numbered, at)
        if level.form == "bullet":
            paragraph.set(BULLET, str(at))
        elif label.strip() and not _is_hidden(paragraph, level, styles):
            tally["formats"] += not is_known(level.form)
            _write(paragraph, label, level)


def _place(
    paragraph: Element, styles: Styles, numbering: Numbering
) -> tuple[NumberedList, int] | None:
    """The list and the level of a paragraph; list and level are inherited apart."""
    chain = styles.of(paragraph)
    key = _inherited(paragraph, chain, "w:numId")
    numbered = numbering.list(key) if key is not None else None
    if numbered is None:
        return None
    at = value(paragraph, "w:pPr/w:numPr/w:ilvl")
    linked = (numbered.level_of(style.get(tag("w:styleId"))) for style in chain)
    if at is None:
        level = next((each for each in linked if each is not None), None)
        at = str(level) if level is not None else _inherited(paragraph, chain, "w:ilvl") or "0"
    found = number(at, 0)
    return (numbered, found) if found in numbered.levels else None


def _inherited(paragraph: Element, chain: tuple[Element, ...], name: str) -> str | None:
    found = (value(each, f"w:pPr/w:numPr/{name}") for each in (paragraph, *chain))
    return next((each for each in found if each is not None), None)


def _is_merged_away(paragraph: Element) -> bool:
    """Whether the paragraph is in a cell that the one above it covers."""
    merge = find(paragraph.getparent(), "w:tcPr/w:vMerge")
    return merge is not None and value(merge, ".") in (None, "continue")


def _is_hidden(paragraph: Element, level: Level, styles: Styles) -> bool:
    """Whether the label is; before a run-in heading it shows, although the end is hidden."""
    runs_in = is_on(find(paragraph, "w:pPr/w:rPr/w:specVanish"))
    return level.is_hidden or (has_hidden_end(paragraph, styles) and not runs_in)


def _write(paragraph: Element, label: str, level: Level) -> None:
    had_space = trim_start(paragraph) > 0
    bold = is_on(find(paragraph, "w:pPr/w:rPr/w:b"))
    text = label.strip() + _gap(label.strip(), level.suffix, had_space)
    place = 0 if find(paragraph, "w:pPr") is None else 1
    paragraph.insert(place, run(text, *([make("w:b")] if bold else [])))
    paragraph.set(NUMBERED, "1")


def _gap(label: str, suffix: str, had_space: bool) -> str:
    """What stands between label and text: nothing after 一、 and （一）, a full width after 第一章."""
    if (suffix == "nothing" and not had_space) or _CLOSED.search(label):
        return ""
    return "\u3000" if _IDEOGRAPH.search(label) else " "
