"""两步验证 of my own account: set up with an app, recovery codes, switch off."""

from io import BytesIO

import segno
from flask import make_response, redirect, request, session
from flask_login import current_user
from werkzeug.wrappers import Response

from portal.errors import Missing, Refused, Throttled
from portal.queries import accounts
from portal.services.accounts import two_step
from portal.web.desk import desk, once
from portal.web.desk.account import CRUMBS, HOME, number
from portal.web.desk.account_forms import CodeForm, ProvePassword
from portal.web.desk.blame import blame
from portal.web.desk.guards import actor, needs
from portal.web.desk.known_browser import this_browser
from portal.web.desk.pages import page, say

SECRET = "two_step"  # noqa: S105 - the name of a place
"""The part of the session that holds the new secret until its first code is right."""


@desk.get("/account/two-step")
@needs()
def two_step_page() -> Response:
    """Set it up, or see that it is on."""
    if _is_on():
        return _on_page(ProvePassword())
    session.setdefault(SECRET, two_step.new_secret())
    return _setup_page(CodeForm())


@desk.get("/account/two-step/code.svg")
@needs()
def two_step_code() -> Response:
    """The new secret as a QR code for the app."""
    if SECRET not in session:
        raise Missing("没有正在设置的两步验证。请从“我的账号”重新开始。")
    out = BytesIO()
    code = segno.make(two_step.address(session[SECRET], current_user.login), error="m")
    code.save(out, kind="svg", border=4, light="#fff", xmldecl=False, omitsize=True)
    response = make_response(out.getvalue())
    response.mimetype = "image/svg+xml"
    response.headers["Cache-Control"] = "no-store"
    return response


@desk.post("/account/two-step")
@needs()
def turn_on() -> Response:
    """Turn it on when the app's code is right, and show the recovery codes, once."""
    if _is_on():  # the button was pressed twice
        return redirect(once.CODES, 303)
    form = CodeForm()
    session.setdefault(SECRET, two_step.new_secret())
    if not form.fill(request.form):
        return _setup_page(form, 422)
    try:
        codes = two_step.turn_on(session[SECRET], form.data["code"], by=actor())
    except Refused as error:
        form.blame(error)
        return _setup_page(form, 422)
    session.pop(SECRET)
    say("两步验证已经开启。")
    return once.show(once.CODES, codes)


@desk.post("/account/two-step/codes")
@needs()
def renew_codes() -> Response:
    """New recovery codes instead of the old ones."""
    form = ProvePassword()
    if not form.fill(request.form):
        return _on_page(form, 422)
    try:
        codes = two_step.renew_codes(form.data["password_now"], this_browser(), by=actor())
    except (Refused, Throttled) as error:
        return _on_page(form, blame(form, error))
    return once.show(once.CODES, codes)


@desk.get("/account/two-step/new-codes")
@needs()
def new_codes() -> Response:
    """The recovery codes that have just been made."""
    codes = once.shown()
    if codes is None:
        say("恢复码已经不再显示。没有记下的，请重新生成一组。")
        return redirect("/desk/account/two-step", 303)
    return page(
        "desk/recovery_codes.html",
        title="恢复码",
        crumbs=CRUMBS,
        codes=codes,
        path=once.CODES,
    )


@desk.post("/account/two-step/new-codes")
@needs()
def codes_are_copied() -> Response:
    """They are on paper; show them no more."""
    return once.forget(redirect(HOME, 303))


@desk.post("/account/two-step/off")
@needs()
def turn_off() -> Response:
    """Turn it off."""
    form = ProvePassword()
    if not form.fill(request.form):
        return _on_page(form, 422)
    try:
        two_step.turn_off(form.data["password_now"], this_browser(), by=actor())
    except (Refused, Throttled) as error:
        return _on_page(form, blame(form, error))
    say("两步验证已经关闭。")
    return redirect(HOME, 303)


def _is_on() -> bool:
    me = accounts.person(number())
    return bool(me and me.has_two_step)


def _setup_page(form: CodeForm, status: int = 200) -> Response:
    secret = session[SECRET]
    groups = [secret[at : at + 4] for at in range(0, len(secret), 4)]
    response = page(
        "desk/two_step_setup.html",
        status,
        title="开启两步验证",
        crumbs=CRUMBS,
        form=form,
        groups=groups,
    )
    response.headers["Cache-Control"] = "no-store"  # it shows the secret
    return response


def _on_page(form: ProvePassword, status: int = 200) -> Response:
    return page(
        "desk/two_step.html",
        status,
        title="两步验证",
        crumbs=CRUMBS,
        form=form,
        login=current_user.login,
        codes_left=accounts.recovery_codes_left(number()),
    )
