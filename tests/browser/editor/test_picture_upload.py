"""Uploading from the editor's own window for pictures, against the real portal."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from portal import create_app, database
from portal.models import Media, Person
from portal.roles import EDITOR
from portal.services import editing
from portal.services.accounts.sessions import as_actor
from portal.settings import Settings
from tests import make, media_files
from tests.browser.axe import faults
from tests.browser.conftest import Watch
from tests.browser.signed_in import first_person
from tests.servers import running_portal

ALT = "检察官在村委会给老人讲防骗知识"
HERE = "e => e.scrollHeight > e.clientHeight && /auto|scroll/.test(getComputedStyle(e).overflowY)"


@pytest.fixture(scope="module")
def portal_data(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Settings:
    """A portal with an editor, a begun article, and more pictures than fit on a screen."""
    data = tmp_path_factory.mktemp("pictures")
    shutil.copy(migrated, data / "portal.sqlite")
    settings = Settings(data, f"sqlite:///{data / 'portal.sqlite'}", "http://127.0.0.1:8000")
    create_app(settings)
    make.person(EDITOR)
    make.section()
    for number in range(8):
        make.picture(settings.media, f"{number}.jpg")
    editing.begin(1, as_actor(Person.get(), "127.0.0.1"))
    database.close()
    return settings


@pytest.fixture(scope="module")
def address(portal_data: Settings) -> Iterator[str]:
    with running_portal(portal_data.data) as found:
        yield found


@pytest.fixture
def cookie(portal_data: Settings, address: str) -> dict[str, str]:
    return first_person(portal_data, address)


@pytest.fixture
def page(context: BrowserContext, cookie: dict[str, str]) -> Page:
    context.add_cookies([cookie])  # type: ignore[list-item]
    return context.new_page()


def opened(page: Page) -> Locator:
    """The window for pictures, with its list there."""
    page.goto("/desk/articles/1/edit")
    page.wait_for_selector(".editor--ready")
    page.get_by_role("toolbar").get_by_role("button", name="图片", exact=True).click()
    dialog = page.get_by_role("dialog", name="插入图片")
    expect(dialog.get_by_role("radio").first).to_be_focused()
    return dialog


@pytest.fixture
def dialog(page: Page) -> Locator:
    return opened(page)


def choose(dialog: Locator, name: str, kind: str, content: bytes) -> None:
    file = {"name": name, "mimeType": kind, "buffer": content}
    dialog.get_by_label("文件", exact=True).set_input_files(file)  # type: ignore[arg-type]


def chosen(dialog: Locator) -> str:
    """The name of the file that stands in the field."""
    field = dialog.get_by_label("文件", exact=True)
    return str(field.evaluate("e => e.files.length ? e.files[0].name : ''"))


def test_upload_by_keyboard(page: Page, dialog: Locator) -> None:
    keys = page.keyboard
    page.on("filechooser", lambda chooser: chooser.set_files(
        {"name": "讲座.jpg", "mimeType": "image/jpeg", "buffer": media_files.picture(colour="teal")}
    ))  # fmt: skip
    for _ in range(3):
        keys.press("Shift+Tab")  # past the field and the button for searching
    expect(dialog.get_by_text("上传新图片", exact=True)).to_be_focused()
    keys.press("Enter")
    keys.press("Tab")
    expect(dialog.get_by_label("文件", exact=True)).to_be_focused()
    keys.press("Space")
    expect(dialog.get_by_label("文件", exact=True)).not_to_have_value("")
    keys.press("Tab")
    keys.type(ALT)
    keys.press("Enter")

    expect(dialog.get_by_role("radio", name="讲座.jpg")).to_be_checked()
    expect(dialog.get_by_role("radio", name="讲座.jpg")).to_be_focused()
    expect(dialog.get_by_label("替代文字", exact=True)).to_have_value(ALT)
    dialog.get_by_role("button", name="插入").press("Enter")
    text = page.get_by_role("textbox", name="正文")
    expect(text.locator("figure img").first).to_have_attribute("alt", ALT)


def test_what_is_plainly_wrong_is_said_before_sending(page: Page, dialog: Locator) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    dialog.get_by_text("上传新图片", exact=True).click()
    error, file = dialog.locator("#pick-error"), dialog.get_by_label("文件", exact=True)
    send = dialog.get_by_role("button", name="上传并选中")
    expect(file).to_have_attribute("accept", "image/*")
    send.click()
    expect(error).to_have_text("请先选择文件。")
    expect(file).to_be_focused()
    choose(dialog, "说明.txt", "text/plain", b"text")
    expect(error).to_have_text("这个文件不是图片。请选择 JPG、PNG、WebP 图片。")
    choose(dialog, "大.jpg", "image/jpeg", bytes(21 * 1024 * 1024))
    expect(error).to_have_text("这个文件有 21.0 MB，超过了 20 MB 的上限。请压缩后再选择。")
    choose(dialog, "一.jpg", "image/jpeg", media_files.picture(colour="plum"))
    expect(error).to_have_text("")
    send.click()
    alt = dialog.get_by_label("替代文字：图里有什么")
    expect(error).to_have_text("请写替代文字。如果图片只是装饰、没有内容，请勾选“装饰图片”。")
    expect(alt).to_be_focused()
    expect(alt).to_have_attribute("aria-invalid", "true")

    assert chosen(dialog) == "一.jpg"
    assert not [each for each in sent if each.startswith("POST") and "/media/" in each]


def test_a_refusal_keeps_the_file(dialog: Locator, watch: Watch) -> None:
    watch.expected = ("422",)
    dialog.get_by_text("上传新图片", exact=True).click()
    alt, send = (
        dialog.get_by_label("替代文字：图里有什么"),
        dialog.get_by_role("button", name="上传并选中"),
    )
    choose(dialog, "二.jpg", "image/jpeg", media_files.picture(colour="olive"))
    alt.fill("图片")
    send.click()
    expect(dialog.locator("#pick-error")).to_contain_text("没有说出图里有什么")
    expect(alt).to_be_focused()
    expect(alt).to_have_value("图片")
    assert chosen(dialog) == "二.jpg"
    alt.fill(ALT)
    expect(dialog.locator("#pick-error")).to_have_text("")
    send.click()

    expect(dialog.get_by_role("radio", name="二.jpg")).to_be_checked()
    assert Media.get(Media.label == "二.jpg").alt == ALT
    database.close()


def test_content_that_is_no_picture_is_refused_in_words(dialog: Locator, watch: Watch) -> None:
    watch.expected = ("422",)
    dialog.get_by_text("上传新图片", exact=True).click()
    choose(dialog, "假.jpg", "image/jpeg", b"%PDF-1.7 x")
    dialog.get_by_label("装饰图片：没有内容").nth(0).check()
    expect(dialog.get_by_label("替代文字：图里有什么")).to_be_disabled()
    dialog.get_by_role("button", name="上传并选中").click()

    expect(dialog.locator("#pick-error")).to_have_text(
        "“假.jpg”是附件，这里要选图片。请选择 JPG、PNG、WebP 图片。"
    )
    expect(dialog.get_by_label("文件", exact=True)).to_be_focused()


@pytest.mark.parametrize("fault", ["offline", "signed out"])
def test_an_upload_that_does_not_arrive_keeps_everything(
    page: Page, dialog: Locator, watch: Watch, fault: str
) -> None:
    watch.expected = ("ERR_", "htmx:", "401", "Failed to load resource")
    dialog.get_by_text("上传新图片", exact=True).click()
    choose(dialog, "三.jpg", "image/jpeg", media_files.picture(colour="navy"))
    dialog.get_by_label("替代文字：图里有什么").fill(ALT)
    kept = page.context.cookies()
    if fault == "offline":
        page.context.set_offline(True)
    else:
        page.context.clear_cookies()
    send = dialog.get_by_role("button", name="上传并选中")
    send.click()
    expect(dialog.locator("#pick-error")).to_contain_text("没有上传成功。")
    assert chosen(dialog) == "三.jpg"
    page.context.set_offline(False)
    page.context.add_cookies(kept)  # type: ignore[arg-type]
    send.click()

    expect(dialog.get_by_role("radio", name="三.jpg")).to_be_checked()


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 800)])
def test_nothing_scrolls_within_the_dialog(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    dialog = opened(page)
    dialog.get_by_text("上传新图片", exact=True).click()

    assert dialog.evaluate(HERE)
    assert not [each for each in dialog.locator("div, fieldset").all() if each.evaluate(HERE)]
    assert dialog.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_axe(browser: Browser, address: str, cookie: dict[str, str]) -> None:
    for width in (1280, 360):
        context = browser.new_context(
            base_url=address, viewport={"width": width, "height": 800}, bypass_csp=True
        )
        context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        dialog = opened(page)
        dialog.get_by_text("上传新图片", exact=True).click()
        dialog.get_by_role("button", name="上传并选中").click()
        expect(dialog.locator("#pick-error")).not_to_be_empty()
        assert faults(page) == [], width
        context.close()
