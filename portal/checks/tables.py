"""Checks of tables: header cells, and no table that only frames or spaces out a text."""

from collections.abc import Callable, Iterator
from functools import partial

from portal.checks.body import Placed, elements
from portal.checks.characters import has_words
from portal.checks.check import Check
from portal.checks.draft import ADVICE, Draft
from portal.checks.manuscript import Manuscript, Problem, quoted
from portal.sanitiser.runs import at_home, paragraphs
from portal.sanitiser.tree import Element, words


def _rows(table: Element) -> list[list[Element]]:
    """The cells of each row; tables inside its cells are not looked into."""
    rows = []
    for part in table.children:
        if isinstance(part, Element) and part.name != "caption":
            rows += [row for row in part.children if isinstance(row, Element)]
    return [[cell for cell in row.children if isinstance(cell, Element)] for row in rows]


def _headers(manuscript: Manuscript) -> Iterator[Problem]:
    for placed in manuscript.elements("table"):
        rows = _rows(placed.element)
        is_table = len(rows) > 1 and max(map(len, rows)) > 1 and has_words(words(placed.element))
        if is_table and not any(cell.name == "th" for row in rows for cell in row):
            yield _problem(
                manuscript,
                placed,
                "这个表格没有表头。读屏软件念到数字时，说不出是哪一列的。",
                "把第一行作为表头",
                partial(_make_header, rows[0]),
            )


def _make_header(cells: list[Element]) -> None:
    for cell in cells:
        cell.name = "th"
        cell.attributes["scope"] = "col"


def _frames(manuscript: Manuscript) -> Iterator[Problem]:
    for placed in manuscript.elements("table"):
        cells = [cell for row in _rows(placed.element) for cell in row]
        if len(cells) == 1 and has_words(words(placed.element)):
            yield _problem(
                manuscript,
                placed,
                "这个表格只有一格，是用来画框的。读屏软件会报“表格，一行一列”，请改成普通段落。",
                "去掉表格，保留文字",
                partial(_unwrap, placed, cells[0]),
            )


def _unwrap(placed: Placed, cell: Element) -> None:
    caption = [
        child
        for child in placed.element.children
        if isinstance(child, Element) and child.name == "caption"
    ]
    at = placed.holder.children.index(placed.element)
    placed.holder.children[at : at + 1] = paragraphs(at_home([*caption, *cell.children]))


def _empty(manuscript: Manuscript) -> Iterator[Problem]:
    for placed in manuscript.elements("table"):
        if not has_words(words(placed.element)) and not _has_picture(placed):
            yield _problem(
                manuscript,
                placed,
                "这个表格是空的，可能是粘贴时带来的，请删去。",
                "删去空表格",
                partial(placed.holder.children.remove, placed.element),
            )


def _blank_headers(manuscript: Manuscript) -> Iterator[Problem]:
    """Header cells without words; the corner above row headers and beside column headers may be."""
    for placed in manuscript.elements("table"):
        rows = _rows(placed.element)
        cells = [cell for row in rows for cell in row if cell is not rows[0][0]]
        blank = [cell for cell in cells if cell.name == "th" and not has_words(words(cell))]
        if blank and has_words(words(placed.element)):
            quote = quoted(words(placed.element).strip())
            sentence = f"这个表格有 {len(blank)} 个表头是空的，请写上，或者删去多余的列。"
            yield Problem("body", sentence, quote, placed.block, 0)


def _has_picture(placed: Placed) -> bool:
    return any(True for _ in elements(placed.element, "img"))


def _problem(
    manuscript: Manuscript, placed: Placed, sentence: str, repair: str, mend: Callable[[], None]
) -> Problem:
    def mended() -> Draft:
        mend()
        return manuscript.rewritten()

    quote = quoted(words(placed.element).strip())
    return Problem("body", sentence, quote, placed.block, 0, repair, mended)


TABLE_HEADERS = Check("table-headers", ADVICE, "有了表头，读屏软件才能说出数字的含义。", _headers)
TABLE_BLANK_HEADERS = Check(
    "table-blank-headers", ADVICE, "空的表头让人不知道这一列是什么。", _blank_headers
)
TABLE_FRAME = Check("table-frame", ADVICE, "表格只用来放数据，不用来画框和排版。", _frames)
TABLE_EMPTY = Check("table-empty", ADVICE, "空表格会被读屏软件逐格念出“空白”。", _empty)
