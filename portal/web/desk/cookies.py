"""Small signed cookies of the desk, beside the session's."""

from typing import Any

from flask import current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from portal.web.desk.sessions import PREFIX


def read(name: str, lasts: int) -> Any:
    """What a cookie says, or None when there is none of ours or it is older than `lasts` seconds."""
    try:
        return _signer(name).loads(request.cookies.get(name, ""), max_age=lasts)
    except BadData:
        return None


def write(response: Response, name: str, value: Any, lasts: int, path: str = PREFIX) -> None:
    """Let the browser keep a value for `lasts` seconds, for addresses below `path` alone."""
    response.set_cookie(
        name,
        _signer(name).dumps(value),
        max_age=lasts,
        path=path,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )


def drop(response: Response, name: str, path: str = PREFIX) -> None:
    """Let the browser forget it."""
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.delete_cookie(name, path=path, secure=secure, httponly=True, samesite="Lax")


def _signer(name: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=f"{name} browser")
