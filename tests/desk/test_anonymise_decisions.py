"""Decisions about hiding stay while the text is mended; files are opened; originals taken up again."""

from dataclasses import replace
from typing import Any

import pytest

from portal.models import Anonymising, Draft
from portal.services import drafts, library
from portal.services.content import Content, MediaUse
from portal.services.workflow import moves
from portal.settings import Settings
from portal.web.desk.article_form import pairs_of
from tests import word
from tests.client import Answer, DeskClient
from tests.desk.newsroom import autosave, enter, faults, newest, send
from tests.desk.pressing import press
from tests.services import case
from tests.services.case import ORIGINAL
from tests.services.staff import Office


@pytest.fixture
def at() -> Office:
    return case.office()


def path(article: int, end: str = "anonymise") -> str:
    return f"/desk/articles/{article}/{end}"


def begun(at: Office, content: Content = ORIGINAL) -> int:
    article = case.begun(at)
    drafts.keep(article, "", 0, None, pairs_of(content), at.editor)
    return article


def follow(desk: DeskClient, page: Answer, act: str, **typed: Any) -> Answer:
    return desk.page(press(desk, page, act=act, **typed).headers["Location"])


def decided(page: Answer) -> tuple[bool, list[str]]:
    """Whether 李大明 is hidden, and the names that were added."""
    hidden = bool(page.all("//input[@value='@李大明'][@checked]"))
    return hidden, [
        str(each) for each in page.all("//input[@type='checkbox'][@name='hide_name']/@value")
    ]


def test_decisions_stay_when_the_text_is_mended(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = begun(at)
    page = follow(desk, desk.page(path(article)), "add", hide_name=["阿福"])
    on = [
        each for each in page.all("//input[@name='hide_on'][@checked]/@value") if each != "@李大明"
    ]

    form = follow(desk, page, "back", hide_on=on)
    autosave(desk, form, summary="改过的摘要")
    to = send(desk, desk.page(path(article, "edit")), "anonymise", title="改过的标题")
    again = desk.page(to.headers["Location"])

    assert decided(again) == (False, ["阿福"])
    assert "改过的标题" in again.text and "改过的摘要" in again.text
    assert Draft.select().count() == 1


def test_a_name_that_is_nowhere_is_said_to_be(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    page = desk.page(path(begun(at)))

    again = follow(desk, page, "add", hide_name=["查无此人"])
    assert "查无此人（补充的，全文没有找到；去掉勾就不再找它）" in again.words("//label")
    again = follow(desk, again, "add", hide_name=["王小红"])
    assert any(each.startswith("王小红（补充的，全文") for each in again.words("//label"))
    short = press(desk, again, 422, act="add", hide_name=["查无此人", "陈"])
    assert "没有加上：请写两个字以上" in faults(short)[0]


def test_two_people_with_one_pseudonym(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    page = desk.page(path(begun(at)))
    assert "读者会以为是同一个人" not in page.text

    again = follow(desk, page, "look", **{"hide_as:@王小红": "李某甲"})

    assert "都写成“李某甲”，读者会以为是同一个人" in again.text


def attached(at: Office, settings: Settings, body: str, name: str = "wenshu.docx") -> Content:
    data = word.docx(word.p(body))
    file = library.add_media(settings.media, data, name, by=at.editor)
    return replace(ORIGINAL, media=[MediaUse(file.id, "attachment", "文书全文")])


def test_what_a_word_attachment_tells_is_said(
    desk: DeskClient, at: Office, settings: Settings
) -> None:
    content = attached(at, settings, "被告人李大明，身份证号码110105198503122114。")
    enter(desk, at.editor)
    article = begun(at, content)
    page = desk.page(path(article))
    assert "程序在里面读到李大明、110105198503122114" in page.text
    press(desk, page, act="save")
    moves.submit(article, newest(article).id, at.editor)

    enter(desk, at.reviewer)
    page = desk.page(path(article, "anonymised"))
    assert "程序在里面读到李大明、110105198503122114" in page.text
    assert page.all("//h2[@id='files']/following-sibling::ul//a[contains(@href, '.docx')]")
    refused = press(desk, page, 422, to=path(article, "confirm"))
    assert "请先打开下面的每个附件和图片" in faults(refused)[0]
    press(desk, refused, to=path(article, "confirm"), looked="1")
    assert "li同志在" in desk.page(path(article, "anonymised")).text


def test_an_attachment_that_tells_nobody(desk: DeskClient, at: Office, settings: Settings) -> None:
    enter(desk, at.editor)

    page = desk.page(path(begun(at, attached(at, settings, "被告人李某甲到案。"))))

    assert "文书全文" in page.words("//div[@class='notice-box']//a")[0]
    assert "程序在里面读到" not in page.text


def test_names_that_no_rule_hides_are_told_to_who_confirms(desk: DeskClient, at: Office) -> None:
    body = f"{ORIGINAL.body}<p>某公司法定代表人郑丽华签收。</p>"
    article = case.begun(at)
    revision = case.hidden(at, article, replace(ORIGINAL, body=body))
    moves.submit(article, revision, at.editor)
    enter(desk, at.reviewer)

    page = desk.page(path(article, "anonymised"))

    assert "程序认得、按规定没有隐去，读者会看到的姓名：" in page.text
    assert "郑丽华（" in page.text


def test_the_original_is_taken_up_again(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = case.begun(at)
    first = case.hidden(at, article)

    to = press(desk, desk.page(path(article, "anonymised")), to=path(article, "redo"))
    page = desk.page(to.headers["Location"])

    assert "李大明（被告人，7 处）" in page.words("//legend")
    press(desk, page, act="save", **{"hide_as:@李大明": "李某乙"})
    assert newest(article).id > first and "李某乙" in newest(article).body
    assert Anonymising.get(Anonymising.revision == newest(article).id).original["title"]


def test_a_sealed_original_cannot_be_taken_up(desk: DeskClient, at: Office) -> None:
    article = case.begun(at)
    case.hidden(at, article)
    Anonymising.update(original=None).execute()
    enter(desk, at.editor)

    assert "用原文重新做" not in desk.page(path(article, "anonymised")).text
    desk.submit(path(article, "redo"), status=404)
