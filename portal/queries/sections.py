"""Sections as the desk runs them: the tree with its articles and its update cycle."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from peewee import fn

from portal.database import rows
from portal.models import Article, Section
from portal.times import to_beijing

LATE, SOON, FINE, FREE, EMPTY = "late", "soon", "fine", "free", "empty"


@dataclass(frozen=True)
class Row:
    """One section with what hangs on it; `newest` is the naive UTC time of its newest article."""

    id: int
    slug: str
    name: str
    kind: str
    parent: int | None
    in_navigation: bool
    description: str
    keywords: str
    column_type: str
    update_days: int
    review_steps: int
    place: int
    """Its place in the order of all sections, which the main menu follows."""
    live: int = 0
    others: int = 0
    """Articles that readers do not see: drafts, waiting, withdrawn."""
    newest: datetime | None = None
    children: list["Row"] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"/{self.slug}/"

    @property
    def articles(self) -> int:
        """How many articles there are, whatever their state."""
        return self.live + self.others


@dataclass(frozen=True)
class Cycle:
    """Whether a section is updated as often as it should be: a traffic light in words."""

    light: str
    words: str


def outline(at: datetime) -> list[Row]:
    """The sections at the top of the tree, in order, each with its children."""
    found = {row.id: row for row in _rows(at)}
    for row in found.values():
        if row.parent:
            found[row.parent].children.append(row)
    return [row for row in found.values() if not row.parent]


def only_article(section: int) -> int | None:
    """The article of a section that has one page: the live one, or the newest on its way."""
    found: int | None = (
        Article.select(Article.id)
        .where(Article.section == section, Article.state != "withdrawn")
        .order_by(Article.live.is_null(), Article.published_at.desc(), Article.id.desc())
        .scalar()
    )
    return found


def flat(tree: list[Row], depth: int = 0) -> list[tuple[Row, int]]:
    """The tree as one list from top to bottom: each section and how deep it lies."""
    return [pair for row in tree for pair in [(row, depth), *flat(row.children, depth + 1)]]


def one(section: int, at: datetime) -> Row | None:
    """The section of that id with its children, or None."""
    return next((row for row, _ in flat(outline(at)) if row.id == section), None)


def column_types() -> list[str]:
    """The column types in use, each once."""
    return [name for (name,) in rows(Section.select(Section.column_type).distinct())]


def cycle(row: Row, at: datetime) -> Cycle:
    """How a section stands against its update cycle, counted in whole days of Beijing time."""
    if not row.update_days:
        return Cycle(FREE, "不要求定期更新")
    if row.newest is None:
        return Cycle(EMPTY, f"还没有文章，应当每 {row.update_days} 天更新一次")
    silent = (to_beijing(at).date() - to_beijing(row.newest).date()).days
    left = row.update_days - silent
    if left < 0:
        return Cycle(LATE, f"已超期 {-left} 天")
    if left <= _warning(row.update_days):
        return Cycle(SOON, f"还有 {left} 天" if left else "今天到期")
    return Cycle(FINE, "正常")


def _warning(days: int) -> int:
    """How many days before the end of a cycle it is time to say so."""
    return min(14, max(3, days // 7))


def _rows(at: datetime) -> list[Row]:
    select = Section.select(
        Section.id,
        Section.slug,
        Section.name,
        Section.kind,
        Section.parent,
        Section.in_navigation,
        Section.description,
        Section.keywords,
        Section.column_type,
        Section.update_days,
        Section.review_steps,
        Section.position,
    ).order_by(Section.position, Section.id)
    counts = _counts(at)
    found: list[list[Any]] = [[*row, *counts.get(row[0], (0, 0, None))] for row in rows(select)]
    return [Row(*values) for values in found]


def _counts(at: datetime) -> dict[int, tuple[int, int, datetime | None]]:
    """Section → (live articles, others, the newest live one), in one statement."""
    is_live = (Article.state == "live") & (Article.published_at <= at)
    live = fn.COUNT(Article.id).filter(is_live)
    newest = fn.MAX(Article.published_at).filter(is_live)
    select = Article.select(Article.section, fn.COUNT(Article.id), live, newest)
    return {
        section: (shown, total - shown, _time(last))
        for section, total, shown, last in rows(select.group_by(Article.section))
    }


def _time(value: datetime | str | None) -> datetime | None:
    """SQLite hands the result of a function back as the text it stores."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value
