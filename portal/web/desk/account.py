"""我的账号: who I am here, my password, where I am signed in."""

from dataclasses import dataclass

from flask import redirect, request
from flask_login import current_user
from werkzeug.wrappers import Response

from portal.errors import Refused, Throttled
from portal.queries import accounts
from portal.roles import DUTIES, NAMES
from portal.services.accounts import password_changes, people, sessions
from portal.web.desk import desk
from portal.web.desk.account_forms import ChangePassword
from portal.web.desk.blame import blame
from portal.web.desk.browser_words import in_words
from portal.web.desk.guards import actor, needs
from portal.web.desk.known_browser import this_browser
from portal.web.desk.pages import Crumb, page, say

HOME = "/desk/account"
CRUMBS = (Crumb("我的账号", HOME),)


@dataclass(frozen=True)
class Shown:
    """A sign-in as its owner sees it."""

    line: accounts.SignInLine
    browser: str
    is_this: bool


@desk.get("/account")
@needs()
def account() -> Response:
    """Everything about me on one page."""
    me = number()
    return page(
        "desk/account.html",
        title="我的账号",
        person=accounts.person(me),
        duties=[(NAMES[role], DUTIES[role]) for role in NAMES if role in actor().roles],
        codes_left=accounts.recovery_codes_left(me),
        sign_ins=[
            Shown(each, in_words(each.agent), each.id == current_user.sign_in)
            for each in sessions.living(me)
        ],
    )


@desk.get("/account/password")
@needs()
def password_form() -> Response:
    """Ask for the old password and a new one."""
    return _password_page(ChangePassword())


@desk.post("/account/password")
@needs()
def change_password() -> Response:
    """Change my password; I stay signed in here and nowhere else."""
    form = ChangePassword()
    if not form.fill(request.form):
        return _password_page(form, 422)
    old, new = form.data["password_now"], form.data["password"]
    try:
        password_changes.change(
            number(), old, new, this_browser(), by=actor(), keep=current_user.sign_in
        )
    except (Refused, Throttled) as error:
        return _password_page(form, blame(form, error))
    say("密码已经修改。您在别处的登录都已结束。")
    return redirect(HOME, 303)


@desk.post("/account/sign-ins/<int(max=2147483647):sign_in>/end")
@needs()
def end_sign_in(sign_in: int) -> Response:
    """End one of my sign-ins."""
    sessions.revoke(sign_in, by=actor())
    say("那个登录已经结束。")
    return redirect(HOME, 303)


@desk.post("/account/sign-ins/end-others")
@needs()
def end_others() -> Response:
    """End all my sign-ins but this one."""
    ended = sessions.revoke_all(people.get(number()), by=actor(), keep=current_user.sign_in)
    say(f"已经结束其他 {ended} 个登录。" if ended else "没有其他登录。")
    return redirect(HOME, 303)


def number() -> int:
    """My own number."""
    return actor().id or 0


def _password_page(form: ChangePassword, status: int = 200) -> Response:
    return page(
        "desk/account_password.html",
        status,
        title="修改密码",
        crumbs=CRUMBS,
        form=form,
        login=current_user.login,
    )
