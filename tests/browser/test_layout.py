"""Layout: nothing cut or overlapping at any width, size, spacing or zoom."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watch
from tests.browser.places import NAMES, path_of

SETTINGS = ("", "size-xl.spacing-wide.edition-simple")
WIDTHS = (320, 360, 768, 1280)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Boxes whose text is cut off although nothing lets the reader scroll to it.
CUT = """() => [...document.querySelectorAll('body *')].filter(e => {
    const style = getComputedStyle(e);
    if (style.clip !== 'auto' || style.position === 'fixed' || !e.innerText) return false;
    const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
    return hides && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map(e => e.className)"""
# Targets under 44 px that are not links within a sentence.
SMALL = """() => [...document.querySelectorAll('button, input:not([type=hidden]), summary, a')].filter(e => {
    const box = e.getBoundingClientRect();
    if (!box.width || e.closest('p, .prose, .breadcrumb, .facts, dd, .skip')) return false;
    if (e.classList.contains('skip')) return false;
    return box.height < 43.5;
}).map(e => e.outerHTML.slice(0, 120))"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_at_any_width(
    page: Page, address: str, watch: Watch, name: str, setting: str
) -> None:
    watch.expected = ("404",)
    if setting:
        page.context.add_cookies([{"name": "reading", "value": setting, "url": address}])
    page.goto(path_of(address, name))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(TOO_WIDE) <= 0, width
        assert not page.evaluate(CUT), width
    page.set_viewport_size({"width": 360, "height": 740})
    assert not page.evaluate(SMALL)
    # The policy forbids style elements; a constructed sheet is the tester's way in.
    page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet]; }""",
        SPACING,
    )
    assert page.evaluate(TOO_WIDE) <= 0
    assert not page.evaluate(CUT)


def test_lines_hold_at_most_forty_characters(page: Page, address: str) -> None:
    page.goto(path_of(address, "theory article"))
    width, size = page.evaluate(
        """() => { const p = document.querySelector('.prose p');
            return [p.getBoundingClientRect().width, parseFloat(getComputedStyle(p).fontSize)]; }"""
    )

    assert width / size <= 40


def test_forced_colours_keep_controls_visible(browser: Browser, address: str, watch: Watch) -> None:
    context = browser.new_context(base_url=address, forced_colors="active")
    page = context.new_page()
    watch.follow(page)
    page.goto(path_of(address, "theory article"))

    borders = page.evaluate(
        "() => [...document.querySelectorAll('button')].map(e => getComputedStyle(e).borderTopWidth)"
    )
    assert borders and "0px" not in borders
    context.close()


def test_print_shows_the_article_and_its_address(page: Page, address: str) -> None:
    page.goto(path_of(address, "theory article"))
    page.emulate_media(media="print")

    for hidden in ("#menu", ".tools", ".page__aside", ".ways"):
        assert page.locator(hidden).is_hidden(), hidden
    shown = page.evaluate("getComputedStyle(document.querySelector('.article'), '::after').content")
    assert "/theory/" in shown
