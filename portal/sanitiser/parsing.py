"""Reading HTML as a browser does, with html5lib as Bleach brings it, but within limits.

html5lib alone would take hours over some inputs: each step inside one long tag copies the tag,
and each start tag walks over all open elements. The limits bound both, while it works.
"""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from bleach._vendor.html5lib.treebuilders.base import TreeBuilder
from bleach.html5lib_shim import (
    TAG_TOKEN_TYPE_PARSEERROR,
    TAG_TOKEN_TYPE_START,
    HTMLParser,
    HTMLTokenizer,
    namespaces,
)

from portal.sanitiser import limits
from portal.sanitiser.characters import visible
from portal.sanitiser.limits import TooComplex
from portal.sanitiser.tree import Element, Node

# Python refuses to read a decimal number of thousands of digits, with an error of its own.
_ENDLESS_REFERENCE = re.compile(r"&#[0-9]{100}")


def parse(html: str) -> Element:
    """The tree of an HTML fragment, under a root of no meaning; raises TooComplex."""
    text = visible(html)
    if _ENDLESS_REFERENCE.search(text):
        raise TooComplex(limits.TOO_TANGLED)
    fragment: Element = _Parser(tree=_Builder).parseFragment(text, scripting=True)
    return fragment


class _Branch(Element):
    """An element that html5lib can build with; the method names are its own."""

    __slots__ = ("namespace", "nameTuple", "parent")

    def __init__(self, name: str, namespace: str | None) -> None:
        super().__init__(name)
        self.namespace = namespace
        self.nameTuple = (namespace or namespaces["html"], name)
        self.parent: _Branch | None = None

    def appendChild(self, child: Node) -> None:
        self._insert(child, len(self.children))

    def insertBefore(self, child: Node, following: "_Branch") -> None:
        self._insert(child, self._position(following))

    def insertText(self, text: str, insertBefore: "_Branch | None" = None) -> None:
        self._insert(text, self._position(insertBefore) if insertBefore else len(self.children))

    def removeChild(self, child: "_Branch") -> None:
        del self.children[self._position(child)]
        child.parent = None

    def reparentChildren(self, parent: "_Branch") -> None:
        for child in self.children:
            parent.appendChild(child)
        self.children = []

    def cloneNode(self) -> "_Branch":
        clone = _Branch(self.name, self.namespace)
        clone.attributes = dict(self.attributes)
        return clone

    def hasContent(self) -> bool:
        return bool(self.children)

    def _insert(self, child: Node, position: int) -> None:
        if isinstance(child, _Branch):
            child.parent = self
        self.children.insert(position, child)

    def _position(self, child: "_Branch") -> int:
        # From the end, where the one sought nearly always is: a search from the start makes
        # a table with much misplaced content take minutes.
        return next(i for i in reversed(range(len(self.children))) if self.children[i] is child)


class _Builder(TreeBuilder):  # type: ignore[misc]
    """Builds the tree until it grows too deep or too large."""

    def __init__(self, namespaced: bool) -> None:
        self.count = 0
        super().__init__(namespaced)

    def documentClass(self) -> _Branch:
        return _Branch("document", None)

    def fragmentClass(self) -> _Branch:
        return _Branch("fragment", None)

    def elementClass(self, name: str, namespace: str) -> _Branch:
        self.count += 1
        if self.count > limits.MOST_ELEMENTS or len(self.openElements) > limits.DEEPEST:
            raise TooComplex(limits.TOO_TANGLED)
        return _Branch(name, namespace)

    def insertComment(self, token: Any, parent: Any = None) -> None:
        """Leave comments out."""

    def insertDoctype(self, token: Any) -> None:
        """Leave document types out."""


class _Tokenizer(HTMLTokenizer):  # type: ignore[misc]
    """Splits the text into tags and text, until one of them takes too many steps."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        self.tokenQueue: deque[dict[str, Any]] = deque()
        steps = 0
        while self.state():
            tokens = [
                token for token in self.tokenQueue if token["type"] != TAG_TOKEN_TYPE_PARSEERROR
            ]
            self.tokenQueue.clear()
            self.stream.errors.clear()
            steps = 0 if tokens else steps + 1
            if steps > limits.MOST_STEPS:
                raise TooComplex(limits.TOO_TANGLED)
            yield from (token for token in tokens if not _is_empty_word_element(token))


def _is_empty_word_element(token: dict[str, Any]) -> bool:
    """Whether this is `<o:p/>` or the like: empty for Word, while HTML would leave it open."""
    is_start = token["type"] == TAG_TOKEN_TYPE_START
    return is_start and token["selfClosing"] and ":" in token["name"]


class _Parser(HTMLParser):  # type: ignore[misc]
    """The parser over that tokenizer; it keeps no list of the errors it mends."""

    def _parse(
        self, stream: str, innerHTML: bool = False, container: str = "div", scripting: bool = True
    ) -> None:
        self.innerHTMLMode, self.container, self.scripting = innerHTML, container, scripting
        self.tokenizer = _Tokenizer(stream, parser=self)
        self.reset()
        self.mainLoop()

    def parseError(self, errorcode: str = "", datavars: Any = None) -> None:
        """Let the error pass: mending is what the parser is for."""
