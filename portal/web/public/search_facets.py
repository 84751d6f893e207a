"""Facets: the sections, kinds and years that results fall into, each with its count and address."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal import kinds
from portal.queries.navigation import Place, Tree
from portal.search import CAPPED, Tally
from portal.web.public.search_asked import Asked


@dataclass(frozen=True)
class Choice:
    """One value of a facet; `count` is empty when it is not known."""

    name: str
    url: str
    count: str
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One way to narrow the results; `all_url` takes it away again."""

    key: str
    name: str
    choices: list[Choice]
    all_url: str

    @property
    def chosen(self) -> bool:
        """Whether it narrows the results now."""
        return any(choice.chosen for choice in self.choices)


def facets(asked: Asked, tally: Tally, tree: Tree) -> list[Facet]:
    """Section, kind and year, each counted as the others leave it; one with nothing to choose
    is left out."""
    made = (_sections(asked, tally, tree), _kinds(asked, tally, tree), _years(asked, tally, tree))
    return [facet for facet in made if len(facet.choices) > 1 or facet.chosen]


def total(asked: Asked, tally: Tally, tree: Tree) -> int:
    """How many of the tallied results are wanted."""
    return sum(n for _, place, year, n in _cells(tally, tree) if asked.takes(place, year))


def label(count: int, complete: bool) -> str:
    """A count in words that promise no more than is known."""
    if count > CAPPED:
        return f"{CAPPED}+"
    if complete:
        return str(count)
    return f"{count}+" if count else ""


def _cells(tally: Tally, tree: Tree) -> Iterable[tuple[int, Place, int, int]]:
    known = {place.id: place for place in tree.places}
    for cell in tally.cells:
        if cell.section in known:
            yield cell.section, known[cell.section], cell.year, cell.count


def _counted(asked: Asked, tally: Tally, tree: Tree, but: str) -> Counter[Any]:
    """How many results each value has, this facet's own choice left aside."""
    counted: Counter[Any] = Counter()
    for section, place, year, count in _cells(tally, tree):
        if asked.takes(place, year, but):
            counted[{"section": section, "kind": place.kind, "year": year}[but]] += count
    return counted


def _sections(asked: Asked, tally: Tally, tree: Tree) -> Facet:
    counted = _counted(asked, tally, tree, "section")
    own = asked.section.id if asked.section else 0
    shown = [p for p in tree.places if counted[p.id] or p.id == own or _unseen(tally, p)]
    choices = [
        _choice(asked, tally, place.name, counted[place.id], place.id == own, {"section": place})
        for place in shown
    ]
    return Facet("section", "栏目", choices, asked.url(section=None))


def _unseen(tally: Tally, place: Place) -> bool:
    """Whether older results than were looked at may be in a section."""
    return not tally.complete and kinds.by_key(place.kind).has_articles


def _kinds(asked: Asked, tally: Tally, tree: Tree) -> Facet:
    counted = _counted(asked, tally, tree, "kind")
    choices = [
        _choice(asked, tally, each.label, counted[each.key], own, {"kind": each.key})
        for each in kinds.KINDS
        for own in (each.key == asked.kind,)
        if counted[each.key] or own
    ]
    return Facet("kind", "类型", choices, asked.url(kind=""))


def _years(asked: Asked, tally: Tally, tree: Tree) -> Facet:
    counted = _counted(asked, tally, tree, "year")
    years = {*counted, *([asked.year] if asked.year else [])}
    if not tally.complete:
        years |= set(range(tally.oldest, min(years, default=tally.oldest)))
    choices = [
        _choice(asked, tally, f"{year} 年", counted[year], year == asked.year, {"year": year})
        for year in sorted(years, reverse=True)
    ]
    return Facet("year", "年份", choices, asked.url(year=0))


def _choice(
    asked: Asked, tally: Tally, name: str, count: int, chosen: bool, change: Mapping[str, Any]
) -> Choice:
    return Choice(name, asked.url(**change), label(count, tally.complete), chosen)
