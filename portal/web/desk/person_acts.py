"""What an administrator does for one person: each is explained first and done by a button."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import redirect
from werkzeug.wrappers import Response

from portal.errors import Missing
from portal.roles import ADMIN
from portal.services.accounts import people, sessions, two_step
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say
from portal.web.desk.people import CRUMBS, HOME, link_page


@dataclass(frozen=True)
class Act:
    """One act: its title, what it will do, the word on its button, and the doing."""

    title: str
    effect: str
    button: str
    do: Callable[[int], Response]


def _end_sign_ins(number: int) -> Response:
    ended = sessions.revoke_all(people.get(number), by=actor())
    return _done(number, f"已经结束 {ended} 个登录。" if ended else "此人现在没有登录。")


def _reset_two_step(number: int) -> Response:
    two_step.reset(people.get(number), by=actor())
    return _done(number, "两步验证已经关闭。请提醒本人登录后重新开启。")


def _done(number: int, sentence: str) -> Response:
    say(sentence)
    return redirect(f"{HOME}{number}", 303)


ACTS = {
    "link": Act(
        "发设置密码的链接",
        "会生成一个 72 小时内有效、只能用一次的链接，本人打开后可以设置新密码。"
        "以前发出的链接随即失效；现在的密码在设置新密码以前照常能用。",
        "生成链接",
        link_page,
    ),
    "sign-ins": Act(
        "结束全部登录",
        "此人在所有电脑和手机上都要重新登录。还没有保存的内容，重新登录后会带回来。",
        "结束全部登录",
        _end_sign_ins,
    ),
    "two-step": Act(
        "关闭两步验证",
        "此人以后只用密码就能登录，恢复码也一起作废。"
        "只在本人丢了手机又没有恢复码时这样做，并当面或打电话确认是本人。",
        "关闭两步验证",
        _reset_two_step,
    ),
}


@desk.get("/people/<int(max=2147483647):number>/<act>")
@needs(ADMIN)
def person_act(number: int, act: str) -> Response:
    """Say what will happen."""
    chosen, person = _act(act), people.get(number)
    return page(
        "desk/person_act.html",
        title=chosen.title,
        crumbs=(*CRUMBS, Crumb(person.display, f"{HOME}{number}")),
        act=chosen,
        person=person,
        back=f"{HOME}{number}",
        path=f"{HOME}{number}/{act}",
    )


@desk.post("/people/<int(max=2147483647):number>/<act>")
@needs(ADMIN)
def do_person_act(number: int, act: str) -> Response:
    """Do it."""
    return _act(act).do(number)


def _act(name: str) -> Act:
    if name not in ACTS:
        raise Missing("没有这个页面。请回到人员列表重新选择。")
    return ACTS[name]
