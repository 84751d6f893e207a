"""The body of a draft as a tree, and reading clean HTML into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from portal.sanitiser import clean
from portal.sanitiser.tree import VOID, Element, write

_FILLED_BY_BLOCKS = frozenset(
    {"body", "blockquote", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)
"""Elements in which white space is only the line breaks that the sanitiser writes."""


class _Reader(HTMLParser):
    """Builds the tree of HTML that is already clean: nothing has to be mended."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("body")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].name == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        parent = self.open[-1]
        if data.strip() or parent.name not in _FILLED_BY_BLOCKS:
            parent.children.append(data)


def read(html: str) -> Element:
    """The tree of clean HTML, under an element `body`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]


def written(root: Element) -> str:
    """The tree as clean HTML again; what a repair emptied goes."""
    return clean("\n".join(map(write, root.children)))


@dataclass(frozen=True, eq=False)
class Placed:
    """An element, what holds it, and the ordinal of the top-level block that it is in."""

    element: Element
    holder: Element
    block: int


def elements(root: Element, name: str) -> Iterator[Placed]:
    """Every element of that name, in reading order."""
    for block, child in enumerate(root.children):
        if isinstance(child, Element):
            yield from _within(Placed(child, root, block), name)


def _within(placed: Placed, name: str) -> Iterator[Placed]:
    if placed.element.name == name:
        yield placed
    for child in placed.element.children:
        if isinstance(child, Element):
            yield from _within(Placed(child, placed.element, placed.block), name)
