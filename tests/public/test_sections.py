"""Section lists: pages at any depth, sub-sections, presentations, empty states."""

from datetime import datetime, timedelta

import pytest

from portal.roles import COMMAND
from portal.services.workflow import placing
from tests import make
from tests.client import InspectingClient


def test_pages_hold_every_article_once(client: InspectingClient) -> None:
    place = make.section()
    start = datetime(2020, 1, 1)
    for n in range(205):
        make.article(place, f"第{n}篇", start + timedelta(hours=n // 2))

    seen: list[str] = []
    for number in range(1, 12):
        page = client.page(f"/news/?page={number}" if number > 1 else "/news/")
        seen += page.words("//ul[@class='lines']//a")
        assert page.words("//nav[@aria-label='分页']//a[@aria-current='page']") == [str(number)]

    assert seen == [f"第{n}篇" for n in reversed(range(205))]
    assert "共 205 条，第 11 页，共 11 页" in page.words("//p[@class='count']")


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "２", "99", "9" * 40, ""])
def test_a_page_that_is_not_there(client: InspectingClient, page: str) -> None:
    make.article(make.section())

    assert client.page("/news/", 200)
    client.page(f"/news/?page={page}", 404)


def test_the_last_page_has_no_next(client: InspectingClient) -> None:
    place = make.section()
    for n in range(21):
        make.article(place, f"第{n}篇")

    assert client.page("/news/?page=2").words("//nav[@aria-label='分页']//a") == [
        "上一页",
        "1",
        "2",
    ]


def test_one_page_has_no_pagination(client: InspectingClient) -> None:
    make.article(make.section())

    assert not client.page("/news/").all("//nav[@aria-label='分页']")


def test_empty_section_says_so(client: InspectingClient) -> None:
    make.section(name="检察视频")

    assert "检察视频还没有内容" in client.page("/news/").words("//p[@class='empty']")[0]


def test_group_shows_its_sub_sections(client: InspectingClient) -> None:
    make.section("openness", "group", name="检务公开")
    make.section("leaders", "page", name="领导简介", parent="openness")

    page = client.page("/openness/")

    assert page.words("//li[@class='child']/p[1]") == ["领导简介"]
    assert client.page("/leaders/").words("//nav[@aria-label='当前位置']//li") == [
        "首页",
        "检务公开",
        "领导简介",
    ]


def test_documents_are_a_table(client: InspectingClient) -> None:
    place = make.section("documents", "documents")
    make.article(place, "张某甲盗窃案起诉书", details=make.DOCUMENT)

    page = client.page("/documents/")

    names = ["文书类型", "文号", "案由", "制作单位", "文书日期"]
    facts = ["起诉书", "示检刑诉〔2026〕1号", "盗窃罪", "示例市人民检察院", "2026-04-01"]
    assert page.words("//thead//th") == ["文书名称", *names]
    assert page.words("//tbody/tr/th/a") == ["张某甲盗窃案起诉书"]
    assert page.words("//tbody/tr/td") == facts
    # Where the columns do not fit, the same stands in the first one.
    assert page.words("//tbody/tr/th//dt") == [f"{name}：" for name in names]
    assert page.words("//tbody/tr/th//dd") == facts


def test_picture_lists_show_covers(demo_client: InspectingClient) -> None:
    page = demo_client.page("/pictures/")

    cards = page.all("//li[@class='card']")
    assert len(cards) >= 8
    assert len(page.all("//li[@class='card']//img")) == len(cards)


def test_unknown_section_is_not_found_and_helps(client: InspectingClient) -> None:
    make.section(name="检察要闻")

    page = client.page("/nothing-here/", 404)

    assert "检察要闻" in page.words("//main//ul/li")
    assert page.all("//main//form[@action='/search']")


def test_without_slash_redirects(client: InspectingClient) -> None:
    make.section()

    assert client.get("/news", 308).headers["Location"].endswith("/news/")


def test_not_yet_published_is_not_listed(client: InspectingClient) -> None:
    place = make.section()
    make.article(place, "以后的", datetime(2199, 1, 1))

    assert "以后的" not in client.page("/news/").text
    assert "以后的" not in client.get("/feed.xml").text
    assert "/news/1" not in client.get("/sitemap.xml").text


@pytest.mark.parametrize(
    ("kind", "details", "first"),
    [
        ("news", {}, "//ul[@class='lines']/li[1]"),
        ("videos", {"duration": "60", "transcript": "文字"}, "//ul[@class='cards']/li[1]"),
        ("documents", make.DOCUMENT, "//tbody/tr[1]"),
    ],
)
def test_pinned_articles_say_so(
    client: InspectingClient, kind: str, details: dict[str, str], first: str
) -> None:
    place = make.section(kind, kind)
    old = make.article(place, "老文章", datetime(2020, 1, 1), details=details)
    make.article(place, "新文章", datetime(2026, 1, 1), details=details)
    placing.pin(old, COMMAND)

    page = client.page(f"/{kind}/")

    assert page.words(f"{first}//a") == ["老文章"]
    assert page.words("//*[@class='pinned']") == ["置顶"]
    assert page.words(f"{first}//*[@class='pinned']") == ["置顶"]
    assert "新文章" in client.get(f"/{kind}/feed.xml").text.split("老文章")[0]
