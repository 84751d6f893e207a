"""Parsing: XML becomes a tree only when it declares nothing and is not out of all measure."""

from collections.abc import Callable
from xml.parsers import expat

from lxml import etree

from portal.errors import Refused
from portal.word_import.limits import Limits
from portal.word_import.markup import NAMESPACES, Element
from portal.word_import.refusals import ABNORMAL, DAMAGED, DECLARATIONS, TOO_LONG

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
