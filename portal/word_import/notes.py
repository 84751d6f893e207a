"""Footnotes and endnotes: a mark in the text, and the notes at the end of the article."""

from portal.word_import.markup import (
    Element,
    ancestor,
    drop,
    find,
    find_all,
    make,
    number,
    run,
    tag,
    unwrap,
    value,
)
from portal.word_import.number_formats import written
from portal.word_import.spaces import trim_start
from portal.word_import.styles import Styles

NOTE = "{urn:tongtu:word}note"
"""Set on the paragraphs of notes."""

_NOT_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_USUAL_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


def append_notes(
    body: Element, notes: Element | None, kind: str, settings: Element | None, styles: Styles
) -> None:
    """Move the notes of a kind (`footnote`, `endnote`) that the text shows a mark of behind it."""
    unused = {each.get(tag("w:id")): each for each in find_all(notes, f"w:{kind}")}
    form, at = _form(body, kind, settings)
    for reference in list(body.iter(tag(f"w:{kind}Reference"))):
        note = unused.pop(reference.get(tag("w:id")), None)
        is_note = note is not None and note.get(tag("w:type")) not in _NOT_NOTES
        if not is_note or styles.is_hidden(reference.getparent(), ancestor(reference, "w:p")):
            drop(reference)
        elif _is_set(reference, "w:customMarkFollows"):
            drop(reference)
            _append(body, note, "")
        else:
            mark = _mark(at, form)
            at += 1
            _refer(reference, mark)
            _append(body, note, mark)


def _is_set(element: Element, name: str) -> bool:
    """Whether a switch that is an attribute is on."""
    return element.get(tag(name), "0") not in ("0", "false", "off")


def _form(body: Element, kind: str, settings: Element | None) -> tuple[str, int]:
    """How the notes are numbered, and from which number on."""
    sections = find_all(body, "w:sectPr") + find_all(body, "w:p/w:pPr/w:sectPr")
    places = [find(each, f"w:{kind}Pr") for each in (*sections, settings)]
    forms = (value(each, "w:numFmt") for each in places)
    starts = (value(each, "w:numStart") for each in places)
    form = next(filter(None, forms), _USUAL_FORMS[kind])
    return form, number(next(filter(None, starts), None), 1)


def _mark(at: int, form: str) -> str:
    text = written(at, form)
    return text if form.startswith("decimalEnclosed") else f"[{text}]"


def _refer(reference: Element, mark: str) -> None:
    """Put the mark in the place of the reference, raised, and alone in its run."""
    line = reference.getparent()
    raised = run(mark, make("w:vertAlign", val="superscript"))
    drop(reference)
    unwrap(line, [line, raised])


def _append(body: Element, note: Element, mark: str) -> None:
    blocks = [each for each in note if each.tag in (tag("w:p"), tag("w:tbl"))]
    for paragraph in (each for block in blocks for each in block.iter(tag("w:p"))):
        paragraph.set(NOTE, "1")
    if blocks and blocks[0].tag == tag("w:p") and mark:
        trim_start(blocks[0])
        place = 0 if find(blocks[0], "w:pPr") is None else 1
        blocks[0].insert(place, run(f"{mark} " if mark.endswith("]") else mark))
    body.extend(blocks)
