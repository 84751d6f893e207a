"""Back in the browser after a refused form: what was typed is there, and nobody else sees it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from portal import create_app, database
from portal.models import Person
from portal.roles import COMMAND
from portal.services import editing
from portal.services.accounts import people
from portal.services.accounts.sessions import as_actor
from portal.settings import Settings
from tests import make
from tests.browser.conftest import Watch
from tests.servers import running_portal

PASSWORD = "Qingshan-lushui-2027"  # noqa: S105 - for tests
NAME = "赵小满"
REFUSED = "请先改正下面的问题"
LONG = "写了很久的一段话。" * 15_000
"""More than a million bytes, as it is sent."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("back")
    shutil.copy(migrated, folder / "portal.sqlite")
    create_app(Settings(folder, f"sqlite:///{folder / 'portal.sqlite'}", "http://127.0.0.1:8000"))
    people.add_person("wang", "王同志", ["editor", "admin"], by=COMMAND, password=PASSWORD)
    make.section()
    editing.begin(1, as_actor(Person.get(), "127.0.0.1"))
    database.close()
    with running_portal(folder) as found:
        yield found


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def page(
    request: pytest.FixtureRequest, browser: Browser, address: str, watch: Watch
) -> Iterator[Page]:
    """Somebody who has just signed in, with scripts and without."""
    watch.expected = ("Failed to load resource",)
    context = browser.new_context(base_url=address, java_script_enabled=request.param)
    context.on("page", watch.follow)
    made = context.new_page()
    sign_in(made)
    yield made
    context.close()


def sign_in(page: Page) -> None:
    page.goto("/desk/sign-in")
    page.get_by_label("登录名").fill("wang")
    page.get_by_role("textbox", name="密码").fill(PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.get_by_role("heading", name="工作台").wait_for()


def add_person(page: Page, login: str) -> None:
    page.get_by_label("姓名").fill(NAME)
    page.get_by_label("登录名").fill(login)
    page.get_by_role("checkbox", name=re.compile("编辑")).check()
    page.locator("main button[type=submit]").click()


def refused(page: Page, login: str) -> None:
    """The form is shown with what is wrong and what was typed."""
    expect(page.get_by_text(REFUSED)).to_be_visible()
    expect(page.get_by_label("登录名")).to_have_value(login)
    expect(page.get_by_label("姓名")).to_have_value(NAME)
    expect(page.get_by_role("checkbox", name=re.compile("编辑"))).to_be_checked()


def back(page: Page) -> bool:
    """Go back; whether the browser shows the page without asking to send a form again."""
    try:
        page.go_back()
    except Error as error:
        assert "ERR_CACHE_MISS" in error.message
        page.wait_for_url("chrome-error://**")
        return False
    return True


def shows(page: Page) -> bool:
    """Whether the answer that was refused is shown: the name that was typed stands in its HTML.

    What Chromium itself fills into a form that it loads anew in the same tab is not looked at.
    """
    page.wait_for_load_state()
    return NAME in page.content()


def test_a_refused_form_is_there_again(page: Page) -> None:
    page.goto("/desk/people/new")
    add_person(page, "Li Hua")
    refused(page, "Li Hua")
    page.get_by_role("link", name="文章", exact=True).click()
    page.get_by_role("heading", name="文章", exact=True).wait_for()

    page.go_back()
    refused(page, "Li Hua")
    login = f"li-{'s' if page.evaluate('!!window.htmx') else 'p'}"
    add_person(page, login)  # the form that came back is as good as before
    link = page.get_by_label("一次性链接").input_value()
    page.reload()
    assert page.get_by_label("一次性链接").input_value() == link

    page.go_back()
    refused(page, "Li Hua")
    page.go_forward()
    assert page.get_by_label("一次性链接").input_value() == link
    page.get_by_role("button", name="已经交给本人").click()
    page.get_by_role("heading", name="人员", exact=True).wait_for()
    page.goto("/desk/people/new-link")
    expect(page.get_by_text("链接已经不再显示")).to_be_visible()


def test_a_long_article_is_there_again(page: Page) -> None:
    page.goto("/desk/articles/new")
    page.get_by_label("栏目").select_option(index=1)
    page.locator("main button[type=submit]").click()
    plain = not page.evaluate("!!window.htmx")
    title = page.get_by_role("textbox", name="标题", exact=True)
    page.get_by_role("textbox", name="副标题").fill("没有标题")
    body = page.get_by_role("textbox", name="正文")
    if plain:
        body.fill(LONG)
    else:
        page.wait_for_selector(".editor--ready")
        body.click()
        page.keyboard.type("写了很久的一段话。")
    page.get_by_role("button", name="保存并送审").click()
    expect(page.get_by_text(REFUSED)).to_be_visible()
    page.get_by_role("link", name="媒体库", exact=True).click()
    page.get_by_role("heading", name="媒体库").wait_for()

    page.go_back()

    expect(page.get_by_text(REFUSED)).to_be_visible()
    expect(page.get_by_role("textbox", name="副标题")).to_have_value("没有标题")
    if plain:
        assert body.input_value() == LONG
    else:
        expect(body).to_have_text("写了很久的一段话。")
    title.fill("写了很久")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已保存。")).to_be_visible()
    page.go_back()
    expect(page.get_by_text(REFUSED)).to_be_visible()


def test_after_signing_out_it_is_gone(page: Page) -> None:
    page.goto("/desk/people/new")
    add_person(page, "Li Hua")
    refused(page, "Li Hua")
    assert shows(page)
    page.get_by_role("button", name="退出").click()
    page.get_by_role("heading", name="登录").wait_for()

    # The browser shows nothing of the desk, and does not send the form again by itself.
    assert not back(page)
    assert not shows(page)
    page.go_back()
    page.get_by_role("heading", name="登录").wait_for()
    assert page.url.endswith("/desk/sign-in?next=%2Fdesk%2Fpeople%2Fnew")


def test_who_signs_in_next_does_not_see_it(page: Page) -> None:
    page.goto("/desk/people/new")
    add_person(page, "Li Hua")
    assert shows(page)
    page.get_by_role("button", name="退出").click()
    page.get_by_role("heading", name="登录").wait_for()
    sign_in(page)
    page.goto("/desk/help")

    steps = page.evaluate("history.length")
    for _ in range(steps - 1):
        back(page)
        page.wait_for_load_state()
        assert not shows(page), page.url
    assert steps > 5
