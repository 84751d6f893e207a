"""The buttons of an article's form; none of them loses what was typed."""

from collections.abc import Callable
from dataclasses import replace

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.errors import Forbidden, Overtaken, PortalError, Refused
from portal.queries import work
from portal.roles import EDITOR
from portal.services import drafts, editing, inspection
from portal.services.anonymising.guard import Unhidden
from portal.services.content import Content, checked
from portal.services.workflow import moves, rules
from portal.web.desk import desk, findings, media_rows, window
from portal.web.desk.article_conflict import conflict
from portal.web.desk.article_edit import form_page
from portal.web.desk.article_form import Unready, form_of, pairs_of
from portal.web.desk.article_gone import gone
from portal.web.desk.article_keeping import kept, offered
from portal.web.desk.articles import ARTICLE, overview
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import say
from portal.web.desk.window import Window
from portal.web.errors import STATUS


@desk.post(f"{ARTICLE}/edit")
@needs(EDITOR)
def write_article(number: int) -> Response:
    """One of the buttons of the form."""
    found = work.work(number)
    if found is None:
        return gone(request.form)
    sent = window.posted(found)
    try:
        return _pressed(sent, request.form.get("act", "save"))
    except Refused as error:
        return form_page(_safe(sent), 422, error)


def _safe(sent: Window) -> Window:
    """What was refused, kept as a draft: whoever goes away to mend something finds it again."""
    try:
        return offered(sent)
    except PortalError:  # too long, or no longer theirs: then it is on the page alone
        return sent


def _pressed(sent: Window, act: str) -> Response:
    verb, _, target = act.partition(":")
    if verb in _COMPLETE:
        sent = replace(sent, pairs=media_rows.completed(sent.kind, sent.pairs))
    try:
        drafts.stop_sealed(sent.work, sent.token, sent.based_on, actor())
        if verb in BUTTONS:
            return BUTTONS[verb](sent)
        if verb == "repair":
            return _repair(sent, target)
        if verb.startswith("media-"):
            return _media(sent, act)
        return form_page(kept(sent))
    except Unhidden as error:
        say(error.sentence)
        return _anonymise(sent)
    except (Forbidden, Overtaken) as error:
        return _barred(sent, error)


def _barred(sent: Window, error: PortalError) -> Response:
    """Somebody was faster: both versions side by side, or the form with the reason."""
    fresh = window.article(sent.work.id)
    if "write" in rules.allowed(fresh, work.hands(fresh), actor()):
        return conflict(offered(sent))
    return form_page(replace(sent, work=fresh), STATUS[type(error)], error)


def _save(sent: Window) -> Response:
    saved(sent)
    say("已保存。确认无误后，可以送审。")
    return redirect(f"/desk/articles/{sent.work.id}/edit", 303)


def _submit(sent: Window) -> Response:
    number, revision = sent.work.id, saved(sent)
    try:
        moves.submit(number, revision, actor())
    except Refused as error:
        fresh = window.from_revision(window.article(number), revision, "")
        return form_page(fresh, 422, error)
    except (Forbidden, Overtaken) as error:
        return overview(number, error)
    drafts.leave(number, actor())
    say("已送审。审核的同事会在工作台里看到它。")
    return redirect(f"/desk/articles/{number}/", 303)


def _preview(sent: Window) -> Response:
    keeping = kept(sent)
    checked(sent.kind, _ready(sent), complete=False)
    return redirect(f"/desk/articles/{sent.work.id}/preview?draft={keeping.token}", 303)


def _discard(sent: Window) -> Response:
    keeping = kept(sent)
    return redirect(f"/desk/articles/{sent.work.id}/discard?draft={keeping.token}", 303)


def _anonymise(sent: Window) -> Response:
    """Go on with hiding what an original tells, in a draft that begins from this window."""
    _ready(sent)
    going_on = kept(replace(sent, token="", version=0))
    drafts.drop(sent.token, actor())
    return redirect(f"/desk/articles/{sent.work.id}/anonymise?draft={going_on.token}", 303)


def _check(sent: Window) -> Response:
    found = inspection.findings(sent.work.kind, sent.content())
    return form_page(kept(sent), found=found)


def _merge(sent: Window) -> Response:
    """Go on with one's own text from the colleague's revision, in a draft that says so."""
    going_on = kept(replace(sent, token="", version=0))
    drafts.drop(sent.token, actor())
    return form_page(going_on, merging=True)


def _overwrite(sent: Window) -> Response:
    saved(sent)
    say("已按您的内容保存。同事的版本在“版本历史”里。")
    return redirect(f"/desk/articles/{sent.work.id}/edit", 303)


def _keep_theirs(sent: Window) -> Response:
    if sent.kind.anonymised:
        _let_go(sent)
    else:
        editing.keep_both(sent.work.id, _ready(sent), sent.based_on, actor(), sent.token)
        say("已采用同事的版本。您的内容也存进了“版本历史”。")
    return redirect(f"/desk/articles/{sent.work.id}/edit", 303)


def _let_go(sent: Window) -> None:
    """Give one's own text up for the newest revision: what may be an original enters no history."""
    if sent.based_on != sent.work.revision:
        raise Overtaken("同事又保存了新的版本，请再看一遍，然后选择。")
    drafts.drop(sent.token, actor())
    say(f"已采用第 {sent.work.number} 版。您的内容没有保存。")


BUTTONS: dict[str, Callable[[Window], Response]] = {
    "save": _save,
    "submit": _submit,
    "preview": _preview,
    "discard": _discard,
    "check": _check,
    "anonymise": _anonymise,
    "merge": _merge,
    "overwrite": _overwrite,
    "keep-theirs": _keep_theirs,
}
"""The values of the form's `act` that stand alone; those of media fields and repairs say more."""
_COMPLETE = ("save", "submit", "preview", "check", "anonymise")
"""Those that take over numbers of media that were typed without a press on 添加."""


def _repair(sent: Window, target: str) -> Response:
    content, done = findings.repaired(sent.work.kind, sent.content(), target)
    now = kept(replace(sent, pairs=pairs_of(content)))
    found = inspection.findings(sent.work.kind, content)
    return form_page(now, found=found, mended=done.repair)


def _media(sent: Window, act: str) -> Response:
    """A button of a media field, without scripts: back to that field."""
    going_on = kept(replace(sent, pairs=media_rows.acted(sent.kind, sent.pairs, act)))
    role = act.split(":")[1] if ":" in act else ""
    place = f"#{role}" if role in media_rows.FIELDS else ""
    return redirect(f"/desk/articles/{sent.work.id}/edit?draft={going_on.token}{place}", 303)


def saved(sent: Window) -> int:
    """Save a window as a revision; its id."""
    return editing.save(sent.work.id, _ready(sent), sent.based_on, actor(), sent.token)


def _ready(sent: Window) -> Content:
    """What the window says, when every field can be saved."""
    if not form_of(sent.kind, sent.pairs).validate():
        raise Unready("有内容还不能保存，请先改正。")
    return sent.content()
