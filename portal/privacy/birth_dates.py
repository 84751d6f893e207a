"""Birth dates: whole dates beside 出生, 生于 and the like, or right after sex in a party's line."""

import re
from collections.abc import Iterator
from datetime import date

from portal.privacy.dates import DATE, day_of
from portal.privacy.detection import Detection

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

WHY = "出生日期。"


def birth_dates(text: str) -> Iterator[Detection]:
    """The birth dates in a folded text: whole ones, months of a year, days of a month."""
    for found in DATE.finditer(text):
        if _is_birth(text, *found.span()):
            yield Detection("birth-date", *found.span(), found[0], "", "", True, WHY)
    for found in _PART.finditer(text):
        place = found.span(str(found.lastgroup))
        yield Detection("birth-date", *place, found[str(found.lastgroup)], "", "", True, WHY)


def births(text: str) -> Iterator[tuple[int, int, date]]:
    """Where each whole birth date stands in a folded text, and the day."""
    for found in DATE.finditer(text):
        if _is_birth(text, *found.span()) and (day := day_of(found)):
            yield *found.span(), day


def _is_birth(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 14) : start]
    if _BEFORE.search(before) or _AFTER.match(text, end):
        return True
    return bool(_AFTER_SEX.search(before) and _BEFORE_PEOPLE.match(text, end))
