"""Tables: a line `| 甲 | 乙 |` for each row, `[[表格：标题]]` before them for a title.

A table that such rows cannot say exactly (joined cells, several header rows, cells from Word that
hold paragraphs) keeps its structure under a number, `[[表格 3：标题]]`; the texts of its cells can
still be changed.
"""

import re
from collections.abc import Iterable, Sequence

from portal.errors import Refused
from portal.plain_body import holders, inline, marks
from portal.plain_body.kept import Kept
from portal.sanitiser.tree import Element, Node

_CELL = re.compile(r"((?:\\.|[^|｜])*+)(?:[|｜]|$)")
_BAR, _ESCAPED_BAR = re.compile(r"([|｜])"), r"\\\1"
_RULE_ROW = re.compile(r":?-+:?")
_HEADER = "# "


def written(table: Element, kept: Kept) -> list[str]:
    """The lines of a table of the plain kind: one header row, perhaps row headers, no spans."""
    if any(holders.paragraphs(cell) for row in _rows(table) for cell in _elements(row.children)):
        return []
    numbers = table.attributes.get("class") == "numbers"
    head = _head(marks.NUMBERS_TABLE if numbers else marks.TABLE, table, kept)
    lines = [head] if numbers or not head.endswith(f"{marks.TABLE}]]") else []
    for index, row in enumerate(_rows(table)):
        lines.append(_line(_cell(cell, index == 0, kept) for cell in _elements(row.children)))
    return lines


def written_kept(table: Element, kept: Kept) -> list[str]:
    """The lines of any table, under the number that keeps its structure."""
    lines = [_head(f"{marks.TABLE} {kept.keep(table)}", table, kept)]
    for row in _rows(table):
        lines.append(_line(_text(cell, kept) for cell in _elements(row.children)))
    return lines


def read(lines: Sequence[str], kept: Kept) -> list[Element]:
    """The table that the lines mean; Refused where rows and structure do not fit."""
    command = marks.COMMAND.fullmatch(lines[0])
    rows = [_split(line) for line in lines[1 if command else 0 :]]
    caption = _caption(command[3] if command else None, kept)
    if command and command[2]:
        table = kept.find(marks.TABLE, command[2], None, "table")
        return [_refilled(table, caption, rows, kept)]
    if not rows:
        return []
    numbers = command is not None and command[1] == marks.NUMBERS_TABLE
    attributes = {"class": "numbers"} if numbers else {}
    return [Element("table", attributes, [*caption, *_sections(rows, kept)])]


def _head(word: str, table: Element, kept: Kept) -> str:
    captions = [part for part in _elements(table.children) if part.name == "caption"]
    text = "：" + inline.written(captions[0].children, kept) if captions else ""
    return f"[[{word}{text}]]"


def _caption(text: str | None, kept: Kept) -> list[Node]:
    return [Element("caption", {}, inline.read(text.strip(), kept))] if text else []


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_BAR.sub(_ESCAPED_BAR, cell) for cell in cells)} |"


def _cell(cell: Element, in_header: bool, kept: Kept) -> str:
    text = holders.written(_without_scope(cell), kept)
    if in_header:
        return text
    if cell.name == "th":
        return _HEADER + text
    return f"\\{text}" if marks.HEADER_CELL.match(text) else text


def _text(cell: Element, kept: Kept) -> str:
    """The text of a kept cell; that it begins with a paragraph need not be said."""
    return holders.content(cell, kept).removeprefix(marks.PARAGRAPH)


def _without_scope(cell: Element) -> Element:
    attributes = {name: value for name, value in cell.attributes.items() if name != "scope"}
    return Element(cell.name, attributes, cell.children)


def _split(line: str) -> list[str]:
    """The cells of a row; a bar at its end opens no further one."""
    cells = [cell.strip() for cell in _CELL.findall(line[1:])]
    return cells[:-1]


def _sections(rows: list[list[str]], kept: Kept) -> list[Node]:
    width = len(rows[0])
    header = Element("tr", {}, [_header_cell(cell, kept) for cell in rows[0]])
    body: list[Node] = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) > width:
            raise Refused(
                f"表格“{' '.join(rows[0])[:30]}”第 {number} 行有 {len(row)} 格，比表头的 {width} 格多。"
                "请检查竖线，文字里的竖线写成 \\|。"
            )
        if not all(map(_RULE_ROW.fullmatch, row)):
            cells = row + [""] * (width - len(row))
            body.append(Element("tr", {}, [_body_cell(cell, kept) for cell in cells]))
    sections: list[Node] = [Element("thead", {}, [header])]
    return [*sections, Element("tbody", {}, body)] if body else sections


def _header_cell(text: str, kept: Kept) -> Element:
    """A header cell; an empty one heads nothing, and a screen reader should not say that it does."""
    return holders.read("th", text, kept, scope="col") if text else Element("td")


def _body_cell(text: str, kept: Kept) -> Element:
    if found := marks.HEADER_CELL.match(text):
        return holders.read("th", text[found.end() :], kept, scope="row")
    return holders.read("td", text, kept)


def _refilled(table: Element, caption: list[Node], rows: list[list[str]], kept: Kept) -> Element:
    """The table with new texts in its own cells."""
    shape = [len(row.children) for row in _rows(table)]
    if shape != [len(row) for row in rows]:
        raise Refused(
            f"表格“{' '.join(rows[0] if rows else [])[:30]}”保留了原来的格式，只能改文字，"
            f"不能增减行和格（应有 {len(shape)} 行）。要增减，请把上面一行改成 [[表格：标题]]，"
            "合并的单元格会因此分开。"
        )
    texts = iter(rows)
    sections = [
        Element(
            part.name,
            part.attributes,
            [_row(row, next(texts), kept) for row in _elements(part.children)],
        )
        for part in _elements(table.children)
        if part.name != "caption"
    ]
    return Element("table", table.attributes, [*caption, *sections])


def _row(row: Element, texts: list[str], kept: Kept) -> Element:
    cells = zip(_elements(row.children), texts, strict=True)
    return Element("tr", row.attributes, [_new_text(cell, text, kept) for cell, text in cells])


def _new_text(cell: Element, text: str, kept: Kept) -> Element:
    mark = marks.PARAGRAPH if text and holders.paragraphs(cell) else ""
    return Element(cell.name, cell.attributes, holders.read_content(mark + text, kept))


def _rows(table: Element) -> list[Element]:
    parts = [part for part in _elements(table.children) if part.name != "caption"]
    return [row for part in parts for row in _elements(part.children)]


def _elements(nodes: Sequence[Node]) -> list[Element]:
    return [node for node in nodes if isinstance(node, Element)]
