"""The clock: stored times are naive UTC, shown times are Beijing time (UTC+8, no summer time)."""

from datetime import UTC, datetime, timedelta, timezone

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
    return f"{to_beijing(stored):%Y-%m-%d %H:%M}"


def day(stored: datetime) -> str:
    """`YYYY-MM-DD` in Beijing time."""
    return f"{to_beijing(stored):%Y-%m-%d}"


def machine(stored: datetime) -> str:
    """ISO 8601 with the offset, for `datetime` attributes, feeds and structured data."""
    return to_beijing(stored).isoformat()
