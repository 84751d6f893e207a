"""The history of an article: every revision, what changed between two, and going back."""

from dataclasses import replace

import pytest

from portal.models import Media
from portal.services import editing
from portal.services.content import MediaUse
from portal.services.workflow import placing
from portal.settings import Settings
from portal.times import from_beijing, now
from tests import make
from tests.client import DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import count, newest, opened, value
from tests.services import staff


def path(article: int, more: str) -> str:
    return f"/desk/articles/{article}/{more}"


def test_every_revision_is_listed_newest_first(desk: DeskClient) -> None:
    at = staff.office()
    article, first = staff.live(at)
    staff.corrected(at, article, staff.text("更正过的"), until="draft")
    newsroom.enter(desk, at.editor)

    page = desk.page(path(article, "history"))

    facts = page.words("//ol//p[@class='talk__facts']")
    assert [each.split(" · ")[0] for each in facts] == ["第 2 版", "第 1 版"]
    assert [each.split(" · ")[-1] for each in facts] == ["草稿", "已发布"]
    assert page.words("//ol//p[@class='talk__text']") == ["更正过的", staff.TEXT.title]
    assert page.all("//input[@name='revision']/@value") == [str(first)]


def test_it_promises_only_what_is_kept(desk: DeskClient) -> None:
    desk.sign_in(make.person("editor"))
    news = make.article(make.section())
    document = make.article(make.section("documents", "documents"), details=make.DOCUMENT)

    told = [
        desk.page(path(each, "history")).words("//p[@class='lead']") for each in (news, document)
    ]

    assert "都留在这里" in told[0][0]
    assert "没有看过的几版会销毁" in told[1][0] and "都留" not in told[1][0]


def test_readers_of_the_history_cannot_restore(desk: DeskClient) -> None:
    at = staff.office()
    article, first = staff.begun(at)
    editing.save(article, staff.text("第二版"), first, at.editor)
    newsroom.enter(desk, at.reviewer)

    assert not desk.page(path(article, "history")).all("//main//form[@method='post']")
    desk.submit(path(article, "restore"), {"revision": first}, 403)
    newsroom.enter(desk, staff.actor("editor", name="other"))
    assert not desk.page(path(article, "history")).all("//main//form[@method='post']")
    assert "接手编辑" in desk.submit(path(article, "restore"), {"revision": first}, 403).text


def test_restoring(desk: DeskClient) -> None:
    at = staff.office()
    article, first = staff.begun(at)
    editing.save(article, staff.text("第二版"), first, at.editor)
    newsroom.enter(desk, at.editor)

    desk.submit(path(article, "restore"), {"revision": first})

    assert (newest(article).title, count(article)) == (staff.TEXT.title, 3)
    assert value(opened(desk, article), "title") == staff.TEXT.title
    assert "第 3 版" in desk.page(path(article, "history")).text


def test_everything_that_changed_is_shown(desk: DeskClient, settings: Settings) -> None:
    at = staff.office(kind="documents")
    picture, paper = make.picture(settings.media), make.picture(settings.media, "另一张.jpg")
    before = staff.text(
        details=make.DOCUMENT,
        publish_at=from_beijing(now().replace(2099, 1, 1, 9, 0, 0)),
        media=[MediaUse(picture.id, "cover", "", "一块颜色")],
    )
    after = replace(
        before,
        title="检察官走进社区讲反诈",
        subtitle="新的副标题",
        summary="另一份摘要。",
        source="市院",
        author="某某",
        keywords=["普法"],
        publish_at=None,
        details={**make.DOCUMENT, "cause": "诈骗罪"},
        media=[MediaUse(paper.id, "cover", decorative=True)],
        body=before.body.replace("身边的案子", "真实的案例"),
    )
    article, first = staff.begun(at, before)
    second = editing.save(article, after, first, at.editor)
    newsroom.enter(desk, at.reviewer)

    page = desk.page(path(article, f"compare?old={first}&new={second}"))

    labels = page.words("//dt[@class='changes__label']")
    assert labels == [
        "标题",
        "副标题",
        "摘要",
        "新闻来源",
        "作者",
        "关键词",
        "希望的发布时间",
        "案由",
        "封面图片",
    ]
    shown = dict(zip(labels, page.words("//dd[@class='changes__words']"), strict=True))
    assert shown["案由"] == "（删除）盗窃（增加）诈骗罪"
    assert "2099-01-01 09:00" in shown["希望的发布时间"]
    assert "另一张.jpg" in shown["封面图片"] and "装饰图片" in shown["封面图片"]
    assert "用（删除）身边的案（删除）子讲" in " ".join(page.words("//td[1]"))
    assert "用（增加）真实的案（增加）例讲" in " ".join(page.words("//td[2]"))


def test_either_side_says_when_it_is_from_and_what_it_is(desk: DeskClient) -> None:
    at = staff.office()
    before = staff.text(body="<p>一、概况</p><p>不变的话。</p><p>要去掉的一段。</p>")
    article, first = staff.begun(at, before)
    body = "<h2>一、概况</h2><p>不变的话。</p>"
    second = editing.save(article, staff.text(body=body), first, at.editor)
    newsroom.enter(desk, at.editor)

    page = desk.page(path(article, f"compare?old={first}&new={second}"))

    rows = [
        page.words(f"//table[@class='difference']/tbody/tr[{n}]/td/span[@class!='hidden']")
        for n in (1, 2, 3)
    ]
    assert rows == [
        ["原来", "段落", "现在", "小标题"],
        ["相同", "段落", "相同", "段落"],
        ["原来", "段落", "现在", "没有这一项"],
    ]
    assert page.words("//table/caption") == ["正文的对比：原来是第 1 版，现在是第 2 版"]
    assert page.words("//table/thead//th") == ["原来", "现在"]
    assert not page.all("//table/ancestor::*[@tabindex]")


def test_words_beside_pictures_are_compared(desk: DeskClient, settings: Settings) -> None:
    at = staff.office(kind="pictures")
    one, other = make.picture(settings.media, "甲.jpg"), make.picture(settings.media, "乙.jpg")
    first_words = [
        MediaUse(one.id, "picture", "第一张的话"),
        MediaUse(other.id, "picture", "第二张"),
    ]
    article, first = staff.begun(at, staff.text(media=first_words))
    turned = [first_words[1], replace(first_words[0], text="换了的话")]
    second = editing.save(article, staff.text(media=turned), first, at.editor)
    newsroom.enter(desk, at.editor)

    page = desk.page(path(article, f"compare?old={first}&new={second}"))

    (words,) = page.words("//dd[@class='changes__words']")
    assert "第一张的话" in words and "换了的话" in words
    assert page.words("//dt[@class='changes__label']") == ["图片"]


def test_nothing_changed(desk: DeskClient) -> None:
    at = staff.office()
    article, first = staff.begun(at)
    newsroom.enter(desk, at.editor)

    page = desk.page(path(article, f"compare?old={first}&new={first}"))

    assert "内容相同" in page.text
    assert not page.all("//dt[@class='changes__label']")


def test_what_the_newest_revision_changes(desk: DeskClient) -> None:
    at = staff.office()
    article, first = staff.live(at)
    newsroom.enter(desk, at.reviewer)
    assert "只有一个版本" in desk.page(path(article, "changes"), 404).text
    second = staff.corrected(at, article, staff.text("更正"), until="draft")
    third = editing.save(article, staff.text("再更正"), second, at.editor)

    to = desk.get(path(article, "changes"), 303).headers["Location"]

    assert to.endswith(f"compare?old={first}&new={third}")
    placing.withdraw(article, at.publisher, "内容有误")
    to = desk.get(path(article, "changes"), 303).headers["Location"]
    desk.page(to)


def test_files_are_told_by_their_present_name(desk: DeskClient, settings: Settings) -> None:
    at = staff.office()
    picture = make.picture(settings.media)
    used = [MediaUse(picture.id, "cover", alt="河")]
    article, first = staff.begun(at, staff.text(media=used))
    second = editing.save(article, staff.text(), first, at.editor)
    Media.update(label="改过的名字").execute()
    newsroom.enter(desk, at.editor)

    page = desk.page(path(article, f"compare?old={first}&new={second}"))

    assert "改过的名字" in page.words("//dd[@class='changes__words']")[0]


@pytest.mark.parametrize("query", ["old=1&new=99", "old=0&new=0", "old=x", "new=1"])
def test_comparing_what_is_not_there(desk: DeskClient, query: str) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    newsroom.enter(desk, at.editor)

    assert "没有这个版本" in desk.page(path(article, f"compare?{query}"), 404).text
