"""What the address of a search says: the question, what narrows it, the order, the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from portal import kinds
from portal.errors import Missing
from portal.queries.navigation import Place, Tree
from portal.tokens.question import LONGEST, QUOTES
from portal.web.pages import page_number

PATH = "/search"
YEARS = range(1950, 2200)


@dataclass(frozen=True)
class Asked:
    """A search; empty values narrow nothing. `best` wants the best match before the newest."""

    question: str
    section: Place | None = None
    kind: str = ""
    year: int = 0
    best: bool = False
    number: int = 1

    @property
    def asks(self) -> str:
        """The question as a sentence has it; empty before anything was asked."""
        return named(self.question)

    @property
    def quoted(self) -> bool:
        """Whether there are quotes in the question."""
        return bool(set(self.question) & set(QUOTES))

    @property
    def narrowed(self) -> bool:
        """Whether anything but the question counts."""
        return bool(self.section or self.kind or self.year)

    @property
    def within(self) -> list[str]:
        """What narrows it, in words."""
        section = [self.section.name] if self.section else []
        kind = [kinds.by_key(self.kind).label] if self.kind else []
        return [*section, *kind, *([f"{self.year} 年"] if self.year else [])]

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """What each address of this search carries besides the page."""
        pairs = {
            "q": self.question,
            "section": self.section.slug if self.section else "",
            "kind": self.kind,
            "year": str(self.year or ""),
            "order": "match" if self.best else "",
        }
        return tuple((name, value) for name, value in pairs.items() if value)

    def url(self, **changes: Any) -> str:
        """The address of the first page of this search, changed."""
        return f"{PATH}?{urlencode(replace(self, number=1, **changes).query)}"

    def takes(self, place: Place, year: int, but: str = "") -> bool:
        """Whether an article of that section and year is wanted, one condition left aside."""
        return (
            (but == "section" or self.section is None or self.section.id == place.id)
            and (but == "kind" or not self.kind or self.kind == place.kind)
            and (but == "year" or not self.year or self.year == year)
        )


def asked(values: Mapping[str, str], tree: Tree) -> Asked:
    """What the address says; raises Missing for a section, kind or year that there is not."""
    return Asked(
        question=typed(values.get("q", "")),
        section=_section(values.get("section", ""), tree),
        kind=_kind(values.get("kind", "")),
        year=_year(values.get("year", "")),
        best=values.get("order") == "match",
        number=page_number(values.get("page")),
    )


def typed(value: str) -> str:
    """What a visitor typed, without what no keyboard makes, in one line."""
    visible = "".join(each if each.isprintable() else " " for each in value[: 20 * LONGEST])
    return " ".join(visible.split())[:LONGEST]


def named(question: str) -> str:
    """A question between quotes, unless it brings its own; nothing for none."""
    quoted = not question or set(question) & set(QUOTES)
    return question if quoted else f"“{question}”"


def _section(slug: str, tree: Tree) -> Place | None:
    place = tree.by_slug(slug)
    if slug and place is None:
        raise Missing("没有这个栏目，不能在里面搜索。")
    return place


def _kind(key: str) -> str:
    if key and key not in {kind.key for kind in kinds.KINDS}:
        raise Missing("没有这种类型，不能按它搜索。")
    return key


def _year(text: str) -> int:
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > 4 or int(text) not in YEARS:
        raise Missing("年份请写成四位数字，例如 2026。")
    return int(text)
