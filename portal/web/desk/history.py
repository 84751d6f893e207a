"""The history of an article: its revisions, what changed between two, and going back to one."""

from flask import redirect, request
from werkzeug.wrappers import Response

from portal import differences
from portal.errors import Missing
from portal.queries import work
from portal.roles import EDITOR
from portal.services import editing
from portal.services.content import Content, saved
from portal.services.workflow import rules
from portal.times import minute
from portal.web.desk import desk, window
from portal.web.desk.articles import ARTICLE, LIST, WORKERS
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say

FIELDS = (
    ("title", "标题"),
    ("subtitle", "副标题"),
    ("summary", "摘要"),
    ("keywords", "关键词"),
    ("source", "新闻来源"),
    ("author", "作者"),
)
"""The one-line fields of a content that are compared, in the order of the form."""


@desk.get(f"{ARTICLE}/history")
@needs(*WORKERS)
def history(number: int) -> Response:
    """All revisions; two can be chosen to be compared."""
    found = window.article(number)
    return page(
        "desk/history.html",
        title="版本历史",
        crumbs=_crumbs(found),
        work=found,
        past=work.history(number),
        states=rules.STATES,
        can_write="write" in rules.allowed(found, work.hands(found), actor()),
    )


@desk.get(f"{ARTICLE}/compare")
@needs(*WORKERS)
def compare(number: int) -> Response:
    """What changed from one revision (`old`) to another (`new`)."""
    found = window.article(number)
    past = {each.id: each for each in work.history(number)}
    old, new = window.whole(request.args.get("old")), window.whole(request.args.get("new"))
    before, after = saved(number, old), saved(number, new)
    blocks = differences.bodies(before.body, after.body)
    return page(
        "desk/compare.html",
        title="比较两个版本",
        crumbs=(*_crumbs(found), Crumb("版本历史", f"/desk/articles/{number}/history")),
        work=found,
        old=past[old],
        new=past[new],
        lines=changed_lines(before, after),
        blocks=differences.folded(blocks),
        summary=differences.summary(blocks),
    )


def changed_lines(before: Content, after: Content) -> list[tuple[str, tuple[differences.Run, ...]]]:
    """The one-line fields, times and kind's fields that differ: (label, runs)."""
    pairs = [(label, _text(before, name), _text(after, name)) for name, label in FIELDS]
    pairs += [(label, _moment(before, n), _moment(after, n)) for n, label in _TIMES]
    return [(label, differences.lines(a, b)) for label, a, b in pairs if a != b]


_TIMES = (("publish_at", "希望的发布时间"), ("expires_at", "过期时间"))


def _text(content: Content, name: str) -> str:
    value = getattr(content, name)
    return value if isinstance(value, str) else "、".join(value)


def _moment(content: Content, name: str) -> str:
    at = getattr(content, name)
    return minute(at) if at else ""


@desk.get(f"{ARTICLE}/changes")
@needs(*WORKERS)
def changes(number: int) -> Response:
    """What the newest revision changes, against what readers see or the one before it."""
    found = window.article(number)
    past = work.history(number)
    if len(past) < 2:
        raise Missing("这篇文章只有一个版本，没有可以比较的。")
    shown = found.live if found.live and found.live != found.revision else past[1].id
    return redirect(f"/desk/articles/{number}/compare?old={shown}&new={found.revision}", 303)


@desk.post(f"{ARTICLE}/restore")
@needs(EDITOR)
def restore(number: int) -> Response:
    """Make an old revision the newest again."""
    editing.restore(number, window.whole(request.form.get("revision")), actor())
    say("已恢复。原来的版本都还在历史里。")
    return redirect(f"/desk/articles/{number}/", 303)


def _crumbs(found: work.Work) -> tuple[Crumb, ...]:
    return LIST, Crumb(found.name, f"/desk/articles/{found.id}/")
