"""Section navigation by htmx: address, title, breadcrumb, current item, focus, history, status."""

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Watch


def status(page: Page) -> str:
    return page.locator("#status").inner_text()


def documents_loaded(page: Page) -> list[str]:
    """The whole documents that a page loads from now on."""
    seen: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type == "document":
            seen.append(request.url)

    page.on("request", note)
    return seen


def follow(page: Page, name: str) -> None:
    with page.expect_response(lambda r: r.request.headers.get("hx-request") == "true"):
        page.get_by_role("navigation", name="主导航").get_by_role("link", name=name).click()
    expect(page.locator("#menu a[aria-current=page]")).to_have_text(name)


def test_menu(page: Page, address: str) -> None:
    page.goto("/")
    loaded = documents_loaded(page)

    follow(page, "理论研讨")

    expect(page).to_have_url(f"{address}/theory/")
    expect(page).to_have_title("理论研讨 - 示例市人民检察院")
    expect(page.locator("#title")).to_be_focused()
    expect(page.locator("#title")).to_have_text("理论研讨")
    assert page.locator("nav[aria-label=当前位置] li").all_inner_texts() == ["首页", "理论研讨"]
    assert page.locator("#menu a[aria-current=page]").all_inner_texts() == ["理论研讨"]
    assert status(page).startswith("理论研讨，共")
    assert not loaded, "a fragment was enough"


def test_back_and_forward(page: Page, address: str) -> None:
    page.goto("/")
    follow(page, "检察要闻")
    page.mouse.wheel(0, 500)
    page.wait_for_function("() => window.pageYOffset > 300")
    left = page.evaluate("window.pageYOffset")
    page.locator("main .lines__title").nth(8).click()
    expect(page).to_have_url(re.compile(r"/news/\d+$"))
    expect(page.locator("#title")).to_be_focused()
    assert page.evaluate("window.pageYOffset") == 0
    article = page.title()

    page.go_back()
    expect(page).to_have_title("检察要闻 - 示例市人民检察院")
    expect(page.locator("#menu a[aria-current=page]")).to_have_text("检察要闻")
    page.wait_for_function(f"() => Math.abs(window.pageYOffset - {left}) < 40")

    page.go_back()
    expect(page).to_have_url(f"{address}/")
    expect(page.locator("#menu a[aria-current=page]")).to_have_text("首页")
    expect(page.locator("header.header")).to_have_count(1)

    page.go_forward()
    page.go_forward()
    expect(page).to_have_title(article)
    expect(page.locator("header.header")).to_have_count(1)
    expect(page.locator("#title")).to_be_focused()


def test_pages_of_a_list(page: Page, address: str) -> None:
    page.goto("/news/")

    page.get_by_role("navigation", name="分页").get_by_role("link", name="2", exact=True).click()

    expect(page).to_have_url(f"{address}/news/?page=2")
    expect(page.locator("#title")).to_be_focused()
    expect(page.locator("nav[aria-label=分页] [aria-current=page]")).to_have_text("2")
    assert "第 2 页" in status(page)


def test_reload_after_navigation_is_the_whole_page(page: Page) -> None:
    page.goto("/")
    follow(page, "新法速递")
    page.reload()

    expect(page.locator("header.header")).to_have_count(1)
    expect(page.locator("#title")).to_have_text("新法速递")


def test_leaving_and_coming_back_is_the_whole_page(page: Page) -> None:
    page.goto("/")
    follow(page, "新法速递")
    page.goto("about:blank")
    page.go_back()

    expect(page.locator("header.header")).to_have_count(1)
    expect(page.locator("#title")).to_have_text("新法速递")


def test_modified_click_opens_another_tab(page: Page) -> None:
    page.goto("/")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="理论研讨").first.click(modifiers=["Control"])

    expect(opened.value.locator("#title")).to_have_text("理论研讨")
    expect(page.locator("#title")).to_contain_text("首页")


def test_fast_clicks_end_at_the_last(page: Page, address: str, watch: Watch) -> None:
    watch.expected = ("htmx:",)  # it notes every request that a newer click replaced
    page.goto("/")
    page.evaluate(
        """() => { for (const name of ['news', 'theory', 'laws'])
            document.querySelector(`#menu a[href="/${name}/"]`).click(); }"""
    )

    expect(page).to_have_url(f"{address}/laws/")
    expect(page.locator("#title")).to_have_text("新法速递")
    page.wait_for_timeout(300)
    expect(page).to_have_url(f"{address}/laws/")


def test_lost_network_is_said_and_nothing_lost(page: Page, watch: Watch, address: str) -> None:
    watch.expected = ("ERR_INTERNET_DISCONNECTED", "htmx:")
    page.goto("/")
    page.context.set_offline(True)

    page.get_by_role("link", name="理论研讨").first.click()

    expect(page.locator("#status")).to_contain_text("网络不通")
    expect(page.locator("#status .status__error")).to_be_in_viewport(ratio=1)
    expect(page).to_have_url(f"{address}/")
    expect(page.locator("#page")).not_to_have_attribute("aria-busy", "true")

    page.context.set_offline(False)
    follow(page, "理论研讨")
    expect(page.locator("#title")).to_have_text("理论研讨")


def test_a_proxy_error_does_not_break_the_page(page: Page, watch: Watch, address: str) -> None:
    watch.expected = ("502", "htmx:")
    page.goto("/")
    page.route("**/notices/ticker*", lambda route: route.fulfill(status=502, body="<h1>502</h1>"))
    page.get_by_role("button", name="下一条").click()
    expect(page.locator("#status .status__error")).to_contain_text("没有正常回答")
    expect(page.locator("#ticker li")).not_to_have_count(0)

    page.route("**/laws/", lambda route: route.fulfill(status=502, body="<h1>502</h1>"), times=1)
    page.get_by_role("link", name="新法速递").first.click()
    expect(page).to_have_url(f"{address}/laws/")
    expect(page.locator("#title")).to_have_text("新法速递")


def test_status_region_stays_the_same_element(page: Page) -> None:
    page.goto("/")
    page.evaluate("window.region = document.getElementById('status')")
    follow(page, "新法速递")

    expect(page.locator("#status")).to_contain_text("新法速递")
    assert page.evaluate("window.region === document.getElementById('status')")


def test_not_found_is_shown_in_words(page: Page, watch: Watch) -> None:
    watch.expected = ("404", "htmx:")
    page.goto("/")
    page.evaluate(
        """() => { const link = document.querySelector('#menu a[href="/laws/"]');
            link.setAttribute('data-hx-get', '/nowhere/'); htmx.process(link); link.click(); }"""
    )

    expect(page.locator("#title")).to_have_text("找不到页面")
    expect(page).to_have_title("找不到页面 - 示例市人民检察院")


@pytest.mark.parametrize("start", ["/", "/news/", "/documents/"])
def test_everything_by_plain_links(plain: Page, start: str) -> None:
    plain.goto(start)
    for name in ("理论研讨", "检察视频", "首页"):
        plain.get_by_role("navigation", name="主导航").get_by_role("link", name=name).click()
        expect(plain.locator("#menu a[aria-current=page]")).to_have_text(name)
        expect(plain.locator("main h1")).to_have_count(1)
