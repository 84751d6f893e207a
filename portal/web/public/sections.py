"""A section (栏目): its list with numbered pages, or the page itself for the kind `page`."""

from htmx_flask import request
from werkzeug.wrappers import Response

from portal import kinds
from portal.errors import Missing
from portal.queries import articles, listing, media
from portal.queries.navigation import Place
from portal.queries.tallies import tallies
from portal.web import head
from portal.web.article_page import show
from portal.web.frame import Frame, frame
from portal.web.head import Crumb
from portal.web.kept import ABSENT, NUMBER, kept
from portal.web.pages import Pages, page_number
from portal.web.public import documents, public
from portal.web.render import render


@public.get("/<slug>/")
@kept(page=NUMBER, **dict.fromkeys(documents.ARGUMENTS, ABSENT))
def section(slug: str) -> Response:
    """The list of a section, `?page=N`."""
    around = frame()
    place = around.tree.by_slug(slug)
    if place is None:
        raise Missing("没有这个栏目，可能是网址输错了。")
    if place.kind == "page":
        return _single(around, place)
    if place.kind == "documents":
        return documents.library(around, place, trail(around, place))
    return _list(around, place)


def trail(around: Frame, place: Place) -> list[Crumb]:
    """当前位置 of a section."""
    steps = [Crumb(each.name, each.url) for each in around.tree.trail(place)]
    return [Crumb("首页", "/"), *steps[:-1], Crumb(place.name)]


def _single(around: Frame, place: Place) -> Response:
    newest = articles.newest_in(place.id)
    story = articles.story(newest, around.at) if newest else None
    if story is None:
        return _list(around, place)
    used = media.uses(story.revision)
    return show(around, place, story, used, place.url, trail(around, place))


def _list(around: Frame, place: Place) -> Response:
    kind = kinds.by_key(place.kind)
    number = page_number(request.args.get("page"))
    counted = tallies(place.id)
    pages = Pages(place.url, number, kind.page_size, counted.total)
    if number > pages.last:
        raise Missing(f"{place.name}一共只有 {pages.last} 页。")
    crumbs = trail(around, place)
    return render(
        "public/section.html",
        frame=around,
        head=head.section(around, place, crumbs, number),
        place=place,
        kind=kind,
        crumbs=crumbs,
        children=around.tree.children(place),
        items=listing.page(counted, number, kind.page_size) if counted.total else [],
        pages=pages,
        said=f"{place.name}，{pages.words}。",
    )
