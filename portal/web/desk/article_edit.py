"""The page with an article's form."""

from typing import Any

from flask import request
from werkzeug.wrappers import Response

from portal import plain_body
from portal.checks import Finding
from portal.errors import PortalError, Refused
from portal.queries import past, site, work
from portal.roles import EDITOR
from portal.services import drafts
from portal.services.inspection import Stopped
from portal.services.workflow import rules
from portal.text import excerpt
from portal.times import now
from portal.web.desk import desk, findings, media_rows, window
from portal.web.desk.article_form import DETAIL, ArticleForm, Unready, form_of
from portal.web.desk.articles import ARTICLE, LIST
from portal.web.desk.editor_config import editor_config
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page
from portal.web.desk.window import Window


@desk.get(f"{ARTICLE}/edit")
@needs(EDITOR)
def edit_article(number: int) -> Response:
    """The form of an article, with what this person has not saved yet."""
    found = window.article(number)
    rules.find("write", found, work.hands(found), actor())
    drafts.arrive(number, actor())
    mine = window.unsaved(found, actor().id)
    return form_page(
        window.opened(found, mine, site.site().name, request.args.get("draft", "")), mine=mine
    )


def form_page(
    shown: Window,
    status: int = 200,
    fault: PortalError | None = None,
    *,
    found: list[Finding] | None = None,
    mended: str = "",
    merging: bool = False,
    mine: list[work.Unsaved] | None = None,
) -> Response:
    """The form of a window.

    `fault` is what a service refused, `found` what the checks found, `mended` the repair that was
    just made; `merging` says that a colleague's revision is to be looked at beside it; `mine` are
    this person's unsaved drafts, if they are known already.
    """
    return page(
        "desk/article_edit.html",
        status,
        title=f"编辑：{excerpt(shown.work.name, 40)}",
        crumbs=(LIST, Crumb(shown.work.name, f"/desk/articles/{shown.work.id}/")),
        shown=shown,
        barred="" if fault is None or isinstance(fault, Refused) else fault.sentence,
        wrong=_wrong_media(fault),
        findings=fault.findings if isinstance(fault, Stopped) else found,
        mended=mended,
        newest=shown.work if merging else None,
        **_controls(shown, fault if status != 200 else None),
        **_surroundings(shown, mine),
    )


def _controls(shown: Window, fault: PortalError | None) -> dict[str, Any]:
    """The form itself and what its fields show; nothing is wrong with a form nobody has sent."""
    form = form_of(shown.kind, shown.pairs)
    form.validate()
    if fault is None:
        form.pardon()
    elif isinstance(fault, Refused) and not isinstance(fault, Unready):
        _blame(form, shown, fault)
    return {
        "form": form,
        "body": window.body(shown),
        "details": [(field, form[DETAIL + field.key]) for field in shown.kind.fields],
        "media": [(f, media_rows.chosen(f, shown.pairs)) for f in media_rows.fields(shown.kind)],
        "editor": editor_config,
        "help": plain_body.HELP,
        "anchor": findings.anchor,
    }


def _surroundings(shown: Window, mine: list[work.Unsaved] | None) -> dict[str, Any]:
    """Who else is here, what else is unsaved, what a reviewer said, where it may go."""
    who, article = actor(), shown.work
    mine = window.unsaved(article, who.id) if mine is None else mine
    return {
        "elsewhere": [kept for kept in mine if kept.token != shown.token],
        "others": work.present(article.id, who.id, now()),
        "doubt": _doubt(article.id),
        "can_move": "move" in rules.allowed(article, work.hands(article), who),
    }


def _blame(form: ArticleForm, shown: Window, fault: Refused) -> None:
    """Show what was refused at its field, whatever a service calls it."""
    if isinstance(fault, Stopped):
        stops = [each for each in fault.findings if each.level == "stop"]
        form.elsewhere = [(findings.anchor(each.field), each.sentence) for each in stops]
    elif fault.field in media_rows.FIELDS:
        form.elsewhere = [(fault.field, fault.sentence)]
    else:
        is_own = fault.field in {field.key for field in shown.kind.fields}
        form.blame(Refused(fault.sentence, DETAIL + fault.field if is_own else fault.field))


def _doubt(number: int) -> past.Said | None:
    """Why the article was returned, until it is submitted again."""
    steps = [each for each in past.conversation(number) if each.move in ("return", "submit")]
    return steps[-1] if steps and steps[-1].move == "return" else None


def _wrong_media(fault: PortalError | None) -> dict[str, str]:
    """What is wrong with a media field: role → sentence."""
    if isinstance(fault, Refused) and fault.field in media_rows.FIELDS:
        return {fault.field: fault.sentence}
    return {}
