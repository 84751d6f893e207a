"""The one-time link: choosing a password, and being signed in with it."""

from flask import request
from werkzeug.wrappers import Response

from portal.errors import Missing, Refused
from portal.services.accounts import invitations
from portal.web.desk import desk
from portal.web.desk.account_forms import ChoosePassword
from portal.web.desk.guards import open_to_all
from portal.web.desk.kept import Aim
from portal.web.desk.known_browser import this_browser
from portal.web.desk.pages import page
from portal.web.desk.sign_in import sign_in_or_ask


@desk.get("/welcome/<token>")
@open_to_all
def welcome(token: str) -> Response:
    """Ask for a password; only looking at this page does not use the link up."""
    try:
        return _page(token, ChoosePassword())
    except Missing as error:
        return _over(error)


@desk.post("/welcome/<token>")
@open_to_all
def accept(token: str) -> Response:
    """Choose the password and sign in."""
    form = ChoosePassword()
    try:
        if not form.fill(request.form):
            return _page(token, form, 422)
        person = invitations.accept(token, form.data["password"], this_browser())
    except Refused as error:
        form.blame(error)
        return _page(token, form, 422)
    except Missing as error:
        return _over(error)
    return sign_in_or_ask(person, Aim("/desk/"))


def _page(token: str, form: ChoosePassword, status: int = 200) -> Response:
    return page(
        "desk/welcome.html",
        status,
        title="设置密码",
        form=form,
        invited=invitations.whose(token),
        path=invitations.path(token),
    )


def _over(error: Missing) -> Response:
    """Whoever has used the link up already can simply sign in; 404."""
    return page("desk/welcome_over.html", 404, title="链接不能用了", sentence=error.sentence)
