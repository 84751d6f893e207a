"""The article's form: every kind, with scripts and without, and nothing typed is lost."""

from datetime import datetime
from typing import Any

import pytest

from portal.models import Article, Draft, Media, RevisionMedia
from portal.roles import Actor
from portal.services import editing, library
from portal.settings import Settings
from tests import make, media_files
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import (
    edit_path,
    faults,
    newest,
    opened,
    press_media,
    send,
    send_rich,
    value,
)
from tests.services import staff

KINDS = ("news", "page", "notices", "pictures", "videos", "documents")
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\n大家好。\n".encode()


def begun(desk: DeskClient, kind: str) -> tuple[int, Actor]:
    """A blank article of a kind, and its editor, who is signed in."""
    place = make.section(kind, kind)
    who = staff.actor("editor", name="wang")
    newsroom.enter(desk, who)
    return editing.begin(place.id, who), who


def shelf(settings: Settings) -> dict[str, int]:
    """One file of each kind in the library: kind → number."""
    media = settings.media
    made = {
        "image": make.picture(media, "甲.jpg"),
        "other": make.picture(media, "乙.jpg", (600, 400)),
        "video": library.add_media(media, media_files.mp4(), "片.mp4"),
        "captions": library.add_media(media, CAPTIONS, "字幕.vtt"),
        "attachment": library.add_media(media, b"%PDF-1.7 ", "表.pdf"),
    }
    return {name: row.id for name, row in made.items()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rich", [False, True])
def test_every_kind_keeps_what_every_article_has(desk: DeskClient, kind: str, rich: bool) -> None:
    article, _ = begun(desk, kind)
    page = opened(desk, article)
    press = send_rich if rich else send
    body = {"body_html": "<p>一段话。</p>"} if rich else {"body_text": "一段话。"}

    press(
        desk,
        page,
        "save",
        title=" 标题\u200b ",
        subtitle="副标题",
        summary="摘要",
        keywords="普法，未成年人、 学校",
        source="本院",
        author="某某",
        publish_at="2026-05-08T09:30",
        **body,
    )

    saved = newest(article)
    assert (saved.title, saved.subtitle, saved.summary) == ("标题", "副标题", "摘要")
    assert (saved.keywords, saved.source, saved.author) == ("普法,未成年人,学校", "本院", "某某")
    assert saved.body == "<p>一段话。</p>"
    assert saved.publish_at == datetime(2026, 5, 8, 1, 30)
    again = opened(desk, article)
    assert value(again, "keywords") == "普法，未成年人，学校"
    assert value(again, "publish_at") == "2026-05-08T09:30"
    assert value(again, "body_text") == "一段话。"


def test_a_new_article_has_the_office_as_its_source(desk: DeskClient) -> None:
    from portal.services import site

    site.change_settings({"name": "示例市人民检察院"}, by=staff.actor("admin"))
    article, _ = begun(desk, "news")

    assert value(opened(desk, article), "source") == "示例市人民检察院"


def test_a_notice_expires(desk: DeskClient) -> None:
    article, _ = begun(desk, "notices")

    send(desk, opened(desk, article), "save", title="通知", expires_at="2026年6月1日 18:00")

    assert newest(article).expires_at == datetime(2026, 6, 1, 10, 0)
    refused = send(
        desk, opened(desk, article), "save", 422, publish_at="2026-06-02T09:00", summary="新的摘要"
    )
    assert faults(refused) == ["过期时间要晚于发布时间。"]
    assert refused.all("//div[@class='errors']//a/@href") == ["#expires_at"]
    assert value(refused, "summary") == "新的摘要"


def test_news_have_no_expiry(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")

    assert not opened(desk, article).all("//*[@name='expires_at']")


def test_a_legal_document(desk: DeskClient) -> None:
    article, _ = begun(desk, "documents")
    details = {f"detail_{key}": text for key, text in make.DOCUMENT.items()}

    send(desk, opened(desk, article), "save", title="起诉书", **details)

    assert newest(article).details == make.DOCUMENT
    page = opened(desk, article)
    assert value(page, "detail_date") == "2026-04-01"
    wrong = send(desk, page, "save", 422, detail_date="四月一日", detail_unit="某院")
    assert wrong.all("//div[@class='errors']//a/@href") == ["#detail_date"]
    assert wrong.words("//p[@id='detail_date-error']")
    assert (value(wrong, "detail_date"), value(wrong, "detail_unit")) == ("四月一日", "某院")
    long = send(desk, page, "save", 422, detail_cause="长" * 201)
    assert faults(long)[-1] == "“案由”最多 200 个字。"


def test_a_legal_document_is_submitted_complete(desk: DeskClient) -> None:
    article, _ = begun(desk, "documents")

    page = send(
        desk,
        opened(desk, article),
        "submit",
        422,
        title="起诉书",
        body_text="本院起诉书全文如下。",
        source="本院",
    )

    assert any("文书类型" in each for each in faults(page)), faults(page)
    wanted = [f"#detail_{key}" for key in ("type", "number", "cause", "unit", "date")]
    assert page.all("//div[@class='errors']//a/@href") == wanted, "all of them at once"
    assert newsroom.state(article) == ("draft", "draft")
    # What was saved on the way is what the form goes on from: no conflict with oneself.
    send(desk, page, "save", title="起诉书公开")
    assert newest(article).number == 2


def pictures(page: Answer, role: str = "picture") -> list[str]:
    return [each.get("value") for each in page.all(f"//input[@name='{role}']")]


def test_pictures_with_their_words_without_scripts(desk: DeskClient, settings: Settings) -> None:
    files = shelf(settings)
    article, _ = begun(desk, "pictures")
    page = opened(desk, article)

    numbers = f"{files['image']} {files['other']}"
    page = press_media(desk, page, "media-add:picture", **{"picture-add": numbers}, title="图说")
    assert pictures(page) == [str(files["image"]), str(files["other"])]
    assert value(page, "title") == "图说"
    page = press_media(
        desk,
        page,
        "media-down:picture:0",
        **{"picture-alt": ["河", "岸"], "picture-text": ["河水", "河岸"]},
    )
    assert pictures(page) == [str(files["other"]), str(files["image"])]
    page = press_media(desk, page, "media-add:cover", **{"cover-add": str(files["other"])})
    send(desk, page, "save", **{"picture-decorative": ["1"]})

    uses = RevisionMedia.select().order_by(RevisionMedia.role, RevisionMedia.position)
    assert [(u.role, u.media_id, u.text, u.alt, u.decorative) for u in uses] == [
        ("cover", files["other"], "", "一块颜色", False),
        ("picture", files["other"], "河岸", "岸", False),
        ("picture", files["image"], "河水", "", True),
    ]
    page = press_media(desk, opened(desk, article), "media-remove:picture:0")
    assert pictures(page) == [str(files["image"])]
    assert page.all("//input[@name='picture-decorative'][@checked]")
    assert pictures(page, "cover") == [str(files["other"])]


def test_a_number_typed_and_not_added_is_not_lost(desk: DeskClient, settings: Settings) -> None:
    files = shelf(settings)
    article, _ = begun(desk, "news")
    typed = {"cover-add": str(files["image"]), "attachment-add": str(files["attachment"])}

    send(desk, opened(desk, article), "save", title="有封面", **typed)

    assert [u.role for u in RevisionMedia.select()] == ["attachment", "cover"]
    refused = send(desk, opened(desk, article), "save", 422, **{"cover-add": "99999"})
    assert refused.all("//div[@class='errors']//a/@href") == ["#cover"]


def test_a_wrong_number_is_said_at_its_field(desk: DeskClient, settings: Settings) -> None:
    files = shelf(settings)
    article, _ = begun(desk, "pictures")

    for typed, sentence in (
        ("", "请写图片的编号，在媒体库里可以查到。"),
        ("99999", "没有编号为 99999 的图片，请到媒体库核对。"),
        (str(files["video"]), f"没有编号为 {files['video']} 的图片，请到媒体库核对。"),
    ):
        page = send(
            desk,
            opened(desk, article),
            "media-add:picture",
            422,
            title="没有丢",
            **{"picture-add": typed},
        )
        assert faults(page) == [sentence]
        assert page.all("//div[@class='errors']//a/@href") == ["#picture"]
        assert page.words("//fieldset[@id='picture']//p[@class='field__error']")
        assert value(page, "title") == "没有丢"


def test_a_file_that_is_gone_is_said_at_its_field(desk: DeskClient, settings: Settings) -> None:
    article, _ = begun(desk, "news")
    media = make.picture(settings.media).id
    page = press_media(desk, opened(desk, article), "media-add:cover", **{"cover-add": str(media)})
    Media.delete().where(Media.id == media).execute()

    refused = send(desk, page, "save", 422, title="有封面")

    assert refused.all("//div[@class='errors']//a/@href") == ["#cover"]
    send(desk, refused, "save")
    assert newest(article).title == "有封面"


def test_a_video_with_captions_and_transcript(desk: DeskClient, settings: Settings) -> None:
    files = shelf(settings)
    article, _ = begun(desk, "videos")

    page = opened(desk, article)
    for role in ("video", "captions", "attachment"):
        page = press_media(desk, page, f"media-add:{role}", **{f"{role}-add": str(files[role])})
    send(
        desk,
        page,
        "submit",
        title="开放日视频",
        summary="开放日的记录。",
        keywords="开放日",
        source="本院",
        detail_transcript="大家好。",
        detail_duration="7",
        **{"attachment-text": ["活动安排表"]},
    )

    assert newsroom.state(article) == ("draft", "submitted")
    assert newest(article).details == {"transcript": "大家好。", "duration": 7}
    assert [u.role for u in RevisionMedia.select()] == ["attachment", "captions", "video"]


def test_what_is_too_long_is_said_and_kept(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")
    typed: dict[str, Any] = {"title": "长" * 201, "summary": "长" * 501, "author": "长" * 61}

    page = send(desk, opened(desk, article), "save", 422, body_text="正文\r\n第二段", **typed)

    assert faults(page) == [
        "“标题”最多 200 个字。",
        "“摘要”最多 500 个字。",
        "“作者”最多 60 个字。",
    ]
    assert page.all("//div[@class='errors']//a/@href") == ["#headline", "#summary", "#author"]
    for name, text in typed.items():
        assert value(page, name) == text
        assert page.all(f"//*[@name='{name}']/@aria-invalid") == ["true"]
    assert value(page, "body_text").split() == ["正文", "第二段"]
    assert not newsroom.count(article)


@pytest.mark.parametrize("act", ["save", "submit", "preview"])
def test_a_time_that_cannot_be_read_is_kept_as_typed(desk: DeskClient, act: str) -> None:
    article, _ = begun(desk, "news")

    page = send(desk, opened(desk, article), act, 422, title="题", publish_at="明天上午")

    assert page.all("//div[@class='errors']//a/@href") == ["#publish_at"]
    assert value(page, "publish_at") == "明天上午"
    assert value(page, "title") == "题"


def test_marks_that_cannot_be_read_are_said_at_the_body(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")
    text = "开头\r\n[[图片 999：没有这张]]\r\n结尾"

    page = send(desk, opened(desk, article), "save", 422, body_text=text, title="题")

    assert page.all("//div[@class='errors']//a/@href") == ["#body_text"]
    assert value(page, "body_text").splitlines() == ["开头", "[[图片 999：没有这张]]", "结尾"]


def test_only_one_thing_takes_focus(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")
    page = opened(desk, article)
    refused = send(desk, page, "save", 422, title="长" * 201)
    stopped = send(desk, page, "submit", 422, title="")
    checked = send(desk, stopped, "check", 200)

    for each, focused in (
        (page, "headline"),
        (refused, "errors-title"),
        (stopped, "errors-title"),
        (checked, "findings-title"),
    ):
        (found,) = each.all("//*[@autofocus]")
        assert focused in (found.get("id"), found.get("aria-labelledby"))


def test_saving_twice_makes_one_revision(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")
    send(desk, opened(desk, article), "save", title="题", body_text="一\r\n二")

    send(desk, opened(desk, article), "save")
    send_rich(desk, opened(desk, article), "save")

    assert newest(article).number == 1


def test_a_button_that_only_changes_the_form_keeps_a_draft(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")

    page = send(desk, opened(desk, article), "check", 200, title="写到一半", body_text="一段话")

    assert not newsroom.count(article) and Draft.select().count() == 1
    assert value(opened(desk, article), "title") == "写到一半"
    send(desk, page, "check", 200, title="又写了一点")
    assert Draft.select().count() == 1
    assert value(opened(desk, article), "title") == "又写了一点"


def test_saving_ends_the_draft(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")
    page = send(desk, opened(desk, article), "check", 200, title="写到一半")

    send(desk, page, "save", title="写完了")

    assert not Draft.select().count()
    assert "自动保存、还没有正式保存" not in opened(desk, article).text


def test_the_form_leads_to_another_section(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")

    page = opened(desk, article)

    assert "栏目news" in page.words("//p[@class='article-where']")[0]
    assert f"/desk/articles/{article}/move" in page.all("//p[@class='article-where']/a/@href")


def test_submitting_with_findings_lists_them(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")

    page = send(desk, opened(desk, article), "submit", 422, title="", body_text="一段话。")

    assert page.all("//div[@class='errors']//a/@href") == ["#headline"]
    assert page.words("//li[contains(@class, 'finding--stop')]")
    assert newest(article).body == "<p>一段话。</p>"


def test_nobody_writes_in_a_colleagues_article(desk: DeskClient) -> None:
    article, _ = begun(desk, "news")
    other = staff.actor("editor", name="other")
    newsroom.enter(desk, other)
    fields = {"act": "save", "title": "抢写", "based_on": "0"}

    assert "接手编辑" in desk.page(edit_path(article), 403).text
    page = desk.submit(edit_path(article), fields, 403)
    assert value(page, "title") == "抢写"
    assert "接手编辑" in faults(page)[0]
    assert not newsroom.count(article)
    desk.submit(f"/desk/articles/{article}/take-over")
    desk.submit(edit_path(article), fields)
    assert newest(article).title == "抢写"


def test_writing_while_it_is_being_reviewed(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    newsroom.enter(desk, at.editor)
    page = opened(desk, article)
    desk.submit(f"/desk/articles/{article}/submit", {"revision": newest(article).id})

    refused = send(desk, page, "save", 409, title="送审以后还在写")

    assert value(refused, "title") == "送审以后还在写"
    assert "待审核" in faults(refused)[0]
    desk.page(edit_path(article), 409)


@pytest.mark.parametrize("rich", [False, True])
def test_writing_in_what_a_colleague_deleted(desk: DeskClient, rich: bool) -> None:
    article, _ = begun(desk, "news")
    page = opened(desk, article)
    Article.delete().execute()
    press = send_rich if rich else send
    body = {"body_html": "<p>一段话。</p>"} if rich else {"body_text": "一段话。"}

    gone = press(desk, page, "save", 404, title="没有白写", **body)

    texts = [each.text.removeprefix("\n") for each in gone.all("//textarea[@readonly]")]
    assert texts[0] == "没有白写" and "一段话。" in texts
