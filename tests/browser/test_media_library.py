"""The media library in a real browser: uploading with and without scripts, choosing by keyboard."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from portal import create_app, database
from portal.models import Media
from portal.services import library
from portal.settings import Settings
from tests import make, media_files
from tests.browser.axe import faults
from tests.browser.conftest import Watch
from tests.browser.signed_in import first_person
from tests.servers import running_portal

ALT = "检察官在村委会给老人讲防骗知识"


@pytest.fixture(scope="module")
def portal_data(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Settings:
    """A portal with a few files in its library, and an editor."""
    data = tmp_path_factory.mktemp("library")
    shutil.copy(migrated, data / "portal.sqlite")
    settings = Settings(data, f"sqlite:///{data / 'portal.sqlite'}", "http://127.0.0.1:8000")
    create_app(settings)
    make.person("editor")
    for name in ("一.jpg", "二.jpg", "三.jpg"):
        make.picture(settings.media, name)
    library.add_media(settings.media, media_files.VTT.encode(), "字幕.vtt")
    library.add_media(settings.media, media_files.picture(), "IMG_1.jpg")
    database.close()
    return settings


@pytest.fixture(scope="module")
def address(portal_data: Settings) -> Iterator[str]:
    with running_portal(portal_data.data) as found:
        yield found


@pytest.fixture
def cookie(portal_data: Settings, address: str) -> dict[str, str]:
    """The cookie of an editor who is signed in."""
    return first_person(portal_data, address)


@pytest.fixture
def page(context: BrowserContext, cookie: dict[str, str]) -> Page:
    context.add_cookies([cookie])  # type: ignore[list-item]
    return context.new_page()


def files(colour: str) -> list[dict[str, object]]:
    picture = media_files.picture(size=(1200, 900), colour=colour)
    return [
        {"name": f"{colour} IMG_7.jpg", "mimeType": "image/jpeg", "buffer": picture},
        {"name": "工具.exe", "mimeType": "text/plain", "buffer": b"MZ and more"},
        {"name": f"{colour}.pdf", "mimeType": "text/plain", "buffer": f"%PDF-1 {colour}".encode()},
    ]


def test_uploading_with_progress(page: Page, watch: Watch) -> None:
    watch.expected = ("422",)
    page.goto("/desk/media/upload")
    page.get_by_label("选择文件").set_input_files(files("gold"))  # type: ignore[arg-type]
    page.get_by_role("button", name="上传", exact=True).press("Enter")

    lines = page.locator(".upload-queue__item")
    expect(lines).to_have_count(3)
    expect(lines.nth(2)).to_contain_text("已上传")
    expect(lines.nth(1)).to_contain_text("是程序文件，不能上传")
    expect(page.locator("#status")).to_contain_text("上传结束：2 个成功，1 个没有成功。")
    lines.nth(1).get_by_role("button", name="重试").press("Enter")
    expect(lines.nth(1)).to_contain_text("是程序文件，不能上传")

    page.get_by_label("替代文字：gold IMG_7.jpg").fill(ALT)
    page.get_by_role("button", name="保存说明").press("Enter")
    page.wait_for_url("**/desk/media/")
    assert Media.get(Media.label == "gold IMG_7.jpg").alt == ALT


def test_a_lost_network(page: Page, watch: Watch) -> None:
    watch.expected = ("ERR_",)
    page.goto("/desk/media/upload")
    page.context.set_offline(True)
    page.get_by_label("选择文件").set_input_files(files("tan")[:1])  # type: ignore[arg-type]
    page.get_by_role("button", name="上传", exact=True).click()
    line = page.locator(".upload-queue__item")
    expect(line).to_contain_text("网络不通")
    page.context.set_offline(False)

    line.get_by_role("button", name="重试").press("Enter")

    expect(line).to_contain_text("已上传")


def test_uploading_without_scripts(
    browser: Browser, address: str, cookie: dict[str, str], watch: Watch
) -> None:
    watch.expected = ("422",)
    context = browser.new_context(base_url=address, java_script_enabled=False)
    context.add_cookies([cookie])  # type: ignore[list-item]
    plain = context.new_page()
    watch.follow(plain)
    plain.goto("/desk/media/upload")
    plain.get_by_label("选择文件").set_input_files(files("pink"))  # type: ignore[arg-type]
    plain.get_by_role("button", name="上传", exact=True).click()

    expect(plain.get_by_role("alert")).to_contain_text("“工具.exe”是程序文件")
    plain.get_by_label("替代文字：pink IMG_7.jpg").fill(ALT)
    plain.get_by_role("button", name="保存说明").click()
    expect(plain.locator(".said")).to_have_text("1 张图片的说明已经保存。")
    context.close()


FIELD = """async () => {
  const data = new FormData();
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const facts = { csrf_token: token, field: "picture", role: "图片", kind: "image", several: "1" };
  Object.entries(facts).forEach(([name, value]) => data.append(name, value));
  const answer = await fetch("/desk/media/field", { method: "POST", body: data });
  const form = document.createElement("form");
  form.innerHTML = await answer.text();
  document.querySelector("main").append(form);
  form.dispatchEvent(new Event("htmx:load", { bubbles: true }));
}"""


def test_choosing_by_keyboard(page: Page, watch: Watch) -> None:
    page.goto("/desk/media/upload")
    page.evaluate(FIELD)
    page.get_by_role("button", name="从媒体库选择").press("Enter")
    dialog = page.get_by_role("dialog", name="从媒体库选择")
    dialog.get_by_role("checkbox", name="一.jpg").press("Space")
    dialog.get_by_label("查找图片").fill("二.jpg")
    dialog.get_by_label("查找图片").press("Enter")
    expect(dialog.get_by_role("checkbox", name="一.jpg")).to_have_count(0)
    dialog.get_by_role("checkbox", name="二.jpg").press("Space")
    dialog.get_by_role("button", name="选用").press("Enter")

    rows = page.locator(".media-field__row")
    expect(rows).to_have_count(2)
    expect(rows.nth(1).get_by_role("textbox")).to_be_focused()
    expect(page.locator("#status")).to_have_text("已添加 2 个图片。")
    rows.nth(1).get_by_role("textbox").fill("第二张的话")
    rows.nth(1).get_by_role("button", name="上移").press("Enter")
    expect(rows.nth(0).get_by_role("textbox")).to_have_value("第二张的话")
    rows.nth(0).get_by_role("button", name="去掉").press("Enter")
    expect(rows).to_have_count(1)


def test_a_new_picture_from_the_dialog(page: Page, watch: Watch) -> None:
    watch.expected = ("422",)
    page.goto("/desk/media/upload")
    page.evaluate(FIELD)
    page.get_by_role("button", name="从媒体库选择").press("Enter")
    dialog = page.get_by_role("dialog", name="从媒体库选择")
    dialog.locator("summary").click()
    dialog.get_by_label("文件", exact=True).set_input_files(files("lime")[:1])  # type: ignore[arg-type]
    for alt in ("图片", ALT):
        dialog.get_by_label("替代文字：图里有什么").fill(alt)
        dialog.get_by_role("button", name="上传并选中").click()
        if alt == "图片":
            expect(dialog.get_by_role("alert").filter(has_text="没有说出")).to_be_visible()
    expect(dialog.get_by_role("checkbox", name="lime IMG_7.jpg")).to_be_checked()
    dialog.get_by_role("button", name="选用").press("Enter")

    expect(page.locator(".media-field__row").get_by_role("textbox")).to_have_value(ALT)


PAGES = ("", "?q=zzzz", "1", "4", "5", "upload", "describe?id=1&id=4", "pick?kind=image")


def test_axe(browser: Browser, address: str, cookie: dict[str, str]) -> None:
    found = []
    for width in (1280, 360):
        context = browser.new_context(
            base_url=address, viewport={"width": width, "height": 800}, bypass_csp=True
        )
        context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        for path in (*PAGES, "1/replace", "1/delete", "field"):
            page.goto(f"/desk/media/{'upload' if path == 'field' else path}")
            if path == "field":
                page.evaluate(FIELD)
                page.get_by_role("button", name="从媒体库选择").click()
                page.locator("dialog .pick").wait_for()
                dialog = page.locator("dialog")
                assert dialog.evaluate("each => each.scrollWidth <= each.clientWidth"), width
            found += [(path, each) for each in faults(page)]
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (path, width, wide)
        context.close()
    assert not found
