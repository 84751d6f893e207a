"""The moves of the workflow, each an address of its own with its own door."""

from collections.abc import Callable
from datetime import datetime

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.errors import Forbidden, Overtaken, Refused
from portal.roles import EDITOR, PUBLISHER, REVIEWER
from portal.services import editing
from portal.services.workflow import moves, placing
from portal.web.desk import desk
from portal.web.desk.article_confirm import ask_move, ask_schedule, ask_withdraw
from portal.web.desk.articles import ARTICLE, WORKERS, overview
from portal.web.desk.guards import actor, needs
from portal.web.desk.moments import moment
from portal.web.desk.pages import say
from portal.web.desk.window import whole


def _done(
    number: int,
    act: Callable[[], None],
    sentence: str,
    asking: Callable[[int, Refused], Response] | None = None,
) -> Response:
    """Do it and go back to the article, or show there why it was refused.

    `asking` is the page that the act was typed on, for what is wrong with one of its fields.
    """
    try:
        act()
    except (Refused, Forbidden, Overtaken) as error:
        if asking and isinstance(error, Refused) and error.field:
            return asking(number, error)
        return overview(number, error)
    say(sentence)
    return redirect(f"/desk/articles/{number}/", 303)


def revision_asked() -> int:
    """The revision that a form of the workflow is about."""
    return whole(request.form.get("revision"))


def _reason() -> str:
    return request.form.get("reason", "")


@desk.post(f"{ARTICLE}/submit")
@needs(EDITOR)
def submit(number: int) -> Response:
    """送审."""
    return _done(
        number,
        lambda: moves.submit(number, revision_asked(), actor()),
        "已送审。审核的同事会在工作台里看到它。",
    )


@desk.post(f"{ARTICLE}/take-back")
@needs(EDITOR)
def take_back(number: int) -> Response:
    """撤回送审."""
    return _done(
        number,
        lambda: moves.take_back(number, revision_asked(), actor()),
        "已撤回，可以继续修改。",
    )


@desk.post(f"{ARTICLE}/return")
@needs(REVIEWER, PUBLISHER)
def send_back(number: int) -> Response:
    """退回."""
    return _done(
        number,
        lambda: moves.send_back(number, revision_asked(), actor(), _reason()),
        "已退回，原因会显示给作者。",
    )


@desk.post(f"{ARTICLE}/approve")
@needs(REVIEWER)
def approve(number: int) -> Response:
    """审核通过."""
    return _done(
        number, lambda: moves.approve(number, revision_asked(), actor(), _reason()), "已通过审核。"
    )


@desk.post(f"{ARTICLE}/publish")
@needs(PUBLISHER)
def publish(number: int) -> Response:
    """发布."""
    return _done(
        number,
        lambda: moves.publish(number, revision_asked(), actor()),
        "已发布，读者现在就能看到。",
    )


@desk.post(f"{ARTICLE}/schedule")
@needs(PUBLISHER)
def schedule(number: int) -> Response:
    """定时发布."""
    return _done(
        number,
        lambda: moves.schedule(number, revision_asked(), actor(), _time()),
        "已安排好，到时间会自动发布。",
        ask_schedule,
    )


def _time() -> datetime:
    at = moment(request.form.get("publish_at", ""), "发布时间", "publish_at")
    if at is None:
        raise Refused("请写明发布的日期和时间，例如 2026-05-08 09:30。", "publish_at")
    return at


@desk.post(f"{ARTICLE}/unschedule")
@needs(PUBLISHER)
def unschedule(number: int) -> Response:
    """取消定时."""
    return _done(
        number,
        lambda: moves.unschedule(number, revision_asked(), actor()),
        "已取消定时，等待签发。",
    )


@desk.post(f"{ARTICLE}/withdraw")
@needs(PUBLISHER)
def withdraw(number: int) -> Response:
    """撤下."""
    return _done(
        number,
        lambda: placing.withdraw(number, actor(), _reason()),
        "已撤下。读者打开原来的网址会看到您写的原因。",
        ask_withdraw,
    )


@desk.post(f"{ARTICLE}/pin")
@needs(PUBLISHER)
def pin(number: int) -> Response:
    """置顶."""
    return _done(number, lambda: placing.pin(number, actor()), "已置顶。")


@desk.post(f"{ARTICLE}/unpin")
@needs(PUBLISHER)
def unpin(number: int) -> Response:
    """取消置顶."""
    return _done(number, lambda: placing.unpin(number, actor()), "已取消置顶。")


@desk.post(f"{ARTICLE}/move")
@needs(EDITOR, PUBLISHER)
def move(number: int) -> Response:
    """移到其他栏目."""
    return _done(
        number,
        lambda: placing.move_to(number, whole(request.form.get("section")), actor()),
        "已移动。原来的网址会自动转到新网址。",
        ask_move,
    )


@desk.post(f"{ARTICLE}/take-over")
@needs(EDITOR)
def take_over(number: int) -> Response:
    """接手编辑."""
    return _done(number, lambda: placing.take_over(number, actor()), "已接手，可以编辑了。")


@desk.post(f"{ARTICLE}/comment")
@needs(*WORKERS)
def comment(number: int) -> Response:
    """写意见."""
    text = request.form.get("text", "")
    return _done(
        number, lambda: editing.comment(number, revision_asked(), text, actor()), "意见已写上。"
    )
