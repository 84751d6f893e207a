"""The shape of an article: which elements stay, and where each of them may stand."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from portal.sanitiser.attributes import permitted
from portal.sanitiser.characters import visible
from portal.sanitiser.language import is_foreign
from portal.sanitiser.policy import POLICY
from portal.sanitiser.runs import (
    at_home,
    flow,
    is_block,
    joined,
    line,
    paragraphs,
    spread,
    trimmed,
)
from portal.sanitiser.tree import Element, Node, is_blank, words

_ONCE = frozenset({"a", "code", "em", "s", "strong", "u"})
"""Inline elements that say nothing new inside themselves, and can be spread over blocks."""

_BRACKETS = frozenset("()（）[]【】《》〈〉")

_ROWS = ("thead", "tbody", "tfoot")
_PLACES = {
    "table": ("caption", *_ROWS),
    **dict.fromkeys(_ROWS, ("tr",)),
    "tr": ("th", "td"),
}


def shaped(root: Element) -> list[Node]:
    """The blocks of an article made from a parsed fragment."""
    return paragraphs(at_home(_all(root.children, frozenset())))


def _all(nodes: Iterable[Node], inside: frozenset[str]) -> list[Node]:
    parts = (part for node in nodes for part in _one(node, inside))
    return joined(parts, preformatted="pre" in inside)


def _one(node: Node, inside: frozenset[str]) -> list[Node]:
    """The node as it may stay: itself, what was in it, or nothing; `inside` names what holds it."""
    if isinstance(node, str):
        return [visible(node)]
    if node.name in POLICY.dropped:
        return []
    name = POLICY.renamed.get(node.name, node.name)
    attributes = permitted(name, node.attributes)
    if name in POLICY.divisions:
        return paragraphs(_all(node.children, inside), permitted("p", node.attributes))
    if not _belongs(name, attributes, inside):
        return _all(node.children, inside)
    element = Element(name, attributes, _all(node.children, inside | {name}))
    return _SHAPES.get(name, _inline)(element)


def _belongs(name: str, attributes: Mapping[str, str], inside: frozenset[str]) -> bool:
    if name not in POLICY.elements or (name in _ONCE and name in inside):
        return False
    if name in ("rt", "rp") and "ruby" not in inside:
        return False
    return POLICY.required.get(name) in (None, *attributes)


def _inline(element: Element) -> list[Node]:
    if any(map(is_block, element.children)):
        return spread(element, element.children) if element.name in _ONCE else element.children
    return element.children if is_blank(element.children) else [element]


def _span(element: Element) -> list[Node]:
    return _inline(element) if is_foreign(element) else element.children


def _bracket(element: Element) -> list[Node]:
    """What old browsers show around a pronunciation; nobody else would see other words there."""
    text = words(element).strip()
    return [Element("rp", element.attributes, [text])] if text in _BRACKETS else []


def _void(element: Element) -> list[Node]:
    return [element]


def _text(element: Element) -> list[Node]:
    element.children = trimmed(line(element.children))
    return _unless_blank(element)


def _preformatted(element: Element) -> list[Node]:
    # A parser drops a line break right after <pre>: one left there would go at the next cleaning.
    element.children = joined(line(element.children), preformatted=True)
    if element.children and isinstance(element.children[0], str):
        element.children[0] = element.children[0].lstrip("\n")
    return _unless_blank(element)


def _quotation(element: Element) -> list[Node]:
    element.children = paragraphs(at_home(element.children))
    return _unless_blank(element)


def _item(element: Element) -> list[Node]:
    element.children = flow(at_home(element.children))
    return _unless_blank(element)


def _cell(element: Element) -> list[Node]:
    element.children = flow(at_home(element.children))
    return [element]


def _list(element: Element) -> list[Node]:
    items: list[Element] = []
    for are_items, group in groupby(element.children, lambda node: _is(node, "li")):
        if are_items:
            items += (item for item in group if isinstance(item, Element))
        else:
            _take_in(items, flow(at_home(group)))
    element.children = list(items)
    return _unless_blank(element)


def _take_in(items: list[Element], content: list[Node]) -> None:
    """Put what stood between list items into one: a nested list belongs to the item above it."""
    if content and items and _is(content[0], "ol", "ul"):
        items[-1].children += content
    elif content:
        items.append(Element("li", {}, content))


def _figure(element: Element) -> list[Node]:
    caption, rest = _captioned(element, "figcaption")
    element.children = [*flow(at_home(rest)), *caption]
    return [element] if len(element.children) > len(caption) else paragraphs(at_home(caption))


def _table(element: Element) -> list[Node]:
    caption, rest = _captioned(element, "caption")
    parts = [part for part in rest if _is(part, *_ROWS)]
    parts.sort(key=lambda part: _ROWS.index(part.name) if isinstance(part, Element) else 0)
    element.children = [*caption, *parts]
    return [element] if parts else paragraphs(at_home(caption))


def _rows(element: Element) -> list[Node]:
    element.children = [part for part in element.children if _is(part, *_PLACES[element.name])]
    return [element] if element.children else []


def _captioned(element: Element, name: str) -> tuple[list[Node], list[Node]]:
    """The captions of an element as at most one, and its other children."""
    captions = [node for node in element.children if _is(node, name)]
    rest = [node for node in element.children if not _is(node, name)]
    if len(captions) > 1:
        captions = [Element(name, {}, trimmed(line(captions)))]
    return captions, rest


def _unless_blank(element: Element) -> list[Node]:
    return [] if is_blank(element.children) else [element]


def _is(node: Node, *names: str) -> bool:
    return isinstance(node, Element) and node.name in names


_SHAPES: Mapping[str, Callable[[Element], list[Node]]] = {
    **dict.fromkeys(("br", "hr", "img"), _void),
    **dict.fromkeys(("p", "h2", "h3", "h4", "caption", "figcaption"), _text),
    **dict.fromkeys(("ol", "ul"), _list),
    **dict.fromkeys(("td", "th"), _cell),
    **dict.fromkeys((*_ROWS, "tr"), _rows),
    "blockquote": _quotation,
    "figure": _figure,
    "li": _item,
    "pre": _preformatted,
    "rp": _bracket,
    "span": _span,
    "table": _table,
}
