"""What surrounds every public page; the same until the next public change, and kept as long."""

from dataclasses import dataclass

from portal.per_generation import PerGeneration
from portal.queries import listing, navigation, site
from portal.queries.listing import Item
from portal.queries.site import OutsideLink

NOTICES = 5


@dataclass(frozen=True)
class Surroundings:
    """Sections, outside links and newest notices of one generation."""

    tree: navigation.Tree
    links: dict[str, list[OutsideLink]]
    notices: list[Item]


def surroundings(generation: int) -> Surroundings:
    """The surroundings in a generation, which this transaction must have read."""
    return _kept.of(generation)


def _read() -> Surroundings:
    tree = navigation.tree()
    notices = listing.newest(NOTICES, tree.notices.id) if tree.notices else []
    return Surroundings(tree, site.links(), notices)


_kept = PerGeneration(_read)
