"""The home page and the frame around every page: all from data, nothing empty."""

from datetime import datetime

from portal.services import site
from tests import make
from tests.client import InspectingClient

BLOCKS = [
    "检察要闻",
    "理论研讨",
    "新法速递",
    "图说检察",
    "检察视频",
    "法律文书公开",
    "检务公开",
    "微观检察",
]


def test_demo_home_has_every_block(demo_client: InspectingClient) -> None:
    page = demo_client.page("/")

    titles = page.words("//main//h2")
    for block in [*BLOCKS, "通知公告"]:
        assert block in titles, block
    assert page.words("//nav[@class='footer__friends']/h2") == ["友情链接"]
    assert page.words("//nav[@id='menu']//a") == ["首页", "本院概况", *BLOCKS[:6]]
    assert not page.all("//main//ul[not(li)] | //main//section[not(.//a)]")


def test_head_news_has_one_picture_and_three_stories(demo_client: InspectingClient) -> None:
    page = demo_client.page("/")

    assert len(page.all("//section[@class='headlines']//h3")) == 3
    (image,) = page.all("//div[@class='headlines__picture']//img")
    assert image.get("loading") is None, "the first picture is not kept waiting"


def test_an_empty_portal_says_so(client: InspectingClient) -> None:
    assert "还没有发布文章" in client.page("/").words("//p[@class='empty']")[0]


def test_settings_are_shown_and_empty_ones_left_out(client: InspectingClient) -> None:
    before = client.page("/").text
    assert "主办单位" not in before and "公安" not in before and "ICP" not in before

    site.change_settings(
        {
            "name": "示例市人民检察院",
            "owner": "示例市人民检察院",
            "icp": "示ICP备00000000号",
            "police": "示公网安备 00000000000000号",
        }
    )
    page = client.page("/")
    assert "主办单位：示例市人民检察院" in page.words("//footer//li")
    assert page.all("//footer//a[text()='示ICP备00000000号']")
    assert page.all("//footer//a[contains(@href, 'code=00000000000000')]")


def test_outside_links_by_group(client: InspectingClient) -> None:
    make.section()
    site.replace_links(
        [
            {
                "group": "friends",
                "name": "上级院",
                "url": "https://www.example.cn/",
                "description": "",
            },
            {
                "group": "channels",
                "name": "微博",
                "url": "https://example.cn/w",
                "description": "每天更新",
            },
        ]
    )

    page = client.page("/")

    assert page.words("//nav[@class='footer__friends']//a") == ["上级院"]
    (code,) = page.all("//li[@class='channel']//img/@src")
    assert client.get(code).response.mimetype == "image/svg+xml"
    client.page("/links/channels/2/qr.svg", 404)


def test_blocks_show_the_newest(client: InspectingClient) -> None:
    place = make.section()
    for n in range(1, 11):
        make.article(place, f"第{n}篇", datetime(2026, 1, n))

    titles = client.page("/").words("//section[@aria-labelledby='block-news']//li/a")

    assert titles == [f"第{n}篇" for n in range(10, 3, -1)]


def test_titles_are_never_cut(client: InspectingClient) -> None:
    title = "很长的标题" * 30
    make.article(make.section(), title)

    assert title in client.page("/").words("//section[@aria-labelledby='block-news']//li/a")


def test_hostile_titles_are_text(client: InspectingClient) -> None:
    title = "\"><img src=x onerror=alert(1)>{{7*7}}'&lt;"
    number = make.article(make.section(), title, summary=title, author=title)

    for path in ("/", "/news/", f"/news/{number}", "/search?q=alert"):
        assert title in client.page(path).words("//main//a | //main//h1"), path
