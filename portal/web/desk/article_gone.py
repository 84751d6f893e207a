"""Somebody wrote in an article that a colleague has deleted: the text is shown to be copied."""

from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from portal.web.desk.article_form import ArticleForm
from portal.web.desk.articles import LIST
from portal.web.desk.barred import words_of
from portal.web.desk.pages import page


def gone(typed: "MultiDict[str, str]") -> Response:
    """What was typed, field by field; 404."""
    texts = [(field.id, field.label.text, typed.get(field.name, "")) for field in ArticleForm()]
    return page(
        "desk/article_gone.html",
        404,
        title="这篇文章已经删除",
        crumbs=(LIST,),
        texts=[*((*each, 2) for each in texts if each[2]), *_body(typed)],
    )


def _body(typed: "MultiDict[str, str]") -> list[tuple[str, str, str, int]]:
    if "body_html" not in typed:
        return []
    return [("body_html", "正文", words_of(typed["body_html"]), 20)]
