"""Dates in documents: with figures, points or Chinese numerals."""

import re
from datetime import date

_FIGURE = "〇○零一二三四五六七八九"
_YEAR = rf"(?:(?:18|19|20)\d\d|[一二][{_FIGURE}]{{3}})"
_TWO = rf"(?:\d{{1,2}}|[{_FIGURE}十]{{1,3}})"
DATE = re.compile(
    rf"(?P<year>{_YEAR}) ?年 ?(?P<month>{_TWO}) ?月 ?(?P<day>{_TWO}) ?[日号]"
    r"|(?<![\d.])(?P<y>(?:18|19|20)\d\d)(?P<mark>[-./·])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?!\d)"
)
"""A whole date of a folded text."""

_VALUES = {sign: max(0, number - 2) for number, sign in enumerate(_FIGURE)} | {"": 0}


def day_of(found: re.Match[str]) -> date | None:
    """The day that a match of `DATE` means; None for a day that does not exist."""
    year, month, day = found["year"], found["month"], found["day"]
    if year is None:
        year, month, day = found["y"], found["m"], found["d"]
    try:
        return date(_digits(year), _number(month), _number(day))
    except (ValueError, KeyError):
        return None


def says_date(written: str, text: str) -> bool:
    """Whether a text says the date that is `written` for machines: the day, or what there is."""
    one, other = DATE.match(written), DATE.search(text)
    if one is None:
        return written[:4] in text
    return other is not None and day_of(one) == day_of(other)


def _digits(text: str) -> int:
    return int("".join(sign if sign.isdecimal() else str(_VALUES[sign]) for sign in text))


def _number(text: str) -> int:
    """The value of up to two figures: 7, 二十一, 十, 三十."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _digits(ones)
    return (_VALUES[tens] if tens else 1) * 10 + _VALUES[ones]
