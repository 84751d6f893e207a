"""What surrounds every public page: site settings, sections, outside links, newest notices."""

from dataclasses import dataclass
from datetime import datetime

from flask import current_app, g, request

from portal import reading, times
from portal.database import begin_reading, end_reading
from portal.queries import navigation
from portal.queries import site as about_site
from portal.queries.listing import Item
from portal.queries.present import Present, present
from portal.queries.surroundings import surroundings
from portal.settings import Settings
from portal.web.overdue import Overdue


@dataclass(frozen=True)
class Frame:
    """The surroundings of one answer; it shows this generation at the naive UTC moment `at`."""

    generation: int
    site: about_site.Site
    tree: navigation.Tree
    links: dict[str, list[about_site.OutsideLink]]
    notices: list[Item]
    reading: reading.Reading
    address: str
    host: str
    at: datetime


def settings() -> Settings:
    """The settings of the running portal."""
    found: Settings = current_app.extensions["settings"]
    return found


def frame() -> Frame:
    """The surroundings of this request, read once."""
    if "frame" not in g:
        at = times.now()
        g.frame = _read(at, _up_to_date(at))
    found: Frame = g.frame
    return found


def _up_to_date(at: datetime) -> Present:
    """The site with everything done that was due; whoever asks first does it."""
    begin_reading()
    now = present()
    if not now.is_due(at):
        return now
    end_reading()
    overdue: Overdue = current_app.extensions["overdue"]
    overdue.see_to(at)
    begin_reading()
    return present()


def _read(at: datetime, now: Present) -> Frame:
    around = surroundings(now.generation)
    return Frame(
        generation=now.generation,
        site=now.site,
        tree=around.tree,
        links=around.links,
        notices=around.notices,
        reading=reading.from_cookie(request.cookies.get(reading.COOKIE, "")),
        address=settings().address,
        host=settings().host,
        at=at,
    )
