"""Searching in a browser: fragments with address, title, focus and status; complete without scripts."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_navigation import documents_loaded, status

FOUND = "/search?q=%E6%A3%80%E5%AF%9F"


def open_facets(page: Page) -> None:
    page.locator(".facets__summary").click()


def test_a_facet_is_a_fragment(page: Page) -> None:
    page.goto(FOUND)
    loaded = documents_loaded(page)
    open_facets(page)

    page.get_by_role("link", name=re.compile("^检察要闻（")).click()

    expect(page).to_have_url(re.compile(r"section=news$"))
    expect(page).to_have_title("搜索“检察”（检察要闻） - 示例市人民检察院")
    expect(page.locator("#results-title")).to_be_focused()
    expect(page.locator("#status")).to_contain_text("搜索“检察”，共")
    expect(page.locator(".facets")).to_have_attribute("open", "")
    chosen = page.locator("#facet-section + ul a[aria-current]")
    expect(chosen).to_have_text(re.compile("^检察要闻（"))
    assert page.locator("#search-page").input_value() == "检察"
    assert not loaded


def test_pages_and_order_and_back(page: Page) -> None:
    page.goto(FOUND)
    loaded = documents_loaded(page)
    first = page.locator(".result__title").first.inner_text()

    page.get_by_role("navigation", name="分页").get_by_role("link", name="2", exact=True).click()
    expect(page).to_have_url(re.compile("page=2$"))
    expect(page.locator("#results-title")).to_be_focused()
    assert page.locator("#results-title").evaluate("e => e.getBoundingClientRect().top") < 200
    assert "第 2 页" in status(page)

    page.get_by_role("link", name="最相关在前").click()
    expect(page).to_have_url(re.compile("order=match$"))
    assert not loaded

    page.go_back()
    expect(page).to_have_url(re.compile("page=2$"))
    expect(page.locator("#results-title")).to_contain_text("第 2 页")
    page.go_back()
    expect(page.locator(".result__title").first).to_have_text(first)
    expect(page.locator("header.header")).to_have_count(1)


def test_a_new_question_keeps_the_page(page: Page) -> None:
    page.goto(FOUND)
    loaded = documents_loaded(page)

    page.locator("#search-page").fill("建查")
    page.keyboard.press("Enter")

    expect(page.locator("#results-title")).to_have_text("“建查”没有找到")
    expect(page.locator("#results-title")).to_be_focused()
    expect(page).to_have_title("搜索“建查” - 示例市人民检察院")
    page.get_by_role("link", name=re.compile("^检察（")).click()
    expect(page.locator("#results-title")).to_contain_text("“检察”共")
    assert not loaded


def test_an_article_opens_from_the_results(page: Page) -> None:
    page.goto("/search?q=12309")

    title = page.locator(".result__title a").first
    expect(page.locator(".result__words mark").first).to_have_text("12309")
    name = title.inner_text()
    title.click()

    expect(page.locator("#title")).to_have_text(name)
    expect(page.locator("#title")).to_be_focused()


def test_by_keyboard_alone(page: Page) -> None:
    page.goto(FOUND)
    page.locator("#search-page").focus()
    for _ in range(4):  # button, the two orders, the facets
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "facets__summary"

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#results-title")).to_be_focused()
    expect(page).to_have_url(re.compile("section="))


def test_complete_without_scripts(plain: Page) -> None:
    plain.goto("/search")
    plain.locator("#search-page").fill("检察")
    plain.keyboard.press("Enter")
    expect(plain.locator("#results-title")).to_contain_text("“检察”共")

    open_facets(plain)
    plain.get_by_role("link", name=re.compile("^2026 年（")).click()
    expect(plain).to_have_url(re.compile("year=2026$"))
    plain.get_by_role("link", name="最相关在前").click()
    plain.get_by_role("link", name=re.compile("^全部$")).first.wait_for()
    expect(plain.locator(".facets")).to_have_attribute("open", "")
