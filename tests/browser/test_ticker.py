"""The notice ticker in a real browser: moved by the reader, still otherwise."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watch

CURRENT = ".ticker__item--current"
TICK = 7000


def shown(page: Page) -> list[str]:
    return [item.inner_text() for item in page.locator(".ticker__item").all() if item.is_visible()]


def test_shows_one_whole_dated_title(page: Page) -> None:
    page.goto("/")

    assert len(shown(page)) == 1
    assert page.locator(CURRENT).locator("time").inner_text()[:2] == "20"


def test_steps_keep_focus_and_say_the_title(page: Page) -> None:
    page.goto("/")
    first = page.locator(CURRENT).inner_text()
    button = page.get_by_role("button", name="下一条")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(CURRENT)).not_to_have_text(first)

    expect(page.get_by_role("button", name="下一条")).to_be_focused()
    assert page.locator("#status").inner_text() in page.locator(CURRENT).inner_text()
    page.get_by_role("button", name="上一条").click()
    expect(page.locator(CURRENT)).to_contain_text(first.split()[-1])


def test_still_until_play_then_moves_then_pauses(page: Page) -> None:
    page.goto("/")
    first = page.locator(CURRENT).inner_text()
    page.wait_for_timeout(TICK)
    assert page.locator(CURRENT).inner_text() == first

    page.get_by_role("button", name="播放").click()
    expect(page.get_by_role("button", name="暂停")).to_be_focused()
    expect(page.locator(CURRENT)).not_to_have_text(first, timeout=TICK + 2000)
    expect(page.get_by_role("button", name="暂停")).to_be_focused()

    page.get_by_role("button", name="暂停").click()
    expect(page.get_by_role("button", name="播放")).to_be_visible()
    second = page.locator(CURRENT).inner_text()
    page.wait_for_timeout(TICK)
    assert page.locator(CURRENT).inner_text() == second


def test_waits_for_pointer_and_focus(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="播放").click()
    expect(page.get_by_role("button", name="暂停")).to_be_visible()
    page.locator(CURRENT).hover()
    first = page.locator(CURRENT).inner_text()
    page.wait_for_timeout(TICK)
    assert page.locator(CURRENT).inner_text() == first

    page.locator(CURRENT).get_by_role("link").focus()
    page.mouse.move(5, 700)
    page.wait_for_timeout(TICK)
    assert page.locator(CURRENT).inner_text() == first

    page.locator("#search-box").focus()
    expect(page.locator(CURRENT)).not_to_have_text(first, timeout=TICK + 2000)


def test_reduced_motion_offers_no_play(browser: Browser, address: str, watch: Watch) -> None:
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page = context.new_page()
    watch.follow(page)
    page.goto("/")

    expect(page.get_by_role("button", name="播放")).to_be_hidden()
    expect(page.get_by_role("button", name="下一条")).to_be_visible()
    context.close()


def test_without_scripts_the_whole_list_is_there(plain: Page) -> None:
    plain.goto("/")

    assert len(shown(plain)) == 5
    expect(plain.get_by_role("button", name="下一条")).to_be_hidden()


def test_no_layout_shift(page: Page) -> None:
    page.add_init_script(
        """window.shift = 0; new PerformanceObserver(list => {
            for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({type: 'layout-shift', buffered: true});"""
    )
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        page.goto("/")
        page.wait_for_timeout(500)
        assert page.evaluate("window.shift") == 0
