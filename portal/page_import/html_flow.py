"""From the tree of a page to its blocks in reading order, each with the element that holds it."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from portal.page_import.blocks import Block, Run, tidy
from portal.page_import.html_parts import part_of
from portal.page_import.html_tree import Element
from portal.text import excerpt

_SKIPPED = frozenset(["script", "style", "noscript", "template", "title", "svg", "map"])
_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"),
        *("main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_NO_ADDRESS = re.compile(r"(?:javascript|vbscript|data|file|about):|#|$", re.IGNORECASE)
_INDENTED = re.compile(r"[ \t\r\n]*(?:[\u2003\u3000]|[\xa0\u2002][ \t\r\n]*[\xa0\u2002])")
_WEIGHT = re.compile(r"font-weight:(?:(bold|[6-9]00)|(?:normal|[1-5]00))")
_HIDDEN = re.compile(r"display:none|visibility:hidden|mso-hide:all")
_DEEPEST_LIST = 4


@dataclass(frozen=True)
class Placed:
    """A block and the innermost block element that holds it."""

    block: Block
    holder: Element


@dataclass(frozen=True)
class _State:
    """What holds for text inside an element: its block element, the block's tag, the look."""

    holder: Element
    tag: str
    look: Run


class Flow:
    """Reads elements into `placed` blocks; the text that a page hides is kept apart in `hidden`."""

    def __init__(self, list_depth: int = 0) -> None:
        self.placed: list[Placed] = []
        self.hidden: list[str] = []
        self._list_depth = list_depth
        self._runs: list[Run] = []
        self._soft = False
        self._states: list[_State] = []

    def read(self, element: Element) -> "Flow":
        """Read everything inside an element, however deep."""
        self._states = [_State(element, "p", Run(""))]
        self._add(element.text)
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, each in walk:
            if each is element:
                continue
            if event == "end":
                self._leave(each)
            elif not self._enter(each):
                walk.skip_subtree()
        self._end_block()
        return self

    def _enter(self, element: Element) -> bool:
        """Open an element; False when it is dealt with and its inside is not to be read."""
        state = self._states[-1]
        if element.tag in _SKIPPED or self._is_whole(element):
            self._states.append(state)
            return False
        look = _look_of(element, state.look)
        if element.tag in _BLOCKS:
            self._end_block()
            tag = element.tag if element.tag in _HEADINGS else state.tag
            self._states.append(_State(element, tag, look))
        else:
            self._states.append(replace(state, look=look))
        self._add(element.text)
        return True

    def _leave(self, element: Element) -> None:
        """Close an element and read the text after it."""
        if element.tag in _BLOCKS:
            self._end_block()
        self._states.pop()
        self._add(element.tail)

    def _is_whole(self, element: Element) -> bool:
        """Read an element that is one thing: hidden, a line break, a picture, a list, a table."""
        if _is_hidden(element):
            self.hidden.append(" ".join("".join(element.itertext()).split()))
        elif element.tag == "br":
            self._soft = self._end_block()
        elif element.tag == "img":
            self._add_picture(element)
        elif self._list_depth < _DEEPEST_LIST and (part := part_of(element, self._blocks_of)):
            self._end_block()
            self.placed.append(Placed(part, element))
            if part.tag == "embed":
                self.hidden += "".join(element.itertext()).splitlines()
        else:
            return False
        return True

    def _blocks_of(self, element: Element) -> list[Block]:
        """The blocks inside a list item or table cell."""
        inner = Flow(self._list_depth + 1).read(element)
        self.hidden += inner.hidden
        return [placed.block for placed in inner.placed]

    def _add(self, text: str | None) -> None:
        state = self._states[-1]
        lines = (text or "").split("\n") if state.holder.tag == "pre" else [text or ""]
        for at, line in enumerate(lines):
            if at:
                self._soft = self._end_block()
            if line:
                self._runs.append(replace(state.look, text=line))

    def _add_picture(self, element: Element) -> None:
        names = ("src", "data-src", "data-original", "_src")
        address = next((element.get(name).strip() for name in names if element.get(name)), "")
        if {element.get("width"), element.get("height")} & {"0", "1", "2"}:
            self.hidden.append(f"［图片］{excerpt(address, 200)}")
        elif address:
            alt = " ".join((element.get("alt") or element.get("title") or "").split())
            self._runs.append(replace(self._states[-1].look, image=address, alt=alt))

    def _end_block(self) -> bool:
        """Close the block that was being read; whether there was one.

        A line break makes the next line soft, unless the line is indented like a paragraph.
        """
        indented = _INDENTED.match("".join(run.text for run in self._runs))
        runs, state = tidy(self._runs), self._states[-1]
        if runs:
            block = Block(state.tag, runs, soft=self._soft and not indented)
            self.placed.append(Placed(block, state.holder))
        self._runs, self._soft = [], False
        return bool(runs)


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or bool(_HIDDEN.search(style))


def _look_of(element: Element, look: Run) -> Run:
    """The look of text inside an element, given the look around it."""
    weight = _WEIGHT.search((element.get("style") or "").replace(" ", "").lower())
    if weight:
        look = replace(look, strong=bool(weight[1]))
    address = " ".join((element.get("href") or "").split()) if element.tag == "a" else ""
    if address and not _NO_ADDRESS.match(address):
        look = replace(look, href=address)
    if element.tag in ("b", "strong"):
        return replace(look, strong=True)
    if element.tag in ("i", "em"):
        return replace(look, emphasis=True)
    return replace(look, script=element.tag) if element.tag in ("sup", "sub") else look
