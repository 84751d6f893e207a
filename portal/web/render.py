"""One answer for two readers: the whole page, or the fragment of it that htmx asked for."""

from flask import Response, make_response, render_template
from htmx_flask import request

from portal.queries.navigation import Place
from portal.web.frame import Frame
from portal.web.head import Head
from portal.web.parts import part

PAGE = "layout.html"
FRAGMENT = "_page.html"


def wants_fragment() -> bool:
    """Whether htmx asked for a part; a boosted or history request wants the whole page."""
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render(
    template: str,
    status: int = 200,
    *,
    frame: Frame,
    head: Head,
    place: Place | None = None,
    **context: object,
) -> Response:
    """Render a public page inside the skeleton that was asked for.

    A page template extends `skeleton`, which is the full layout or only the part that changes.
    """
    shared = {"frame": frame, "head": head, "part": part(frame, head, place)}
    skeleton = FRAGMENT if wants_fragment() else PAGE
    html = render_template(template, skeleton=skeleton, place=place, **shared, **context)
    return answer(html, status)


def render_part(template: str, said: str, **context: object) -> Response:
    """Render a fragment that has an address of its own; `said` goes to the status region."""
    html = render_template(template, **context)
    return answer(html + (render_template("_status.html", said=said) if said else ""))


def words(said: str, status: int) -> Response:
    """For a failed small part: leave it as it is and say what happened."""
    response = answer(render_template("_status.html", said=said, failed=True), status)
    response.headers["HX-Reswap"] = "none"
    return response


def answer(html: str, status: int = 200) -> Response:
    """An HTML answer that differs for htmx and by reading settings, and says so."""
    response = make_response(html, status)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response
