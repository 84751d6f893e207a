"""A Word document becomes an article: uploaded, read, and saved as a first revision to go on with."""

from flask import redirect, request
from werkzeug.wrappers import Response

from portal.errors import Refused
from portal.queries import site, work
from portal.roles import EDITOR
from portal.services import word_articles
from portal.services.content import Content
from portal.services.workflow import rules
from portal.text import excerpt
from portal.web.desk import desk, window
from portal.web.desk.article_edit import form_page
from portal.web.desk.article_form import pairs_of
from portal.web.desk.article_keeping import kept
from portal.web.desk.articles import ARTICLE, LIST, writable
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import page, say
from portal.web.desk.window import Window
from portal.web.frame import settings
from portal.word_import import Limits

LARGEST = Limits().upload + 1
"""Bytes that are read of a file; one more than may be is enough to be refused."""
MOST_NOTICES = 6
"""How many are said; they wait for the next page in a cookie, which holds little."""


@desk.get("/word")
@needs(EDITOR)
def word_new() -> Response:
    """Choose a document, and the section for a new article made from it."""
    return _form()


def _form(fault: Refused | None = None) -> Response:
    return page(
        "desk/word.html",
        422 if fault else 200,
        title="从 Word 文档新建",
        crumbs=(LIST,),
        sections=writable(),
        chosen=_section(),
        faults={fault.field or "file": fault.sentence} if fault else {},
    )


def _section() -> int:
    return window.whole(request.values.get("section"))


@desk.post("/word")
@needs(EDITOR, upload=True)
def word_article() -> Response:
    """A new article from a document."""
    try:
        data = _document()
        if _section() not in {place.id for place in writable()}:
            raise Refused("请选择一个可以发文章的栏目。", "section")
        made = word_articles.begin(settings().media, data, _section(), site.site().name, actor())
    except Refused as error:
        return _form(error)
    return _opened(made)


@desk.post(f"{ARTICLE}/word")
@needs(EDITOR, upload=True)
def word_body(number: int) -> Response:
    """Put a document's text in the place of an article's body, as a revision of its own."""
    found = window.article(number)
    rules.find("write", found, work.hands(found), actor())
    try:
        made = word_articles.fill(settings().media, _document(), number, actor())
    except Refused as error:
        return form_page(_opened_form(found), 422, error)
    return _opened(made)


def _opened_form(found: work.Work) -> window.Window:
    return window.opened(found, window.unsaved(found, actor().id), site.site().name)


def _document() -> bytes:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise Refused("请先选择一个 Word 文档（.docx）。", "file")
    with file.stream:
        return bytes(file.read(LARGEST))


def _opened(made: word_articles.Made) -> Response:
    say("Word 文档已经读入。请对照原文看一遍，再送审。")
    for notice in made.notices[:MOST_NOTICES]:
        say(excerpt(notice, 90))
    if more := len(made.notices[MOST_NOTICES:]):
        say(f"还有 {more} 处提示没有列出，请对照原文检查图片、表格和编号。")
    if made.left:
        return _to_anonymise(made, made.left)
    return redirect(f"/desk/articles/{made.article}/edit", 303)


def _to_anonymise(made: word_articles.Made, original: Content) -> Response:
    """Keep the original of a legal document as a draft, and go on with hiding what it tells."""
    found = window.article(made.article)
    read = kept(Window(found, pairs_of(original), made.based_on, original.body))
    return redirect(f"/desk/articles/{found.id}/anonymise?draft={read.token}", 303)
