"""What surrounds every public page; the same until the next public change, and kept as long."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from peewee import Database

from portal.database import proxy
from portal.queries import listing, navigation, site
from portal.queries.listing import Item
from portal.queries.site import OutsideLink

NOTICES = 5


@dataclass(frozen=True)
class Surroundings:
    """Sections, outside links and newest notices of one generation."""

    generation: int
    tree: navigation.Tree
    links: dict[str, list[OutsideLink]]
    notices: list[Item]


_kept: "WeakKeyDictionary[Database, Surroundings]" = WeakKeyDictionary()
"""The newest of each database that this process has attached."""


def surroundings(generation: int) -> Surroundings:
    """The surroundings in a generation, which this transaction must have read."""
    found = _kept.get(proxy.obj)
    if found is None or found.generation != generation:
        found = _kept[proxy.obj] = _read(generation)
    return found


def _read(generation: int) -> Surroundings:
    tree = navigation.tree()
    notices = listing.newest(NOTICES, tree.notices.id) if tree.notices else []
    return Surroundings(generation, tree, site.links(), notices)
