"""Results of a search as a page shows them: where an article stands, and its words."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN

from portal.database import rows
from portal.models import Article, Revision, Section, Wording
from portal.queries.listing import visible


@dataclass(frozen=True)
class Found:
    """A live article with its words as people read them; `published_at` is naive UTC."""

    id: int
    slug: str
    section_name: str
    published_at: datetime
    details: dict[str, Any]
    title: str
    text: str
    """Everything but the title, a line for each part."""

    @property
    def url(self) -> str:
        return f"/{self.slug}/{self.id}"


def found(ids: Sequence[int], at: datetime) -> dict[int, Found]:
    """The articles of these ids that readers may see, by id, in one statement."""
    select = (
        Article.select(
            Article.id,
            Section.slug,
            Section.name,
            Article.published_at,
            Revision.details,
            Revision.title,
            Wording.shown,
        )
        .join(Section)
        .join(Revision, on=(Revision.id == Article.live))
        .join(Wording, JOIN.LEFT_OUTER)
        .where(Article.id << list(ids), visible(at))
    )
    return {row[0]: _row(row) for row in rows(select)}


def _row(values: tuple[Any, ...]) -> Found:
    *facts, title, shown = values
    facts += [title, rest(title, shown)]
    return Found(*facts)


def rest(title: str, shown: bytes | None) -> str:
    """The words of a `Wording` without the title that they begin with."""
    whole = zlib.decompress(shown).decode() if shown else ""
    return whole.removeprefix(title).lstrip("\n")
