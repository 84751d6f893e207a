"""The preview: the very page that readers will get, of a draft, a revision or the newest one."""

import re
from dataclasses import replace

import pytest

from portal.services import editing, library
from portal.services.content import Content, MediaUse
from portal.services.workflow import moves
from portal.settings import Settings
from tests import make, media_files
from tests.client import Answer, DeskClient, InspectingClient
from tests.desk import newsroom
from tests.desk.newsroom import edit_path, opened, send
from tests.services import staff

TIMES = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d\+08:00)?)?")
CODE = re.compile(r"<details class=\"code tools__code\">.*?</details>\n", re.S)
"""The QR code of an address that readers cannot open yet is left out."""
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nA\n"
DETAILS = {"documents": make.DOCUMENT, "videos": {"transcript": "大家好。\n\n再见。"}}
ROLES = {"pictures": ("picture",), "videos": ("video", "captions")}


def as_read(article: int, query: str = "") -> str:
    return f"/desk/articles/{article}/as-read{query}"


def full(settings: Settings, kind: str) -> Content:
    """A content with everything that its kind can show."""
    media = settings.media
    picture = make.picture(media, "甲.jpg")
    files = {
        "picture": picture,
        "cover": picture,
        "video": library.add_media(media, media_files.mp4(), "片.mp4"),
        "captions": library.add_media(media, CAPTIONS, "字.vtt"),
        "attachment": library.add_media(media, b"%PDF-1.7 ", "表.pdf"),
    }
    roles = (*ROLES.get(kind, ()), "attachment", "cover")
    return staff.text(
        body=f'{staff.TEXT.body}<p><img src="{picture.url}" alt="一块颜色"></p>',
        subtitle="副标题",
        author="某某",
        details=DETAILS.get(kind, {}),
        media=[MediaUse(files[role].id, role, "说明", "一块颜色") for role in roles],
    )


def article_in(page: Answer) -> str:
    return page.text.split("<article")[1].split("</article>")[0]


@pytest.mark.parametrize("kind", ["news", "page", "notices", "pictures", "documents", "videos"])
def test_the_preview_is_the_public_page(desk: DeskClient, settings: Settings, kind: str) -> None:
    at = staff.office(kind=kind)
    if kind != "page":  # which has one article only
        staff.live(at, replace(full(settings, kind), title="更早的一篇"))
    article, revision = staff.approved(at, full(settings, kind))
    newsroom.enter(desk, at.publisher)

    before = desk.get(as_read(article))
    moves.publish(article, revision, at.publisher)
    address = f"/{at.section.slug}/" if kind == "page" else f"/{at.section.slug}/{article}"
    public = InspectingClient(desk.app).page(address)

    old, new = (TIMES.sub("", CODE.sub("", article_in(each))) for each in (before, public))
    assert old == new
    assert before.words("//nav[@class='breadcrumb']") == public.words("//nav[@class='breadcrumb']")
    assert before.words("//head/title") == public.words("//head/title")


def test_only_our_own_pages_may_frame_it(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    newsroom.enter(desk, at.editor)

    inner, outer = desk.get(as_read(article)), desk.page(f"/desk/articles/{article}/preview")

    assert "frame-ancestors 'self'" in inner.headers["Content-Security-Policy"]
    assert inner.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert inner.headers["X-Robots-Tag"] == "noindex"
    assert inner.headers["Cache-Control"] == outer.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in outer.headers["Content-Security-Policy"]
    assert outer.headers["X-Frame-Options"] == "DENY"
    for path in ("/", f"/{at.section.slug}/", f"/desk/articles/{article}/"):
        assert "frame-ancestors 'none'" in desk.get(path).headers["Content-Security-Policy"]


def test_a_draft_is_shown_as_it_would_be_saved(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    newsroom.enter(desk, at.editor)

    sent = send(
        desk, opened(desk, article), "preview", title="还没保存的标题", body_text="新的一段"
    )
    outer = desk.page(sent.headers["Location"])
    frame = outer.all("//iframe")[0]
    inner = desk.get(frame.get("src"))

    assert inner.words("//h1") == ["还没保存的标题"] and "新的一段" in inner.text
    assert frame.get("title")
    token = frame.get("src").rsplit("=", 1)[1]
    assert f"{edit_path(article)}?draft={token}" in outer.all("//main//a/@href")
    assert desk.get(as_read(article)).words("//h1") == [staff.TEXT.title]


def test_widths(desk: DeskClient) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    newsroom.enter(desk, at.editor)
    path = f"/desk/articles/{article}/preview?revision={revision}"

    phone, wide = desk.page(path), desk.page(f"{path}&width=wide")

    assert phone.all("//div[@class='preview preview--phone']")
    assert wide.all("//div[@class='preview preview--wide']")
    assert wide.words("//main//a[@aria-current='true']") == ["电脑宽度"]
    for page in (phone, wide):
        assert page.all("//iframe/@src") == [as_read(article, f"?revision={revision}")]


def test_an_older_revision(desk: DeskClient) -> None:
    at = staff.office()
    article, first = staff.begun(at)
    editing.save(article, staff.text("第二版"), first, at.editor)
    newsroom.enter(desk, at.reviewer)

    assert desk.get(as_read(article, f"?revision={first}")).words("//h1") == [staff.TEXT.title]
    assert desk.get(as_read(article)).words("//h1") == ["第二版"]


def test_what_cannot_be_shown_is_said_around_the_frame(desk: DeskClient) -> None:
    at = staff.office()
    article = editing.begin(at.section.id, at.editor)
    newsroom.enter(desk, at.editor)
    outer = f"/desk/articles/{article}/preview"

    assert "还没有内容" in desk.page(outer, 404).text
    assert "已经保存或者放弃了" in desk.page(f"{outer}?draft=nowhere", 404).text
    send(desk, opened(desk, article), "check", 422, publish_at="明天", title="题")
    send(desk, opened(desk, article), "show", 200, publish_at="明天", title="题")
    token = opened(desk, article).all("//input[@name='draft']")[0].get("value")
    assert "发布时间请写成" in desk.page(f"{outer}?draft={token}", 400).text


@pytest.mark.parametrize("kind", ["documents", "videos", "pictures", "notices"])
def test_a_draft_that_lacks_nearly_everything(desk: DeskClient, kind: str) -> None:
    at = staff.office(kind=kind)
    article, _ = staff.begun(at, Content(""))
    newsroom.enter(desk, at.editor)

    assert desk.get(as_read(article)).words("//h1") == ["（还没有标题）"]


def test_a_live_article_shows_its_next_revision(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.live(at)
    staff.corrected(at, article, staff.text("更正过的"), until="draft")
    newsroom.enter(desk, at.reviewer)

    assert desk.get(as_read(article)).words("//h1") == ["更正过的"]
    page = desk.page(f"/desk/articles/{article}/preview")
    assert "回到文章" in page.words("//main//a") and "回到编辑" not in page.words("//main//a")


def test_it_takes_no_sign_of_life(desk: DeskClient) -> None:
    from portal.web.desk.guards import DOORS

    assert DOORS[desk.app.view_functions["desk.as_read"]].passive
