"""Seeing names in lists and tables: beside an identity number, or in a column headed 姓名."""

import re
from collections.abc import Iterable, Iterator

from portal.privacy.detection import Detection
from portal.privacy.name_ends import HAN
from portal.privacy.name_forms import NameForms
from portal.privacy.persons import Sighting
from portal.privacy.roles import KIN, WEAK

BESIDE, IN_TABLE = "号码前面的姓名", "表格里的姓名"
SIGNS = (BESIDE, IN_TABLE)
_SURE, _LIKELY = frozenset({"id-number"}), frozenset({"phone", "bank-card"})
_REACH = 40
_CELL = re.compile(rf"[{HAN}·]{{2,12}}|[{HAN}] {{1,3}}[{HAN}]")
_SPLIT = re.compile(r"[ \t,;:()|、。\n\d.]+")
_LINE = re.compile(r"[^\n]+")
_PIECE = re.compile(r"姓 {1,4}名|[^\t ]+")
_PERSONAL = re.compile(
    "身份证|证件|电话|手机|联系方式|性别|年龄|住址|地址|账号|卡号|户籍|金额|出生"
)


def beside_numbers(text: str, forms: NameForms, numbers: Iterable[Detection]) -> Iterator[Sighting]:
    """The last name before each number that belongs to one person, on the same line."""
    for number in numbers:
        if number.kind in _SURE | _LIKELY:
            start = max(text.rfind("\n", 0, number.start) + 1, number.start - _REACH)
            found = _last_name(text, forms, start, number.start)
            if found:
                weight = KIN if number.kind in _SURE else WEAK
                yield Sighting(*found, text[slice(*found)], BESIDE, weight)


def _last_name(text: str, forms: NameForms, start: int, end: int) -> tuple[int, int] | None:
    """The last piece between two marks that is nothing but a name."""
    for found in reversed(list(_CELL.finditer(text, start, end))):
        if _is_whole(text, forms, *found.span()):
            return found.span()
    return None


def _is_whole(text: str, forms: NameForms, start: int, end: int) -> bool:
    """Whether a piece of text begins and ends where a name does."""
    opened = start == 0 or _SPLIT.match(text[start - 1]) is not None
    if not opened or not (_SPLIT.match(text[end : end + 1]) or end == len(text)):
        return False
    return forms.chinese.whole(start, end)


def under_headings(text: str, forms: NameForms) -> Iterator[Sighting]:
    """The names in the column headed 姓名 of tables that tell other personal things as well."""
    column = width = 0
    for line in _LINE.finditer(text):
        cells = list(_PIECE.finditer(text, *line.span()))
        head = next((i for i, cell in enumerate(cells) if "姓名" in cell[0].replace(" ", "")), None)
        if head is not None:
            column, width = head, len(cells) if _PERSONAL.search(line[0]) else 0
        elif width > 1 and width - 1 <= len(cells) <= width + 2:
            cell = cells[min(column, len(cells) - 1)]
            if forms.chinese.whole(*cell.span()):
                yield Sighting(*cell.span(), cell[0], IN_TABLE, WEAK)
        else:
            width = 0
