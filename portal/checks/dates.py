"""Checks of dates: the day exists, its weekday is right, its year is not a slip of the finger."""

import re
from collections.abc import Iterator
from datetime import date

from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Passage, Problem
from portal.checks.written_dates import Written, written_dates

_FIRST_YEAR = 1000
_DISTANT = 10
_NEAR = 12
"""Characters before and after a date that say what kind of date it is."""
_LUNAR = re.compile(r"(?:农历|阴历|夏历|腊月|正月)[^。；，]{0,8}$")
_END_OF_TERM = re.compile(r"(?:至|到|止于|届满|期满|有效期|期限)[^。；]{0,6}$")
_TERM = re.compile(r"[^。；]{0,4}(?:止|前|届满|期满|到期|失效)")
_WEEKDAY = re.compile(
    r"\s?[（(]?\s?(?:星期|周|礼拜)(?P<day>[一二三四五六日天])(?!\s?[至到—~～-]|均|末|[一二三四五六日])"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_WEEKDAYS = "一二三四五六日"


def _dates(manuscript: Manuscript) -> Iterator[tuple[Passage, Written]]:
    for passage in manuscript.passages:
        for written in sorted(written_dates(passage.text), key=lambda each: each.start):
            yield passage, written


def _impossible(manuscript: Manuscript) -> Iterator[Problem]:
    for passage, written in _dates(manuscript):
        is_old = written.year is not None and written.year < _FIRST_YEAR
        before = passage.text[max(written.start - _NEAR, 0) : written.start]
        if (is_old or not written.exists) and not _LUNAR.search(before):
            words = passage.text[written.start : written.end]
            yield passage.problem(f"没有“{words}”这一天，请核对日期。", written.start, written.end)


def _distant(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.kind == "documents":
        return
    last = manuscript.draft.today.year + _DISTANT
    for passage, written in _dates(manuscript):
        if (
            written.year
            and written.year > last
            and written.exists
            and not _is_term(passage, written)
        ):
            words = passage.text[written.start : written.end]
            yield passage.problem(
                f"“{words}”离今天很远，年份可能写错了，请核对。", written.start, written.end
            )


def _is_term(passage: Passage, written: Written) -> bool:
    before = passage.text[max(written.start - _NEAR, 0) : written.start]
    after = passage.text[written.end : written.end + _NEAR]
    return bool(_END_OF_TERM.search(before) or _TERM.match(after))


def _weekdays(manuscript: Manuscript) -> Iterator[Problem]:
    usual = _usual_years(manuscript)
    year, previous = None, None
    for passage, written in _dates(manuscript):
        if passage is not previous:
            year, previous = None, passage
        year = written.year or year
        found = _WEEKDAY.match(passage.text, written.end)
        if found and written.exists:
            days = _possible_days(written, [year, year + 1] if year else usual)
            if days and _number(found["day"]) not in {day.weekday() for day in days}:
                yield _wrong_weekday(passage, written, found, days)


def _usual_years(manuscript: Manuscript) -> list[int]:
    """The years that a date without one may be in: those around today, and all that are named."""
    named = {int(year) for each in manuscript.passages for year in _YEAR.findall(each.text)}
    today = manuscript.draft.today.year
    return sorted({today - 1, today, today + 1} | named)


def _possible_days(written: Written, years: list[int]) -> list[date]:
    """The days that may be meant: in its own year, else in one of these."""
    return [
        day for each in ([written.year] if written.year else years) if (day := written.on(each))
    ]


def _number(weekday: str) -> int:
    return _WEEKDAYS.index("日" if weekday == "天" else weekday)


def _wrong_weekday(
    passage: Passage, written: Written, found: re.Match[str], days: list[date]
) -> Problem:
    words, said = passage.text[written.start : written.end], found["day"]
    if len(days) > 1:
        sentence = f"{words}不是星期{said}，请核对日期和星期。"
        return passage.problem(sentence, written.start, found.end())
    right = _WEEKDAYS[days[0].weekday()]
    return passage.problem(
        f"{words}是星期{right}，不是星期{said}，请核对日期和星期。",
        written.start,
        found.end(),
        f"改为“{right}”",
        [Change(*found.span("day"), right)],
    )


DATE_IMPOSSIBLE = Check(
    "date-impossible", ADVICE, "2月30日这样的日期，读者只能来电话问。", _impossible
)
DATE_DISTANT = Check("date-distant", ADVICE, "2062年多半是2026年敲错了顺序。", _distant)
WEEKDAY_WRONG = Check("weekday-wrong", ADVICE, "日期和星期对不上，读者会来错一天。", _weekdays)
