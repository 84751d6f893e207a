"""A legal document as it stands on paper: its head, what its end still lacks, and its rule."""

from dataclasses import dataclass
from datetime import date

from portal.checks.documents import mended
from portal.checks.written_dates import written_dates
from portal.queries.articles import Story
from portal.text import plain

BASIS = "《人民检察院案件信息公开工作规定》"
"""The rule that every published document stands under; an editor may say it more exactly."""
_END = 3
"""How many lines a signature takes: office, prosecutor, date."""


@dataclass(frozen=True)
class Sheet:
    """`signature` and `day` are empty where the text ends with them already."""

    unit: str
    name: str
    number: str
    signature: str
    day: str
    basis: str


def sheet(story: Story) -> Sheet:
    """The sheet of a document; a type that is a heap for others is no name of a document."""
    details = {key: str(value) for key, value in story.details.items()}
    kind, unit = details.get("type", ""), details.get("unit", "")
    end = "\n".join(plain(story.body).splitlines()[-_END:])
    signed, dated = unit in end, any(written_dates(end))
    return Sheet(
        unit=unit,
        name=story.title if not kind or kind.startswith("其他") else kind,
        number=mended(details.get("number", "")),
        signature="" if signed else unit,
        day="" if dated else _in_words(details.get("date", "")),
        basis=details.get("basis") or BASIS,
    )


def _in_words(day: str) -> str:
    """2026年5月8日 of an ISO date."""
    if not day:
        return ""
    on = date.fromisoformat(day)
    return f"{on.year}年{on.month}月{on.day}日"
