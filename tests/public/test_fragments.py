"""Fragments: the same address for htmx and for everybody, each saying that it differs."""

import pytest

from tests import make
from tests.client import InspectingClient


def test_navigation_gets_the_part_that_changes(client: InspectingClient) -> None:
    make.article(make.section(name="检察要闻"), "桥头的路灯亮了")

    part = client.fragment("/news/")

    assert part.words("/*/title") == ["检察要闻 - 检察门户"]
    assert part.all("//*[@id='page']//h1") and not part.all("//header[@class='header']")
    assert part.words("//*[@id='status']") == ["检察要闻，共 1 条。"]
    assert part.words("//nav[@id='menu']//a[@aria-current='page']") == ["检察要闻"]


def test_fragment_is_lighter_than_the_page(demo_client: InspectingClient) -> None:
    assert len(demo_client.fragment("/news/").text) < len(demo_client.page("/news/").text)


@pytest.mark.parametrize("name", ["HX-Boosted", "HX-History-Restore-Request"])
def test_boosted_and_history_requests_get_the_page(client: InspectingClient, name: str) -> None:
    make.section()

    client.page("/news/", headers={"HX-Request": "true", name: "true"})


@pytest.mark.parametrize("path", ["/", "/reading", "/search?q=x", "/sitemap", "/notices/ticker"])
def test_every_page_has_its_fragment(demo_client: InspectingClient, path: str) -> None:
    target = "ticker" if path.endswith("ticker") else "page"
    part = demo_client.fragment(path, target)

    assert part.all(f"//*[@id='{target}']")


def test_an_error_in_navigation_is_a_page_part(client: InspectingClient) -> None:
    part = client.fragment("/nowhere/", status=404)

    assert part.words("//h1") == ["找不到页面"]
    assert part.words("/*/title") == ["找不到页面 - 检察门户"]


def test_an_error_in_a_small_part_is_only_words(client: InspectingClient) -> None:
    part = client.fragment("/nowhere/", target="ticker", status=404)

    assert part.headers["HX-Reswap"] == "none"
    assert part.words("//*[@id='status']/*[@class='status__error']") == [
        "没有这个栏目，可能是网址输错了。"
    ]
