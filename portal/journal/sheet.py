"""The journal as a CSV table that Excel opens: UTF-8 with its mark, and nothing that it would run."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from portal.journal.telling import told
from portal.queries.journal import Row
from portal.times import to_beijing

MARK = "\ufeff"
HEADER = (
    "编号",
    "北京时间",
    "人员",
    "人员编号",
    "来自",
    "做了什么",
    "操作代码",
    "对象类型",
    "对象编号",
    "对象名称",
    "修改前",
    "修改后",
    "校验值",
)
_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a table program take a cell for a formula, in the widths of both alphabets."""


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The table line by line, with its header."""
    yield MARK + _line(HEADER)
    for row in rows:
        yield _line(_cells(row))


def harmless(cell: object) -> str:
    """The text of a cell; one that would be run gets an apostrophe in front."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS) else text


def _cells(row: Row) -> tuple[object, ...]:
    return (
        row.number,
        f"{to_beijing(row.at):%Y-%m-%d %H:%M:%S}",
        row.name,
        row.person,
        row.address,
        told(row.action, row.thing, row.thing_name, row.name),
        row.action,
        row.thing,
        row.thing_id,
        row.thing_name,
        row.before,
        row.after,
        row.hash,
    )


def _line(cells: Iterable[object]) -> str:
    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([harmless(cell) for cell in cells])
    return out.getvalue()
