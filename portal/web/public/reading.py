"""阅读设置: all reading settings as a page, and the change of one of them."""

import json
from dataclasses import replace
from urllib.parse import urlsplit

from flask import make_response, redirect
from htmx_flask import request
from werkzeug.wrappers import Response

from portal import reading
from portal.errors import Refused
from portal.reading import AIDS, COOKIE, COOKIE_SECONDS, Reading
from portal.web import head
from portal.web.frame import Frame, frame
from portal.web.public import public
from portal.web.render import render, render_part, wants_fragment

SAID = "{}已改为“{}”。"


@public.get("/reading")
def reading_settings() -> Response:
    """The page with every setting."""
    return _page(frame(), "阅读设置已打开。")


def _page(around: Frame, said: str) -> Response:
    return render(
        "public/reading.html",
        frame=around,
        head=head.plain_page(around, "阅读设置", "/reading", indexed=False),
        crumbs=[head.Crumb("首页", "/"), head.Crumb("阅读设置")],
        aids=AIDS,
        said=said,
    )


@public.post("/reading")
def change_reading() -> Response:
    """Change one setting, or reset all; then go back, or answer with the part that was used."""
    _refuse_other_sites()
    before = reading.from_cookie(request.cookies.get(COOKIE, ""))
    after, said = _changed(before)
    response = _part(after, said) if wants_fragment() else make_response(redirect(_back(), 303))
    _remember(response, after)
    response.headers["Cache-Control"] = "no-store"
    return response


def _part(after: Reading, said: str) -> Response:
    """The size switch of an article, or the page of settings, with the news for the root element."""
    if request.htmx.target == "page":
        response = _page(replace(frame(), reading=after), said)
    else:
        response = render_part("public/_size_switch.html", reading=after, said=said, path=_back())
    response.headers["HX-Trigger"] = json.dumps({"reading-changed": after.classes})
    return response


def _changed(before: Reading) -> tuple[Reading, str]:
    if "reset" in request.form:
        return Reading(), "阅读设置已全部恢复为标准。"
    for aid in AIDS:
        key = request.form.get(aid.key)
        if key is not None and aid.accepts(key):
            return before.with_choice(aid, key), SAID.format(aid.label, aid.label_of(key))
    raise Refused("没有这样的阅读设置，请返回“阅读设置”页重新选择。")


def _refuse_other_sites() -> None:
    """A cookie of no value to anyone is still ours to set; other sites are told so."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Refused("阅读设置只能在本站修改。")


def _back() -> str:
    return local_path(request.form.get("back")) or "/reading"


def local_path(value: str | None) -> str | None:
    """A path of this site, percent-encoded, or None: no scheme, host or control character."""
    if not value or not value.startswith("/") or len(value) > 500:
        return None
    if value.startswith("//") or "\\" in value or not value.isprintable():
        return None
    parts = urlsplit(value)
    return value if not parts.scheme and not parts.netloc else None


def _remember(response: Response, chosen: Reading) -> None:
    if chosen.cookie:
        response.set_cookie(
            COOKIE, chosen.cookie, max_age=COOKIE_SECONDS, samesite="Lax", httponly=True
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax", httponly=True)
