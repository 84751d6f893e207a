"""Who is a minor: by an age beside the name, or reckoned from birth date and day of the act."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date

from portal.privacy.birth_dates import births
from portal.privacy.case_days import days_of_case

_ADULT = 18
_YEARS = r"(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二三四五六七八九]) ?(?:周)?岁"
_TOLD = "时年|现年|殁年|年仅|年龄|当时年仅|当时|系"
_AGE_AFTER = re.compile(
    rf"\((?:[^()\n]{{0,20}},)?(?:男|女)?,?(?:{_TOLD})?(?:不满|未满)?{_YEARS}[^()\n]{{0,20}}\)"
    rf"|,(?:男|女),(?:{_TOLD})?(?:不满|未满)?{_YEARS}"
    rf"|,?(?:{_TOLD})(?:不满|未满)?{_YEARS}"
)
_REACH = 60


def is_minor(birth: date, day: date | None) -> bool:
    """Whether somebody born then was under eighteen on that day; on the eighteenth birthday still.

    Article 17 of the Criminal Law counts a year of life as full from the day after the birthday.
    """
    if day is None:
        return False
    had_birthday = (day.month, day.day) > (birth.month, birth.day)
    return 0 <= day.year - birth.year - (not had_birthday) < _ADULT


def young_ages(text: str) -> Iterator[re.Match[str]]:
    """Every age under eighteen in a folded text, as it is told right after somebody's name."""
    return _AGE_AFTER.finditer(text)


def young(text: str, mentions: Mapping[int, str]) -> set[str]:
    """The names, out of those that end at these places, of whom the text shows a minor's age."""
    found = {mentions[age.start()] for age in young_ages(text) if age.start() in mentions}
    days, ends = days_of_case(text), sorted(mentions)
    for place, _, birth in births(text):
        before = bisect_right(ends, place)
        near = before and place - ends[before - 1] <= _REACH
        if near and any(is_minor(birth, day) for day in days):
            found.add(mentions[ends[before - 1]])
    return found
