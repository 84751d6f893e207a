"""What somebody typed, kept through a refused POST: all of it goes back as hidden fields.

Nothing is stored on the server for people who are not signed in; the browser itself carries the
text from one page to the next until it can be saved.
"""

from collections.abc import Iterable

from htmx_flask import request
from werkzeug.wrappers import Response

from portal.web.desk.pages import page
from portal.web.render import words

_OWN = frozenset({"csrf_token", "kept_path"})
PREFIX = "kept-"
"""Before the name of every kept field, so that none is taken for a field of the page itself."""


def typed() -> list[tuple[str, str]]:
    """The fields of this request, in order, without tokens."""
    pairs = request.form.items(multi=True)
    return [(name, value) for name, value in pairs if name not in _OWN]


def restored(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The fields that a page in between has carried, under their own names again."""
    return [(n.removeprefix(PREFIX), value) for n, value in pairs if n.startswith(PREFIX)]


def safe_path(path: str) -> str:
    """A path of the desk to go on to, whatever the browser says; otherwise the desk itself."""
    plain = path.isprintable() and "\\" not in path and not path.startswith("//")
    return path if plain and path.startswith("/desk/") else "/desk/"


def ask_again() -> Response:
    """A POST without a good token: say so and offer to send the same again."""
    if request.htmx:
        return words("页面打开太久，这一步没有完成。请刷新页面再试，未保存的内容会保留。", 400)
    return go_on(
        request.full_path.rstrip("?"), typed(), "页面打开得太久，刚才这一步还没有执行。", 400
    )


def go_on(path: str, pairs: list[tuple[str, str]], sentence: str, status: int = 200) -> Response:
    """A page with one button that sends the kept fields to where they were going."""
    return page(
        "desk/go_on.html",
        status,
        title="请确认刚才的操作",
        path=safe_path(path),
        pairs=pairs,
        sentence=sentence,
    )
