"""Seeing names in lists and tables: beside an identity number, or in a column headed 姓名."""

import re
from collections.abc import Iterable, Iterator

from portal.privacy.detection import Detection
from portal.privacy.given_names import USUAL
from portal.privacy.name_ends import HAN, is_han
from portal.privacy.name_forms import NameForms
from portal.privacy.persons import Sighting
from portal.privacy.roles import KIN, WEAK
from portal.privacy.surnames import COMMON

BESIDE, IN_TABLE = "号码前面的姓名", "表格里的姓名"
SIGNS = (BESIDE, IN_TABLE)
_SURE, _LIKELY = frozenset({"id-number"}), frozenset({"phone", "bank-card"})
_REACH = 40
_CELL = re.compile(rf"[{HAN}·]{{2,12}}|[{HAN}] {{1,3}}[{HAN}]")
_SPLIT = re.compile(r"[ \t,;:()|、。\n\d.]+")
_PHONE = re.compile(
    r"(?:\([^()\n]{1,20}\))?[,(]?的?(?:联系|移动|本人)?(?:电话|手机|联系方式)(?:号码?)?[为是: ]{0,3}$"
)
_AFTER = re.compile(
    rf"(?: {{1,2}}|\((?:机主)?)(?P<name>[{''.join(sorted(COMMON))}][{HAN}]{{1,2}})(?=[),。;、\n]|$)"
)
_LEADING = frozenset("和与同跟向对将被给找是系打拨为及")
_LED = re.compile("(?:联系人|联系|拨打|致电|呼叫)$")
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
            found = _last_name(text, forms, start, number.start) or _of_phone(text, forms, number)
            if found:
                weight = KIN if number.kind in _SURE else WEAK
                yield Sighting(*found, text[slice(*found)], BESIDE, weight)


def _last_name(text: str, forms: NameForms, start: int, end: int) -> tuple[int, int] | None:
    """The last piece between two marks that is nothing but a name."""
    for found in reversed(list(_CELL.finditer(text, start, end))):
        if _is_whole(text, forms, *found.span()):
            return found.span()
    return None


def _of_phone(text: str, forms: NameForms, number: Detection) -> tuple[int, int] | None:
    """The name right before 电话 and the number, though words lead to it, or right after it."""
    if number.kind != "phone":
        return None
    label = _PHONE.search(text[max(0, number.start - _REACH) : number.start])
    before = number.start - len(label[0]) if label else 0
    for start in range(before - 4, before - 1):
        if start >= 0 and _is_named(text, forms, start, before):
            return start, before
    after = _AFTER.match(text, number.end)
    return after.span("name") if after and forms.chinese.whole(*after.span("name")) else None


def _is_named(text: str, forms: NameForms, start: int, end: int) -> bool:
    """Whether a name of usual characters stands there, and a word or a break leads to it."""
    led = not is_han(text, start - 1) or text[start - 1] in _LEADING
    name = forms.chinese.at(start) if led or _LED.search(text[:start][-4:]) else None
    return name is not None and name.end == end and USUAL.issuperset(text[start + 1 : end])


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
