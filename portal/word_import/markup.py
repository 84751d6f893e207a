"""The XML of Word: its names, and short ways to ask in it and to write it."""

import re
from functools import cache
from typing import Any

from lxml import etree

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
_OFF = frozenset({"0", "false", "off", "none"})
_INTEGER = re.compile(r"-?[0-9]{1,9}")


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
