"""Checks of the form around the text: title, body, summary, kind, expiry, attachments."""

from datetime import date

import pytest

from portal.checks import Draft, PictureUse, run
from tests.rooms.checked_drafts import draft, found, mended, use, with_body

DOCUMENT = {
    "type": "起诉书",
    "number": "示检刑诉〔2026〕12号",
    "cause": "盗窃罪",
    "unit": "示例市人民检察院",
    "date": "2026-04-01",
}
VIDEO = {"transcript": "画面里是一条河，旁白说水清了。"}
FILM = (use("video", "", ""), use("captions", "", ""))


@pytest.mark.parametrize(
    ("values", "key", "field"),
    [
        ({"title": " "}, "title-missing", "title"),
        ({"title": "……！"}, "title-missing", "title"),
        ({"title": "长" * 101}, "title-long", "title"),
        ({"body": ""}, "body-empty", "body"),
        ({"body": "<p>……</p>"}, "body-empty", "body"),
        ({"body": "", "kind": "notices"}, "body-empty", "body"),
        ({"summary": ""}, "summary-missing", "summary"),
        ({"keywords": ()}, "keywords-missing", "keywords"),
        ({"keywords": ("", "，")}, "keywords-missing", "keywords"),
        ({"source": " "}, "source-missing", "source"),
        ({"expires": date(2026, 5, 7)}, "expiry-past", "expires"),
        ({"kind": "notices", "title": "国庆节放假安排"}, "expiry-missing", "expires"),
        ({"kind": "pictures"}, "story-pictures", "picture"),
        ({"kind": "pictures", "uses": (use("picture", text=""),)}, "story-words", "picture"),
        ({"kind": "pictures", "uses": (use("picture", alt=" "),)}, "picture-alt", "picture"),
        ({"kind": "videos", "details": VIDEO, "uses": FILM[1:]}, "video-missing", "video"),
        ({"kind": "videos", "details": VIDEO, "uses": FILM[:1]}, "video-captions", "captions"),
        ({"kind": "videos", "uses": FILM}, "video-transcript", "details.transcript"),
        ({"uses": (use("attachment", "附件1.docx"),)}, "attachment-title", "attachment"),
        ({"uses": (use("attachment", ""),)}, "attachment-title", "attachment"),
        ({"uses": (use("attachment", "open-day-form"),)}, "attachment-title", "attachment"),
    ],
)
def test_what_is_missing_is_named(values: dict[str, object], key: str, field: str) -> None:
    (finding,) = run(draft(**values))

    assert (finding.key, finding.field) == (f"{key}:1", field)


@pytest.mark.parametrize(
    "sound",
    [
        draft(title="长" * 100),
        draft(title="公开听证公告（2026年第18号）"),
        draft(title="检察官说：“请您先别挂电话！”"),
        draft(kind="pictures", body="", uses=(use("picture"),)),
        draft(kind="videos", body="", details=VIDEO, uses=FILM),
        draft(kind="documents", details=DOCUMENT),
        draft(kind="notices", expires=date(2026, 5, 8)),
        draft(kind="notices", title="国庆节放假安排", expires=date(2026, 10, 8)),
        draft(kind="notices", title="接待时间调整的通知"),
        draft(uses=(use("cover", "", ""), use("attachment", "公开听证旁听报名表"))),
        draft(kind="pictures", uses=(PictureUse("picture", "a.jpg", "", True, "配文"),)),
    ],
)
def test_what_is_complete_passes(sound: Draft) -> None:
    assert run(sound) == []


def test_a_stop_at_the_end_of_a_title_goes() -> None:
    assert mended(draft(title="河水变清了。"), "title-end").title == "河水变清了"


@pytest.mark.parametrize(
    "number",
    [
        "示检刑诉[2026]12号",
        "示检刑诉(2026)12号",
        "示检刑诉（2026）12号",
        "示检刑诉【2026】12号",
        "示检刑诉［2026］12号",
        "示检刑诉〔2026]12号",
        "示检刑诉[2026〕12号",
    ],
)
def test_a_document_number_gets_its_brackets(number: str) -> None:
    wrong = draft(kind="documents", details={**DOCUMENT, "number": number})

    after = mended(wrong, "number-brackets")

    assert after.details == DOCUMENT
    assert run(after) == []


@pytest.mark.parametrize(
    "number", ["示检一部刑不诉〔2023〕Z12号", "示检行公诉〔2025〕1号", "示检刑诉〔2026〕3号之一"]
)
def test_right_document_numbers_pass(number: str) -> None:
    assert run(draft(kind="documents", details={**DOCUMENT, "number": number})) == []


def test_a_document_number_without_a_year_is_doubted() -> None:
    wrong = draft(kind="documents", details={**DOCUMENT, "number": "示检刑诉12号"})

    assert [each.key for each in run(wrong)] == ["number-form:1"]


def test_document_numbers_in_the_text_get_their_brackets() -> None:
    after = mended(with_body("<p>依照高检发办字（2024）3号文件办理。</p>"), "number-in-text")

    assert "高检发办字〔2024〕3号" in after.body


def test_court_numbers_keep_their_brackets() -> None:
    assert run(with_body("<p>示例市人民法院（2025）示0101刑初12号判决。</p>")) == []


@pytest.mark.parametrize(
    "alt",
    [
        "图片",
        "图1",
        "照片",
        "image",
        "IMG_2020.jpg",
        "微信图片_20200501101112",
        "DSC00012",
        "现场.png",
    ]
    + ["mmexport1588", "QQ截图20260508", "news-1", "一张图片", "图片描述", "untitled"],
)
def test_alts_that_say_nothing_stop_the_draft(alt: str) -> None:
    in_use = draft(kind="pictures", uses=(use("picture", alt=alt),))
    in_body = with_body(f'<figure><img src="/media/0123456789abcdef/a.jpg" alt="{alt}"></figure>')

    assert [each.key for each in run(in_use)] == ["picture-alt-words:1"]
    assert [(each.key, each.block) for each in run(in_body)] == [("picture-alt-words:1", 1)]


@pytest.mark.parametrize(
    "alt",
    ["图书馆门前的坡道", "12309热线的海报", "图为听证现场", "两名检察官在河边", "照片墙前的合影"],
)
def test_alts_that_say_something_pass(alt: str) -> None:
    assert run(draft(kind="pictures", uses=(use("picture", alt=alt),))) == []


def test_a_picture_in_the_body_is_decided_on() -> None:
    figure = '<figure><img src="/media/0123456789abcdef/a.jpg"{}></figure>'

    assert [each.key for each in run(with_body(figure.format("")))] == ["picture-alt:1"]
    assert run(with_body(figure.format(' alt=""'))) == []
    assert run(with_body(figure.format(' alt="一条河"'))) == []


def test_a_decorative_picture_has_no_caption() -> None:
    html = '<img src="/media/0123456789abcdef/a.jpg" alt="{}"><figcaption>整治后的河道</figcaption>'

    assert found(with_body(f"<figure>{html.format('')}</figure>"), "picture-captioned")
    assert run(with_body(f"<figure>{html.format('一条河')}</figure>")) == []


def test_a_body_of_pictures_alone_is_questioned() -> None:
    poster = '<p><img src="/media/0123456789abcdef/a.jpg" alt="开放日海报"></p>'

    assert [each.key for each in run(draft(body=poster))] == ["picture-only:1"]
    assert run(draft(body=poster, kind="pictures", uses=(use("picture"),))) == []


def test_an_endless_alt_is_questioned() -> None:
    html = f'<p><img src="/media/0123456789abcdef/a.jpg" alt="{"河" * 151}"></p>'

    assert [each.key for each in run(with_body(html))] == ["picture-alt-long:1"]
