"""A Word document becomes an article: uploaded, read, and saved as a first revision to go on with."""

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.errors import Refused
from portal.queries import site
from portal.roles import EDITOR
from portal.services import word_articles
from portal.web.desk import desk, window
from portal.web.desk.article_edit import form_page
from portal.web.desk.articles import ARTICLE, LIST, writable
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import page, say
from portal.web.frame import settings


@desk.get("/word")
@needs(EDITOR)
def word_new() -> Response:
    """Choose a document, and the section for a new article made from it."""
    return _form()


def _form(status: int = 200, fault: str = "") -> Response:
    return page(
        "desk/word.html",
        status,
        title="从 Word 文档新建",
        crumbs=(LIST,),
        sections=writable(),
        chosen=window.whole(request.values.get("section")),
        fault=fault,
    )


@desk.post("/word")
@needs(EDITOR, upload=True)
def word_article() -> Response:
    """A new article from a document."""
    try:
        data = _document()
        made = word_articles.begin(
            settings().media,
            data,
            window.whole(request.form.get("section")),
            site.site().name,
            actor(),
        )
    except Refused as error:
        return _form(422, error.sentence)
    return _opened(made)


@desk.post(f"{ARTICLE}/word")
@needs(EDITOR, upload=True)
def word_body(number: int) -> Response:
    """Put a document's text in the place of an article's body, as a revision of its own."""
    found = window.article(number)
    try:
        made = word_articles.fill(settings().media, _document(), number, actor())
    except Refused as error:
        return form_page(window.opened(found, actor().id, site.site().name), 422, error)
    return _opened(made)


def _document() -> bytes:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Refused("请先选择一个 Word 文档（.docx）。", "file")
    return bytes(file.read())


def _opened(made: word_articles.Made) -> Response:
    say("Word 文档已经读入。请对照原文看一遍，再送审。")
    for notice in made.notices:
        say(notice)
    return redirect(f"/desk/articles/{made.article}/edit", 303)
