"""Pages of the desk: the frame around each, and the words that wait to be said."""

from dataclasses import dataclass

from flask import g, render_template, request
from flask_login import current_user
from werkzeug.wrappers import Response

from portal import reading
from portal.queries import site
from portal.roles import ADMIN, AUDITOR, EDITOR, PUBLISHER, REVIEWER, Actor
from portal.web.desk.said import waiting
from portal.web.headers import DESK_POLICY
from portal.web.render import answer

KEPT_HERE = "private, no-cache"
"""For pages that answer a form: this browser may keep them, so that going back shows what was typed.

Of what it may not keep, it would ask to send the form again. `Vary: Cookie` (see `render.answer`)
ends it with the sign-in: signing out or in changes the cookie, and the browser no longer shows it.
"""
WORKERS = (EDITOR, REVIEWER, PUBLISHER)


@dataclass(frozen=True)
class Place:
    """One entry of the desk's menu and who sees it."""

    path: str
    name: str
    roles: tuple[str, ...]


PLACES = (
    Place("/desk/", "工作台", ()),
    Place("/desk/articles/", "文章", WORKERS),
    Place("/desk/find", "查找", WORKERS),
    Place("/desk/media/", "媒体库", WORKERS),
    Place("/desk/sections/", "栏目", (ADMIN,)),
    Place("/desk/links/", "链接", (ADMIN,)),
    Place("/desk/search-words/", "搜索词", (ADMIN,)),
    Place("/desk/settings/", "站点设置", (ADMIN,)),
    Place("/desk/people/", "人员", (ADMIN,)),
    Place("/desk/journal/", "操作日志", (AUDITOR,)),
)


@dataclass(frozen=True)
class Frame:
    """What surrounds a page of the desk; `actor` is nobody before signing in."""

    site: site.Site
    reading: reading.Reading
    actor: Actor | None
    places: tuple[Place, ...]
    here: str
    """The path of the menu entry that this page belongs to."""


def frame() -> Frame:
    """The surroundings of this request, read once."""
    if "desk_frame" not in g:
        who = current_user.actor if current_user.is_authenticated else None
        places = [p for p in PLACES if who and (not p.roles or who.may(*p.roles))]
        below = [p.path for p in places if request.path.startswith(p.path)]
        g.desk_frame = Frame(
            site.site(),
            reading.from_cookie(request.cookies.get(reading.COOKIE, "")),
            who,
            tuple(places),
            max(below, key=len, default=""),
        )
    found: Frame = g.desk_frame
    return found


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumb; the last has no address."""

    name: str
    url: str = ""


def page(
    template: str,
    status: int = 200,
    *,
    title: str,
    crumbs: tuple[Crumb, ...] = (),
    **context: object,
) -> Response:
    """A whole page of the desk; nobody but this browser may keep a copy, and only of an answer."""
    said = [*waiting()]
    waiting().clear()
    html = render_template(
        template,
        frame=frame(),
        title=title,
        crumbs=(Crumb("采编台", "/desk/"), *crumbs, Crumb(title)),
        said=said,
        **context,
    )
    response = answer(html, status)
    response.headers["Cache-Control"] = KEPT_HERE if request.method == "POST" else "no-store"
    response.headers["Content-Security-Policy"] = DESK_POLICY
    return response


def part(template: str, said: str = "", status: int = 200, **context: object) -> Response:
    """A fragment of a page of the desk; `said` goes to the status region."""
    html = render_template(template, frame=frame(), **context)
    html += render_template("_status.html", said=said) if said else ""
    response = answer(html, status)
    response.headers["Cache-Control"] = "no-store"
    return response


def say(sentence: str) -> None:
    """Say something at the top of the next page."""
    waiting().append(sentence)
