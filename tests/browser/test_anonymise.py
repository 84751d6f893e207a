"""The anonymising desk in a browser: by keyboard, without scripts, on a telephone, for the ear."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from portal import create_app, database
from portal.models import Section
from portal.services import drafts, editing
from portal.settings import Settings
from portal.web.desk.article_form import pairs_of
from tests.browser.conftest import Watch
from tests.browser.desk_places import Desk
from tests.servers import running_portal
from tests.services import case, staff

RESULT = "#anonymised"


@pytest.fixture(scope="module")
def room(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A demo portal at whose desk an original waits."""
    data = tmp_path_factory.mktemp("anonymise")
    shutil.copy(demo_data / "portal.sqlite", data)
    (data / "media").symlink_to(demo_data / "media")
    made = Desk(Settings(data, f"sqlite:///{data / 'portal.sqlite'}", "http://127.0.0.1:8000"))
    create_app(made.settings)
    wang = staff.actor("editor", name="wang")
    place = Section.get(Section.slug == "documents")
    for name in ("one", "two", "three"):
        made.articles[name] = editing.begin(place.id, wang)
        drafts.keep(made.articles[name], "", 0, None, pairs_of(case.ORIGINAL), wang)
    database.close()
    return made


@pytest.fixture(scope="module")
def address(room: Desk) -> Iterator[str]:
    with running_portal(room.settings.data) as found:
        yield found


@pytest.fixture
def opened(browser: Browser, room: Desk, address: str) -> Iterator[Callable[..., Page]]:
    """Opens the anonymising desk of an article in a browser of its own."""
    contexts = []

    def open_(name: str, **options: Any) -> Page:
        contexts.append(browser.new_context(base_url=address, **options))
        contexts[-1].add_cookies(room.cookies("wang", address))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.goto(f"/desk/articles/{room.articles[name]}/anonymise")
        return page

    yield open_
    for context in contexts:
        context.close()


def test_by_keyboard_the_result_follows(opened: Callable[..., Page], watch: Watch) -> None:
    page = opened("one")
    watch.follow(page)
    switch = page.get_by_role("group", name="李大明").get_by_label("隐去这个人的姓名")
    page.evaluate("window.notReloaded = true")
    while not switch.evaluate("e => e === document.activeElement"):
        page.keyboard.press("Tab")

    page.keyboard.press("Space")

    expect(page.locator("#status")).to_contain_text("共隐去 8 处，涉及 2 个人的姓名")
    expect(page.locator(RESULT)).to_contain_text("按您的决定保留：李大明")
    expect(switch).to_be_focused()
    assert page.evaluate("window.notReloaded")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("李某")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(page.locator(RESULT)).to_contain_text("被告人（增加）李某")
    page.get_by_role("button", name="按这样保存").press("Enter")
    expect(page.locator(".said").first).to_contain_text("已按隐名后的文字保存")
    expect(page.get_by_role("heading", level=1)).to_have_text("李某故意伤害案起诉书")


def test_enter_in_a_field_does_not_save(opened: Callable[..., Page]) -> None:
    page = opened("two")
    page.get_by_label("程序没有找到的姓名、绰号").press_sequentially("柳林")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("隐名处理")
    assert "/anonymise" in page.url


def test_without_scripts_everything_works(opened: Callable[..., Page]) -> None:
    page = opened("three", java_script_enabled=False)
    page.get_by_role("group", name="王小红").get_by_label("隐去这个人的姓名").uncheck()
    page.get_by_role("button", name="更新结果").last.click()
    expect(page.locator(RESULT)).to_contain_text("按您的决定保留：王小红")
    page.get_by_label("程序没有找到的姓名、绰号").fill("争执")
    page.get_by_role("button", name="加上").click()
    expect(page.get_by_role("group", name="争执")).to_be_visible()
    page.get_by_role("button", name="按这样保存").click()
    expect(page.locator(".said").first).to_contain_text("已按隐名后的文字保存")


@pytest.mark.parametrize(("width", "beside"), [(360, False), (1280, True)])
def test_original_and_result_stand_beside_or_below(
    opened: Callable[..., Page], width: int, beside: bool
) -> None:
    page = opened("two", viewport={"width": width, "height": 800})
    old, new = (page.locator(".pairs__pair").first.locator("p").nth(n) for n in (0, 1))
    above, below = old.bounding_box(), new.bounding_box()
    assert above and below
    assert (above["y"] == below["y"]) == beside
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_place_can_be_told_by_ear(opened: Callable[..., Page]) -> None:
    """Every control has a name, every group its heading, and one region says what happened."""
    page = opened("two")
    page.locator("summary").evaluate_all("all => all.forEach(e => e.click())")
    for box in page.locator("#anonymise input:not([type=hidden])").all():
        assert box.evaluate("e => e.labels.length === 1 && e.labels[0].innerText.trim().length > 1")
    assert page.locator("fieldset").count() == page.locator("fieldset > legend").count() > 5
    assert page.locator("[role=status]").count() == 1
