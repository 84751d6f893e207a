"""The help page (使用说明): what to do step by step, for the roles of who reads it."""

from werkzeug.wrappers import Response

from portal import checks, plain_body
from portal.queries import accounts
from portal.roles import ADMIN, DUTIES, EDITOR, NAMES, PUBLISHER, REVIEWER, ROLES
from portal.web.desk import desk, help_aids, help_words
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import page


@desk.get("/help")
@needs()
def help_page() -> Response:
    """Steps by role, keys, marks, the desk's aids, the checks, and whom to ask."""
    who = actor()
    return page(
        "desk/help.html",
        title="使用说明",
        roles=[(r, NAMES[r], DUTIES[r], help_words.TASKS[r]) for r in ROLES if who.may(r)],
        writes=who.may(EDITOR),
        reads_checks=who.may(EDITOR, REVIEWER, PUBLISHER),
        keys=help_aids.KEYS,
        marks=plain_body.HELP,
        aids=help_aids.AIDS,
        pieces=help_words.pieces,
        stops=[check.why for check in checks.CHECKS if check.level == checks.STOP],
        advice=[check.why for check in checks.CHECKS if check.level == checks.ADVICE],
        admins=[each.display for each in accounts.people() if each.active and ADMIN in each.roles],
    )
