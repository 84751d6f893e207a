"""Error pages with the site around them, and the addresses that moved."""

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.queries import site
from portal.web import head
from portal.web.frame import frame
from portal.web.render import render


def error_page(code: int, title: str, sentence: str) -> Response:
    """A page that says what happened and offers search, sections and the telephone."""
    around = frame()
    return render(
        "errors/error.html",
        code,
        frame=around,
        head=head.plain_page(around, title, "/", indexed=False),
        title=title,
        sentence=sentence,
        code=code,
        crumbs=[head.Crumb("首页", "/"), head.Crumb(title)],
        said=f"{title}。{sentence}",
    )


def moved(path: str) -> Response | None:
    """The permanent redirect of a published path, or None; a page of a list stays that page."""
    target = site.redirect(path)
    page = request.args.get("page", "")
    if target and page.isascii() and page.isdigit():
        target += f"?page={page}"
    return redirect(target, 301) if target else None
