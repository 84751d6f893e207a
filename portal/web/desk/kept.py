"""What somebody typed, kept through a refused POST: all of it goes back as hidden fields.

Nothing is stored on the server for people who are not signed in; the browser itself carries the
text from one page to the next until it can be saved. Passwords and codes are never sent back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import redirect
from htmx_flask import request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from portal.web.desk.pages import page
from portal.web.render import words

_NEVER = frozenset({"csrf_token", "password", "password_again", "password_now", "code"})
PREFIX = "kept-"
"""Before the name of every kept field, so that none is taken for a field of the page itself."""

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Aim:
    """Where somebody was going: to a page, or, when there are `pairs`, to send these fields."""

    path: str
    pairs: Pairs | None = None


def typed() -> Pairs:
    """The fields of this request, in order, without tokens and secrets."""
    pairs = request.form.items(multi=True)
    return [(name, value) for name, value in pairs if name not in _NEVER]


def restored(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The fields that a page in between has carried, under their own names again."""
    return [(n.removeprefix(PREFIX), value) for n, value in pairs if n.startswith(PREFIX)]


def safe_path(path: str) -> str:
    """A path of the desk to go on to, whatever the browser says; otherwise the desk itself."""
    plain = path.isprintable() and "\\" not in path and not path.startswith("//")
    return path if plain and path.startswith("/desk/") else "/desk/"


def interrupted() -> Aim:
    """The aim of this request, which has to wait for a sign-in."""
    path = request.full_path.rstrip("?")
    if request.method in ("GET", "HEAD"):
        return Aim(path)
    try:
        return Aim(path, typed())
    except RequestEntityTooLarge:  # files; they have to be chosen again on the page they were on
        return Aim(safe_path((request.referrer or "").removeprefix(request.host_url[:-1])))


def carried() -> Aim:
    """The aim that the pages of signing in have carried along."""
    if "kept_path" in request.form:
        pairs = restored(request.form.items(multi=True))
        return Aim(safe_path(request.form["kept_path"]), pairs)
    return Aim(safe_path(request.values.get("next", "")))


def arrive(aim: Aim) -> Response:
    """Go where somebody was going; fields are sent by a button, so that nothing happens unseen."""
    if aim.pairs is None:
        return redirect(aim.path, 303)
    return go_on(aim.path, aim.pairs, "登录成功。刚才的操作还没有执行，请点下面的按钮继续。")


def ask_again() -> Response:
    """A POST without a good token: say so and offer to send the same again."""
    if request.htmx:
        return words("页面打开太久，这一步没有完成。请刷新页面再试，未保存的内容会保留。", 400)
    return go_on(
        request.full_path.rstrip("?"), typed(), "页面打开得太久，刚才这一步还没有执行。", 400
    )


def go_on(path: str, pairs: Pairs, sentence: str, status: int = 200) -> Response:
    """A page with one button that sends the kept fields to where they were going."""
    return page(
        "desk/go_on.html",
        status,
        title="请确认刚才的操作",
        path=safe_path(path),
        pairs=pairs,
        sentence=sentence,
    )
