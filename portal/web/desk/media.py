"""The media library at the desk: its shelves, and one file with where it is used."""

from flask import redirect
from htmx_flask import request
from werkzeug.wrappers import Response

from portal import media_store
from portal.errors import Missing, Refused
from portal.queries import library as shelves
from portal.queries.library import KINDS, Card
from portal.queries.media_uses import where_mentioned, where_used
from portal.roles import EDITOR, PUBLISHER, REVIEWER
from portal.services import library
from portal.services.library import KEEPERS
from portal.services.workflow.rules import STATES
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.media_forms import MediaForm, ReplaceForm
from portal.web.desk.media_shelf import shelf
from portal.web.desk.pages import Crumb, page, say
from portal.web.frame import settings

LIBRARY = Crumb("媒体库", "/desk/media/")


@desk.get("/media/")
@needs(EDITOR, REVIEWER, PUBLISHER)
def media_shelf() -> Response:
    """The files of the library as cards."""
    by = actor()
    found = shelf(request.args, "/desk/media/", by, size=24)
    return page("desk/media.html", title="媒体库", shelf=found, kinds=KINDS, keeps=by.may(*KEEPERS))


@desk.get("/media/<int(max=2147483647):number>")
@needs(EDITOR, REVIEWER, PUBLISHER)
def media_one(number: int, sentence: str = "") -> Response:
    """One file: what it shows, its words, where it is used."""
    card = _card(number)
    form = MediaForm(label=card.title, alt=card.alt, decorative=card.decorative)
    return _shown(card, form, sentence=sentence)


@desk.post("/media/<int(max=2147483647):number>")
@needs(EDITOR, PUBLISHER)
def media_change(number: int) -> Response:
    """Change the words of one file."""
    card = _card(number)
    form = MediaForm(request.form)
    try:
        library.describe(
            number,
            label=form.label.data or "",
            alt=form.alt.data or "",
            decorative=form.decorative.data,
            by=actor(),
        )
    except Refused as refused:
        form.blame(refused)
        return _shown(card, form, 422)
    say("已经保存。")
    return redirect(f"/desk/media/{number}", 303)


@desk.get("/media/<int(max=2147483647):number>/replace")
@needs(EDITOR, PUBLISHER)
def media_replace_ask(number: int) -> Response:
    """Ask for the newer file."""
    return _replacing(_card(number), ReplaceForm())


@desk.post("/media/<int(max=2147483647):number>/replace")
@needs(EDITOR, PUBLISHER, upload=True)
def media_replace(number: int) -> Response:
    """Put a newer file in the place of this one."""
    card, form = _card(number), ReplaceForm()
    file = request.files.get("file")
    try:
        if file is None or not file.filename:
            raise Refused("请先选择新文件。", "file")
        new = library.replace(settings().media, number, file.stream, file.filename, by=actor())
    except Refused as refused:
        form.blame(Refused(refused.sentence, "file"))
        return _replacing(card, form, 422)
    say("已经替换。文章里用的还是旧文件，请到下面“旧文件用在哪里”逐篇更换；替代文字请重新核对。")
    return redirect(f"/desk/media/{new.id}", 303)


@desk.get("/media/<int(max=2147483647):number>/delete")
@needs(EDITOR, PUBLISHER)
def media_delete_ask(number: int) -> Response:
    """What deleting would do, and whether it can be done."""
    return _deleting(_card(number))


@desk.post("/media/<int(max=2147483647):number>/delete")
@needs(EDITOR, PUBLISHER)
def media_delete(number: int) -> Response:
    """Delete a file that nothing uses."""
    card = _card(number)
    try:
        library.delete(settings().media, number, by=actor())
    except Refused as refused:
        return _deleting(card, refused.sentence, 422)
    say(f"已经删除“{card.title}”。")
    return redirect("/desk/media/", 303)


def _card(number: int) -> Card:
    found = shelves.card(number)
    if found is None:
        raise Missing(f"媒体库里没有编号为 {number} 的文件，可能已经删除。")
    return found


def _shown(card: Card, form: MediaForm, status: int = 200, sentence: str = "") -> Response:
    by, is_captions = actor(), card.kind == "captions"
    return page(
        "desk/media_one.html",
        status,
        title=card.title,
        crumbs=(LIBRARY,),
        card=card,
        form=form,
        sentence=sentence,
        keeps=by.may(*KEEPERS),
        publishes=by.may(PUBLISHER),
        uses=where_used(card.id, by.id),
        states=STATES,
        older=[(old, where_used(old.id, by.id)) for old in shelves.replaced_by(card.id)],
        cues=media_store.cues(settings().media, card.folder, card.name) if is_captions else [],
    )


def _replacing(card: Card, form: ReplaceForm, status: int = 200) -> Response:
    return page(
        "desk/media_replace.html",
        status,
        title="替换文件",
        crumbs=_under(card),
        card=card,
        form=form,
        uses=where_used(card.id, actor().id),
        states=STATES,
    )


def _deleting(card: Card, sentence: str = "", status: int = 200) -> Response:
    return page(
        "desk/media_delete.html",
        status,
        title="删除文件",
        crumbs=_under(card),
        card=card,
        sentence=sentence,
        uses=where_mentioned(card.id, actor().id),
        states=STATES,
    )


def _under(card: Card) -> tuple[Crumb, ...]:
    return (LIBRARY, Crumb(card.title, f"/desk/media/{card.id}"))
