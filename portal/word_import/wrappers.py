"""Wrappers: elements that stand around text and go, and whole things that are not text."""

from portal.word_import.markup import (
    Element,
    ancestor,
    drop,
    find,
    find_all,
    is_on,
    run,
    tag,
    tags,
    unwrap,
    value,
)
from portal.word_import.notices import Tally

_TRANSPARENT = tuple(tags("w:smartTag w:customXml w:bdo w:dir w:fldSimple m:oMathPara"))
_CONTENTS_FIELD = ("TOC", "TOA", "INDEX")


def unwrap_all(root: Element, tally: Tally) -> None:
    """Leave only paragraphs, tables and what stands in them."""
    for choice in list(root.iter(tag("mc:AlternateContent"))):
        unwrap(choice, _chosen(choice))
    for control in list(root.iter(tag("w:sdt"))):
        unwrap(control, _controlled(control, tally))
    for wrapper in list(root.iter(*_TRANSPARENT)):
        if is_contents_field(wrapper.get(tag("w:instr"), "")):
            tally["contents"] += 1
            drop(wrapper)
        else:
            unwrap(wrapper, list(wrapper))
    _count_foreign(root, tally)
    for formula in list(root.iter(tag("m:oMath"))):
        tally["formulas"] += 1
        unwrap(formula, [run("".join(each.text or "" for each in formula.iter(tag("m:t"))))])


def lift_text_boxes(root: Element, tally: Tally) -> None:
    """Put the text of text boxes after the paragraph that they hang on."""
    for box in reversed(list(root.iter(tag("w:txbxContent")))):
        paragraph = ancestor(box, "w:p")
        blocks = [each for each in box if each.tag in (tag("w:p"), tag("w:tbl"))]
        drop(box)
        if paragraph is not None and any(each.text for b in blocks for each in b.iter(tag("w:t"))):
            tally["text boxes"] += 1
            place = paragraph.getparent().index(paragraph) + 1
            paragraph.getparent()[place:place] = blocks


def is_contents_field(instruction: str) -> bool:
    """Whether a field makes a table of contents."""
    return instruction.strip().upper().startswith(_CONTENTS_FIELD)


def _chosen(choice: Element) -> list[Element]:
    """What a program of today would show of the alternatives."""
    newest = find(choice, "mc:Choice")
    fallback = find(choice, "mc:Fallback")
    chosen = newest if newest is not None and len(newest) else fallback
    return [] if chosen is None else list(chosen)


def _controlled(control: Element, tally: Tally) -> list[Element]:
    """What stands in a content control, unless it is only its prompt or a table of contents."""
    properties = find(control, "w:sdtPr")
    if value(properties, "w:docPartObj/w:docPartGallery") == "Table of Contents":
        tally["contents"] += 1
        return []
    if is_on(find(properties, "w:showingPlcHdr")):
        return []
    return [each for content in find_all(control, "w:sdtContent") for each in content]


def _count_foreign(root: Element, tally: Tally) -> None:
    tally["foreign"] += sum(1 for _ in root.iter(tag("w:altChunk"), tag("w:subDoc")))
    tally["comments"] += sum(1 for _ in root.iter(tag("w:commentReference")))
