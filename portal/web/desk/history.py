"""The history of an article: its revisions, what changed between two, and going back to one."""

from flask import redirect, request
from werkzeug.wrappers import Response

from portal import differences, kinds
from portal.errors import Missing
from portal.queries import past, work
from portal.roles import EDITOR
from portal.services import editing
from portal.services.content import saved
from portal.services.workflow import rules
from portal.web.desk import desk, window
from portal.web.desk.articles import ARTICLE, LIST, WORKERS
from portal.web.desk.changed import changed
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say


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
        past=past.history(number),
        anonymised=kinds.by_key(found.kind).anonymised,
        states=rules.STATES,
        can_write="write" in rules.allowed(found, work.hands(found), actor()),
    )


@desk.get(f"{ARTICLE}/compare")
@needs(*WORKERS)
def compare(number: int) -> Response:
    """What changed from one revision (`old`) to another (`new`)."""
    found = window.article(number)
    versions = {each.id: each for each in past.history(number)}
    old, new = window.whole(request.args.get("old")), window.whole(request.args.get("new"))
    before, after = saved(number, old), saved(number, new)
    blocks = differences.bodies(before.body, after.body)
    return page(
        "desk/compare.html",
        title="比较两个版本",
        crumbs=(*_crumbs(found), Crumb("版本历史", f"/desk/articles/{number}/history")),
        work=found,
        old=versions[old],
        new=versions[new],
        lines=changed(kinds.by_key(found.kind), before, after),
        blocks=differences.folded(blocks),
        summary=differences.summary(blocks),
    )


@desk.get(f"{ARTICLE}/changes")
@needs(*WORKERS)
def changes(number: int) -> Response:
    """What the newest revision changes, against what readers see or the one before it."""
    found = window.article(number)
    versions = past.history(number)
    if len(versions) < 2:
        raise Missing("这篇文章只有一个版本，没有可以比较的。")
    shown = found.live if found.live and found.live != found.revision else versions[1].id
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
