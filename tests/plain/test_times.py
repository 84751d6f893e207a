"""The clock: stored in UTC, shown in Beijing time, in every form that a page needs."""

from datetime import UTC, datetime, timedelta
from random import Random

from portal import times


def test_the_day_changes_at_midnight_in_beijing() -> None:
    before, after = datetime(2026, 5, 7, 15, 59, 59), datetime(2026, 5, 7, 16, 0)

    assert times.minute(before) == "2026-05-07 23:59"
    assert times.minute(after) == "2026-05-08 00:00"
    assert (times.day(before), times.day(after)) == ("2026-05-07", "2026-05-08")


def test_machines_get_the_offset() -> None:
    assert times.machine(datetime(2026, 12, 31, 16, 0)) == "2027-01-01T00:00:00+08:00"


def test_there_is_no_summer_time() -> None:
    """China had one from 1986 to 1991; the rule of the pages does not know it."""
    assert times.minute(datetime(1990, 7, 1, 0, 0)) == "1990-07-01 08:00"


def test_an_aware_time_is_taken_at_its_word() -> None:
    assert times.from_beijing(datetime(2026, 5, 8, 1, 30, tzinfo=UTC)) == datetime(
        2026, 5, 8, 1, 30
    )
    assert times.from_beijing(datetime(2026, 5, 8, 9, 30)) == datetime(2026, 5, 8, 1, 30)


def test_there_and_back() -> None:
    random = Random(8)  # noqa: S311 - repeatable on purpose
    for _ in range(200):
        stored = datetime(1990, 1, 1) + timedelta(seconds=random.randrange(2_000_000_000))
        shown = times.to_beijing(stored)
        assert times.from_beijing(shown) == stored
        assert times.from_beijing(shown.replace(tzinfo=None)) == stored
        assert datetime.fromisoformat(times.machine(stored)) == shown


def test_now_is_storable() -> None:
    before = datetime.now(UTC).replace(tzinfo=None)
    now = times.now()

    assert now.tzinfo is None and now.microsecond == 0
    assert timedelta(seconds=-1) < now - before < timedelta(seconds=5)
