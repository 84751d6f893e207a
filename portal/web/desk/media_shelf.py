"""A shelf of the media library: what was asked for, the cards found, and the pages around."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from portal.queries import library
from portal.queries.library import KINDS, Card, Wanted
from portal.roles import Actor
from portal.sanitiser.characters import visible
from portal.web.pages import Pages, page_number


@dataclass(frozen=True)
class Shelf:
    """One page of cards; `narrowed` says whether anything but all files was asked for."""

    wanted: Wanted
    cards: list[Card]
    pages: Pages

    @property
    def is_narrowed(self) -> bool:
        return self.wanted != Wanted()


def shelf(
    args: Mapping[str, str],
    base: str,
    by: Actor,
    size: int,
    *,
    current: bool = False,
    **more: str,
) -> Shelf:
    """The page that the arguments of an address ask for; `more` goes on to the other pages.

    A `current` shelf leaves out what a newer file has replaced.
    """
    wanted = replace(_wanted(args, by), current=current)
    number = page_number(args.get("page"))
    found, total = library.shelf(wanted, number, size)
    asked = [(key, args[key]) for key in ("kind", "q", "mine", "unused", "bare") if args.get(key)]
    query = [*asked, *((key, value) for key, value in more.items() if value)]
    return Shelf(wanted, found, Pages(base, number, size, total, tuple(query)))


def _wanted(args: Mapping[str, str], by: Actor) -> Wanted:
    return Wanted(
        kind=kind if (kind := args.get("kind", "")) in KINDS else "",
        text=visible(args.get("q", "")).strip()[:100],
        person=by.id if args.get("mine") else None,
        unused=bool(args.get("unused")),
        bare=bool(args.get("bare")),
    )
