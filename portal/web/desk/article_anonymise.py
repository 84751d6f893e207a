"""隐名处理: what of an original is hidden, proposed, decided by an editor, and saved as a revision."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from flask import redirect
from htmx_flask import request
from werkzeug.wrappers import Response

from portal.errors import Forbidden, Missing, Overtaken, PortalError, Refused
from portal.queries import media, work
from portal.roles import EDITOR
from portal.services.anonymising import decisions, saving
from portal.services.anonymising.attachments import Looked, looked_into
from portal.services.anonymising.plan import Plan
from portal.services.anonymising.sheet import Place
from portal.services.content import Content
from portal.services.workflow import rules
from portal.web.desk import desk, window
from portal.web.desk.article_conflict import conflict
from portal.web.desk.article_keeping import offered
from portal.web.desk.articles import ARTICLE, LIST, status
from portal.web.desk.changed import FIELDS
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, part, say
from portal.web.desk.window import Window
from portal.web.frame import settings


@desk.get(f"{ARTICLE}/anonymise")
@needs(EDITOR)
def anonymise(number: int) -> Response:
    """What would be hidden in an article's text, with a switch for each place."""
    found = _opened(number, request.args.get("draft", ""))
    try:
        return _shown(found)
    except Refused as error:  # a field of the form that nobody can read yet
        say(error.sentence)
        return redirect(f"/desk/articles/{number}/edit?draft={found.token}", 303)


@desk.post(f"{ARTICLE}/anonymise")
@needs(EDITOR)
def decide(number: int) -> Response:
    """Take the decisions of the page, and do what the button says."""
    found = _opened(number, window.token(request.form))
    stale = found.version != window.whole(request.form.get("version"))
    typed = [
        pair for pair in request.form.items(multi=True) if pair[0].startswith(decisions.PREFIX)
    ]
    own, _ = decisions.split(found.pairs)
    sent = replace(found, pairs=[*own, *typed])
    act = request.form.get("act", "look")
    try:
        sent = offered(sent)
        if sent.sealed:
            return conflict(replace(sent, pairs=own))
        if act == "save" and stale:
            raise Overtaken(
                "这份文书的文字刚刚在别的窗口里改过。请按现在的文字再核对一遍，然后保存。"
            )
        return ACTS.get(act, _look)(sent)
    except (Refused, Forbidden, Overtaken) as error:
        return _shown(sent, error)


def _opened(number: int, token: str) -> Window:
    """The draft asked for, or the one that the form would open with."""
    found = window.article(number)
    rules.find("write", found, work.hands(found), actor())
    mine = work.unsaved(number, actor().id)
    if token and token not in [each.token for each in mine]:
        raise Missing("这份内容已经保存或者放弃了，请回到文章看最新的情况。")
    return window.opened(found, mine, "", token)


def _plan(shown: Window) -> Plan:
    return saving.planned(shown.work.id, shown.content(), decisions.read(shown.pairs))


def _shown(shown: Window, fault: PortalError | None = None) -> Response:
    made = _plan(shown)
    return page(
        "desk/article_anonymise.html",
        status(fault),
        title="隐名处理",
        crumbs=(LIST, Crumb(shown.work.name, f"/desk/articles/{shown.work.id}/")),
        fault=fault.sentence if fault else "",
        files=_files(made.before),
        **_result(shown, made),
    )


def _files(content: Content) -> list[Looked]:
    """The files of what is not saved yet, with what they tell."""
    used = [(each.media, each.role, each.text, each.alt) for each in content.media]
    return looked_into(settings().media, media.uses_of(used, content.body))


def _result(shown: Window, made: Plan) -> dict[str, Any]:
    """The original beside what becomes of it."""
    return {
        "shown": shown,
        "plan": made,
        "told": _words(made),
        "label": partial(_label, {field.key: field.label for field in shown.kind.fields}),
    }


_BESIDE = {
    "alt": "正文里图片的替代文字",
    "title": "正文里鼠标移上去才看到的说明",
    "href": "正文里链接的地址",
    "rt": "正文里的注音",
    "src": "正文里图片的地址",
    "datetime": "正文里给机器看的日期",
}
_LABELS = {**dict(FIELDS), "keywords": "关键词", "media": "图片和附件的文字"}


def _label(own: Mapping[str, str], place: Place) -> str:
    """What a part of an article is called where it stands beside the text; `own` are its kind's."""
    named = {"details": own, "body": _BESIDE}.get(str(place[0]))
    return named.get(str(place[-1]), "") if named else _LABELS[str(place[0])]


def _words(made: Plan) -> str:
    """How much is hidden, in a sentence."""
    people = sum(group.on and any(row.on for row in group.rows) for group in made.people)
    if not made.made:
        return "没有一处要隐去。"
    whose = f"，涉及 {people} 个人的姓名" if people else ""
    stays = f"；按您的决定保留 {len(made.kept)} 处" if made.kept else ""
    return f"共隐去 {made.made} 处{whose}{stays}。"


def _look(sent: Window) -> Response:
    """The result as the switches are now."""
    if request.htmx:
        made = _plan(sent)
        return part("desk/_anonymised.html", _words(made), **_result(sent, made))
    return _again(sent, "anonymised")


def _add(sent: Window) -> Response:
    """A name that was not found; how often it stands in the text is said beside it."""
    typed = request.form.getlist("hide_name")[-1:]
    if "".join(typed).strip() not in decisions.read(sent.pairs).names:
        raise Refused("没有加上：请写两个字以上的姓名或者绰号。", "name")
    return _again(sent, "more")


def _back(sent: Window) -> Response:
    """To the text again; the decisions wait in the draft."""
    return redirect(f"/desk/articles/{sent.work.id}/edit?draft={sent.token}", 303)


def _again(sent: Window, place: str) -> Response:
    here = f"/desk/articles/{sent.work.id}/anonymise?draft={sent.token}"
    return redirect(f"{here}#{place}", 303)


def _save(sent: Window) -> Response:
    number = sent.work.id
    own, typed = decisions.split(sent.pairs)
    try:
        saving.save(
            number,
            replace(sent, pairs=own).content(),
            decisions.read(typed),
            sent.based_on,
            actor(),
            sent.token,
        )
    except Overtaken:
        return conflict(replace(sent, pairs=own))
    say("已按隐名后的文字保存。确认无误后，可以送审；原文只给写过和要确认的人看，发布时销毁。")
    return redirect(f"/desk/articles/{number}/", 303)


ACTS: dict[str, Callable[[Window], Response]] = {
    "look": _look,
    "add": _add,
    "back": _back,
    "save": _save,
}
