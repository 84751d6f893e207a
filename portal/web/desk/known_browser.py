"""The known browser: a signed cookie that says who has signed in here before.

Tries of a known browser are counted apart (OWASP's device cookies), so that strangers who guess at
an account cannot lock its owner out.
"""

import secrets

from flask import request
from werkzeug.wrappers import Response

from portal.services.accounts.browser import Browser
from portal.web.desk import cookies
from portal.web.desk.sessions import address

COOKIE = "known"
LASTS = 365 * 24 * 3600
MOST = 8
"""People that one browser remembers, as on the computer of a duty room; the last ones count."""


def this_browser() -> Browser:
    """The browser of this request."""
    known = {int(number): mark for number, mark in _read().items()}
    return Browser(address(), request.headers.get("User-Agent", ""), known)


def remember(response: Response, person: int) -> Response:
    """Let this browser be known as one in which the person has signed in."""
    marks = _read()
    mark = marks.pop(str(person), None) or secrets.token_urlsafe(12)
    last = dict([*marks.items(), (str(person), mark)][-MOST:])
    cookies.write(response, COOKIE, last, LASTS)
    return response


def _read() -> dict[str, str]:
    found: dict[str, str] = cookies.read(COOKIE, LASTS) or {}
    return found
