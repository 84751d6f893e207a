"""Nothing typed is lost: drafts in a real browser, with and without a server, a network, a sign-in."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from portal import create_app, database
from portal.models import Article, Draft, Person, Revision, Section, SignIn
from portal.roles import COMMAND
from portal.services import editing
from portal.services.accounts import people
from portal.services.accounts.sessions import as_actor
from portal.services.anonymising import saving
from portal.services.anonymising.decisions import Decisions
from portal.settings import Settings
from tests import make
from tests.browser.conftest import Watch
from tests.browser.signed_in import first_person
from tests.servers import free_port, running_portal
from tests.services import case

PASSWORD = "Qingshan-lushui-2027"  # noqa: S105 - for tests
OFFLINE = (
    "Failed to load resource",
    "ERR_INTERNET_DISCONNECTED",
    "ERR_CONNECTION_REFUSED",
    "htmx:",
    "Response Status Error Code",
)


def prepared(folder: Path, migrated: Path) -> Settings:
    """A portal with an editor and a section."""
    shutil.copy(migrated, folder / "portal.sqlite")
    settings = Settings(folder, f"sqlite:///{folder / 'portal.sqlite'}", "http://127.0.0.1:8000")
    create_app(settings)
    people.add_person("wang", "王同志", ["editor"], by=COMMAND, password=PASSWORD)
    make.section()
    make.section("documents", "documents")
    database.close()
    return settings


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Settings:
    return prepared(tmp_path_factory.mktemp("autosave"), migrated)


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    with running_portal(settings.data) as found:
        yield found


class Writing:
    """An article's form in a browser, and what the server holds of it."""

    def __init__(
        self, context: BrowserContext, settings: Settings, address: str, section: int = 1
    ) -> None:
        self.context, self.settings, self.address = context, settings, address
        self.article = self._begun(section)
        self.page = self.opened()

    def _begun(self, section: int) -> int:
        create_app(self.settings)
        article = editing.begin(section, as_actor(Person.get(), "127.0.0.1"))
        cookie = first_person(self.settings, self.address)
        self.context.add_cookies([cookie])  # type: ignore[list-item]
        return article

    def opened(self) -> Page:
        """The form in a window of its own, with the editor ready."""
        page = self.context.new_page()
        page.goto(f"{self.address}/desk/articles/{self.article}/edit")
        page.wait_for_selector(".editor--ready")
        return page

    def drafts(self) -> list[str]:
        """The titles of the drafts that the server has, oldest first."""
        rows = Draft.select().where(Draft.article == self.article).order_by(Draft.id)
        found = [dict(row.content)["title"] for row in rows]
        database.close()
        return found


@pytest.fixture
def writing(context: BrowserContext, settings: Settings, address: str) -> Writing:
    return Writing(context, settings, address)


def write(page: Page, title: str) -> None:
    page.get_by_role("textbox", name="标题", exact=True).fill(title)


def title(page: Page) -> str:
    return page.get_by_role("textbox", name="标题", exact=True).input_value()


def now(page: Page) -> None:
    """Do not wait for the pause between two saves: coming back to a window saves at once."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def said(page: Page) -> None:
    expect(page.locator(".kept__words")).to_have_text(re.compile("已自动保存，.*。"))


def test_typing_is_saved_by_itself(writing: Writing) -> None:
    page = writing.page
    write(page, "写了一点")
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("正文也写了一点。")

    said(page)
    expect(page.get_by_role("status")).to_have_text("内容会自动保存。")
    expect(page.get_by_role("textbox", name="正文")).to_be_focused()
    page.reload()
    page.wait_for_selector(".editor--ready")
    assert title(page) == "写了一点"
    expect(page.get_by_role("textbox", name="正文")).to_have_text("正文也写了一点。")
    assert page.get_by_text("还没有正式保存的内容").is_visible()


def test_a_closed_browser(browser: Browser, writing: Writing, settings: Settings) -> None:
    write(writing.page, "浏览器关掉了")
    now(writing.page)
    said(writing.page)
    cookies = writing.context.cookies()
    other = browser.new_context(base_url=writing.address)
    other.add_cookies(cookies)  # type: ignore[arg-type]

    page = other.new_page()
    page.goto(f"/desk/articles/{writing.article}/edit")

    assert title(page) == "浏览器关掉了"
    other.close()


def test_without_a_network_it_stays_here_and_is_sent_later(writing: Writing, watch: Watch) -> None:
    watch.expected = OFFLINE
    page = writing.page
    writing.context.set_offline(True)
    write(page, "没有网络时写的")
    now(page)

    expect(page.locator(".kept__words")).to_have_text(
        "没有连上服务器。内容先保存在这台电脑上，能连上时会自动补存。"
    )
    expect(page.locator(".status__error")).to_have_count(0)
    writing.context.set_offline(False)
    said(page)
    assert writing.drafts() == ["没有网络时写的"]
    page.reload()
    assert page.get_by_text("没有送到服务器").count() == 0


def test_what_stayed_here_is_offered_again(writing: Writing, watch: Watch) -> None:
    watch.expected = OFFLINE
    page = writing.page
    writing.context.set_offline(True)
    write(page, "留在这台电脑上的")
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("正文也在。")
    now(page)
    expect(page.locator(".kept__words--failed")).to_be_visible()
    page.close()
    writing.context.set_offline(False)

    page = writing.opened()
    expect(page.get_by_role("status")).to_contain_text("还留在这台电脑上")
    assert title(page) == ""
    page.get_by_role("button", name="找回这些内容").click()

    page.wait_for_selector(".editor--ready")
    assert title(page) == "留在这台电脑上的"
    expect(page.get_by_role("textbox", name="正文")).to_have_text("正文也在。")
    assert writing.drafts() == ["留在这台电脑上的"]
    page.close()
    assert writing.opened().get_by_text("没有送到服务器").count() == 0


def test_what_stayed_here_may_be_left(writing: Writing, watch: Watch) -> None:
    watch.expected = OFFLINE
    page = writing.page
    writing.context.set_offline(True)
    write(page, "不要了的")
    now(page)
    expect(page.locator(".kept__words--failed")).to_be_visible()
    page.close()
    writing.context.set_offline(False)

    page = writing.opened()
    page.get_by_role("button", name="不要了").press("Enter")

    expect(page.get_by_role("textbox", name="标题", exact=True)).to_be_focused()
    page.close()
    assert writing.opened().get_by_text("没有送到服务器").count() == 0


def test_leaving_before_it_was_saved(writing: Writing) -> None:
    page = writing.page
    write(page, "马上就离开")
    page.get_by_role("link", name="工作台").click()
    page.get_by_role("heading", name="工作台").wait_for()

    page = writing.opened()
    page.get_by_role("button", name="找回这些内容").click()

    page.wait_for_selector(".editor--ready")
    assert title(page) == "马上就离开"


def test_saving_leaves_nothing_behind(writing: Writing) -> None:
    page = writing.page
    write(page, "按了保存")
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("正文 一  二。")
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("已保存。").wait_for()
    page.wait_for_selector(".editor--ready")

    assert page.get_by_text("没有送到服务器").count() == 0
    assert writing.drafts() == []
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="检查一下").click()
    expect(page.locator("#findings-title")).to_contain_text("检查发现")
    expect(page.get_by_role("button", name="检查一下")).to_be_focused()


def test_a_save_button_without_a_network(writing: Writing, watch: Watch) -> None:
    watch.expected = OFFLINE
    page = writing.page
    write(page, "按保存时断了网")
    writing.context.set_offline(True)
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url("chrome-error://**")
    writing.context.set_offline(False)

    page = writing.opened()
    page.get_by_role("button", name="找回这些内容").click()

    page.wait_for_selector(".editor--ready")
    assert title(page) == "按保存时断了网"


def test_an_expired_sign_in(writing: Writing, watch: Watch) -> None:
    watch.expected = OFFLINE
    page = writing.page
    SignIn.delete().execute()
    database.close()
    write(page, "登录过期时写的")
    now(page)

    link = page.locator(".kept__words").get_by_role("link", name="在新窗口重新登录")
    expect(page.locator(".kept__words")).to_contain_text("登录已经过期")
    expect(page.locator(".kept__words")).to_contain_text("内容先保存在这台电脑上")
    with writing.context.expect_page() as opening:
        link.click()
    entrance = opening.value
    entrance.get_by_label("登录名").fill("wang")
    entrance.get_by_role("textbox", name="密码").fill(PASSWORD)
    entrance.get_by_role("button", name="登录", exact=True).click()
    entrance.get_by_role("heading", name="登录成功").wait_for()
    entrance.close()
    now(page)

    said(page)
    assert writing.drafts() == ["登录过期时写的"]
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("已保存。").wait_for()
    assert Revision.get(Revision.article == writing.article).title == "登录过期时写的"
    database.close()


def test_two_windows_keep_both(writing: Writing) -> None:
    left, right = writing.page, writing.opened()
    write(left, "左边")
    now(left)
    said(left)
    write(right, "右边")
    now(right)
    said(right)
    write(left, "左边又写")
    now(left)
    expect(left.locator("#kept [name=version]")).to_have_value("2")

    assert sorted(writing.drafts()) == ["右边", "左边又写"]
    again = writing.opened()
    other = {"右边": "左边又写", "左边又写": "右边"}[title(again)]
    again.get_by_role("link", name="接着写").click()
    again.wait_for_selector(".editor--ready")
    assert title(again) == other


@pytest.fixture
def sealed(context: BrowserContext, settings: Settings, address: str) -> Writing:
    """The form of a legal document that went live while somebody wrote in it."""
    writing = Writing(context, settings, address, Section.get(Section.slug == "documents").id)
    write(writing.page, "发布以前写的")
    now(writing.page)
    said(writing.page)
    editor = as_actor(Person.get(Person.name == "wang"), "127.0.0.1")
    revision = saving.save(writing.article, case.ORIGINAL, Decisions(), 0, editor)
    Article.update(live=revision, state="live").where(Article.id == writing.article).execute()
    Draft.delete().where(Draft.article == writing.article).execute()
    database.close()
    return writing


def test_what_may_not_be_kept_is_said_once_and_leaving_is_asked(
    sealed: Writing,
) -> None:
    page = sealed.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    write(page, "发布以后还在写")
    now(page)
    expect(page.get_by_role("status")).to_contain_text("不再自动保存")
    expect(page.locator(".kept__words")).to_contain_text("请点“保存”")
    sent = len(asked)

    write(page, "又写了几个字")
    now(page)
    page.wait_for_timeout(500)
    assert asked[sent:] == []
    with page.expect_response("**/autosave"):
        page.keyboard.press("Control+s")

    page.on("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asking:
        page.get_by_role("link", name="工作台").click()
    assert asking.value.type == "beforeunload" and title(page) == "又写了几个字"
    assert sealed.drafts() == [] and page.evaluate("localStorage.length") == 0


def test_what_was_let_go_is_not_offered_again(sealed: Writing, watch: Watch) -> None:
    watch.expected = ("409",)
    page = sealed.page
    write(page, "发布以后还在写")
    now(page)
    expect(page.locator(".kept__words")).to_contain_text("不再自动保存")

    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("这份文书已经发布")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="用第 1 版").click()

    expect(page.locator(".said").first).to_contain_text("已采用第 1 版。您的内容没有保存。")
    page.wait_for_selector(".editor--ready")
    assert page.locator(".rescue").count() == 0 and sealed.drafts() == []


def test_a_finding_leads_to_its_words(writing: Writing) -> None:
    page = writing.page
    write(page, "题目")
    page.get_by_role("textbox", name="正文").click()
    page.keyboard.type("第一段没有问题。")
    page.keyboard.press("Enter")
    page.keyboard.type("他说：“请坐。。")
    page.get_by_role("button", name="检查一下").click()

    found = page.locator(".finding", has_text="标点")
    found.get_by_role("link", name="到这一处").press("Enter")

    expect(page.get_by_role("textbox", name="正文")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "。。"
    page.locator(".finding", has_text="摘要").get_by_role("link", name="到这一处").click()
    expect(page.get_by_role("textbox", name="摘要")).to_be_focused()
    found.get_by_role("button", name="改为").click()
    page.wait_for_selector(".editor--ready")
    expect(page.locator("#findings-title")).to_be_focused()
    expect(page.get_by_role("textbox", name="正文")).to_contain_text("他说：“请坐。")


def test_the_server_starts_again(
    context: BrowserContext, tmp_path: Path, migrated: Path, watch: Watch
) -> None:
    watch.expected = OFFLINE
    settings, port = prepared(tmp_path, migrated), free_port()
    watch.host = f"127.0.0.1:{port}"
    with running_portal(settings.data, port=port) as address:
        writing = Writing(context, settings, address)
        page = writing.page
        write(page, "重启以前")
        now(page)
        said(page)
    write(page, "服务器停了")
    now(page)
    expect(page.locator(".kept__words--failed")).to_be_visible()

    with running_portal(settings.data, port=port):
        now(page)
        said(page)
        assert writing.drafts() == ["服务器停了"]
        page.close()
