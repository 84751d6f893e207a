"""Windows that were open while a legal document went live: what they hold is stored nowhere again."""

from dataclasses import replace

import pytest

from portal.models import Anonymising, Draft, Revision
from portal.services import drafts, editing
from portal.services.content import stored
from portal.services.workflow import moves
from portal.web.desk.article_form import pairs_of
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import enter, faults, newest
from tests.desk.pressing import press
from tests.services import case
from tests.services.case import ORIGINAL
from tests.services.staff import Office

TYPED = {"title": ORIGINAL.title, "body_text": "被告人李大明到案。我的话。"}
EVERY = ("save", "submit", "preview", "check", "anonymise", "discard", "show", "merge", "overwrite")


@pytest.fixture
def at(desk: DeskClient) -> Office:
    office = case.office()
    enter(desk, office.editor)
    return office


def publish(at: Office, article: int) -> None:
    revision = newest(article).id
    moves.submit(article, revision, at.editor)
    moves.confirm(article, revision, at.reviewer)
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)


def left_open(desk: DeskClient, at: Office, *, behind: bool) -> tuple[int, Answer]:
    """A form that somebody wrote in before publication, on what went live or on what was before."""
    article = case.begun(at)
    form = newsroom.opened(desk, article)
    case.hidden(at, article)
    form = form if behind else newsroom.opened(desk, article)
    part = newsroom.autosave(desk, form, **TYPED)
    assert Draft.select().count() == 1
    publish(at, article)
    (old,), (new,) = form.all("//*[@id='kept']"), part.all("//*[@id='kept']")
    old.getparent().replace(old, new)  # what htmx does with the answer
    return article, form


def nowhere() -> bool:
    """Whether no draft, revision or original of the database holds the name."""
    rows = [*Draft.select().tuples(), *Revision.select().tuples(), *Anonymising.select().tuples()]
    return "李大明" not in repr(rows)


@pytest.mark.parametrize("behind", [True, False])
def test_it_is_not_kept_again(desk: DeskClient, at: Office, behind: bool) -> None:
    _, form = left_open(desk, at, behind=behind)

    part = newsroom.autosave(desk, form, **TYPED)

    said = part.words("//p[@class='kept__words']")[0]
    assert said.startswith("这份文书已经发布") and "请点“保存”" in said
    assert newsroom.value(part, "draft") == "" and nowhere()
    assert said in "".join(part.words("//*[@id='status']"))


@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize("act", EVERY)
def test_every_button_leads_to_both_texts(
    desk: DeskClient, at: Office, act: str, behind: bool
) -> None:
    _, form = left_open(desk, at, behind=behind)

    both = newsroom.send(desk, form, act, 409, **TYPED)

    assert both.words("//h1") == ["这份文书已经发布"]
    (lead,) = both.words("//p[@class='lead']")
    assert "已经按规定销毁" in lead and "只在这个页面上" in lead
    assert "自动保存。两边都在" not in both.text and "存进历史" not in both.text
    assert "我的话" in both.text and nowhere()


def test_choosing_what_is_live_brings_nothing_back(desk: DeskClient, at: Office) -> None:
    article, form = left_open(desk, at, behind=True)
    both = newsroom.send(desk, form, "save", 409, **TYPED)

    to = press(desk, both, act="keep-theirs").headers["Location"]

    assert to == newsroom.edit_path(article)
    page = desk.page(to)
    assert page.words("//p[@class='said']") == ["已采用第 1 版。您的内容没有保存。"]
    assert newsroom.value(page, "title") == newest(article).title
    assert not Draft.select().count() and newsroom.count(article) == 1 and nowhere()


def test_ones_own_can_go_on_from_what_is_live(desk: DeskClient, at: Office) -> None:
    article, form = left_open(desk, at, behind=False)
    both = newsroom.send(desk, form, "save", 409, **TYPED)

    going_on = press(desk, both, 200, act="merge")

    assert "我的话" in newsroom.value(going_on, "body_text")
    assert Draft.get().based_on == newest(article).id
    assert newsroom.value(newsroom.autosave(desk, going_on), "draft") == Draft.get().token


def test_a_correction_that_was_begun_later_is_kept(desk: DeskClient, at: Office) -> None:
    article, _ = left_open(desk, at, behind=False)
    form = newsroom.opened(desk, article)

    part = newsroom.autosave(desk, form, summary="更正一句。")

    assert "已自动保存" in part.text and Draft.select().count() == 1
    newsroom.send(desk, newsroom.opened(desk, article), "save")
    assert newest(article).summary == "更正一句。"


def left_behind(at: Office) -> tuple[int, str]:
    """A draft on what was before, which publication did not know how to erase; and its token."""
    article = case.begun(at)
    first = case.hidden(at, article)
    content = replace(stored(newest(article)), summary="换了。")
    editing.save(article, content, first, at.editor)
    kept = drafts.keep(article, "", 0, first, pairs_of(ORIGINAL), at.editor)
    row = Draft.get()
    publish(at, article)
    row.save(force_insert=True)
    return article, kept.token


def test_an_older_draft_at_the_anonymising_desk(desk: DeskClient, at: Office) -> None:
    article, token = left_behind(at)
    page = desk.page(f"/desk/articles/{article}/anonymise?draft={token}")

    both = press(desk, page, 409, act="save")

    assert both.words("//h1") == ["这份文书已经发布"]
    assert ORIGINAL.title in both.text and not Draft.select().count()


def test_an_older_draft_in_the_form(desk: DeskClient, at: Office) -> None:
    article, token = left_behind(at)
    form = desk.page(f"{newsroom.edit_path(article)}?draft={token}")

    newsroom.autosave(desk, form)

    assert not Draft.select().count()


def overtaken(desk: DeskClient, at: Office) -> tuple[int, Answer]:
    """Both texts of a document that is not live yet, side by side."""
    article = case.begun(at)
    form = newsroom.opened(desk, article)
    newsroom.autosave(desk, form, **TYPED)
    case.hidden(at, article)
    return article, newsroom.send(desk, form, "save", 409, **TYPED)


def test_before_publication_ones_own_is_let_go_as_well(desk: DeskClient, at: Office) -> None:
    article, both = overtaken(desk, at)
    assert "您的内容也已经自动保存" in both.text and "您的内容不保存" in both.text
    token = newsroom.value(both, "draft")

    press(desk, both, act="keep-theirs")

    assert newsroom.count(article) == 1
    assert token not in [row.token for row in Draft.select()]


def test_a_third_version_is_shown_before_ones_own_is_let_go(desk: DeskClient, at: Office) -> None:
    article, both = overtaken(desk, at)
    content = replace(stored(newest(article)), summary="换了。")
    editing.save(article, content, newest(article).id, at.editor)

    again = press(desk, both, 409, act="keep-theirs")

    assert "保存了第 2 版" in again.text and "我的话" in again.text
    assert newsroom.value(again, "draft") in [row.token for row in Draft.select()]
    assert not faults(again)
