"""What surrounds every public page: site settings, sections, outside links, newest notices."""

from dataclasses import dataclass
from datetime import datetime

from flask import current_app, g, request

from portal import reading, times
from portal.database import begin_reading
from portal.queries import listing, navigation
from portal.queries import site as about_site
from portal.queries.listing import Item
from portal.settings import Settings

NOTICES = 5


@dataclass(frozen=True)
class Frame:
    """The surroundings of one answer; `at` is the naive UTC moment that it shows."""

    site: about_site.Site
    tree: navigation.Tree
    links: dict[str, list[about_site.OutsideLink]]
    notices: list[Item]
    reading: reading.Reading
    address: str
    host: str
    at: datetime

    @property
    def notices_place(self) -> navigation.Place | None:
        return next(iter(self.tree.of_kind("notices")), None)

    @property
    def openness(self) -> list[navigation.Place]:
        """The sections of 检务公开 with the group itself first; empty when there is no group."""
        group = next(iter(self.tree.of_kind("group")), None)
        return [group, *self.tree.children(group)] if group else []


def settings() -> Settings:
    """The settings of the running portal."""
    found: Settings = current_app.extensions["settings"]
    return found


def frame() -> Frame:
    """The surroundings of this request, read once."""
    if "frame" not in g:
        begin_reading()
        g.frame = _read()
    found: Frame = g.frame
    return found


def _read() -> Frame:
    at = times.now()
    tree = navigation.tree()
    place = next(iter(tree.of_kind("notices")), None)
    return Frame(
        site=about_site.site(),
        tree=tree,
        links=about_site.links(),
        notices=listing.newest(at, NOTICES, place.id) if place else [],
        reading=reading.from_cookie(request.cookies.get(reading.COOKIE, "")),
        address=settings().address,
        host=settings().host,
        at=at,
    )
