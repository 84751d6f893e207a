"""Lists, data tables and embedded players of a page, each as one block."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from portal.page_import.blocks import Block, Run, joined
from portal.page_import.html_tree import Element

Reader = Callable[[Element], list[Block]]

_EMBEDS = frozenset(["iframe", "embed", "object", "applet", "video", "audio"])
_HEAD_OF_PAGE = re.compile(r"(?:时间|日期)\s*[:：]\s*(?:19|20)\d\d|当前位置|所在位置")
_LONGEST_ITEM = 600
_SPANS = ("colspan", "rowspan")


def part_of(element: Element, read: Reader) -> Block | None:
    """The list, data table or embedded player that an element is; None for anything else."""
    if element.tag in ("ul", "ol") and _is_list(element):
        return _list(element, read)
    if element.tag == "table" and _is_data_table(element):
        return _table(element, read)
    return _embed(element) if element.tag in _EMBEDS else None


def _is_list(element: Element) -> bool:
    """Whether list markup holds a list, and not the whole article or page."""
    items = element.findall("li")
    longest = max((len("".join(item.itertext())) for item in items), default=0)
    if not 0 < longest <= _LONGEST_ITEM or element.find(".//table") is not None:
        return False
    return _hold_everything(items, element)


def _hold_everything(parts: Iterable[Element], element: Element) -> bool:
    """Whether an element has no words and pictures but those of its parts."""
    return sum(map(_weight, parts)) == _weight(element)


def _weight(element: Element) -> int:
    return len("".join("".join(element.itertext()).split())) + len(element.findall(".//img"))


def _list(element: Element, read: Reader) -> Block:
    start = element.get("start") or ""
    attributes = (("start", start),) if element.tag == "ol" and start.isdecimal() else ()
    items = (_holding("li", read(item)) for item in element.findall("li"))
    return Block(element.tag, (), tuple(item for item in items if any(item.all_runs())), attributes)


def _is_data_table(element: Element) -> bool:
    """Whether a table holds data: rows of several cells, and not a part of the page's layout."""
    rows = [row for row in element.iter("tr") if len(_cells(row)) > 1]
    if len(rows) < 2 or element.find(".//table") is not None:
        return False
    texts = [" ".join("".join(cell.itertext()).split()) for row in rows for cell in _cells(row)]
    if any(_HEAD_OF_PAGE.search(text) for text in texts):
        return False
    if max(map(len, texts)) > _LONGEST_ITEM and element.find(".//th") is None:
        return False
    cells = [cell for row in element.iter("tr") for cell in _cells(row)]
    return _hold_everything(element.findall("caption") + cells, element)


def _table(element: Element, read: Reader) -> Block:
    rows = [_row(row, read) for row in element.iter("tr")]
    rows = [row for row in rows if row.text or any(run.image for run in row.all_runs())]
    if rows and all(_is_bold(cell) for cell in rows[0].children):
        rows[0] = replace(rows[0], children=tuple(map(_as_header, rows[0].children)))
    captions = (_holding("caption", read(each)) for each in element.findall("caption"))
    return Block("table", (), (*(each for each in captions if each.text), *rows))


def _row(element: Element, read: Reader) -> Block:
    cells = []
    for cell in _cells(element):
        spans = [(name, cell.get(name) or "") for name in _SPANS]
        attributes = tuple(
            pair for pair in spans if re.fullmatch(r"[1-9]\d?", pair[1]) and pair[1] != "1"
        )
        cells.append(replace(_holding(cell.tag, read(cell)), attributes=attributes))
    return Block("tr", (), tuple(cells))


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _is_bold(cell: Block) -> bool:
    return cell.tag == "th" or (
        bool(cell.text) and all(run.strong or not run.text.strip() for run in cell.runs)
    )


def _as_header(cell: Block) -> Block:
    plain = cell.mapped(lambda run: replace(run, strong=False))
    return replace(plain, tag="th", attributes=(*cell.attributes, ("scope", "col")))


def _holding(tag: str, blocks: Iterable[Block]) -> Block:
    """One block with the lines of several; lists and players among them become its children."""
    lines, parts = [], []
    for block in blocks:
        if block.children or block.tag == "embed":
            parts.append(block)
        else:
            lines.append(block.runs)
    return Block(tag, joined(lines), tuple(parts))


def _embed(element: Element) -> Block:
    """An embedded player, named by its address; it cannot be imported but is reported."""
    sources = [element.get("src"), element.get("data")]
    sources += [
        each.get("src") or each.get("value") for each in element.iter("source", "embed", "param")
    ]
    return Block("embed", (Run(next((each for each in sources if each), element.tag)),))
