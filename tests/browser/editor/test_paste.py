"""Pasting: from Word, WPS, web pages and plain text, with the server's help and without."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watch
from tests.browser.editor.conftest import Writing
from tests.browser.editor.site import EditorSite

CLIPBOARD = Path(__file__).parent / "clipboard"


def clipboard(name: str) -> str:
    return (CLIPBOARD / f"{name}.html").read_text("utf-8")


def flat(html: str) -> str:
    """The HTML without the white space that Word puts after a number."""
    return re.sub(r"([、）])(?:&nbsp;|\s)+", r"\1", html)


def test_word(site: EditorSite, writing: Writing) -> None:
    writing.put_caret("p")
    writing.paste(clipboard("word"), "总体情况")
    expect(writing.status).to_contain_text("已粘贴")
    html = flat(writing.html())

    assert (
        "<h2>一、总体情况</h2><p>今年以来，本院办理<strong>公益诉讼</strong>案件32件。</p>" in html
    )
    assert "<p>（一）生态环境领域</p><p>（二）食品安全领域</p>" in html
    assert '<td colspan="2">' in html
    assert html.endswith('<p class="align-right">示例市人民检察院</p>')
    assert not re.search(r"mso|Mso|style=|file:|<o:|<img|font", html)
    assert "@font-face" not in site.pasted[0], "only the piece that was copied is sent"
    expect(writing.status).to_contain_text("1 张图片没有带过来：粘贴的图片请从媒体库插入或上传")
    expect(writing.status).to_contain_text("1 个表格没有标题行")


def test_wps(site: EditorSite, writing: Writing) -> None:
    writing.put_caret("p")
    writing.paste(clipboard("wps"), "坚持依法履职")
    expect(writing.status).to_contain_text("1 张图片没有带过来")
    html = flat(writing.html())

    assert "<h2>一、<strong>坚持依法履职</strong></h2><p>全年受理审查逮捕案件210件。</p>" in html
    assert "<p>（一）做实法律监督</p><p>（二）做优司法服务</p>" in html
    assert '<td rowspan="2">' in html
    assert not re.search(r"mso|Mso|style=|file:|<o:|<img|font", html)


def test_a_paste_is_one_step_back(writing: Writing) -> None:
    writing.put_caret("p")
    writing.paste(clipboard("wps"), "字")
    expect(writing.status).to_contain_text("已粘贴")
    writing.tool("撤销")

    assert writing.html() == "<p>原来的正文</p>"


def test_a_single_paragraph_goes_into_the_line(writing: Writing) -> None:
    writing.put_caret("p")
    writing.paste(
        "<html><body><!--StartFragment--><p class=MsoNormal>甲<b>乙</b></p><!--EndFragment--></body></html>",
        "甲乙",
    )
    expect(writing.status).to_contain_text("已粘贴")

    assert writing.html() == "<p>原来的正文甲<strong>乙</strong></p>"


def test_plain_text_keeps_its_paragraphs(site: EditorSite, writing: Writing) -> None:
    writing.select("p")
    writing.paste(text="\u3000\u3000第一段 <b>\r\n\r\n\u3000\u3000第二段\n第三段\n")

    assert writing.html() == "<p>第一段 &lt;b&gt;</p><p>第二段</p><p>第三段</p>"
    assert not site.pasted


def test_our_own_pictures_come_along(writing: Writing, address: str) -> None:
    writing.put_caret("p")
    writing.paste(f'<p>甲</p><p><img src="{address}/media/7/a.jpg" alt="乙"></p>', "甲")
    expect(writing.status).to_have_text("已粘贴。")

    assert '<img alt="乙" src="/media/7/a.jpg">' in writing.html()


def test_a_picture_alone_is_refused_in_words(writing: Writing) -> None:
    writing.put_caret("p")
    writing.paste(file="image/png")

    expect(writing.status).to_have_text("粘贴的图片请从媒体库插入或上传。")
    assert writing.html() == "<p>原来的正文</p>"


@pytest.mark.parametrize("kind", ["refused", "broken"])
def test_plain_text_where_the_server_cannot_help(
    site: EditorSite, writing: Writing, watch: Watch, kind: str
) -> None:
    watch.expected = ("Failed to load resource",)
    if kind == "broken":
        writing.page.route("**/paste", lambda route: route.abort())
    site.is_refusing = True
    writing.select("p")
    writing.paste("<p>甲</p><p>乙</p>", "甲\n乙")
    said = "粘贴的内容太长。" if kind == "refused" else "服务器没有回音。"
    expect(writing.status).to_have_text(said + "格式没有带过来，已粘贴为纯文字。")

    assert writing.html() == "<p>甲</p><p>乙</p>"


def test_typing_goes_on_while_the_answer_is_on_its_way(site: EditorSite, page: Page) -> None:
    site.html = "<p>甲</p><p>丙</p>"
    held: list[Route] = []
    page.route("**/paste", lambda route: held.append(route))
    writing = Writing(page)
    writing.put_caret("p:first-child")
    writing.paste("<b>乙</b>", "乙")
    writing.put_caret("p:last-child")
    page.keyboard.type("丁")
    page.wait_for_timeout(100)
    held[0].continue_()
    expect(writing.status).to_have_text("已粘贴。")

    assert writing.html() == "<p>甲<strong>乙</strong></p><p>丙丁</p>"


def test_the_text_is_read_while_the_answer_is_on_its_way(site: EditorSite, page: Page) -> None:
    """The mark of the place stays in the text for long; reading the text back must not disturb."""
    site.html = "<p>甲</p><p>丙</p>"
    held: list[Route] = []
    page.route("**/paste", lambda route: held.append(route))
    writing = Writing(page)
    writing.put_caret("p:first-child")
    writing.paste("<b>乙</b>", "乙")
    writing.put_caret("p:last-child")
    page.keyboard.type("丁")
    expect(page.locator("#body_html")).to_have_value(re.compile("<p>甲</p>\\s*<p>丙丁</p>"))
    held[0].continue_()
    expect(writing.status).to_have_text("已粘贴。")

    assert writing.html() == "<p>甲<strong>乙</strong></p><p>丙丁</p>"


def test_copies_inside_the_editor_need_no_server(site: EditorSite, page: Page) -> None:
    site.html = '<p>甲</p><figure><img src="/media/7/a.jpg" alt="乙"></figure>'
    writing = Writing(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    writing.body.locator("figure img").first.click()
    page.keyboard.press("Control+c")
    writing.put_caret("p")
    page.keyboard.press("Control+v")
    page.wait_for_timeout(300)

    assert writing.html().count('alt="乙"') == 2
    assert not site.pasted


def test_only_text_when_asked_for(site: EditorSite, writing: Writing) -> None:
    writing.put_caret("p")
    writing.page.evaluate(
        """() => hugerte.get()[0].getBody().dispatchEvent(new KeyboardEvent("keydown",
            { keyCode: 86, ctrlKey: true, shiftKey: true, bubbles: true }))"""
    )
    writing.paste("<b>甲</b>", "甲")

    assert writing.html() == "<p>原来的正文甲</p>"
    assert not site.pasted
