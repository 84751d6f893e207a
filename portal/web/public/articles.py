"""An article at `/<section>/<id>`."""

from flask import redirect
from werkzeug.wrappers import Response

from portal import kinds
from portal.errors import Gone, Missing
from portal.queries import articles, media
from portal.queries.articles import Story
from portal.queries.listing import Item
from portal.queries.navigation import Place
from portal.web.public import head, public
from portal.web.public.frame import Frame, frame
from portal.web.public.head import Crumb
from portal.web.render import render

RELATED = 5


@public.get("/<slug>/<int(max=2147483647):number>")
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
    trail = [Crumb(each.name, each.url) for each in around.tree.trail(place)]
    return show(around, place, story, path, [Crumb("首页", "/"), *trail, Crumb("正文")])


def _not_shown(around: Frame, number: int) -> Response:
    known = articles.ledger(number)
    if known and known.state == "withdrawn":
        raise Gone(known.reason or "这篇文章已经撤下。")
    raise Missing("没有这篇文章，可能是网址输错了，或者文章还没有发布。")


def show(around: Frame, place: Place, story: Story, path: str, crumbs: list[Crumb]) -> Response:
    """The page of a story at `path`."""
    used = media.uses(story.revision)
    cover = next((use.picture for use in used if use.role == "cover"), None)
    single = place.kind == "page"
    older, newer = (None, None) if single else articles.neighbours(story, around.at)
    return render(
        "public/article.html",
        frame=around,
        head=head.article(around, place, story, cover, crumbs, path),
        place=place,
        kind=kinds.by_key(place.kind),
        crumbs=crumbs,
        story=story,
        expired=bool(story.expires_at and story.expires_at <= around.at),
        by_role=_by_role(used),
        pictures={use.picture.url: use.picture for use in used if use.picture},
        older=older,
        newer=newer,
        related=[] if single else _related(around, story, older, newer),
        path=path,
        said=f"{story.title}，已打开。",
    )


def _related(around: Frame, story: Story, *shown: Item | None) -> list[Item]:
    """Related articles, without those that 上一篇 and 下一篇 lead to already."""
    near = {item.id for item in shown if item}
    found = articles.related(story, around.at, RELATED + len(near))
    return [item for item in found if item.id not in near][:RELATED]


def _by_role(used: list[media.Use]) -> dict[str, list[media.Use]]:
    roles: dict[str, list[media.Use]] = {}
    for use in used:
        roles.setdefault(use.role, []).append(use)
    return roles
