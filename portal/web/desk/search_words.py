"""Search words: which mean the same (同义词), and what stands above some results (推荐结果)."""

from collections.abc import Callable
from typing import Any

from flask import redirect, request
from werkzeug.wrappers import Response
from wtforms import StringField

from portal.errors import Missing, Refused
from portal.queries import search_words as about
from portal.queries.search_words import PromotionRow, SynonymRow
from portal.roles import ADMIN
from portal.services import search_words
from portal.web.desk import desk
from portal.web.desk.guards import actor, needs
from portal.web.desk.pages import Crumb, page, say
from portal.web.forms import Form, at_most, line, required

PLACE = "/desk/search-words/"
CRUMB = Crumb("搜索词", PLACE)


class SynonymForm(Form):
    """One group of words that mean the same."""

    words = StringField("意思相同的词", [required("请填写意思相同的词。")], [line])


class PromotionForm(Form):
    """One promoted result."""

    questions = StringField("读者会搜的词", [required("请填写读者会搜的词。")], [line])
    name = StringField("标题", [required("请填写标题。"), at_most(80, "标题")], [line])
    url = StringField("文章编号或网址", [required("请填写文章编号或网址。")], [line])
    description = StringField("说明", [at_most(200, "说明")], [line])


@desk.get("/search-words/")
@needs(ADMIN)
def search_word_list() -> Response:
    """Both lists."""
    known = about.in_force()
    return page(
        "desk/search_words.html",
        title="搜索词",
        synonyms=known.synonyms,
        promotions=known.promotions,
    )


@desk.route("/search-words/synonyms/new", methods=["GET", "POST"])
@needs(ADMIN)
def synonym_new() -> Response:
    """Add a group of synonyms."""
    form = SynonymForm()

    def save() -> None:
        search_words.add_synonym(form.words.data or "", by=actor())

    return _answered(form, save) or _form_page("desk/synonym.html", form, None, "添加同义词")


@desk.route("/search-words/synonyms/<int(max=2147483647):number>/", methods=["GET", "POST"])
@needs(ADMIN)
def synonym_edit(number: int) -> Response:
    """Change a group."""
    row = _synonym(number)
    form = SynonymForm(words="，".join(row.words))

    def save() -> None:
        search_words.change_synonym(number, form.words.data or "", by=actor())

    title = f"同义词：{'、'.join(row.words)}"
    return _answered(form, save) or _form_page("desk/synonym.html", form, row, title)


@desk.route("/search-words/synonyms/<int(max=2147483647):number>/delete", methods=["GET", "POST"])
@needs(ADMIN)
def synonym_delete(number: int) -> Response:
    """Ask, and delete."""
    row = _synonym(number)
    if request.method == "POST":
        search_words.delete_synonym(number, by=actor())
        return _back(f"已删除同义词“{'、'.join(row.words)}”。")
    sentence = "删除后，搜其中一个词，不再同时找出另外几个。"
    return _delete_page("、".join(row.words), "同义词", f"synonyms/{number}/", sentence)


@desk.route("/search-words/promotions/new", methods=["GET", "POST"])
@needs(ADMIN)
def promotion_new() -> Response:
    """Add a promoted result."""
    form = PromotionForm()

    def save() -> None:
        search_words.add_promotion(form.data, by=actor())

    return _answered(form, save) or _form_page("desk/promotion.html", form, None, "添加推荐结果")


@desk.route("/search-words/promotions/<int(max=2147483647):number>/", methods=["GET", "POST"])
@needs(ADMIN)
def promotion_edit(number: int) -> Response:
    """Change a promoted result."""
    row = _promotion(number)
    form = PromotionForm(data={**vars(row), "questions": "，".join(row.questions)})

    def save() -> None:
        search_words.change_promotion(number, form.data, by=actor())

    title = f"推荐结果：{row.name}"
    return _answered(form, save) or _form_page("desk/promotion.html", form, row, title)


@desk.route("/search-words/promotions/<int(max=2147483647):number>/delete", methods=["GET", "POST"])
@needs(ADMIN)
def promotion_delete(number: int) -> Response:
    """Ask, and delete."""
    row = _promotion(number)
    if request.method == "POST":
        search_words.delete_promotion(number, by=actor())
        return _back(f"已删除推荐结果“{row.name}”。")
    sentence = f"删除后，搜“{'”“'.join(row.questions)}”时，最上面不再有“{row.name}”。"
    return _delete_page(row.name, "推荐结果", f"promotions/{number}/", sentence)


def _answered(form: Form, save: Callable[[], None]) -> Response | None:
    """The way back after saving; None while the form is empty or something is wrong with it."""
    if request.method != "POST" or not form.fill(request.form):
        return None
    try:
        save()
    except Refused as refused:
        form.blame(refused)
        return None
    return _back("已保存，读者下一次搜索就用上。")


def _back(said: str) -> Response:
    say(said)
    return redirect(PLACE, 303)


def _form_page(template: str, form: Form, row: Any, title: str) -> Response:
    status = 422 if form.faults else 200
    return page(template, status, title=title, crumbs=(CRUMB,), form=form, row=row)


def _delete_page(name: str, noun: str, path: str, sentence: str) -> Response:
    return page(
        "desk/search_word_delete.html",
        title=f"删除{noun}“{name}”",
        crumbs=(CRUMB, Crumb(name, PLACE + path)),
        back=PLACE + path,
        name=name,
        sentence=sentence,
    )


def _synonym(number: int) -> SynonymRow:
    row = next((each for each in about.in_force().synonyms if each.id == number), None)
    if row is None:
        raise Missing("没有这组同义词，可能刚被删除了。")
    return row


def _promotion(number: int) -> PromotionRow:
    row = next((each for each in about.in_force().promotions if each.id == number), None)
    if row is None:
        raise Missing("没有这条推荐结果，可能刚被删除了。")
    return row
