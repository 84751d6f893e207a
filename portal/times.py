"""The clock: stored times are naive UTC, shown times are Beijing time (UTC+8, no summer time)."""

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

BEIJING = timezone(timedelta(hours=8), "北京时间")


def now() -> datetime:
    """The present as naive UTC, to the second, as every table stores it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def to_beijing(stored: datetime) -> datetime:
    """An aware Beijing time for a stored naive UTC time."""
    return stored.replace(tzinfo=UTC).astimezone(BEIJING)


def from_beijing(local: datetime) -> datetime:
    """A storable naive UTC time for a Beijing time, naive or aware."""
    aware = local if local.tzinfo else local.replace(tzinfo=BEIJING)
    return aware.astimezone(UTC).replace(tzinfo=None)


def minute(stored: datetime) -> str:
    """`YYYY-MM-DD HH:MM` in Beijing time, the form the page meta rule asks for."""
    return to_beijing(stored).isoformat(" ")[:16]


@lru_cache(10_000)  # lists show the same articles' times again and again
def day(stored: datetime) -> str:
    """`YYYY-MM-DD` in Beijing time."""
    return to_beijing(stored).isoformat()[:10]


def local(stored: datetime) -> str:
    """`YYYY-MM-DDTHH:MM` in Beijing time, as a form's control wants it."""
    return to_beijing(stored).isoformat()[:16]


def clock(stored: datetime) -> str:
    """`HH:MM` in Beijing time."""
    return to_beijing(stored).isoformat()[11:16]


_WEEKDAYS = "一二三四五六日"


def in_words(stored: datetime) -> str:
    """`2026年5月8日（星期五）上午9:30` in Beijing time, for a button that names its moment."""
    at = to_beijing(stored)
    half = "上午" if at.hour < 12 else "下午"
    hour = at.hour if at.hour <= 12 else at.hour - 12
    week = _WEEKDAYS[at.weekday()]
    return f"{at.year}年{at.month}月{at.day}日（星期{week}）{half}{hour}:{at:%M}"


@lru_cache(10_000)
def machine(stored: datetime) -> str:
    """ISO 8601 with the offset, for `datetime` attributes, feeds and structured data."""
    return to_beijing(stored).isoformat()
