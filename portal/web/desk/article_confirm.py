"""Acts that ask first: deleting, withdrawing, moving, scheduling, giving up what is not saved."""

from typing import Any

from flask import redirect, request
from werkzeug.wrappers import Response
from wtforms import StringField

from portal.errors import Missing, Refused
from portal.queries import work
from portal.roles import EDITOR, PUBLISHER
from portal.services import drafts, editing
from portal.services.workflow import rules
from portal.times import in_words, now
from portal.web.desk import desk, window
from portal.web.desk.article_form import MOMENT
from portal.web.desk.articles import ARTICLE, LIST, writable
from portal.web.desk.guards import actor, needs
from portal.web.desk.moments import moment
from portal.web.desk.pages import Crumb, page, say
from portal.web.forms import Form, line


class ScheduleForm(Form):
    """When to publish."""

    at = StringField("发布的日期和时间", filters=[line], widget=MOMENT)


def _asking(
    number: int, move: str, template: str, fault: Refused | None = None, **context: Any
) -> Response:
    """The page that says what will happen; refused at once when it could not be done."""
    found = window.article(number)
    rules.find(move, found, work.hands(found), actor())
    return page(
        template,
        422 if fault else 200,
        title=rules.MOVES[move],
        crumbs=_crumbs(found),
        work=found,
        fault=fault.sentence if fault else "",
        **context,
    )


def _crumbs(found: work.Work) -> tuple[Crumb, ...]:
    return LIST, Crumb(found.name, f"/desk/articles/{found.id}/")


@desk.get(f"{ARTICLE}/delete")
@needs(EDITOR)
def ask_delete(number: int, fault: Refused | None = None) -> Response:
    """Before a draft is deleted."""
    return _asking(number, "delete", "desk/article_delete.html", fault)


@desk.post(f"{ARTICLE}/delete")
@needs(EDITOR)
def delete(number: int) -> Response:
    """Delete a draft that was never published."""
    try:
        editing.delete(number, actor())
    except Refused as error:
        return ask_delete(number, error)
    say("草稿已经删除。")
    return redirect("/desk/", 303)


@desk.get(f"{ARTICLE}/withdraw")
@needs(PUBLISHER)
def ask_withdraw(number: int, fault: Refused | None = None) -> Response:
    """Before an article is withdrawn: the reason."""
    return _asking(
        number,
        "withdraw",
        "desk/article_withdraw.html",
        fault,
        given=request.form.get("reason", ""),
    )


@desk.get(f"{ARTICLE}/move")
@needs(EDITOR, PUBLISHER)
def ask_move(number: int, fault: Refused | None = None) -> Response:
    """Before an article is moved: where to."""
    found = window.article(number)
    places = [p for p in writable() if p.kind == found.kind and p.id != found.section]
    return _asking(number, "move", "desk/article_move.html", fault, places=places)


@desk.get(f"{ARTICLE}/schedule")
@needs(PUBLISHER)
def ask_schedule(number: int, fault: Refused | None = None) -> Response:
    """Before a revision is scheduled: the button says the time in words."""
    form = ScheduleForm(at=request.form.get("publish_at", request.args.get("at", "")))
    at = None
    try:
        at = moment(form.data["at"], "发布时间", "at")
        if at is None and "at" in request.args:
            raise Refused("请填写发布的日期和时间。")
        if at and at <= now():
            raise Refused("这个时间已经过去，请选一个将来的时间。")
    except Refused as error:
        fault = fault or error
    if fault:
        form.blame(Refused(fault.sentence, "at"))
    words = in_words(at) if at and not fault else ""
    return _asking(number, "schedule", "desk/article_schedule.html", fault, form=form, words=words)


@desk.get(f"{ARTICLE}/discard")
@needs(EDITOR)
def ask_discard(number: int) -> Response:
    """Before one's own unsaved text is given up."""
    found = window.article(number)
    token = request.args.get("draft", "")
    kept = next((each for each in work.unsaved(number, actor().id) if each.token == token), None)
    if kept is None:
        raise Missing("这份内容已经保存或者放弃了，请回到文章看最新的情况。")
    return page(
        "desk/article_discard.html",
        title="放弃没有保存的内容",
        crumbs=_crumbs(found),
        work=found,
        kept=kept,
    )


@desk.post(f"{ARTICLE}/discard")
@needs(EDITOR)
def discard(number: int) -> Response:
    """Give up one's own unsaved text."""
    window.article(number)
    drafts.drop(window.token(request.form), actor())
    say("没有保存的内容已经放弃。")
    return redirect(f"/desk/articles/{number}/", 303)
