"""By keyboard alone: the order of focus, its visibility, and every control at hand."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.places import NAMES, path_of

FOCUS = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return {
        name: (e.innerText || e.getAttribute('aria-label') || e.name || '').trim().slice(0, 40),
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        place: [...document.querySelectorAll('*')].indexOf(e),
        media: e.tagName === 'VIDEO',
    };
}"""


def walk(page: Page, steps: int = 400) -> list[dict]:
    """Press Tab until focus leaves the page; what had focus, in order."""
    seen: list[dict] = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            return seen
        if not (focus["media"] and seen and seen[-1]["place"] == focus["place"]):
            seen.append(focus)
    raise AssertionError("focus never left the page")


@pytest.mark.parametrize("name", NAMES)
def test_walk(page: Page, address: str, watch: Watch, name: str) -> None:
    watch.expected = ("404",)
    page.goto(path_of(address, name))

    seen = walk(page)

    assert seen[0]["name"] == "跳到正文"
    places = [each["place"] for each in seen]
    assert places == sorted(places), "focus follows the order of the page"
    assert len(places) == len(set(places))
    assert not [each for each in seen if not each["inside"]], "focus is never off the screen"
    assert not [each for each in seen if not (each["outline"] or each["media"])]


def test_skip_link(page: Page) -> None:
    page.goto("/news/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('#main').contains(document.activeElement)")


def test_search_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.locator("#search-box").focus()
    page.keyboard.type("无障碍")
    page.keyboard.press("Enter")

    expect(page).to_have_title("搜索“无障碍” - 示例市人民检察院")
    assert page.locator("ol.results__list li").count() >= 1


def test_menu_by_keyboard(page: Page, address: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="新法速递").first.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{address}/laws/")
    expect(page.locator("#title")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#main').contains(document.activeElement)")


def test_code_by_keyboard(page: Page, address: str) -> None:
    page.goto(path_of(address, "theory article"))
    page.locator("summary").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_alt_text("本文网址的二维码，用手机扫描即可阅读")).to_be_visible()
    page.wait_for_function("() => document.querySelector('.code__picture').naturalWidth > 0")
