"""The tree of sections (栏目): menu, breadcrumb, sub-sections."""

from dataclasses import dataclass
from functools import cached_property

from portal.database import rows
from portal.models import Section


@dataclass(frozen=True)
class Place:
    """One section as readers see it."""

    id: int
    slug: str
    name: str
    kind: str
    parent: int | None
    in_navigation: bool
    description: str
    keywords: str
    column_type: str

    @property
    def url(self) -> str:
        return f"/{self.slug}/"


class Tree:
    """All sections in their order, with the ways through them."""

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        self._by_slug = {place.slug: place for place in places}
        self._by_id = {place.id: place for place in places}

    def by_slug(self, slug: str) -> Place | None:
        """The section of that slug, or None."""
        return self._by_slug.get(slug)

    def by_id(self, section: int) -> Place:
        """The section of that id."""
        return self._by_id[section]

    @cached_property
    def navigation(self) -> list[Place]:
        """The sections of the main menu."""
        return [place for place in self.places if place.in_navigation]

    @cached_property
    def notices(self) -> Place | None:
        """The first section of notices."""
        return next(iter(self.of_kind("notices")), None)

    @cached_property
    def openness(self) -> list[Place]:
        """The sections of 检务公开 with the group itself first; empty when there is no group."""
        group = next(iter(self.of_kind("group")), None)
        return [group, *self.children(group)] if group else []

    def children(self, place: Place) -> list[Place]:
        """The sub-sections of a section."""
        return [child for child in self.places if child.parent == place.id]

    def trail(self, place: Place) -> list[Place]:
        """From the top of the tree down to the section itself."""
        above = self.trail(self._by_id[place.parent]) if place.parent else []
        return [*above, place]

    def of_kind(self, kind: str) -> list[Place]:
        """The sections of one kind."""
        return [place for place in self.places if place.kind == kind]


def tree() -> Tree:
    """The sections as they are now."""
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
    ).order_by(Section.position, Section.id)
    return Tree([Place(*row) for row in rows(select)])
