"""Tables: which rows are headers, and gaps and merged cells in the form that is read further."""

from portal.word_import.markup import Element, drop, find, find_all, is_on, make, number, tag, value
from portal.word_import.notices import Tally
from portal.word_import.spaces import words

_WIDEST = 100
_LONGEST_HEADER = 40
_MOST_HEADER_ROWS = 4
_FIRST_ROW = 0x20


def prepare_tables(body: Element, tally: Tally) -> None:
    """Name the header rows of every table, and write its gaps and merges as plain cells."""
    for table in list(body.iter(tag("w:tbl"))):
        for row in find_all(table, "w:tr"):
            _fill_gaps(row)
            _join_across(row)
            if find(row, "w:tc") is None:
                drop(row)
        rows = find_all(table, "w:tr")
        if not rows:
            drop(table)
            continue
        headers = _header_rows(table, rows)
        tally["headless"] += not headers and len(rows) > 1 and len(_cells(rows[0])) > 1
        for at, row in enumerate(rows):
            _set_header(row, at < headers)


def _cells(row: Element) -> list[Element]:
    return find_all(row, "w:tc")


def _span(cell: Element) -> int:
    return min(max(number(value(cell, "w:tcPr/w:gridSpan"), 1), 1), _WIDEST)


def _fill_gaps(row: Element) -> None:
    """Empty cells where a row begins further right than the others, or ends further left."""
    cells = _cells(row)
    for cell in cells:
        _set_span(cell, _span(cell))
    before = number(value(row, "w:trPr/w:gridBefore"), 0)
    after = number(value(row, "w:trPr/w:gridAfter"), 0)
    if cells and 0 < before <= _WIDEST:
        cells[0].addprevious(_empty(before))
    if cells and 0 < after <= _WIDEST:
        cells[-1].addnext(_empty(after))


def _empty(span: int) -> Element:
    return make("w:tc", make("w:tcPr", make("w:gridSpan", val=str(span))))


def _set_span(cell: Element, span: int) -> None:
    properties = find(cell, "w:tcPr")
    if properties is None:
        properties = make("w:tcPr")
        cell.insert(0, properties)
    for old in find_all(properties, "w:gridSpan"):
        drop(old)
    properties.append(make("w:gridSpan", val=str(span)))


def _join_across(row: Element) -> None:
    """Cells merged in the old way, with a mark on each, as one wide cell."""
    first: Element | None = None
    for cell in _cells(row):
        merge = find(cell, "w:tcPr/w:hMerge")
        if merge is None or value(merge, ".") == "restart":
            first = cell if merge is not None else None
        elif first is not None:
            _set_span(first, _span(first) + _span(cell))
            drop(cell)


def _header_rows(table: Element, rows: list[Element]) -> int:
    """How many rows at the top are headers; one that reaches down takes the rows along."""
    marked = next((at for at, row in enumerate(rows) if not _is_marked(row)), len(rows))
    wanted = marked or int(_first_row_is_header(table, rows))
    while 0 < wanted < len(rows) and _continues(rows[wanted]):
        wanted += 1
    fits = wanted < len(rows) and wanted <= max(_MOST_HEADER_ROWS, marked)
    return wanted if fits else 0


def _is_marked(row: Element) -> bool:
    return is_on(find(row, "w:trPr/w:tblHeader"))


def _continues(row: Element) -> bool:
    """Whether a cell of the row belongs to one in the row above."""
    merges = (find(cell, "w:tcPr/w:vMerge") for cell in _cells(row))
    return any(each is not None and value(each, ".") in (None, "continue") for each in merges)


def _first_row_is_header(table: Element, rows: list[Element]) -> bool:
    """Whether the table's look sets off the first row, and its cells read like headers.

    Word turns that look on for every new table, also for those that only arrange things.
    """
    look = find(table, "w:tblPr/w:tblLook")
    if look is None:
        return False
    first = look.get(tag("w:firstRow"))
    bits = look.get(tag("w:val"), "")
    by_bits = all(each in "0123456789abcdefABCDEF" for each in bits) and bits != ""
    is_set = first not in ("0", "false") if first else by_bits and int(bits, 16) & _FIRST_ROW > 0
    texts = [words(cell).strip() for cell in _cells(rows[0])]
    filled = all(texts[1:]) and all(len(text) <= _LONGEST_HEADER for text in texts)
    return is_set and len(texts) > 1 and len(rows) > 1 and filled


def _set_header(row: Element, is_header: bool) -> None:
    for old in find_all(row, "w:trPr"):
        drop(old)
    if is_header:
        row.insert(0, make("w:trPr", make("w:tblHeader")))
