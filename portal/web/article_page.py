"""The page of one article, for readers and, before it is published, for the desk's preview."""

from collections.abc import Sequence

from werkzeug.wrappers import Response

from portal import kinds
from portal.queries.articles import Story
from portal.queries.media import Picture, Use
from portal.queries.navigation import Place
from portal.queries.ways import ways
from portal.web import head
from portal.web.frame import Frame
from portal.web.head import Crumb
from portal.web.render import render
from portal.web.sheet import sheet

RELATED = 5


def trail(around: Frame, place: Place) -> list[Crumb]:
    """当前位置 of an article in a section; the page of a single-page section is the section."""
    steps = [Crumb(each.name, each.url) for each in around.tree.trail(place)]
    if place.kind == "page":
        return [Crumb("首页", "/"), *steps[:-1], Crumb(place.name)]
    return [Crumb("首页", "/"), *steps, Crumb("正文")]


def show(
    around: Frame,
    place: Place,
    story: Story,
    used: Sequence[Use],
    path: str,
    crumbs: list[Crumb],
    *,
    has_code: bool = True,
) -> Response:
    """The page of a story at `path`; `has_code` says that readers can open that now, so its QR code."""
    single = place.kind == "page"
    return render(
        "public/article.html",
        frame=around,
        head=head.article(around, place, story, _cover(used), crumbs, path),
        place=place,
        kind=kinds.by_key(place.kind),
        crumbs=crumbs,
        story=story,
        sheet=sheet(story) if place.kind == "documents" else None,
        expired=_expired(story, around),
        by_role=_by_role(used),
        pictures={use.picture.url: use.picture for use in used if use.picture},
        path=path,
        has_code=has_code and not single,
        said=f"{story.title}，已打开。",
        ways=None if single else ways(story, RELATED),
    )


def _expired(story: Story, around: Frame) -> bool:
    return bool(story.expires_at and story.expires_at <= around.at)


def _cover(used: Sequence[Use]) -> Picture | None:
    return next((use.picture for use in used if use.role == "cover"), None)


def _by_role(used: Sequence[Use]) -> dict[str, list[Use]]:
    roles: dict[str, list[Use]] = {}
    for use in used:
        roles.setdefault(use.role, []).append(use)
    return roles
