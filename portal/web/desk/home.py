"""The first page of the desk: what waits for this person."""

from werkzeug.wrappers import Response

from portal.roles import EDITOR
from portal.services.workflow import queues, rules
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import WORKERS, page, part


@desk.get("/")
@needs()
def home() -> Response:
    """The queues of this person, and the ways to begin."""
    who = actor()
    return page(
        "desk/home.html",
        title="工作台",
        who=who,
        queues=queues.of(who),
        moves=rules.MOVES,
        writes=who.may(EDITOR),
    )


@desk.get("/queues")
@needs(*WORKERS, passive=True)
def waiting() -> Response:
    """The queues alone, for the page that asks again by itself."""
    who = actor()
    return part("desk/_queues.html", who=who, queues=queues.of(who), moves=rules.MOVES, writes=True)
