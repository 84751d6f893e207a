"""XML of a Word file: parsed only when it declares nothing, and short ways to ask in it."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any
from xml.parsers import expat

from lxml import etree

from portal.errors import Refused
from portal.word_import.limits import Limits
from portal.word_import.refusals import ABNORMAL, DAMAGED, DECLARATIONS, TOO_LONG

Element = Any  # lxml has no type stubs

_OFFICE = "http://schemas.openxmlformats.org/"
_DRAWING = f"{_OFFICE}drawingml/2006/"
NAMESPACES = {
    "w": f"{_OFFICE}wordprocessingml/2006/main",
    "r": f"{_OFFICE}officeDocument/2006/relationships",
    "m": f"{_OFFICE}officeDocument/2006/math",
    "a": f"{_DRAWING}main",
    "c": f"{_DRAWING}chart",
    "dgm": f"{_DRAWING}diagram",
    "pic": f"{_DRAWING}picture",
    "wp": f"{_DRAWING}wordprocessingDrawing",
    "rel": f"{_OFFICE}package/2006/relationships",
    "mc": f"{_OFFICE}markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"wordprocessingml/main", NAMESPACES["w"].encode()),
    (b"officeDocument/relationships", NAMESPACES["r"].encode()),
    (b"officeDocument/math", NAMESPACES["m"].encode()),
    (b"drawingml/wordprocessingDrawing", NAMESPACES["wp"].encode()),
    (b"drawingml/main", NAMESPACES["a"].encode()),
    (b"drawingml/picture", NAMESPACES["pic"].encode()),
    (b"drawingml/chart", NAMESPACES["c"].encode()),
    (b"drawingml/diagram", NAMESPACES["dgm"].encode()),
)
_OFF = frozenset({"0", "false", "off", "none"})
_INTEGER = re.compile(r"-?[0-9]{1,9}")


def parse(data: bytes, limits: Limits) -> Element:
    """The root element; raises Refused for declarations, too deep nesting and broken XML."""
    _refuse_monsters(data, limits)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(_transitional(data), parser)
    except (etree.LxmlError, ValueError) as error:
        raise Refused(DAMAGED) from error


def has_declarations(data: bytes) -> bool:
    """Whether XML in UTF-8 or UTF-16 seems to declare a document type or an entity."""
    plain = data.replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0") else data
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


@cache
def tag(name: str) -> str:
    """The full name of `w:p` and the like."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@cache
def tags(names: str) -> frozenset[str]:
    """The full names of several, parted by spaces."""
    return frozenset(map(tag, names.split()))


@cache
def _path(path: str) -> str:
    """A path with full names: with short ones, lxml reads it anew each time."""
    return "/".join(map(tag, path.split("/")))


@cache
def _own_names(name: str) -> dict[str, str]:
    """A prefix for a new element; those that lxml makes up clash when trees are joined."""
    prefix = name.split(":")[0]
    return {prefix: NAMESPACES[prefix]}


def find(element: Element | None, path: str) -> Element | None:
    """The first element at a path such as `w:pPr/w:jc`, or None."""
    return None if element is None else element.find(_path(path))


def find_all(element: Element | None, path: str) -> list[Element]:
    """Every element at a path."""
    return [] if element is None else list(element.iterfind(_path(path)))


def value(element: Element | None, path: str, attribute: str = "w:val") -> str | None:
    """The value of the first element at a path; the path `.` is the element itself."""
    found = element if path == "." else find(element, path)
    return None if found is None else found.get(tag(attribute))


def number(text: str | None, default: int) -> int:
    """A text as an integer, or the default when it is none."""
    return int(text) if text and _INTEGER.fullmatch(text) else default


def is_on(switch: Element | None) -> bool:
    """Whether a switch such as `<w:b/>` is there and not turned off."""
    return switch is not None and (switch.get(tag("w:val")) or "1") not in _OFF


def make(name: str, *children: Element, **attributes: str) -> Element:
    """A new element; attributes are those of Word's main namespace."""
    element = etree.Element(tag(name), nsmap=_own_names(name))
    for key, text in attributes.items():
        element.set(tag(f"w:{key}"), text)
    element.extend(children)
    return element


def run(text: str, *properties: Element) -> Element:
    """A new stretch of text."""
    words = make("w:t")
    words.text = text
    return make("w:r", make("w:rPr", *properties), words)


def drop(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element, content: list[Element]) -> None:
    """Put `content` where the element stands."""
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = content


def ancestor(element: Element, name: str) -> Element | None:
    """The nearest element of that name around this one."""
    return next(element.iterancestors(tag(name)), None)


def depth(element: Element) -> int:
    """How many elements stand inside each other at most."""
    open_elements = deepest = 0
    for event, _ in etree.iterwalk(element, events=("start", "end")):
        open_elements += 1 if event == "start" else -1
        deepest = max(deepest, open_elements)
    return deepest


def _transitional(data: bytes) -> bytes:
    """The XML with the names of the strict dialect in those that nearly every file has."""
    if _STRICT in data:
        for strict, usual in _TRANSITIONAL:
            data = data.replace(_STRICT + strict, usual)
    return data


def _refuse_monsters(data: bytes, limits: Limits) -> None:
    """Read through the XML once, with a parser that stops at the first declaration."""
    parser = expat.ParserCreate()
    inside = count = 0

    def enter(_name: str, _attributes: object) -> None:
        nonlocal inside, count
        inside += 1
        count += 1
        if inside > limits.depth:
            raise Refused(ABNORMAL)
        if count > limits.elements:
            raise Refused(TOO_LONG)

    def leave(_name: str) -> None:
        nonlocal inside
        inside -= 1

    parser.StartElementHandler, parser.EndElementHandler = enter, leave
    parser.StartDoctypeDeclHandler = _refuse(DECLARATIONS)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused(DAMAGED) from error


def _refuse(sentence: str) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise Refused(sentence)

    return refuse
