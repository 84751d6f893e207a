"""Checks of notices: one that is over, or will be, must not stay among the new ones."""

import re
from collections.abc import Iterator

from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP
from portal.checks.manuscript import Manuscript, Problem

_HOLIDAY = re.compile(r"元旦|春节|清明|劳动节|五一|端午|中秋|国庆|假期|节假日期间")
_ABSENCE = re.compile(r"放假|值班|值守|休假|调休")


def _past(manuscript: Manuscript) -> Iterator[Problem]:
    draft = manuscript.draft
    if draft.expires and draft.expires < draft.today:
        day = f"{draft.expires.year}年{draft.expires.month}月{draft.expires.day}日"
        yield Problem("expires", f"过期时间是{day}，已经过了，发布后不会出现在列表里。请改期。")


def _endless(manuscript: Manuscript) -> Iterator[Problem]:
    draft = manuscript.draft
    is_leave = _HOLIDAY.search(draft.title) and _ABSENCE.search(draft.title)
    if draft.kind == "notices" and draft.expires is None and is_leave:
        yield Problem("expires", "节假日通知还没有过期时间。请填假期结束的那一天。")


EXPIRY_PAST = Check("expiry-past", STOP, "过了期的通知一发布就看不见。", _past)
EXPIRY_MISSING = Check(
    "expiry-missing", ADVICE, "去年的放假通知还挂着，是群众常提的意见。", _endless
)
