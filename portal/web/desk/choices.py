"""Choices of a form's lists, from pairs of value and words."""

from collections.abc import Iterable
from typing import Any

from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types


def choices(pairs: Iterable[tuple[str, str]]) -> Any:
    """What a `SelectField` or `RadioField` takes as its choices."""
    return [SelectChoice(value, words) for value, words in pairs]
