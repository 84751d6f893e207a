"""The editor for everybody: by keyboard, by name, in Chinese, enlarged, in forced colours."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import Watch
from tests.browser.editor.conftest import Writing
from tests.browser.editor.site import EditorSite

ARTICLE = (
    '<h2>一、标题</h2><p>正文<a href="/news/1">要闻</a></p>'
    '<table><caption>表</caption><thead><tr><th scope="col">甲</th></tr></thead>'
    "<tbody><tr><td>1</td></tr></tbody></table>"
    '<figure><img src="/media/7/a.jpg" alt="说明"><figcaption>图</figcaption></figure>'
)
DIALOGS = ("链接", "图片", "表格", "外文", "标题目录", "按键与帮助")
# Names of keys, of programs, and of things that have no other name.
FOREIGN = re.compile(r"\b(?:Alt|Shift|Ctrl|Tab|Esc|F10|[BIKZYV]|Word|WPS|https?)\b")


@pytest.mark.parametrize("width", [1280, 320])
def test_axe(site: EditorSite, browser: Browser, address: str, width: int) -> None:
    site.html = ARTICLE
    # The page's own policy would refuse the injected engine.
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 800}, bypass_csp=True
    )
    page = context.new_page()
    writing = Writing(page)
    assert faults(page) == []
    writing.put_caret("td")
    assert faults(page) == [], "with the tools for tables"
    writing.body.locator("figure img").first.click()
    assert faults(page) == [], "with a picture selected"
    for name in DIALOGS:
        writing.put_caret("p")
        writing.tool(name)
        if name == "图片":
            page.get_by_role("button", name="插入").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert faults(page) == [], name
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    context.close()


def test_every_word_is_chinese(site: EditorSite, page: Page) -> None:
    site.html = ARTICLE
    writing = Writing(page)
    writing.put_caret("td")
    texts = [page.locator(".editor").inner_text()]
    for name in DIALOGS:
        writing.put_caret("p")
        writing.tool(name)
        texts.append(page.get_by_role("dialog").inner_text())
        page.keyboard.press("Escape")
    texts += page.evaluate(
        """() => [...document.querySelectorAll(".editor, .editor *")].flatMap(element =>
            ["aria-label", "title", "placeholder"].map(name => element.getAttribute(name) || ""))"""
    )

    words = " ".join(texts)
    assert "排版工具" in words and "插入表格" in words
    assert not re.findall(r"[A-Za-z]{2,}", FOREIGN.sub("", words).replace("mailto", ""))


def test_tab_leaves_the_text(site: EditorSite, page: Page) -> None:
    site.html = ARTICLE
    writing = Writing(page)
    page.get_by_role("textbox", name="标题").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("toolbar", name="排版工具").get_by_role("button").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(writing.body).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="换")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(writing.body).to_be_focused()

    writing.put_caret("td")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="上面加一行")).to_be_focused()
    page.keyboard.press("Enter")
    assert writing.html().count("<tr>") == 3
    assert 'scope="row"' not in writing.html()


def test_tab_leaves_a_list(site: EditorSite, page: Page) -> None:
    site.html = "<ul><li>甲</li><li>乙</li></ul>"
    writing = Writing(page)
    writing.put_caret("li:last-child")
    page.keyboard.press("Tab")

    expect(page.get_by_role("button", name="换")).to_be_focused()
    assert writing.html() == "<ul><li>甲</li><li>乙</li></ul>"


def test_the_toolbar_by_keys(writing: Writing) -> None:
    page = writing.page
    writing.select("p")
    page.keyboard.press("Alt+F10")
    expect(page.get_by_role("button", name="撤销")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("button", name="按键与帮助")).to_be_focused()
    page.keyboard.press("Home")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="小标题", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(writing.body).to_be_focused()
    assert writing.html() == "<h2>原来的正文</h2>"
    page.keyboard.press("Alt+F10")
    expect(page.get_by_role("button", name="小标题", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(writing.body).to_be_focused()
    page.keyboard.press("Alt+0")
    expect(page.get_by_role("dialog", name="按键与帮助")).to_contain_text("Alt+F10")
    page.keyboard.press("Escape")
    expect(writing.body).to_be_focused()


def test_focus_is_seen_everywhere(site: EditorSite, page: Page) -> None:
    site.html = ARTICLE
    writing = Writing(page)
    writing.put_caret("td")
    for button in page.get_by_role("toolbar").get_by_role("button").all():
        button.focus()
        assert button.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth) >= 2")
    writing.body.focus()
    assert writing.body.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth) >= 2")


@pytest.mark.parametrize("width", [320, 360, 768])
def test_narrow(site: EditorSite, page: Page, width: int) -> None:
    site.html = ARTICLE
    page.set_viewport_size({"width": width, "height": 640})
    writing = Writing(page)
    writing.put_caret("td")
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    for button in page.get_by_role("toolbar").get_by_role("button").all():
        box = button.bounding_box()
        assert box and box["width"] >= 40 and box["height"] >= 40
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
    for name in DIALOGS:
        writing.put_caret("p")
        writing.tool(name)
        dialog = page.get_by_role("dialog")
        assert page.evaluate(overflow) == 0, name
        assert dialog.evaluate("e => e.scrollWidth <= e.clientWidth"), name
        page.keyboard.press("Escape")


def test_forced_colours(writing: Writing) -> None:
    page = writing.page
    page.emulate_media(forced_colors="active")
    writing.put_caret("p")
    border = "e => getComputedStyle(e).borderTopWidth"
    pressed = page.get_by_role("button", name="正文", exact=True)
    other = page.get_by_role("button", name="小标题", exact=True)

    assert pressed.evaluate(border) != other.evaluate(border)
    assert other.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"


def test_long_text_scrolls_in_its_box_and_keeps_the_caret_in_sight(
    site: EditorSite, page: Page
) -> None:
    site.html = "<p>段</p>" * 80
    writing = Writing(page)
    writing.put_caret("p:last-child")
    for _ in range(5):
        page.keyboard.press("Enter")
    page.keyboard.type("末")

    expect(writing.body.locator("p").last).to_be_in_viewport()
    expect(page.get_by_role("toolbar", name="排版工具")).to_be_in_viewport()


def test_one_request_and_no_more(site: EditorSite, page: Page, watch: Watch) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    Writing(page)

    engine = [each for each in asked if "/static/" not in each and "favicon" not in each]
    assert [each.rsplit("/", 1)[1] for each in engine] == ["", "engine.js"]
