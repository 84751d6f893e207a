"""Dates as Chinese texts write them: 2026年5月8日, 5月8日, 二〇二六年五月八日, 2026-05-08."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.numerals import from_chinese

_DIGITS = "〇一二三四五六七八九"
_ARABIC = re.compile(
    r"(?<!\d)(?:(?P<year>\d{1,6})\s?年\s?)?(?<!\d)(?P<month>\d{1,3})\s?月\s?(?P<day>\d{1,3})\s?[日号]"
)
_CHINESE = re.compile(
    r"(?P<year>[〇零○一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,3})月"
    r"(?P<day>[一二三四五六七八九十]{1,3})日"
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<between>[./-])(?P<month>\d{1,2})(?P=between)"
    r"(?P<day>\d{1,2})(?![\d./-])"
)
_LEAP_YEAR = 2024


@dataclass(frozen=True)
class Written:
    """A date as written from `start` to `end`; `year` is None where none is given."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def on(self, year: int) -> date | None:
        """The day that it is in that year, None if there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day, in its year or in any."""
        return self.on(_LEAP_YEAR if self.year is None else self.year) is not None


def written_dates(text: str) -> Iterator[Written]:
    """The dates of a text, form by form."""
    for found in _ARABIC.finditer(text):
        yield Written(*found.span(), _year(found["year"]), int(found["month"]), int(found["day"]))
    for found in _NUMERIC.finditer(text):
        yield Written(*found.span(), int(found["year"]), int(found["month"]), int(found["day"]))
    for found in _CHINESE.finditer(text):
        try:
            month, day = from_chinese(found["month"]), from_chinese(found["day"])
        except ValueError:
            continue
        yield Written(*found.span(), _spelled_year(found["year"]), month, day)


def _year(digits: str | None) -> int | None:
    """The year; 第3年5月8日 and 98年5月8日 name none."""
    return int(digits) if digits and len(digits) > 2 else None


def _spelled_year(characters: str) -> int:
    plain = characters.replace("零", "〇").replace("○", "〇")
    return int("".join(str(_DIGITS.index(character)) for character in plain))
