"""Faults on pages of the desk: axe, the Nu HTML checker, and anything cut, hidden or too small.

Every page is opened once, and everything is asked of it while it is open: opening is what takes time.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from portal import create_app
from portal.web.desk.guards import DOORS
from tests.browser import desk_places
from tests.browser.axe import faults
from tests.browser.conftest import Watch
from tests.browser.desk_places import Desk, Place
from tests.browser.test_faults import messages
from tests.browser.test_layout import CUT, SMALL, SPACING, TOO_WIDE
from tests.servers import running_portal

PEOPLE = ("", "half", "wang", "li", "chen", "boss")
PARTED = {"wang": 4, "boss": 2}
"""Whose pages are so many that several tests share them."""
PARTS = [(person, part) for person in PEOPLE for part in range(PARTED.get(person, 1))]
SHEET = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet]; }"""
SEND = """([path, pairs]) => {
    const form = document.createElement("form"), token = document.querySelector("[name=csrf-token]");
    form.method = "post";
    form.action = path;
    for (const [name, value] of [...Object.entries(pairs), ["csrf_token", token.content]]) {
        const input = document.createElement("input");
        input.type = "hidden";
        input.name = name;
        input.value = value;
        form.append(input);
    }
    document.body.append(form);
    form.submit();
}"""
WIDEST = """() => [...document.querySelectorAll('main *, header *, footer *, nav *')]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .slice(0, 3).map(e => e.outerHTML.slice(0, 100))"""
EXEMPT = re.compile('class="(choice__box|hidden)"')
# A box is small, but its words beside it take the finger too.
SMALL_CHOICE = """() => [...document.querySelectorAll('.choice')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && box.height < 43.5;
}).map(e => e.outerHTML.slice(0, 120))"""
INVISIBLE = """() => [...document.querySelectorAll('button, .button, input:not([type=hidden]), select')]
    .filter(e => e.getClientRects().length && !e.closest('.hidden, .status, [hidden]'))
    .filter(e => getComputedStyle(e).borderTopWidth === '0px'
        && !['checkbox', 'radio', 'file'].includes(e.type))
    .map(e => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def furnished(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The demo portal with people and articles at its desk."""
    data = tmp_path_factory.mktemp("desk")
    shutil.copy(demo_data / "portal.sqlite", data)
    shutil.copytree(demo_data / "media", data / "media")
    return desk_places.furnished(data)


@pytest.fixture(scope="module")
def address(furnished: Desk) -> Iterator[str]:
    with running_portal(furnished.settings.data) as found:
        yield found


def entered(
    browser: Browser, furnished: Desk, address: str, person: str, **options: object
) -> BrowserContext:
    """A browser in which somebody is signed in; axe and our style sheets may be put in."""
    context = browser.new_context(base_url=address, bypass_csp=True, **options)  # type: ignore[arg-type]
    if person:
        context.add_cookies(furnished.cookies(person, address))  # type: ignore[arg-type]
    return context


def show(page: Page, place: Place) -> None:
    """Open a page, or send the form that it answers."""
    page.set_viewport_size({"width": 1280, "height": 800})
    if place.sent is None:
        page.goto(place.path)
    else:
        page.goto("/desk/" if place.person else "/desk/sign-in")
        with page.expect_navigation():
            page.evaluate(SEND, [place.path, place.sent])
    if page.locator('[data-behaviour="editor"]').count():
        page.wait_for_selector(".editor--ready")
    frame = page.locator("iframe")
    if frame.count():
        page.frame_locator("iframe").locator("h1").wait_for()


def axe(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 800})
    return [f"{width}: {each}" for each in faults(page)]


def cut(page: Page) -> list[str]:
    """What is too wide, cut or too small, at 320 px (400 %), with wide spacing and large letters."""
    found = []
    page.set_viewport_size({"width": 360, "height": 740})
    found += [f"small: {each}" for each in page.evaluate(SMALL) if not EXEMPT.search(each)]
    found += [f"small: {each}" for each in page.evaluate(SMALL_CHOICE)]
    page.set_viewport_size({"width": 320, "height": 256})
    for way in ("plain", "spaced", "large"):
        if way == "spaced":
            page.evaluate(SHEET, SPACING)
        elif way == "large":
            page.evaluate("document.documentElement.classList.add('size-xl', 'spacing-wide')")
        wide = page.evaluate(TOO_WIDE)
        found += [f"{way}: {wide} px too wide: {page.evaluate(WIDEST)}"] if wide > 0 else []
        found += [f"{way}: cut: {each}" for each in page.evaluate(CUT) if each]
    return found


@pytest.mark.parametrize(("person", "part"), PARTS)
def test_no_page_has_a_fault(
    browser: Browser, furnished: Desk, address: str, watch: Watch, person: str, part: int
) -> None:
    watch.expected = ("Failed to load resource", "429")
    context = entered(browser, furnished, address, person)
    page = context.new_page()
    watch.follow(page)
    found = []
    mine = [each for each in furnished.places if each.person == person]
    for place in mine[part :: PARTED.get(person, 1)]:
        show(page, place)
        found += [
            f"{place.name}: {each}" for each in (*axe(page, 1280), *axe(page, 360), *cut(page))
        ]
    context.close()

    assert not found, "\n".join(found)


def test_nu_html_checker(browser: Browser, furnished: Desk, address: str, tmp_path: Path) -> None:
    files = []
    for person in PEOPLE:
        context = entered(browser, furnished, address, person)
        first = context.request.get("/desk/" if person else "/desk/sign-in").text()
        token = first.split('name="csrf-token" content="')[1].split('"')[0]
        for place in (each for each in furnished.places if each.person == person):
            form = {**(place.sent or {}), "csrf_token": token}
            answer = (
                context.request.get(place.path)
                if place.sent is None
                else context.request.post(place.path, form=form)
            )
            file = tmp_path / f"{len(files):03} {place.name}.html"
            file.write_bytes(answer.body())
            files.append(file)
        context.close()

    assert messages(files) == []


COVERED = """() => {
    const element = document.activeElement, bar = document.querySelector('.bar');
    const box = element.getBoundingClientRect(), top = bar.getBoundingClientRect().top;
    if (element === document.body || bar.contains(element)) return null;
    // Of what is taller than the window, the beginning is to be seen.
    return Math.min(box.bottom, box.top + 44) > top + 1 ? element.outerHTML.slice(0, 120) : null;
}"""


def test_what_has_focus_is_not_covered(browser: Browser, furnished: Desk, address: str) -> None:
    context = entered(browser, furnished, address, "wang")
    page = context.new_page()
    show(page, next(each for each in furnished.places if each.name == "form checked"))
    page.locator("#headline").focus()
    covered, seen = [], 0
    while page.evaluate("!document.activeElement.closest('.bar')") and seen < 120:
        covered.append(page.evaluate(COVERED))
        page.keyboard.press("Tab")
        seen += 1
    context.close()

    assert 20 < seen < 120
    assert not [each for each in covered if each]


SIDES = """() => [...document.querySelectorAll('.difference tr:not(.difference__gap)')].map(row =>
    [...row.cells].filter(cell => cell.getClientRects().length && cell.tagName === 'TD').map(cell => {
        const box = cell.getBoundingClientRect();
        return [cell.firstElementChild.innerText, box.left, box.top];
    })).filter(cells => cells.length)"""
SCROLLING = """() => [...document.querySelectorAll('main *')]
    .filter(e => e.getClientRects().length && !e.classList.contains('hidden'))
    .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
    .map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    ("name", "whose"), [("compare", ("原来", "现在")), ("conflict", ("第 2 版", "您现在的"))]
)
def test_a_comparison_stacks_on_narrow_screens(
    browser: Browser, furnished: Desk, address: str, name: str, whose: tuple[str, str]
) -> None:
    context = entered(browser, furnished, address, "wang")
    page = context.new_page()
    show(page, next(each for each in furnished.places if each.name == name))
    beside = page.evaluate(SIDES)
    stacked = {}
    for width in (360, 320):  # 320 px is what a window of 1280 px shows at 400 %
        page.set_viewport_size({"width": width, "height": 740})
        stacked[width] = page.evaluate(SIDES)
        assert page.evaluate(SCROLLING) == []
    context.close()

    assert beside and all(one[1] < other[1] for one, other in beside)
    for rows in stacked.values():
        pairs = [cells for cells in rows if len(cells) == 2]
        assert pairs and all(one[2] < other[2] for one, other in pairs)
        assert {(one[0], other[0]) for one, other in pairs} == {whose}
        assert all(len({left for _, left, _ in cells}) == 1 for cells in rows)


def test_forced_colours_keep_every_control_visible(
    browser: Browser, furnished: Desk, address: str
) -> None:
    context = entered(browser, furnished, address, "wang", forced_colors="active")
    page = context.new_page()
    found = []
    for name in ("form news", "article corrected", "list", "media", "history"):
        place = next(each for each in furnished.places if each.name == name)
        show(page, place)
        found += [f"{name}: {each}" for each in page.evaluate(INVISIBLE)]
    context.close()

    assert found == []


def test_every_page_of_the_desk_is_looked_at(furnished: Desk) -> None:
    app = create_app(furnished.settings)
    adapter = app.url_map.bind("localhost")
    opened = [each.path.partition("?")[0] for each in furnished.places if each.sent is None]
    seen = {adapter.match(path, method="GET")[0] for path in opened}

    pages = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("desk.") and "GET" in (rule.methods or ())
    }

    assert pages - seen == desk_places.NO_PAGES
    assert all(app.view_functions[each] in DOORS for each in seen)
