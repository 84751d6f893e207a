"""A body as the units that a reader sees one after the other, each with its text and its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.sanitiser.parsing import parse
from portal.sanitiser.runs import is_block
from portal.sanitiser.shape import shaped
from portal.sanitiser.tree import Element, Node, write

_LABELS = {
    "p": "段落",
    "h2": "小标题",
    "h3": "二级小标题",
    "h4": "三级小标题",
    "pre": "原样文字",
    "hr": "分隔线",
    "tr": "表格行",
    "caption": "表格标题",
    "figure": "图片",
    "figcaption": "图注",
}
_LABELS_INSIDE = {"li": "列表项", "blockquote": "引文", "figure": "图片"}
_FORMATS = {
    "a": "链接",
    "abbr": "缩写",
    "cite": "作品名",
    "code": "代码",
    "em": "强调",
    "q": "引语",
    "rp": "括号",
    "rt": "读音",
    "ruby": "注音",
    "s": "删除线",
    "span": "语言",
    "strong": "加粗",
    "sub": "下标",
    "sup": "上标",
    "time": "时间",
    "u": "下划线",
}
_CONTAINERS = ("blockquote", "li", "ol", "table", "tbody", "tfoot", "thead", "ul")
LINE_END = "↵"

Formats = tuple[str, ...]
Key = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Unit:
    """One unit; two are the same to a reader when `key` is the same."""

    label: str
    html: str
    pieces: tuple[tuple[str, Formats], ...]
    """The text, cut where its format changes."""
    form: tuple[str, ...]
    """The start tags of the block itself, or of the cells of a row."""
    path: tuple[str, ...]
    """The start tags of the lists, tables and quotations around it."""
    home: tuple[int, ...]
    """Which of the lists, tables and quotations of the body those are."""

    @property
    def text(self) -> str:
        """All that a reader reads of it."""
        return "".join(text for text, _ in self.pieces)

    @property
    def key(self) -> Key:
        """Its HTML, and the kinds of everything around it."""
        return self.html, self.path

    @property
    def gist(self) -> str:
        """What tells it from others: its text and the names of its pictures."""
        return self.text + "".join(
            each for _, formats in self.pieces for each in formats if each.startswith("图片 ")
        )


def units(body: str) -> list[Unit]:
    """The units of a body of clean HTML, in the order of reading."""
    flattening = _Flattening()
    flattening.all(shaped(parse(body)))
    return flattening.units


class _Flattening:
    """A walk over the blocks; `around` holds the containers that it is in."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.around: list[tuple[Element, int]] = []
        self.count = 0

    def all(self, nodes: Iterable[Node]) -> None:
        for are_blocks, group in groupby(nodes, is_block):
            if are_blocks:
                for block in group:
                    self.block(block)
            else:
                self.add(list(group), "")

    def block(self, node: Node) -> None:
        if not isinstance(node, Element):
            return
        if node.name in _CONTAINERS or (node.name == "figure" and _holds_more(node)):
            self.count += 1
            self.around.append((node, self.count))
            self.all(node.children)
            self.around.pop()
        else:
            self.add([node], node.name)

    def add(self, nodes: Sequence[Node], name: str) -> None:
        self.units.append(
            Unit(
                self.label(nodes, name),
                "".join(map(write, nodes)),
                tuple(_pieces(nodes, ())),
                _form(nodes),
                tuple(_start(element) for element, _ in self.around),
                tuple(number for _, number in self.around),
            )
        )

    def label(self, nodes: Sequence[Node], name: str) -> str:
        """What a unit is called: by its element, or by what it is in when that says more."""
        if name == "p" and _is_image(nodes[0]):
            return _LABELS["figure"]
        inside = self.around[-1][0].name if self.around else ""
        if name in ("", "p") and inside in _LABELS_INSIDE:
            return _LABELS_INSIDE[inside]
        return _LABELS[name or "p"]


def _holds_more(figure: Element) -> bool:
    return any(is_block(child) and child.name != "figcaption" for child in _elements(figure))


def _is_image(block: Node) -> bool:
    """Whether a paragraph holds a picture and nothing else."""
    return isinstance(block, Element) and [
        child.name if isinstance(child, Element) else "" for child in block.children
    ] == ["img"]


def _elements(node: Node) -> list[Element]:
    children = node.children if isinstance(node, Element) else []
    return [child for child in children if isinstance(child, Element)]


def _form(nodes: Sequence[Node]) -> tuple[str, ...]:
    blocks = [node for node in nodes if isinstance(node, Element) and is_block(node)]
    cells = [cell for block in blocks if block.name == "tr" for cell in _elements(block)]
    return tuple(map(_start, blocks + cells))


def _start(element: Element) -> str:
    return write(Element(element.name, element.attributes)).partition(">")[0] + ">"


def _pieces(nodes: Iterable[Node], formats: Formats) -> Iterator[tuple[str, Formats]]:
    """The text of the nodes, with the formats that it has."""
    before: Node | None = None
    for node in nodes:
        if before is not None and (is_block(node) or is_block(before)):
            yield _between(node), formats
        before = node
        if isinstance(node, str):
            yield node, formats
        elif node.name == "br":
            yield LINE_END, formats
        elif node.name == "img":
            yield _image(node), (*formats, f"图片 {node.attributes['src']}")
        else:
            name = _FORMATS.get(node.name)
            values = " ".join(filter(None, node.attributes.values()))
            own = (f"{name} {values}".strip(),) if name else ()
            yield from _pieces(node.children, formats + own)


def _between(node: Node) -> str:
    return " | " if isinstance(node, Element) and node.name in ("td", "th") else LINE_END


def _image(image: Element) -> str:
    alt = image.attributes.get("alt")
    if alt is None:
        return "〔图片，没有替代文字〕"
    return f"〔图片：{alt}〕" if alt else "〔装饰图片〕"
