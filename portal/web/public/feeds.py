"""Atom feeds of the site and of each section."""

from feedgen.feed import FeedGenerator
from flask import Response, make_response

from portal import times
from portal.errors import Missing
from portal.queries import listing
from portal.queries.listing import Item
from portal.web.frame import Frame, frame
from portal.web.kept import kept
from portal.web.public import public

ENTRIES = 20


@public.get("/feed.xml")
@kept()
def site_feed() -> Response:
    """The newest articles of all sections."""
    around = frame()
    return _feed(around, around.site.name, "/", "/feed.xml", listing.newest(ENTRIES))


@public.get("/<slug>/feed.xml")
@kept()
def section_feed(slug: str) -> Response:
    """The newest articles of one section."""
    around = frame()
    place = around.tree.by_slug(slug)
    if place is None:
        raise Missing("没有这个栏目，也就没有它的订阅地址。")
    title = f"{place.name} - {around.site.name}"
    items = listing.newest(ENTRIES, place.id)
    return _feed(around, title, place.url, f"{place.url}feed.xml", items)


def _feed(around: Frame, title: str, page: str, own: str, items: list[Item]) -> Response:
    feed = FeedGenerator()
    feed.id(around.address + page)
    feed.title(title)
    feed.author(name=around.site.owner or around.site.name)
    feed.language("zh-CN")
    feed.link(href=around.address + own, rel="self", type="application/atom+xml")
    feed.link(href=around.address + page, rel="alternate", type="text/html")
    newest = items[0].published_at if items else around.at
    feed.updated(times.to_beijing(newest))
    for item in items:
        _entry(feed, around, item)
    response = make_response(feed.atom_str(pretty=True))
    response.mimetype = "application/atom+xml"
    return response


def _entry(feed: FeedGenerator, around: Frame, item: Item) -> None:
    entry = feed.add_entry(order="append")
    entry.id(around.address + item.url)
    entry.title(item.title)
    entry.link(href=around.address + item.url, rel="alternate")
    entry.published(times.to_beijing(item.published_at))
    entry.updated(times.to_beijing(item.published_at))
    entry.category(term=item.section_name)
    if item.summary:
        entry.summary(item.summary)
