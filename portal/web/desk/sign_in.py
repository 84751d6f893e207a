"""Signing in, in one or two steps, and out."""

from datetime import datetime

from flask import redirect, request, session
from flask_login import current_user
from werkzeug.wrappers import Response

from portal.errors import Refused, Throttled
from portal.services.accounts import sessions as sign_ins
from portal.services.accounts import signing_in
from portal.services.accounts.signing_in import TooLate
from portal.times import now
from portal.web.desk import desk, once, sessions
from portal.web.desk.account_forms import CodeForm
from portal.web.desk.blame import blame
from portal.web.desk.guards import needs, open_to_all
from portal.web.desk.kept import Aim, arrive, carried
from portal.web.desk.known_browser import remember, this_browser
from portal.web.desk.pages import page, say
from portal.web.desk.sign_in_first import SignInForm, sign_in_page

HALF = "half"
"""The part of the session that says whose password was right, while the code is waited for."""


@desk.get("/sign-in")
@open_to_all
def sign_in_form() -> Response:
    """Ask for name and password; who is signed in goes on."""
    aim = carried()
    return arrive(aim) if current_user.is_authenticated else sign_in_page(SignInForm(), aim)


@desk.post("/sign-in")
@open_to_all
def sign_in() -> Response:
    """Check name and password; go on to the code, or be signed in."""
    form, aim = SignInForm(), carried()
    if not form.fill(request.form):
        return sign_in_page(form, aim, 422)
    try:
        person = signing_in.check_password(form.data["name"], form.data["password"], this_browser())
    except (Refused, Throttled) as error:
        return sign_in_page(form, aim, blame(form, error))
    return sign_in_or_ask(person, aim)


@desk.get("/sign-in/code")
@open_to_all
def code_form() -> Response:
    """Ask for the code again, as after reloading."""
    if HALF not in session:
        return redirect("/desk/sign-in", 303)
    return _code_page(CodeForm(), carried())


@desk.post("/sign-in/code")
@open_to_all
def code() -> Response:
    """Check the code of whoever's password was right a moment ago."""
    form, aim = CodeForm(), carried()
    person, since = session.get(HALF, (0, "2000-01-01"))
    if not form.fill(request.form):
        return _code_page(form, aim, 422)
    try:
        at = datetime.fromisoformat(since)
        signing_in.check_code(person, at, form.data["code"], this_browser())
    except TooLate as error:
        session.pop(HALF, None)
        return sign_in_page(SignInForm(), aim, 422, error.sentence)
    except (Refused, Throttled) as error:
        return _code_page(form, aim, blame(form, error))
    return _signed_in(person, aim)


@desk.get("/signed-in")
@needs()
def signed_in() -> Response:
    """For the window that was opened only to sign in again."""
    return page("desk/signed_in.html", title="登录成功")


@desk.post("/sign-out")
@open_to_all
def sign_out() -> Response:
    """End the sign-in of this browser; one that has expired is over anyway."""
    if current_user.is_authenticated:
        sign_ins.sign_out(current_user.sign_in, by=current_user.actor)
    sessions.sign_out()
    say("您已经退出登录。")
    return once.forget(redirect("/desk/sign-in", 303))


def sign_in_or_ask(person: signing_in.Proven, aim: Aim) -> Response:
    """Sign in somebody whose password is right, or ask for the code when they use two steps."""
    if not person.has_two_step:
        return _signed_in(person.id, aim)
    session[HALF] = (person.id, now().isoformat())
    return _code_page(CodeForm(), aim)


def _code_page(form: CodeForm, aim: Aim, status: int = 200) -> Response:
    return page("desk/sign_in_code.html", status, title="请输入验证码", form=form, aim=aim)


def _signed_in(person: int, aim: Aim) -> Response:
    token = signing_in.begin(person, this_browser())
    sessions.sign_in(token, person)
    return remember(arrive(aim), person)
