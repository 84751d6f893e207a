"""Days in forms of the desk, typed or chosen as 2026-05-08."""

from datetime import date
from typing import Any

from wtforms.validators import ValidationError

from portal.web.forms import Form

_YEARS = range(2000, 2200)


def is_day(form: Form, field: Any) -> None:
    """A validator: the field is empty or names a day."""
    if field.data and day_of(field.data) is None:
        raise ValidationError(f"“{field.label.text}”请写成 2026-05-08 这样的日期。")


def day_of(text: str) -> date | None:
    """The day of a text like 2026-05-08; None for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in _YEARS else None
