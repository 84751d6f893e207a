"""Fields: their results are text, their instructions are not; a link among them becomes one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.errors import Refused
from portal.word_import.markup import Element, drop, make, tag, unwrap
from portal.word_import.notices import Tally
from portal.word_import.refusals import ABNORMAL
from portal.word_import.wrappers import is_contents_field

HREF = "{urn:tongtu:word}href"
"""Where a link that comes from a field keeps its address."""

_LONGEST_INSTRUCTION = 2_000
_DEEPEST = 50
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.I)


@dataclass
class _Field:
    instruction: str = ""
    shows: bool = False

    def read(self, text: str) -> None:
        """Add to the instruction, of which only the beginning matters."""
        self.instruction = (self.instruction + text)[:_LONGEST_INSTRUCTION]


def resolve_fields(root: Element, tally: Tally) -> None:
    """Take out the instructions of fields and the tables of contents that they make."""
    broken = _broken_marks(root)
    open_fields: list[_Field] = []
    for run in list(root.iter(tag("w:r"))):
        for child in list(run):
            if child.tag == tag("w:fldChar"):
                if child not in broken:
                    _turn(open_fields, child.get(tag("w:fldCharType"), ""), tally)
                drop(child)
            elif child.tag == tag("w:instrText"):
                if open_fields:
                    open_fields[-1].read(child.text or "")
                drop(child)
            elif child.tag != tag("w:rPr") and not all(map(_is_visible, open_fields)):
                drop(child)
        _link(run, open_fields)


def _turn(open_fields: list[_Field], kind: str, tally: Tally) -> None:
    """Open a field, go on to its result, or close it."""
    if kind == "begin":
        if len(open_fields) == _DEEPEST:
            raise Refused(ABNORMAL)
        open_fields.append(_Field())
    elif kind == "end":
        open_fields.pop()
    elif open_fields:
        open_fields[-1].shows = True
        tally["contents"] += is_contents_field(open_fields[-1].instruction)


def _is_visible(field: _Field) -> bool:
    return field.shows and not is_contents_field(field.instruction)


def _link(run: Element, open_fields: list[_Field]) -> None:
    """Make a run of a linking field a link."""
    found = (_LINK.match(field.instruction) for field in open_fields if field.shows)
    link = next(filter(None, found), None)
    if link and run.getparent().tag == tag("w:p"):
        wrapper = make("w:hyperlink")
        wrapper.set(HREF, link[1])
        unwrap(run, [wrapper])
        wrapper.append(run)


def _broken_marks(root: Element) -> set[Element]:
    """The beginnings without an end, which would hide the rest, and the ends without a beginning."""
    return set(_unmatched(list(root.iter(tag("w:fldChar")))))


def _unmatched(marks: list[Element]) -> Iterator[Element]:
    begun: list[Element] = []
    for mark in marks:
        kind = mark.get(tag("w:fldCharType"))
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
        elif kind == "end":
            yield mark
    yield from begun
