"""Errors as pages that help, or, for htmx, as words in the status region."""

import logging
from collections.abc import Callable, Mapping

from flask import Flask, render_template
from htmx_flask import request
from peewee import DatabaseError, InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from portal.errors import Forbidden, Gone, Missing, Overtaken, PortalError, Refused, Throttled
from portal.web.render import answer, wants_fragment, words

STATUS: dict[type[PortalError], int] = {
    Missing: 404,
    Gone: 410,
    Refused: 400,
    Forbidden: 403,
    Overtaken: 409,
    Throttled: 429,
}
TITLES = {
    400: "请求无法处理",
    401: "请先登录",
    403: "没有权限",
    404: "找不到页面",
    405: "这个网址不能这样使用",
    409: "已经有了新的变化",
    410: "内容已经撤下",
    413: "内容太大",
    429: "次数太多",
    500: "网站出了故障",
    503: "暂时不能使用",
}
SENTENCES = {
    404: "没有这个页面，可能是网址输错了。",
    405: "请从首页或网站地图重新进入。",
    413: "提交的内容太大，请减少后再试。",
    500: "我们已经记录下这个故障。请稍后再试，急事请打电话。",
    503: "网站的数据暂时读不到，刚才的操作没有完成。请过一两分钟再试；填写过的内容，按浏览器的“后退”可以找回。",
}
AWAY = (OperationalError, InterfaceError)
"""What the database raises when it cannot be reached; for a file that is none, its plain error."""
RETRY_SECONDS = "60"
MAIN = "page"
"""The id of the part of a page that navigation swaps."""

Page = Callable[[int, str, str], Response]
Moved = Callable[[str], Response | None]

log = logging.getLogger("portal")


class Answers:
    """The answers to errors.

    `pages` holds, by the start of the path and longest first, what makes a whole page of
    (code, title, sentence); it may fail when the database is away. `moved(path)` is the redirect
    of an address that lives elsewhere now.
    """

    def __init__(self, pages: Mapping[str, Page], moved: Moved) -> None:
        self._pages = pages
        self._moved = moved

    def register(self, app: Flask) -> None:
        """Turn every error of this application into an answer for people."""
        app.register_error_handler(PortalError, self._known)
        app.register_error_handler(HTTPException, self._http)
        app.register_error_handler(Exception, self._unknown)

    def _known(self, error: PortalError) -> Response:
        found = self._moved(request.path) if isinstance(error, Missing) else None
        return found or self._respond(STATUS.get(type(error), 500), error.sentence)

    def _http(self, error: HTTPException) -> Response:
        code = error.code or 500
        found = self._moved(request.path) if code == 404 else None
        return found or self._respond(code, SENTENCES.get(code, "请返回上一页重试。"))

    def _unknown(self, error: Exception) -> Response:
        log.exception("unexpected error at %s", request.path)
        if isinstance(error, AWAY) or type(error) is DatabaseError:
            response = self._respond(503, SENTENCES[503])
            response.headers["Retry-After"] = RETRY_SECONDS
            return response
        return self._respond(500, SENTENCES[500])

    def _respond(self, code: int, sentence: str) -> Response:
        if wants_fragment() and request.htmx.target != MAIN:
            return words(sentence, code)
        title = TITLES.get(code, TITLES[400])
        try:
            return self._page()(code, title, sentence)
        except Exception:
            log.exception("the error page itself failed")
            return answer(render_template("errors/bare.html", title=title, said=sentence), code)

    def _page(self) -> Page:
        return next(page for start, page in self._pages.items() if request.path.startswith(start))
