"""What is shown once (a one-time link, recovery codes), kept so that its page can be loaded again.

It is kept in a signed cookie of the browser that has just seen it, and nowhere else. The database
and its backups hold fingerprints of these secrets only; addresses stand in histories and logs; the
session's cookie goes along with every request. This one goes to its own page alone, counts for the
sign-in that made it, and ends after ten minutes, by the button of its page, or by signing out.
"""

from typing import Any

from flask import redirect, request
from flask_login import current_user
from werkzeug.wrappers import Response

from portal.web.desk import cookies

COOKIE = "once"
LASTS = 600
LINK = "/desk/people/new-link"
CODES = "/desk/account/two-step/new-codes"


def show(path: str, value: Any) -> Response:
    """Go to the page at `path`, which shows the value."""
    response = redirect(path, 303)
    cookies.write(response, COOKIE, [path, current_user.sign_in, value], LASTS, path)
    return response


def shown() -> Any:
    """The value that this page shows, or None when it is over."""
    match cookies.read(COOKIE, LASTS):
        case [request.path, current_user.sign_in, value]:
            return value
    return None


def forget(response: Response) -> Response:
    """Show nothing of it any more in this browser."""
    for path in (LINK, CODES):
        cookies.drop(response, COOKIE, path)
    return response
