"""Acts that ask first: deleting a draft, withdrawing, moving, scheduling."""

from datetime import datetime
from typing import Any

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.errors import Refused
from portal.queries import work
from portal.roles import EDITOR, PUBLISHER
from portal.services import editing
from portal.services.workflow import rules
from portal.times import from_beijing, in_words, now
from portal.web.desk import desk, window
from portal.web.desk.articles import ARTICLE, LIST, writable
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say


def _asking(number: int, move: str, template: str, **context: Any) -> Response:
    """The page that says what will happen; refused at once when it could not be done."""
    found = window.article(number)
    rules.find(move, found, work.hands(found), actor())
    crumbs = (LIST, Crumb(found.name, f"/desk/articles/{number}/"))
    return page(template, title=rules.MOVES[move], crumbs=crumbs, work=found, **context)


@desk.get(f"{ARTICLE}/delete")
@needs(EDITOR)
def ask_delete(number: int) -> Response:
    """Before a draft is deleted."""
    return _asking(number, "delete", "desk/article_delete.html")


@desk.post(f"{ARTICLE}/delete")
@needs(EDITOR)
def delete(number: int) -> Response:
    """Delete a draft that was never published."""
    editing.delete(number, actor())
    say("草稿已经删除。")
    return redirect("/desk/", 303)


@desk.get(f"{ARTICLE}/withdraw")
@needs(PUBLISHER)
def ask_withdraw(number: int) -> Response:
    """Before an article is withdrawn: the reason."""
    return _asking(number, "withdraw", "desk/article_withdraw.html")


@desk.get(f"{ARTICLE}/move")
@needs(EDITOR, PUBLISHER)
def ask_move(number: int) -> Response:
    """Before an article is moved: where to."""
    found = window.article(number)
    places = [p for p in writable() if p.kind == found.kind and p.id != found.section]
    return _asking(number, "move", "desk/article_move.html", places=places)


@desk.get(f"{ARTICLE}/schedule")
@needs(PUBLISHER)
def ask_schedule(number: int) -> Response:
    """Before a revision is scheduled: the button says the time in words."""
    typed = request.args.get("at", "")
    at, fault = None, ""
    try:
        at = from_beijing(datetime.fromisoformat(typed.strip())) if typed else None
        if at and at <= now():
            raise Refused("这个时间已经过去，请选一个将来的时间。")
    except (ValueError, OverflowError):
        fault = "请写明日期和时间，例如 2026-05-08 09:30。"
    except Refused as error:
        fault = error.sentence
    words = in_words(at) if at and not fault else ""
    return _asking(
        number, "schedule", "desk/article_schedule.html", typed=typed, words=words, fault=fault
    )
