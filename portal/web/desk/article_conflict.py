"""Two people saved at once: both versions side by side, and neither is lost."""

from werkzeug.wrappers import Response

from portal import differences
from portal.services.content import checked, saved
from portal.web.desk import window
from portal.web.desk.articles import LIST
from portal.web.desk.changed import changed
from portal.web.desk.pages import Crumb, page
from portal.web.desk.window import Window


def conflict(sent: Window) -> Response:
    """What this window holds beside what a colleague has saved; 409, nothing stored but a draft."""
    newest = window.article(sent.work.id)
    theirs = saved(newest.id, newest.revision)
    mine = checked(sent.kind, sent.content(), complete=False)
    return page(
        "desk/article_conflict.html",
        409,
        title="同事刚刚保存了新的版本",
        crumbs=(LIST, Crumb(newest.name, f"/desk/articles/{newest.id}/")),
        shown=Window(**{**vars(sent), "based_on": newest.revision}),
        lines=changed(sent.kind, theirs, mine),
        blocks=differences.bodies(theirs.body, mine.body),
        work=newest,
    )
