"""Who is signed in: Flask-Login over our own sign-in rows, and the cookie that only the desk has."""

from flask import Flask, Request, Response, g, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin, login_user, logout_user

from portal.roles import Actor
from portal.secrets import secret
from portal.services.accounts import sessions
from portal.settings import Settings

PREFIX = "/desk"


class Staff(UserMixin):  # type: ignore[misc]  # it has no types
    """The person at the desk, as Flask-Login wants to see one."""

    def __init__(self, token: str, signed_in: sessions.SignedIn) -> None:
        self.token = token
        self.sign_in = signed_in.id
        self.login = signed_in.login
        self.actor: Actor = signed_in.actor

    def get_id(self) -> str:
        """What the cookie remembers: the secret of the sign-in, never a person's number."""
        return self.token


class DeskSessions(SecureCookieSessionInterface):
    """Sessions for the desk alone: public answers neither carry nor depend on one."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if request.path.startswith(PREFIX):
            super().save_session(app, session, response)


def register(app: Flask, settings: Settings) -> None:
    """Set up signing in for this application."""
    app.config.update(
        SECRET_KEY=secret(settings.data, "session"),
        SESSION_COOKIE_NAME="desk",
        SESSION_COOKIE_PATH=PREFIX,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.address.startswith("https://"),
    )
    app.session_interface = DeskSessions()
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None  # our own rows end sign-ins; an address may change
    manager.user_loader(_load)


def _load(token: str) -> Staff | None:
    signed_in = sessions.resume(token, address(), active=not g.get("passive", False))
    return Staff(token, signed_in) if signed_in else None


def address(of: Request | None = None) -> str:
    """The network address that this request came from."""
    return (of or request).remote_addr or ""


def sign_in(token: str, person: int) -> None:
    """Make this browser the one of a sign-in that has just begun; all else in it is forgotten.

    Only the token of open forms stays when the same person's sign-in had expired here, so that
    what they were writing can still be sent.
    """
    old, forms = session.get("_user_id", ""), session.get("csrf_token")
    is_same = bool(old) and sessions.whose(old) == person
    sessions.end_token(old)
    _forget()
    if is_same and forms:
        session["csrf_token"] = forms
    signed_in = sessions.resume(token, address())
    if signed_in:
        login_user(Staff(token, signed_in))


def sign_out() -> None:
    """Forget the sign-in in this browser, and the token of its forms."""
    logout_user()
    _forget()


def _forget() -> None:
    session.clear()
    g.pop("csrf_token", None)  # Flask-WTF's, for the rest of this request


__all__ = ["PREFIX", "Staff", "address", "register", "sign_in", "sign_out"]
