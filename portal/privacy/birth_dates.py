"""Birth dates: whole dates beside 出生, 生于 and the like, or right after sex in a party's line."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from portal.privacy.dates import DATE, day_of
from portal.privacy.detection import Detection
from portal.privacy.name_ends import is_han

_BEFORE = re.compile(
    r"(?:出生(?:日期|年月日?|时间)?|生日|生于|诞生于|出生于)(?:[为是在:]| |\(?(?:公历|农历|阳历|阴历)\)?){0,4}$"
)
_BORN = "生(?![活产意效命日前态长育源])"
_AFTER = re.compile(rf" ?\)?(?:\(?(?:农历|公历|阴历|阳历)\)?)?出?{_BORN}")
_AFTER_SEX = re.compile(r"(?:^|[,(])(?:男|女)(?:性)?, ?$")
_BEFORE_PEOPLE = re.compile(r",(?:[\u4e00-\u9fff]{1,5}族|身份证|公民身份|[\u4e00-\u9fff]{2,6}人,)")
_PART = re.compile(
    r"(?P<before>(?:(?:18|19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}) ?年 ?"
    rf"(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?月)(?=出?{_BORN})"
    r"|(?:出生(?:日期|年月)?|生日|生于)[为是在: ]{0,3}"
    r"(?P<after>(?:18|19|20)\d\d ?[年.-] ?\d{1,2} ?月?(?!\d|[.-]\d| ?日)|\d{1,2} ?月 ?\d{1,2} ?[日号])"
)
_NO_DAY = re.compile(
    r"(?P<year>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}) ?年 ?"
    rf"(?:(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) ?月)?(?=出?{_BORN}[,。;)\n(于在])"
)

WHY = "出生日期。"


def birth_dates(text: str) -> Iterator[Detection]:
    """The birth dates in a folded text: whole ones, months of a year, days of a month."""
    for found in DATE.finditer(text):
        if _is_birth(text, *found.span()):
            yield Detection("birth-date", *found.span(), found[0], "", "", True, WHY)
    for found in _PART.finditer(text):
        if _ends_name(text, found.start()):
            continue
        place = found.span(str(found.lastgroup))
        yield Detection("birth-date", *place, found[str(found.lastgroup)], "", "", True, WHY)


def births(text: str) -> Iterator[tuple[int, int, date]]:
    """Where each birth date stands in a folded text, and the day.

    Of a mere year or month it is the last day, so that nobody is taken for older than they may be.
    """
    for found in DATE.finditer(text):
        if _is_birth(text, *found.span()) and (day := day_of(found)):
            yield *found.span(), day
    for found in _NO_DAY.finditer(text):
        month = DATE.match(f"{found['year']}年{found['month'] or 12}月1日")
        if month and (day := day_of(month)):
            yield *found.span(), day.replace(day=monthrange(day.year, day.month)[1])


def _is_birth(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 14) : start]
    told = _BEFORE.search(before)
    if _AFTER.match(text, end) or (told and not _ends_name(text, start - len(told[0]))):
        return True
    return bool(_AFTER_SEX.search(before) and _BEFORE_PEOPLE.match(text, end))


def _ends_name(text: str, at: int) -> bool:
    """Whether the 生 there ends a name, as in 水生于2026年1月5日到案: it stands elsewhere alone."""
    if text[at : at + 2] != "生于" or not is_han(text, at - 1):
        return False
    return re.search(f"{text[at - 1]}生(?!于)", text) is not None
