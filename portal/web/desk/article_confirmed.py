"""A second person looks at what was hidden in a legal document, beside its original, and confirms."""

from flask import redirect
from werkzeug.wrappers import Response

from portal import differences, kinds
from portal.errors import Forbidden, Missing, Overtaken, PortalError, Refused
from portal.privacy import KINDS
from portal.queries import anonymising, work
from portal.roles import PUBLISHER, REVIEWER
from portal.services.anonymising import guard, originals
from portal.services.content import saved
from portal.services.workflow import moves, rules
from portal.web.desk import desk, window
from portal.web.desk.article_moves import revision_asked
from portal.web.desk.articles import ARTICLE, LIST, WORKERS, status
from portal.web.desk.changed import changed
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say


@desk.get(f"{ARTICLE}/anonymised")
@needs(*WORKERS)
def anonymised(number: int) -> Response:
    """The newest revision of a legal document beside its original."""
    return _shown(number)


@desk.post(f"{ARTICLE}/confirm")
@needs(REVIEWER, PUBLISHER)
def confirm(number: int) -> Response:
    """确认隐名处理."""
    try:
        moves.confirm(number, revision_asked(), actor())
    except (Refused, Forbidden, Overtaken) as error:
        return _shown(number, error)
    say("已确认这一版的隐名处理，可以审核和发布了。")
    return redirect(f"/desk/articles/{number}/", 303)


def _shown(number: int, fault: PortalError | None = None) -> Response:
    found = window.article(number)
    kind = kinds.by_key(found.kind)
    if not kind.anonymised or not found.revision:
        raise Missing("这篇文章没有做过隐名处理。")
    hands = work.hands(found)
    if not actor().may(REVIEWER, PUBLISHER) and actor().id not in hands.own:
        raise Forbidden("文书的原文只给写这篇文书的人，以及审核、签发的同事看。")
    handled = anonymising.handled(number)
    now = saved(number, found.revision)
    before = originals.unpacked(handled.original) if handled and handled.original else None
    return page(
        "desk/article_anonymised.html",
        status(fault),
        title="看隐名处理",
        crumbs=(LIST, Crumb(found.name, f"/desk/articles/{number}/")),
        work=found,
        handled=handled,
        kinds=KINDS,
        confirmed=anonymising.confirmed(found.revision),
        has_original=before is not None,
        left=guard.left(now, handled.kept if handled else ()),
        lines=changed(kind, before, now) if before else [],
        blocks=differences.bodies(before.body if before else now.body, now.body),
        can_confirm="confirm" in rules.allowed(found, hands, actor()),
        wrote=actor().id in hands.writers,
        fault=fault.sentence if fault else "",
    )
