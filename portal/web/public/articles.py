"""An article at `/<section>/<id>`."""

from flask import redirect
from werkzeug.wrappers import Response

from portal.errors import Gone, Missing
from portal.queries import articles, media
from portal.web.article_page import show, trail
from portal.web.frame import Frame, frame
from portal.web.kept import kept
from portal.web.public import public


@public.get("/<slug>/<int(max=2147483647):number>")
@kept()
def article(slug: str, number: int) -> Response:
    """The article, or the way to where it is: a wrong section redirects to the right one."""
    around = frame()
    story = articles.story(number, around.at)
    if story is None:
        return _not_shown(around, number)
    place = around.tree.by_id(story.section)
    path = f"/{place.slug}/{story.id}"
    if place.kind == "page":
        return redirect(place.url, 301)
    if place.slug != slug:
        return redirect(path, 301)
    return show(around, place, story, media.uses(story.revision), path, trail(around, place))


def _not_shown(around: Frame, number: int) -> Response:
    known = articles.ledger(number)
    if known and known.state == "withdrawn":
        raise Gone(known.reason or "这篇文章已经撤下。")
    raise Missing("没有这篇文章，可能是网址输错了，或者文章还没有发布。")
