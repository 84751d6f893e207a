"""Choosing from the media library: a list for dialogs, and the same as a page with numbers."""

from collections.abc import Mapping
from typing import Any

from flask import redirect
from htmx_flask import request
from werkzeug.wrappers import Response

from portal import media_store
from portal.errors import Refused
from portal.queries import library as shelves
from portal.queries.library import KINDS
from portal.queries.limits import limits
from portal.roles import EDITOR, PUBLISHER, REVIEWER
from portal.services import library
from portal.services.library import KEEPERS
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.media_shelf import shelf
from portal.web.desk.pages import Crumb, page, part
from portal.web.frame import settings

PATH = "/desk/media/pick"
ACCEPT = {
    "image": "image/*",
    "video": "video/mp4,video/webm",
    "captions": ".vtt,.srt",
    "attachment": ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.ofd",
}
"""What a browser's window for files shows of each kind; the content is judged when it is here."""


@desk.get("/media/pick")
@needs(EDITOR, REVIEWER, PUBLISHER)
def media_pick() -> Response:
    """Files of one kind to choose from."""
    return _list(request.args)


@desk.post("/media/pick")
@needs(EDITOR, PUBLISHER, upload=True)
def media_pick_upload() -> Response:
    """Take one new file with its words, and show the list with it chosen."""
    typed = request.form
    try:
        number = _take(typed)
    except Refused as refused:
        return _refused(typed, refused)
    kind = typed.get("kind", "")
    if not request.htmx:
        return redirect(f"{PATH}?kind={kind if kind in KINDS else ''}&selected={number}", 303)
    return _list({"kind": kind, "several": typed.get("several", ""), "selected": str(number)})


def _take(typed: Mapping[str, str]) -> int:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Refused("请先选择文件。")
    added = library.add_described(
        settings().media,
        file.stream,
        file.filename,
        alt=typed.get("alt", ""),
        decorative="decorative" in typed,
        kind=typed.get("kind", ""),
        by=actor(),
    )
    number: int = added.id
    return number


def _refused(typed: Mapping[str, str], refused: Refused) -> Response:
    """Words alone for a dialog, where the chosen file stays; the page again without scripts."""
    facts = {"error": refused.sentence, "wrong": refused.field or "file"}
    if request.htmx:
        response = part("desk/_pick_error.html", status=422, **facts)
        response.headers |= {"HX-Retarget": "#pick-error", "HX-Reswap": "outerHTML"}
        return response
    if request.files.get("file"):  # no browser keeps a chosen file from one page to the next
        facts["error"] += "请重新选择文件。"
    return _list(typed, 422, typed=typed, **facts)


def _list(
    asked: Mapping[str, str],
    status: int = 200,
    typed: Mapping[str, str] | None = None,
    error: str = "",
    wrong: str = "",
) -> Response:
    facts = {**_found(asked), "typed": typed or {}, "error": error, "wrong": wrong}
    facts["is_dialog"] = bool(request.htmx)
    if request.htmx:
        return part("desk/_media_pick.html", status=status, **facts)
    title = f"从媒体库查{facts['noun']}编号"
    crumbs = (Crumb("媒体库", "/desk/media/"),)
    return page("desk/media_pick.html", status, title=title, crumbs=crumbs, **facts)


def _found(asked: Mapping[str, str]) -> dict[str, Any]:
    """The page of the list that was asked for, a new file before it."""
    by, kind, several = actor(), asked.get("kind", ""), asked.get("several", "")
    found = shelf(asked, PATH, by, 12, current=True, several=several)
    number = asked.get("selected", "")
    selected = shelves.cards([int(number)]) if number.isdecimal() and len(number) < 10 else []
    return {
        "shelf": found,
        "cards": [*selected, *(each for each in found.cards if each not in selected)],
        "selected": selected,
        "several": several,
        "kind": kind,
        "noun": KINDS.get(kind, "文件"),
        "keeps": by.may(*KEEPERS),
        **_taken(kind),
    }


def _taken(kind: str) -> dict[str, Any]:
    """What the form for a new file asks for: suffixes, words, megabytes."""
    most = {**media_store.LIMITS, **limits().by_kind()}
    return {
        "accept": ACCEPT.get(kind, ""),
        "taken": media_store.TAKEN.get(kind, ""),
        "most_mb": most[kind] // media_store.MEGABYTE if kind in most else None,
    }
