"""The days that a document tells: that of the act, by which an age is reckoned, and the latest."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from portal.privacy.birth_dates import births
from portal.privacy.dates import DATE, day_of

_FACTS = re.compile(r"查明[:,\n]|犯罪事实[:如\n]|基本案情|事实如下|事实[和与]理由[:\n]")
_MONTH = r"(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2}) ?年 ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月"
_DAY = re.compile(rf"{DATE.pattern}|(?P<month_alone>{_MONTH})")
_BEFORE_ACT = re.compile(r"(?:案发|作案|发案)(?:时间|日期)?[为是于在:]{0,2}$")
_AFTER_ACT = re.compile(r"[^\d,。;\n]{0,6}(?:案发|作案|发案)")
_BORN = re.compile(r"(?:出)?生")
_RECENT = 5
_NUMBERED = re.compile(r"[(\[](20\d\d)[)\]]")


def days_of_case(text: str) -> tuple[date | None, date | None]:
    """The day of the act that a folded document tells, and the latest day in it; None for none.

    The act's is the first day told in the facts, or one that is called so. Of a mere month it is
    the first day, and one of long ago only tells what was before. The number of the document may
    say that it is of a later year than any day in it.
    """
    days = list(_days(text))
    latest = _latest(text, (day for _, _, day in days))
    facts = _FACTS.search(text)
    possible = [each for each in days if not _is_history(text, each, latest)]
    of_facts = (day for start, _, day in possible if facts and start >= facts.end())
    of_act = (day for start, end, day in possible if _is_of_act(text, start, end))
    return next(of_facts, None) or next(of_act, None), latest


def _latest(text: str, days: Iterable[date]) -> date | None:
    latest = max(days, default=None)
    year = max((int(found[1]) for found in _NUMBERED.finditer(text)), default=0)
    return latest if latest and latest.year >= year else date(year, 12, 31) if year else None


def _is_history(text: str, told: tuple[int, int, date], latest: date | None) -> bool:
    _, end, day = told
    return text[end - 1] == "月" and latest is not None and latest.year - day.year > _RECENT


def _is_of_act(text: str, start: int, end: int) -> bool:
    before = _BEFORE_ACT.search(text[max(0, start - 10) : start])
    return bool(before or _AFTER_ACT.match(text, end))


def _days(text: str) -> Iterator[tuple[int, int, date]]:
    """Where each day or month is told on which nobody was born."""
    born = {start for start, _, _ in births(text)}
    for found in _DAY.finditer(text):
        is_birth = found.start() in born or _BORN.match(text, found.end())
        if not is_birth and (day := _day(found)):
            yield *found.span(), day


def _day(found: re.Match[str]) -> date | None:
    whole = DATE.match(f"{found[0]}1日") if found["month_alone"] else found
    return day_of(whole) if whole else None
