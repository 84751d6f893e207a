"""The anonymising desk: proposals with a switch each, names added by hand, and the confirmation."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from portal.models import Draft, Revision
from portal.services import drafts, editing, library
from portal.services.anonymising.decisions import Decisions
from portal.services.content import MediaUse, stored
from portal.services.workflow import moves
from portal.settings import Settings
from portal.web.desk.article_form import pairs_of
from tests import word
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import enter, faults, newest
from tests.desk.pressing import fields, press
from tests.services import case, staff
from tests.services.case import ORIGINAL
from tests.services.staff import Office


def path(article: int, end: str = "anonymise") -> str:
    return f"/desk/articles/{article}/{end}"


def begun(at: Office, content: Any = ORIGINAL) -> int:
    """A document of which only a draft holds the original."""
    article = case.begun(at)
    drafts.keep(article, "", 0, None, pairs_of(content), at.editor)
    return article


@pytest.fixture
def at() -> Office:
    return case.office()


def send(desk: DeskClient, page: Answer, act: str, status: int = 303, **typed: Any) -> Answer:
    """Press a button of the anonymising desk."""
    return press(desk, page, status, act=act, **typed)


def off(page: Answer, *keys: str) -> list[str]:
    """The switches that are on, without these."""
    return [
        each for each in page.all("//input[@name='hide_on'][@checked]/@value") if each not in keys
    ]


def result(page: Answer) -> str:
    said = " ".join(page.words("//*[contains(@class, 'pairs__text--new')]"))
    return said.replace("（增加）", "")


def test_the_form_leads_to_it(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = case.begun(at)
    form = newsroom.opened(desk, article)
    assert "只自动保存成您自己的草稿" in form.text

    to = newsroom.send(desk, form, "save", title=ORIGINAL.title, body_text="被告人李大明到案。")
    page = desk.page(to.headers["Location"])

    assert "不能存进版本历史" in page.words("//p[@class='said']")[0]
    assert "被告人李某甲到案。" in result(page)
    assert not newsroom.count(article)


def test_every_place_has_a_switch_with_its_words(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    page = desk.page(path(begun(at)))

    legends = page.words("//fieldset/legend")
    assert legends[0] == "李大明（被告人，7 处）" and "身份证号码（1 处）" in legends
    labels = page.words("//label[starts-with(@for, 'on-')]")
    assert any("公民身份号码110105198503122114，住示例市" in each for each in labels)
    assert len(labels) == len(page.all("//input[@name='hide_on'][starts-with(@id, 'on-')]")) == 15
    assert all(page.all(f"//*[@id='{each}']") for each in page.all("//*/@aria-describedby"))
    assert "共隐去 15 处，涉及 3 个人的姓名。" in page.words("//*[@id='anonymised']//strong")


def test_the_original_and_the_result_stand_side_by_side(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    page = desk.page(path(begun(at)))

    first = page.words("//ol[@class='pairs']/li[1]/p")
    assert first == [
        "原文 · 标题 （删除）李大明故意伤害案起诉书",
        "隐名后 · 标题 （增加）李某甲故意伤害案起诉书",
    ]


def test_a_place_beside_the_text_has_a_name_and_a_switch(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    link = '<p><a href="tel:13912345678">电话</a></p>'
    content = replace(ORIGINAL, author="李大明", body=ORIGINAL.body + link)
    article = begun(at, content)

    page = desk.page(path(article))

    why = page.words("//p[@class='hide__why']")
    assert any(each.startswith("在“作者”里。") for each in why)
    assert any(
        each.startswith("在“正文里链接的地址”里。") and "去掉整个链接" in each for each in why
    )
    assert "原文 · 作者 （删除）李大明" in page.words("//ol[@class='pairs']/li/p")
    assert "原文 · 正文里链接的地址 tel:（删除）13912345678" in page.words(
        "//ol[@class='pairs']/li/p"
    )
    kept = off(page, *page.all("//div[contains(., '在“作者”里')]/input[@name='hide_seen']/@value"))
    send(desk, page, "save", hide_on=kept)
    assert newest(article).author == "李大明" and "tel:" not in newest(article).body


def test_a_file_that_sounds_like_somebody_has_a_switch(
    desk: DeskClient, at: Office, settings: Settings
) -> None:
    enter(desk, at.editor)
    file = library.add_media(settings.media, b"%PDF-1.7 ", "li-daming.pdf", label="附件")
    content = replace(ORIGINAL, media=[MediaUse(file.id, "attachment", "附件")])
    article = begun(at, content)
    page = desk.page(path(article))
    assert f"文件“附件”（编号 {file.id}）的网址：li-daming.pdf" in page.words("//label")

    refused = send(desk, page, "save", 422)
    assert "请在“隐名处理”页上去掉" in refused.words("//div[@role='alert']")[0]
    send(desk, refused, "save", hide_on=off(refused, f"file#{file.id}#name"))

    assert [use.media for use in stored(newest(article)).media] == [file.id]
    assert "li-daming.pdf" in desk.page(path(article, "anonymised")).text


def test_a_new_place_of_a_kept_name_leads_back_here(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = case.begun(at)
    case.hidden(at, article, decisions=Decisions(seen=frozenset(["李大明#1"])))
    form = newsroom.opened(desk, article)

    to = newsroom.send(desk, form, "save", summary="李大明认罪。").headers["Location"]

    page = desk.page(to)
    assert "还有 1 处" in page.words("//p[@class='said']")[0]
    boxes = page.all("//input[@name='hide_on'][starts-with(@value, '李大明#')]")
    assert [box.get("checked") is not None for box in boxes] == [False, True]


def test_saving_stores_only_the_result(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = begun(at)

    send(desk, desk.page(path(article)), "save")

    assert newest(article).title == "李某甲故意伤害案起诉书"
    assert not Draft.select().count()
    assert "还没有人确认" not in desk.page(path(article, "")).text
    assert "审核、发布以前" in desk.page(path(article, "")).text


def test_switches_and_words_are_kept(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = begun(at)
    page = desk.page(path(article))
    typed = {"hide_on": off(page, "@李大明"), "hide_as:@王小红": "被害人甲"}

    to = send(desk, page, "look", **typed).headers["Location"]
    again = desk.page(to)

    assert "被害人被害人甲" in result(again) and "李大明" in result(again)
    assert not again.all("//input[@value='@李大明'][@checked]")
    assert again.all("//input[@name='hide_as:@王小红'][@value='被害人甲']")
    assert "按您的决定保留：李大明（7 处）。" in again.text
    send(desk, desk.page(path(article)), "save")
    assert newest(article).title == ORIGINAL.title


def test_a_name_is_added_by_hand(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    body = ORIGINAL.body + "<p>阿福在场，阿福报了警。</p>"
    article = begun(at, replace(ORIGINAL, body=body))
    page = desk.page(path(article))

    to = send(desk, page, "add", hide_name=["阿福"]).headers["Location"]
    again = desk.page(to)

    assert to.endswith("#more") and "阿福" not in result(again)
    assert "阿福（补充的，全文 2 处；去掉勾就不再找它）" in again.words("//label")
    assert again.all("//input[@type='checkbox'][@name='hide_name'][@value='阿福'][@checked]")
    assert "阿福（2 处）" in again.words("//legend")
    nothing = send(desk, again, "add", 422, hide_name=["阿福", " "])
    assert "阿福（2 处）" in nothing.words("//legend")
    gone = send(desk, again, "look", hide_name=[]).headers["Location"]
    assert "阿福（2 处）" not in desk.page(gone).words("//legend")


def test_people_who_are_added_never_share_a_pseudonym(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    body = "<p>看门人李二狗在场。</p>" + ORIGINAL.body
    article = begun(at, replace(ORIGINAL, title="起诉书", body=body))
    page = desk.page(path(article))

    to = send(desk, page, "add", hide_name=["李二狗"]).headers["Location"]

    again = desk.page(to)
    shown = again.all("//input[starts-with(@name, 'hide_as:@')]/@value")
    assert len(set(shown)) == len(shown) == 4
    assert "李某甲在场" in result(again) and "被告人李某乙" in result(again)


def test_a_fragment_says_the_new_count(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    page = desk.page(path(begun(at)))
    button = page.all("//button[@data-hx-post]")[0]
    assert button.get("data-hx-target") == "#anonymised"
    data = fields(page)
    data.setlist("hide_on", off(page, "@李大明"))
    data["act"] = "look"

    part = desk.post(button.get("data-hx-post"), data, 200, headers={"HX-Request": "true"})

    assert "共隐去 8 处，涉及 2 个人的姓名；按您的决定保留 7 处。" in part.words(
        "//*[@id='status']"
    )
    draft = part.all("//*[@id='anonymised']//input[@name='draft']/@value")
    version = part.all("//*[@id='anonymised']//input[@name='version']/@value")
    row = Draft.get()
    assert (draft, version) == ([row.token], [str(row.version)])


def test_a_text_that_changed_meanwhile_is_shown_first(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = begun(at)
    page = desk.page(path(article))
    row = Draft.get()
    changed = replace(ORIGINAL, body=ORIGINAL.body + "<p>证人孙大庆证实。</p>")
    drafts.keep(article, row.token, row.version, None, pairs_of(changed), at.editor)

    again = send(desk, page, "save", 409)

    assert "在别的窗口里改过" in faults(again)[0]
    assert "孙大庆（证人，1 处）" in again.words("//legend")
    send(desk, again, "save")
    assert "孙某甲" in newest(article).body


def test_a_colleague_who_saved_first_is_not_overwritten(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = begun(at)
    page = desk.page(path(article))
    case.hidden(at, article)

    again = send(desk, page, "save", 409)

    assert "用我的" in again.words("//button") and Draft.select().count() == 1
    to = desk.post(path(article, "edit"), {**fields(again), "act": "overwrite"}).headers["Location"]
    send(desk, desk.page(to), "save")
    assert newsroom.count(article) == 1  # both said the same


def test_a_form_that_stayed_open_while_the_document_went_live(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = case.begun(at)
    form = newsroom.opened(desk, article)
    typed = {"title": ORIGINAL.title, "body_text": "被告人李大明到案。"}
    revision = case.hidden(at, article)
    moves.submit(article, revision, at.editor)
    moves.confirm(article, revision, at.reviewer)
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)

    part = newsroom.autosave(desk, form, **typed)

    said = part.words("//p[@class='kept__words']")[0]
    assert said.startswith("这份文书已经发布") and "请点“保存”" in said
    assert newsroom.value(part, "draft") == "" and not Draft.select().count()
    for act in ("save", "preview", "check", "anonymise", "discard", "show"):
        both = newsroom.send(desk, form, act, 409, **typed)
        assert "李大明" in both.text and not Draft.select().count()
    going_on = desk.post(path(article, "edit"), {**fields(both), "act": "merge"}, 200)
    assert newsroom.value(going_on, "title") == ORIGINAL.title
    assert Draft.get().based_on == revision


def test_a_draft_that_is_gone_is_said_to_be(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    article = begun(at)
    assert "已经保存或者放弃了" in desk.page(f"{path(article)}?draft={'0' * 32}", 404).text


def test_the_case_of_a_minor_has_no_way_on(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    body = ORIGINAL.body.replace("1985年3月12日", "2010年3月12日")
    article = begun(at, replace(ORIGINAL, body=body))
    page = desk.page(path(article))

    assert "不能公开" in faults(page)[0] and "按这样保存" not in page.words("//button")
    assert "未满十八周岁" in faults(send(desk, page, "save", 422))[0]
    assert not newsroom.count(article)


def test_other_articles_have_no_such_page(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    enter(desk, at.editor)

    assert "只有法律文书" in desk.page(path(article), 404).text
    assert "没有做过隐名处理" in desk.page(path(article, "anonymised"), 404).text
    assert "隐名处理" not in newsroom.opened(desk, article).text


def handed_on(at: Office) -> int:
    article = case.begun(at)
    revision = case.hidden(at, article)
    moves.submit(article, revision, at.editor)
    return article


def test_a_second_person_confirms(desk: DeskClient, at: Office) -> None:
    article = handed_on(at)
    enter(desk, at.reviewer)
    overview = desk.page(path(article, ""))
    assert "审核通过" not in overview.words("//button")
    assert "对照原文，确认隐名处理" in overview.words("//a")

    page = desk.page(path(article, "anonymised"))
    assert "姓名 11 处" in page.text and "李大明" in page.text
    press(desk, page, to=path(article, "confirm"))

    overview = desk.page(path(article, ""))
    assert "审核通过" in overview.words("//button")
    assert "li同志在" in overview.words("//section[@aria-labelledby='secret-title']/p")[0]
    assert "确认隐名处理" in overview.text
    assert not desk.page(path(article, "anonymised")).all("//form[contains(@action, 'confirm')]")


def test_who_wrote_it_looks_but_does_not_confirm(desk: DeskClient, at: Office) -> None:
    article = handed_on(at)
    enter(desk, at.editor)
    assert "要由另一位" in desk.page(path(article, "anonymised")).text

    both = staff.actor("editor", "reviewer", name="both")
    content = stored(newest(article))
    moves.take_back(article, newest(article).id, at.editor)
    editing.save(article, replace(content, summary="换了。"), newest(article).id, at.editor)
    moves.submit(article, newest(article).id, at.editor)
    enter(desk, both)
    desk.submit(path(article, "confirm"), {"revision": newest(article).id})
    assert Revision.select().count() == 2


def test_a_confirmation_that_comes_too_late(desk: DeskClient, at: Office) -> None:
    article = handed_on(at)
    old = newest(article)
    moves.take_back(article, old.id, at.editor)
    content = replace(stored(old), summary="换了。")
    editing.save(article, content, old.id, at.editor)
    enter(desk, at.reviewer)

    page = desk.submit(path(article, "confirm"), {"revision": old.id}, 409)

    assert "刚刚有了新的版本" in faults(page)[0]


def test_originals_are_not_for_everybody(desk: DeskClient, at: Office) -> None:
    article = handed_on(at)
    enter(desk, staff.actor("editor", name="other"))

    assert "只给写这篇文书的人" in desk.page(path(article, "anonymised"), 403).text


def test_what_was_sealed_is_said_in_the_history(desk: DeskClient, at: Office) -> None:
    article = case.begun(at)
    first = case.hidden(at, article)
    content = replace(stored(newest(article)), summary="换了。")
    second = editing.save(article, content, first, at.editor)
    moves.submit(article, second, at.editor)
    moves.confirm(article, second, at.reviewer)
    moves.approve(article, second, at.reviewer)
    moves.publish(article, second, at.publisher)
    enter(desk, at.editor)

    page = desk.page(path(article, "history"))

    assert "文书发布后，没有公开过的文字已经销毁。" in page.text
    assert len(page.all("//a[contains(@href, 'preview?revision')]")) == 1
    assert "已经销毁" in desk.page(path(article, "anonymised")).text


def test_a_word_document_goes_there_too(desk: DeskClient, at: Office) -> None:
    enter(desk, at.editor)
    data = word.docx(word.p("起诉书"), word.p("被告人李大明，男，住示例市柳林小区3号楼501室。"))
    sent = {"section": str(at.section.id), "file": (BytesIO(data), "文书.docx")}

    to = desk.submit("/desk/word", sent).headers["Location"]

    assert "被告人李某甲" in result(desk.page(to))
    assert not Revision.select().count()
