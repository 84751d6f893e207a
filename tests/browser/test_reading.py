"""字号 and the reading settings in a real browser, with and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import path_of


def size(page: Page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")


def test_size_switch_without_reload(page: Page, address: str) -> None:
    page.goto(path_of(address, "theory article"))
    before = size(page)
    page.evaluate("window.kept = true; window.scrollTo(0, 60)")

    page.get_by_role("button", name="大", exact=True).click()

    expect(page.get_by_role("button", name="大", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.get_by_role("button", name="大", exact=True)).to_be_focused()
    assert size(page) > before
    assert page.evaluate("window.kept === true")
    assert page.evaluate("window.pageYOffset") == 60
    assert page.locator("#status").inner_text() == "字号已改为“大”。"


def test_switch_answer_is_small(page: Page, address: str) -> None:
    page.goto(path_of(address, "theory article"))
    with page.expect_response("**/reading") as answer:
        page.get_by_role("button", name="小", exact=True).click()

    assert len(answer.value.body()) < 1024


def test_next_page_has_the_size_from_its_first_paint(page: Page, address: str) -> None:
    page.goto(path_of(address, "theory article"))
    page.get_by_role("button", name="大", exact=True).click()
    expect(page.locator("html")).to_have_class("size-l scripts")

    with page.expect_response("**/news/") as answer:
        page.goto("/news/")

    assert '<html lang="zh-CN" class="size-l">' in answer.value.text()
    assert size(page) == 22


def test_size_switch_after_fragment_navigation(page: Page, address: str) -> None:
    page.goto("/theory/")
    page.locator("main .lines__title").first.click()
    expect(page.locator("#title")).to_be_focused()

    page.get_by_role("button", name="大", exact=True).click()

    expect(page.get_by_role("button", name="大", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    assert size(page) == 22


def test_size_switch_without_scripts(plain: Page, address: str) -> None:
    path = path_of(address, "theory article")
    plain.goto(path)
    plain.get_by_role("button", name="大", exact=True).click()

    expect(plain).to_have_url(address + path)
    expect(plain.locator("html")).to_have_class("size-l")


@pytest.mark.parametrize("choice", ["特大", "夜间", "黑底黄字", "宽松", "大指针", "长辈版"])
def test_every_setting_without_scripts(plain: Page, choice: str) -> None:
    plain.goto("/reading")
    plain.get_by_role("button", name=choice).click()

    expect(plain.get_by_role("button", name=choice)).to_have_attribute("aria-pressed", "true")
    assert plain.locator("html").get_attribute("class")
    plain.get_by_role("button", name="全部恢复为标准").click()
    assert plain.locator("html").get_attribute("class") is None


def test_settings_page_keeps_the_place(page: Page) -> None:
    page.goto("/reading")
    button = page.get_by_role("button", name="长辈版")
    button.scroll_into_view_if_needed()
    button.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="长辈版")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="长辈版")).to_be_focused()
    expect(page.get_by_role("button", name="长辈版")).to_be_in_viewport()
    expect(page.locator("html")).to_have_class("edition-simple scripts")
    assert page.locator("#status").inner_text() == "版面已改为“长辈版”。"


@pytest.mark.parametrize("colours", ["dark", "contrast", "cream"])
def test_every_palette_prints_black_on_white(page: Page, address: str, colours: str) -> None:
    page.context.add_cookies([{"name": "reading", "value": f"colours-{colours}", "url": address}])
    page.goto(path_of(address, "finance article"))
    page.emulate_media(media="print")

    for part in (".article__title", ".prose p", ".prose th", ".facts dd", ".prose td"):
        ink, ground = page.evaluate(
            """part => { const style = getComputedStyle(document.querySelector(part));
                return [style.color, style.backgroundColor]; }""",
            part,
        )
        assert ink in ("rgb(0, 0, 0)", "rgb(51, 51, 51)"), part
        assert ground in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"), part


def test_no_control_is_printed(page: Page, address: str) -> None:
    for name in ("home", "reading", "theory article"):
        page.goto(path_of(address, name))
        page.emulate_media(media="print")
        assert [b.inner_text() for b in page.get_by_role("button").all() if b.is_visible()] == []
        page.emulate_media(media="screen")
