"""A moment in Beijing time, as a browser's control sends it or a person writes it."""

import re
from datetime import datetime

from portal.errors import Refused
from portal.services.content import LATEST
from portal.times import from_beijing

_WRITTEN = re.compile(
    r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D{1,3}(\d{1,2})\D(\d{1,2})(?::[\d.]+|分)?", re.ASCII
)


def moment(text: str, label: str, field: str) -> datetime | None:
    """The moment as naive UTC, None when nothing is written; raises Refused for the field."""
    text = text.strip()
    if not text:
        return None
    found = _WRITTEN.fullmatch(text)
    try:
        year, month, day, hour, minute = map(int, found.groups() if found else ())
        at = from_beijing(datetime(year, month, day, hour, minute))
    except (ValueError, OverflowError) as error:
        wanted = f"{label}请写成 2026-05-08 09:30 这样的日期和时间。"
        raise Refused(wanted, field) from error
    if at > LATEST:
        raise Refused(f"{label}太远了，请核对年份。", field)
    return at
