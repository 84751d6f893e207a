"""Two people saved at once: both versions side by side, and neither is lost."""

from dataclasses import replace

from flask import redirect
from werkzeug.wrappers import Response

from portal import differences
from portal.queries import past
from portal.services import drafts
from portal.services.content import checked, saved
from portal.web.desk import window
from portal.web.desk.articles import LIST
from portal.web.desk.changed import changed
from portal.web.desk.guards import actor
from portal.web.desk.pages import Crumb, page, say
from portal.web.desk.window import Window


def conflict(sent: Window) -> Response:
    """What this window holds beside what somebody has saved; 409, nothing stored but its draft.

    When both say the same there is nothing to choose.
    """
    newest = window.article(sent.work.id)
    theirs = saved(newest.id, newest.revision)
    mine = checked(sent.kind, sent.content(), complete=False)
    if mine == theirs:
        drafts.drop(sent.token, actor())
        say("已保存。")
        return redirect(f"/desk/articles/{newest.id}/edit", 303)
    return page(
        "desk/article_conflict.html",
        409,
        title="这份文书已经发布" if sent.sealed else "这篇文章刚刚有了新的版本",
        crumbs=(LIST, Crumb(newest.name, f"/desk/articles/{newest.id}/")),
        shown=replace(sent, based_on=newest.revision),
        lines=changed(sent.kind, theirs, mine),
        blocks=differences.bodies(theirs.body, mine.body),
        work=newest,
        whose=_whose(newest.id),
    )


def _whose(article: int) -> str:
    """Who saved the newest revision, in the words of the page."""
    by = past.history(article)[0].person
    return "您在另一个窗口" if by == actor().name else by or "同事"
