"""What machines read: page meta tags, structured data, feeds, site map, robots."""

import json
from datetime import datetime

from lxml import etree

from portal.services import site
from portal.web.public import sitemap
from tests import make
from tests.client import Answer, InspectingClient

CODE = "1304000009"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def rule_tags(page: Answer) -> dict[str, str]:
    """The meta tags of the page rule: those that begin with a capital letter."""
    pairs = ((each.get("name"), each.get("content")) for each in page.all("//meta[@name]"))
    return {name: content for name, content in pairs if name[0].isupper()}


def office(client: InspectingClient) -> int:
    site.change_settings({"name": "示例市人民检察院", "site_code": CODE})
    place = make.section(name="检察要闻", description="发布本院办案和工作动态。")
    return make.article(
        place, "桥头的路灯亮了", datetime(2026, 3, 4, 15, 7), keywords=["路灯", "监督"]
    )


def test_three_seven_and_ten(client: InspectingClient) -> None:
    number = office(client)
    three = {"SiteName": "示例市人民检察院", "SiteDomain": "www.example.gov.cn", "SiteIDCode": CODE}
    seven = three | {
        "ColumnName": "检察要闻",
        "ColumnDescription": "发布本院办案和工作动态。",
        "ColumnKeywords": "检察,news",
        "ColumnType": "新闻动态",
    }
    ten = seven | {
        "ArticleTitle": "桥头的路灯亮了",
        "PubDate": "2026-03-04 15:07",
        "ContentSource": "示例市人民检察院",
    }

    assert rule_tags(client.page("/")) == three
    assert rule_tags(client.page("/news/")) == seven
    article = rule_tags(client.page(f"/news/{number}"))
    assert article == ten | {
        "Keywords": "路灯,监督",
        "Description": "正文第一段。",
        "Url": f"https://www.example.gov.cn/news/{number}",
    }


def test_no_code_no_tag(client: InspectingClient) -> None:
    make.section()

    assert "SiteIDCode" not in rule_tags(client.page("/"))


def test_every_demo_page_has_honest_tags(demo_client: InspectingClient) -> None:
    tree = etree.fromstring(demo_client.get("/sitemap.xml").response.data)
    addresses = tree.xpath("//m:loc/text()", namespaces=MAP)
    assert len(addresses) > 110
    for address in addresses:
        path = address.removeprefix("https://www.example.gov.cn")
        page = demo_client.page(path)
        tags = rule_tags(page)
        for name, value in tags.items():
            assert value.strip() and value not in ("null", "None"), (path, name)
        assert "//" not in tags["SiteDomain"]
        assert tags.get("ColumnDescription") != tags.get("ColumnName") or "ColumnName" not in tags
        assert page.all("//link[@rel='canonical']/@href") == [address]


def test_structured_data(client: InspectingClient) -> None:
    number = office(client)

    page = client.page(f"/news/{number}")

    news, crumbs = (
        json.loads(each.text) for each in page.all("//script[@type='application/ld+json']")
    )
    assert news["@type"] == "NewsArticle" and news["headline"] == "桥头的路灯亮了"
    assert news["datePublished"] == "2026-03-04T15:07:00+08:00"
    assert [each["name"] for each in crumbs["itemListElement"]] == ["首页", "检察要闻", "正文"]
    assert crumbs["itemListElement"][1]["item"] == "https://www.example.gov.cn/news/"


def test_structured_data_cannot_be_left(client: InspectingClient) -> None:
    title = "</script><script>alert(1)</script><!--"
    number = make.article(make.section(), title)

    page = client.page(f"/news/{number}")

    data = json.loads(page.all("//script[@type='application/ld+json']")[0].text)
    assert data["headline"] == title
    assert page.words("//h1") == [title]


def test_open_graph(client: InspectingClient) -> None:
    number = office(client)

    graph = {
        e.get("property"): e.get("content")
        for e in client.page(f"/news/{number}").all("//meta[@property]")
    }

    assert graph["og:title"] == "桥头的路灯亮了" and graph["og:type"] == "article"
    assert graph["og:url"] == f"https://www.example.gov.cn/news/{number}"


def test_host_header_does_not_enter_a_page(client: InspectingClient) -> None:
    number = office(client)

    for path in ("/", f"/news/{number}", "/feed.xml", "/sitemap.xml", "/robots.txt", "/no/1"):
        answer = client.raw.get(path, headers={"Host": "evil.example"})
        assert b"evil.example" not in answer.data, path


def test_feeds(client: InspectingClient) -> None:
    number = office(client)
    make.article(make.section("theory"), "另一个栏目的", datetime(2026, 4, 1))

    whole = etree.fromstring(client.get("/feed.xml").response.data)
    news = etree.fromstring(client.get("/news/feed.xml").response.data)

    assert whole.xpath("//a:entry/a:title/text()", namespaces=ATOM) == [
        "另一个栏目的",
        "桥头的路灯亮了",
    ]
    assert news.xpath("//a:entry/a:id/text()", namespaces=ATOM) == [
        f"https://www.example.gov.cn/news/{number}"
    ]
    assert news.xpath("//a:entry/a:published/text()", namespaces=ATOM) == [
        "2026-03-04T15:07:00+08:00"
    ]
    client.page("/nothing/feed.xml", 404)


def test_sitemap_is_split_when_large(client: InspectingClient, monkeypatch) -> None:
    monkeypatch.setattr(sitemap, "SIZE", 10)
    place = make.section()
    for n in range(25):
        make.article(place, f"第{n}篇")

    index = etree.fromstring(client.get("/sitemap.xml").response.data)
    parts = index.xpath("//m:sitemap/m:loc/text()", namespaces=MAP)
    found = []
    for part in parts:
        tree = etree.fromstring(
            client.get(part.removeprefix("https://www.example.gov.cn")).response.data
        )
        found += tree.xpath("//m:loc/text()", namespaces=MAP)

    assert len(parts) == 3
    assert len([each for each in found if "/news/" in each and each[-1] != "/"]) == 25
    assert len(found) == len(set(found))
    client.page("/sitemap-4.xml", 404)


def test_robots(client: InspectingClient) -> None:
    text = client.get("/robots.txt").text

    assert "Sitemap: https://www.example.gov.cn/sitemap.xml" in text
    assert "Disallow: /desk/" in text


def test_codes_are_pictures_of_the_address(client: InspectingClient) -> None:
    number = office(client)

    answer = client.get(f"/news/{number}/qr.svg")

    assert answer.response.mimetype == "image/svg+xml"
    assert etree.fromstring(answer.response.data).tag.endswith("svg")
    client.page("/news/999/qr.svg", 404)
