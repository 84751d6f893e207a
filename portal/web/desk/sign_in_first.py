"""The answer to somebody who is not signed in: the way to sign in, with nothing typed lost."""

from urllib.parse import urlencode

from flask import redirect, render_template
from htmx_flask import request
from werkzeug.wrappers import Response

from portal.web.desk.kept import typed
from portal.web.desk.pages import page
from portal.web.render import answer


def sign_in_first() -> Response:
    """A redirect for a page, the sign-in page itself for a POST, words with a link for htmx."""
    path = request.full_path.rstrip("?")
    if request.htmx:
        return _in_words()
    if request.method in ("GET", "HEAD"):
        return redirect(f"/desk/sign-in?{urlencode({'next': path})}", 303)
    return page(
        "desk/sign_in.html",
        401,
        title="请重新登录",
        next=path,
        kept=typed(),
        sentence="登录已经过期。重新登录后，您刚才填写的内容会带回来。",
    )


def _in_words() -> Response:
    response = answer(render_template("desk/_signed_out.html"), 401)
    response.headers["HX-Reswap"] = "none"
    return response
