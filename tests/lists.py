"""Reading lists as readers get them."""

from portal.queries import listing
from portal.queries.listing import Item
from portal.queries.tallies import tallies


def page(section: int, number: int = 1, size: int = 9) -> list[Item]:
    """A page of a section's list."""
    return listing.page(tallies(section), number, size)


def titles(section: int) -> list[str]:
    """The titles on the first page of a section's list."""
    return [item.title for item in page(section)]
