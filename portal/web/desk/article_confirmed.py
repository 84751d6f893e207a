"""A second person looks at what was hidden in a legal document, beside its original, and confirms."""

from typing import Any

from flask import redirect, request
from werkzeug.wrappers import Response

from portal import differences, kinds
from portal.errors import Forbidden, Missing, Overtaken, PortalError, Refused
from portal.privacy import KINDS
from portal.queries import anonymising, media, work
from portal.queries.anonymising import Handled
from portal.queries.work import Work
from portal.roles import EDITOR, PUBLISHER, REVIEWER
from portal.services import drafts
from portal.services.anonymising import guard, originals
from portal.services.anonymising.attachments import looked_into
from portal.services.anonymising.sheet import sheet
from portal.services.anonymising.telling import standing
from portal.services.content import saved
from portal.services.workflow import moves, rules
from portal.web.desk import desk, window
from portal.web.desk.article_form import pairs_of
from portal.web.desk.article_moves import revision_asked
from portal.web.desk.articles import ARTICLE, LIST, WORKERS, status
from portal.web.desk.changed import changed
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say
from portal.web.frame import settings

LOOK = "请先打开下面的每个附件和图片，看里面有没有姓名、号码，然后勾选“都打开看过”。"


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
        if media.uses(revision_asked()) and "looked" not in request.form:
            raise Refused(LOOK, "looked")
        moves.confirm(number, revision_asked(), actor())
    except (Refused, Forbidden, Overtaken) as error:
        return _shown(number, error)
    say("已确认这一版的隐名处理，可以审核和发布了。")
    return redirect(f"/desk/articles/{number}/", 303)


@desk.post(f"{ARTICLE}/redo")
@needs(EDITOR)
def redo(number: int) -> Response:
    """Take the original up again as one's own draft, and anonymise it anew."""
    found = window.article(number)
    rules.find("write", found, work.hands(found), actor())
    handled = anonymising.handled(number)
    if not handled or not handled.original:
        raise Missing("原文没有保存在这里，或者已经销毁，请从Word文档重新开始。")
    pairs = pairs_of(originals.unpacked(handled.original))
    draft = drafts.keep(number, "", 0, found.revision, pairs, actor())
    say("这是原文。请重新核对每一处；按这样保存以后，新的一版代替原来的隐名结果。")
    return redirect(f"/desk/articles/{number}/anonymise?draft={draft.token}", 303)


def _shown(number: int, fault: PortalError | None = None) -> Response:
    found = window.article(number)
    if not kinds.by_key(found.kind).anonymised or not found.revision:
        raise Missing("这篇文章没有做过隐名处理。")
    hands = work.hands(found)
    if not actor().may(REVIEWER, PUBLISHER) and actor().id not in hands.own:
        raise Forbidden("文书的原文只给写这篇文书的人，以及审核、签发的同事看。")
    handled = anonymising.handled(number)
    return page(
        "desk/article_anonymised.html",
        status(fault),
        title="看隐名处理",
        crumbs=(LIST, Crumb(found.name, f"/desk/articles/{number}/")),
        work=found,
        handled=handled,
        kinds=KINDS,
        confirmed=anonymising.confirmed(found.revision),
        allowed=rules.allowed(found, hands, actor()),
        wrote=actor().id in hands.writers,
        fault=fault.sentence if fault else "",
        **_compared(found, handled),
    )


def _compared(found: Work, handled: Handled | None) -> dict[str, Any]:
    """The newest revision beside its original, and what in it people have to judge."""
    now = saved(found.id, found.revision)
    before = originals.unpacked(handled.original) if handled and handled.original else None
    return {
        "has_original": before is not None,
        "left": guard.left(now, handled.kept if handled else ()),
        "standing": standing(sheet(now).text),
        "files": looked_into(settings().media, media.uses(found.revision)),
        "lines": changed(kinds.by_key(found.kind), before, now) if before else [],
        "blocks": differences.bodies(before.body if before else now.body, now.body),
    }
