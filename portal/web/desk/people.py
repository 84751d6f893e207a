"""People (人员): who works at the desk, what each may do, and the ways in for them."""

from flask import current_app, redirect, request
from werkzeug.wrappers import Response

from portal.errors import Missing, Refused
from portal.queries import accounts
from portal.roles import ADMIN, AUDITOR, NAMES
from portal.services.accounts import invitations, people, sessions
from portal.services.accounts.facts import Facts
from portal.web.desk import desk, once
from portal.web.desk.account_forms import ChangePerson, PersonForm
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say

HOME = "/desk/people/"
CRUMBS = (Crumb("人员", HOME),)
ADVICE = "同一个人既是管理员又是审计：改设置的人自己查自己。最好分给两个人。"


@desk.get("/people/")
@needs(ADMIN)
def people_list() -> Response:
    """Everybody."""
    lines = accounts.people()
    both = [each.display for each in lines if each.active and holds_both(each.roles)]
    return page("desk/people.html", title="人员", people=lines, roles=NAMES, both=both)


@desk.get("/people/new")
@needs(ADMIN)
def new_person() -> Response:
    """Ask who it is."""
    return _new_page(PersonForm())


@desk.post("/people/new")
@needs(ADMIN)
def add_person() -> Response:
    """Add somebody and show the link to hand over."""
    form = PersonForm()
    if not form.fill(request.form):
        return _new_page(form, 422)
    try:
        person = people.add_person(
            form.data["name"], form.data["display"], form.data["roles"], by=actor()
        )
    except Refused as error:
        form.blame(error)
        return _new_page(form, 422)
    return link_page(person.id)


@desk.get("/people/<int(max=2147483647):number>")
@needs(ADMIN)
def person(number: int) -> Response:
    """One person: what may be changed."""
    known = _known(number)
    form = ChangePerson(
        data={
            "name": known.login,
            "display": known.display,
            "roles": list(known.roles),
            "active": known.active,
        }
    )
    return _person_page(known, form)


@desk.post("/people/<int(max=2147483647):number>")
@needs(ADMIN)
def change_person(number: int) -> Response:
    """Change a person."""
    known, form = _known(number), ChangePerson()
    if not form.fill(request.form):
        return _person_page(known, form, 422)
    facts = Facts(
        form.data["name"], form.data["display"], tuple(form.data["roles"]), form.data["active"]
    )
    try:
        people.change_person(number, facts, by=actor())
    except Refused as error:
        form.blame(error)
        return _person_page(known, form, 422)
    say(f"“{facts.display}”已经保存。{'' if facts.active else '此人在各处的登录都已结束。'}")
    return redirect(HOME, 303)


def link_page(number: int) -> Response:
    """Make a link for a person and show it."""
    return once.show(once.LINK, [number, invitations.invite(people.get(number), by=actor())])


@desk.get("/people/new-link")
@needs(ADMIN)
def new_link() -> Response:
    """The link that has just been made."""
    number, token = once.shown() or (0, "")
    try:
        invited = invitations.whose(token)
    except Missing:
        say("链接已经不再显示，或者本人已经用过。没有交给本人的，可以在此人的页面上再发一个。")
        return once.forget(redirect(HOME, 303))
    return page(
        "desk/person_link.html",
        title="把链接交给本人",
        crumbs=CRUMBS,
        person=_known(number),
        url=current_app.extensions["settings"].address + invitations.path(token),
        invited=invited,
        path=once.LINK,
    )


@desk.post("/people/new-link")
@needs(ADMIN)
def link_is_handed_over() -> Response:
    """The person has it; show it no more."""
    return once.forget(redirect(HOME, 303))


def holds_both(roles: tuple[str, ...]) -> bool:
    """Whether somebody runs the site and audits it as well."""
    return {ADMIN, AUDITOR} <= set(roles)


def _known(number: int) -> accounts.PersonLine:
    known = accounts.person(number)
    if known is None:
        raise Missing("没有这个人员。请回到人员列表重新选择。")
    return known


def _new_page(form: PersonForm, status: int = 200) -> Response:
    return page("desk/person_new.html", status, title="添加人员", crumbs=CRUMBS, form=form)


def _person_page(known: accounts.PersonLine, form: ChangePerson, status: int = 200) -> Response:
    return page(
        "desk/person.html",
        status,
        title=known.display,
        crumbs=CRUMBS,
        form=form,
        person=known,
        sign_ins=len(sessions.living(known.id)),
        advice=ADVICE if holds_both(known.roles) else "",
    )
