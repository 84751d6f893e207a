"""The doors of the desk: signed in, the right role, a token, our own origin.

Every view says with `needs` who may enter it, and `open_to_all` stands where nobody is signed in
yet; tests/desk/test_doors.py walks the URL map and finds the one that forgot.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import current_app, g
from flask_login import current_user
from flask_wtf.csrf import CSRFError, CSRFProtect
from htmx_flask import request
from werkzeug.wrappers import Response

from portal.errors import Forbidden
from portal.roles import NAMES, ROLES, Actor
from portal.web.desk import desk
from portal.web.desk.barred import barred
from portal.web.desk.kept import ask_again
from portal.web.desk.sign_in_first import sign_in_first

FORM_LIMIT = 8 * 1024 * 1024
"""Bytes of a form without files; the plain text box sends a long article twice."""
UPLOAD_LIMIT = 1024 * 1024 * 1024
"""Bytes of a form with files; what each file may weigh is a site setting, checked by services."""

View = TypeVar("View", bound=Callable[..., Any])
csrf = CSRFProtect()


@dataclass(frozen=True)
class Door:
    """Who may enter a view: one of `roles`, or, when `open`, anybody."""

    roles: tuple[str, ...] = ROLES
    open: bool = False
    passive: bool = False
    upload: bool = False


DOORS: dict[Callable[..., Any], Door] = {}


def needs(*roles: str, passive: bool = False, upload: bool = False) -> Callable[[View], View]:
    """Let in those who hold one of `roles`; none given means everybody who is signed in.

    A `passive` view is asked for by the page itself and does not count as a sign of life. An
    `upload` takes files, whose limits are site settings.
    """

    def mark(view: View) -> View:
        DOORS[view] = Door(roles or ROLES, passive=passive, upload=upload)
        return view

    return mark


def open_to_all(view: View) -> View:
    """Let in anybody: signing in, and what leads to it."""
    DOORS[view] = Door(open=True)
    return view


def actor() -> Actor:
    """Who is signed in; only for views behind `needs`."""
    found: Actor = current_user.actor
    return found


@desk.before_request
def enter() -> Response | None:
    """Stand at the door of every view of the desk."""
    door = DOORS[current_app.view_functions[request.endpoint or ""]]
    g.passive = door.passive
    # Strangers may not fill the disk: what they send is only read to be carried through signing in.
    is_welcome = door.open or (current_user.is_authenticated and actor().may(*door.roles))
    _limit(door.upload and is_welcome)
    if request.method == "POST" and not _own_origin():
        raise Forbidden("这个请求来自别的网站，没有执行。请从采编台里操作。")
    if not door.open and not current_user.is_authenticated:
        return sign_in_first()
    if not is_welcome:
        wanted = "、".join(NAMES[role] for role in door.roles)
        return barred(f"这里需要“{wanted}”角色。如果您应当有这个权限，请联系管理员。")
    return _checked_token()


def _limit(upload: bool) -> None:
    limit = UPLOAD_LIMIT if upload else FORM_LIMIT
    request.max_content_length = limit
    request.max_form_memory_size = FORM_LIMIT
    request.max_form_parts = 5000


def _own_origin() -> bool:
    """Whether the browser says that this came from our own pages; what says nothing is older."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def _checked_token() -> Response | None:
    """Refuse a POST without the token of this browser, and offer to send it again with one."""
    if request.method != "POST":
        return None
    try:
        csrf.protect()
    except CSRFError:
        return ask_again()
    return None
