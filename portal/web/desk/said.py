"""Sentences that wait for the next page, in a cookie of their own.

In the session they would change its cookie with every save, and a browser shows a page that it has
kept (see `pages`) only while its cookies are those with which it got the page.
"""

from flask import g, request
from werkzeug.wrappers import Response

from portal.web.desk import cookies, desk

COOKIE = "said"
LASTS = 3600


def waiting() -> list[str]:
    """The sentences that wait: add to them, or clear them when they have been said."""
    if "waiting" not in g:
        g.waiting = cookies.read(COOKIE, LASTS) or []
    found: list[str] = g.waiting
    return found


@desk.after_app_request
def carry(response: Response) -> Response:
    """Take along what still waits."""
    if "waiting" not in g:
        return response
    if g.waiting:
        cookies.write(response, COOKIE, g.waiting, LASTS)
    elif COOKIE in request.cookies:
        cookies.drop(response, COOKIE)
    return response
