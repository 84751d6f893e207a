"""Writing an article: its form, and the buttons of the form."""

from collections.abc import Callable

from flask import redirect, request
from werkzeug.wrappers import Response

from portal import checks, plain_body
from portal.checks import Finding
from portal.errors import Overtaken, Refused
from portal.queries import site, work
from portal.roles import EDITOR
from portal.services import drafts, editing, inspection
from portal.services.inspection import Stopped
from portal.services.workflow import moves, rules
from portal.times import now
from portal.web.desk import desk, media_rows, window
from portal.web.desk.article_conflict import conflict
from portal.web.desk.article_form import DETAIL, form_of, pairs_of
from portal.web.desk.articles import ARTICLE, LIST
from portal.web.desk.editor_config import editor_config
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say
from portal.web.desk.window import Window


@desk.get(f"{ARTICLE}/edit")
@needs(EDITOR)
def edit_article(number: int) -> Response:
    """The form of an article, with what this person has not saved yet."""
    found = window.article(number)
    rules.find("write", found, work.hands(found), actor())
    drafts.arrive(number, actor())
    return form_page(window.opened(found, actor().id, site.site().name))


def form_page(
    shown: Window,
    status: int = 200,
    fault: Refused | None = None,
    findings: list[Finding] | None = None,
) -> Response:
    """The form of a window; `fault` is what a service refused, `findings` what the checks found."""
    form = form_of(shown.kind, shown.pairs)
    form.validate()
    if fault:
        form.blame(fault)
    if status == 200:
        form.pardon()
    return page(
        "desk/article_edit.html",
        status,
        title=f"编辑：{shown.work.name}",
        crumbs=(LIST, Crumb(shown.work.name, f"/desk/articles/{shown.work.id}/")),
        shown=shown,
        form=form,
        body=window.body(shown),
        details=[(field, form[DETAIL + field.key]) for field in shown.kind.fields],
        media=[(f, media_rows.chosen(f, shown.pairs)) for f in media_rows.fields(shown.kind)],
        editor=editor_config,
        help=plain_body.HELP,
        wrong_media=fault.sentence if fault and fault.field in media_rows.FIELDS else "",
        fault_field=fault.field if fault else "",
        others=work.present(shown.work.id, actor().id, now()),
        findings=fault.findings if isinstance(fault, Stopped) else findings,
    )


@desk.post(f"{ARTICLE}/edit")
@needs(EDITOR)
def write_article(number: int) -> Response:
    """One of the buttons of the form."""
    sent = window.posted(window.article(number))
    act = request.form.get("act", "save")
    verb = act.split(":")[0]
    button = BUTTONS.get(verb)
    try:
        if button:
            return button(sent)
        return _shown_again(_changed(sent, act), act)
    except Overtaken:
        return conflict(kept(sent))
    except Refused as error:
        return form_page(sent, 422, error)


def _save(sent: Window) -> Response:
    saved(sent)
    say("已保存。确认无误后，可以送审。")
    return redirect(f"/desk/articles/{sent.work.id}/edit", 303)


def _submit(sent: Window) -> Response:
    revision = saved(sent)
    try:
        moves.submit(sent.work.id, revision, actor())
    except Stopped as error:
        fresh = window.article(sent.work.id)
        return form_page(window.from_revision(fresh, revision, ""), 422, error)
    say("已送审。审核的同事会在工作台里看到它。")
    return redirect(f"/desk/articles/{sent.work.id}/", 303)


def _preview(sent: Window) -> Response:
    keeping = kept(sent)
    return redirect(f"/desk/articles/{sent.work.id}/preview?draft={keeping.token}", 303)


def _discard(sent: Window) -> Response:
    drafts.drop(sent.token, actor())
    say("没有保存的改动已经放弃。")
    return redirect(f"/desk/articles/{sent.work.id}/edit", 303)


def _overwrite(sent: Window) -> Response:
    newest = window.article(sent.work.id).revision
    editing.save(sent.work.id, sent.content(), newest, actor(), sent.token)
    say("已按您的内容保存。同事的版本在“版本历史”里。")
    return redirect(f"/desk/articles/{sent.work.id}/edit", 303)


def _keep_theirs(sent: Window) -> Response:
    newest = window.article(sent.work.id).revision
    editing.keep_both(sent.work.id, sent.content(), newest, actor(), sent.token)
    say("已采用同事的版本。您的内容也存进了“版本历史”。")
    return redirect(f"/desk/articles/{sent.work.id}/edit", 303)


BUTTONS: dict[str, Callable[[Window], Response]] = {
    "save": _save,
    "submit": _submit,
    "preview": _preview,
    "discard": _discard,
    "overwrite": _overwrite,
    "keep-theirs": _keep_theirs,
}
"""The values of the form's `act` that do something besides changing what the form shows."""


def _shown_again(changed: Window, act: str) -> Response:
    """The form after a button that only changes what it shows."""
    asked = act == "check" or act.startswith("repair:")
    return form_page(
        changed,
        findings=inspection.findings(changed.work.kind, changed.content()) if asked else None,
    )


def _changed(sent: Window, act: str) -> Window:
    """The window after a button that only changes what it holds."""
    if act.startswith("media-"):
        pairs = media_rows.acted(sent.kind, sent.pairs, act)
    elif act.startswith("repair:"):
        pairs = _repaired(sent, act.removeprefix("repair:"))
    else:
        pairs = sent.pairs
    return Window(**{**vars(sent), "pairs": pairs})


def _repaired(sent: Window, key: str) -> list[tuple[str, str]]:
    content = sent.content()
    draft = checks.repaired(inspection.draft(sent.work.kind, content), key)
    return pairs_of(inspection.applied(content, draft))


def saved(sent: Window) -> int:
    """Save a window as a revision; its id."""
    form = form_of(sent.kind, sent.pairs)
    if not form.validate():
        raise Refused("有内容还不能保存，请先改正。")
    return editing.save(sent.work.id, sent.content(), sent.based_on, actor(), sent.token)


def kept(sent: Window) -> Window:
    """Keep a window as a draft, and go on with it."""
    done = drafts.keep(
        sent.work.id, sent.token, sent.version, sent.based_on or None, sent.to_keep(), actor()
    )
    return Window(**{**vars(sent), "token": done.token, "version": done.version})
