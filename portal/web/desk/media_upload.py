"""Uploading to the media library, many files at once, and the words for each new picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import redirect
from htmx_flask import request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.wrappers import Response

from portal.errors import Refused
from portal.queries import library as shelves
from portal.queries.library import Card
from portal.queries.limits import limits
from portal.roles import EDITOR, PUBLISHER
from portal.services import library
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, part, say
from portal.web.desk.window import whole
from portal.web.frame import settings

CRUMBS = (Crumb("媒体库", "/desk/media/"),)
MOST = 200
"""Files of one form."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file: its number, or a sentence that says why there is none."""

    name: str
    number: int = 0
    is_new: bool = False
    refused: str = ""


@dataclass(frozen=True)
class Row:
    """One file on the page where pictures get their words, as typed so far."""

    card: Card
    alt: str
    decorative: bool
    note: str = ""
    error: str = ""


@desk.get("/media/upload")
@needs(EDITOR, PUBLISHER)
def media_upload() -> Response:
    """The form for files."""
    return _form()


@desk.post("/media/upload")
@needs(EDITOR, PUBLISHER, upload=True)
def media_uploaded() -> Response:
    """Take the files one after another; one that is refused does not lose the others."""
    files = [each for each in request.files.getlist("files") if each.filename]
    outcomes = [_take(each) for each in files[:MOST]]
    if request.htmx:
        return _one_by_one(outcomes)
    if not files:
        return _form("请先选择文件，再点“上传”。", 422)
    if len(files) > MOST:
        say(f"一次最多上传 {MOST} 个文件，后面 {len(files) - MOST} 个没有上传，请再上传一次。")
    return _together(outcomes)


@desk.get("/media/describe")
@needs(EDITOR, PUBLISHER)
def media_describe() -> Response:
    """Write the words for several new pictures."""
    return _describing(_rows(_numbers(request.args)))


@desk.post("/media/describe")
@needs(EDITOR, PUBLISHER)
def media_described() -> Response:
    """Keep the words that are good and ask again for the others."""
    typed = [
        Row(card, request.form.get(f"alt-{card.id}", ""), f"decorative-{card.id}" in request.form)
        for card in shelves.cards(_numbers(request.form))
        if card.kind == "image"
    ]
    rows = [_described(row) for row in typed]
    if any(row.error for row in rows):
        return _describing([row for row in rows if row.error], 422)
    say(f"{len(rows)} 张图片的说明已经保存。")
    return redirect("/desk/media/", 303)


def _numbers(asked: "MultiDict[str, str]") -> list[int]:
    return [whole(each) for each in asked.getlist("id")]


def _take(file: FileStorage) -> Outcome:
    name = library.shown_name(file.filename or "")
    try:
        added = library.add(settings().media, file.stream, name, by=actor())
        return Outcome(name, added.media.id, added.is_new)
    except Refused as refused:
        return Outcome(name, refused=refused.sentence)
    finally:
        file.close()


def _described(row: Row) -> Row:
    try:
        library.describe(row.card.id, alt=row.alt, decorative=row.decorative, by=actor())
    except Refused as refused:
        return Row(row.card, row.alt, row.decorative, error=refused.sentence)
    return row


def _one_by_one(outcomes: Sequence[Outcome]) -> Response:
    """For the page's script, which sends one file at a time."""
    refused = [each.refused for each in outcomes if each.refused]
    return part(
        "desk/_media_uploaded.html",
        status=422 if refused or not outcomes else 200,
        rows=_rows([each.number for each in outcomes if each.number], outcomes),
        refused=refused or ([] if outcomes else ["没有收到文件，请再试一次。"]),
    )


def _together(outcomes: Sequence[Outcome]) -> Response:
    numbers = dict.fromkeys(each.number for each in outcomes if each.number)
    refused = [each.refused for each in outcomes if each.refused]
    if refused:
        return _describing(_rows(list(numbers), outcomes), 422, refused)
    say(_summary(outcomes))
    return redirect(f"/desk/media/describe?{urlencode([('id', n) for n in numbers])}", 303)


def _summary(outcomes: Sequence[Outcome]) -> str:
    new = sum(each.is_new for each in outcomes)
    again = len(outcomes) - new
    parts = [f"上传了 {new} 个文件"] if new else []
    parts += [f"{again} 个早就在媒体库里，没有重复保存"] if again else []
    return "，".join(parts) + "。"


def _rows(numbers: Sequence[int], outcomes: Sequence[Outcome] = ()) -> list[Row]:
    known = {each.number for each in outcomes if each.number and not each.is_new}
    again = "媒体库里早就有这个文件，没有重复保存。"
    return [
        Row(card, card.alt, card.decorative, again if card.id in known else "")
        for card in shelves.cards(numbers[:MOST])
    ]


def _form(sentence: str = "", status: int = 200) -> Response:
    return page(
        "desk/media_upload.html",
        status,
        title="上传文件",
        crumbs=CRUMBS,
        limits=limits(),
        sentence=sentence,
        rows=[],
        refused=[],
    )


def _describing(rows: list[Row], status: int = 200, refused: Sequence[str] = ()) -> Response:
    return page(
        "desk/media_describe.html",
        status,
        title="给图片写替代文字",
        crumbs=CRUMBS,
        rows=rows,
        refused=refused,
    )
