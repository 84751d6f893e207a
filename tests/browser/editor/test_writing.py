"""Writing: the editor takes the text box's place, and what is written comes out as clean HTML."""

import pytest
from playwright.sync_api import Page, Route, expect

from portal.sanitiser import clean
from tests.browser.conftest import Watch
from tests.browser.editor.conftest import Writing
from tests.browser.editor.site import EditorSite

EVERYTHING = (
    '<h2>一、<em>总体</em>情况</h2><p>办理<strong>案件</strong>32件，见<a href="/news/1" title="页">要闻</a>，'
    '<span lang="en">OK</span>，H<sub>2</sub>O，<ruby>字<rt>zì</rt></ruby>，<q>引</q><br>换行，'
    '<time datetime="2026-03-05">3月5日</time>，<s>旧</s><u>新</u><code>a</code><abbr title="全">简</abbr></p>'
    "<blockquote><p>引文</p></blockquote><ul><li>甲<ol><li>乙</li></ol></li></ul>"
    '<ol start="3" type="a"><li>丙</li></ol><pre>  a\n b</pre><hr>'
    '<table class="numbers"><caption>标题</caption><thead><tr><th scope="col">项</th>'
    '<th colspan="2" scope="col">数</th></tr></thead><tbody><tr><th rowspan="2" scope="row">甲</th>'
    '<td class="align-center">1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>'
    '<figure class="narrow"><img alt="说明" src="/media/7/a.jpg"><figcaption>图</figcaption></figure>'
    '<p><img alt="" src="/media/8/a.jpg"></p><p class="indent-none">顶格</p>'
    '<p class="align-right">落款</p>'
)


def test_the_editor_stands_for_the_text_box(writing: Writing) -> None:
    expect(writing.body).to_have_text("原来的正文")
    expect(writing.page.locator("#body_text")).to_be_hidden()
    expect(writing.page.locator("#body_text")).to_be_disabled()
    expect(writing.page.locator("#body_hint")).to_be_hidden()
    expect(writing.body).to_have_accessible_description(
        "在正文中按 Alt+F10 到排版工具，按 Esc 回到正文；"
        "按 Tab 离开正文，在表格里先按 Esc，再按 Tab；按 Alt+0 看全部按键。"
    )


def test_what_is_written_is_sent(site: EditorSite, writing: Writing) -> None:
    writing.put_caret("p")
    writing.page.keyboard.type("，新的")
    writing.page.get_by_role("button", name="保存").click()
    writing.page.wait_for_selector("#saved")

    assert clean(site.saved[0]["body_html"]) == "<p>原来的正文，新的</p>"
    assert "body_text" not in site.saved[0]


def test_without_scripts_the_text_box_is_sent(site: EditorSite, plain: Page) -> None:
    plain.goto("/")
    plain.get_by_label("正文").fill("手写")
    plain.get_by_role("button", name="保存").click()

    expect(plain.locator("#saved")).to_be_visible()
    assert site.saved[0]["body_text"] == "手写"
    assert "body_html" not in site.saved[0]


def test_without_the_engine_the_text_box_stays(site: EditorSite, page: Page, watch: Watch) -> None:
    watch.expected = ("Failed to load resource",)
    page.route("**/engine.js", lambda route: route.abort())
    page.goto("/")

    expect(page.get_by_role("status")).to_contain_text("排版工具没有加载成功")
    page.get_by_label("正文").fill("手写")
    page.get_by_role("button", name="保存").click()
    page.wait_for_selector("#saved")
    assert site.saved[0]["body_text"] == "手写"


def test_words_typed_while_the_engine_loads_stay(site: EditorSite, page: Page) -> None:
    held: list[Route] = []
    page.route("**/engine.js", lambda route: held.append(route))
    page.goto("/", wait_until="commit")
    page.get_by_label("正文").fill("已经在写")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()
    page.wait_for_timeout(800)

    assert page.get_by_label("正文").input_value() == "已经在写"
    assert page.locator(".editor--ready").count() == 0


def test_an_input_event_tells_of_each_change(writing: Writing) -> None:
    writing.page.evaluate(
        """() => {
            window.heard = [];
            document.querySelector("form").addEventListener("input", event => {
                if (event.target.id === "body_html") heard.push(event.target.value);
            });
        }"""
    )
    writing.put_caret("p")
    writing.page.keyboard.type("一")
    writing.page.wait_for_timeout(600)
    writing.tool("小标题")
    writing.page.wait_for_timeout(600)

    assert writing.page.evaluate("heard") == ["<p>原来的正文一</p>", "<h2>原来的正文一</h2>"]


def test_looking_alone_changes_nothing(site: EditorSite, page: Page) -> None:
    site.html = clean(EVERYTHING)
    writing = Writing(page)
    before = page.locator("#body_html").input_value()
    writing.body.click()
    writing.put_caret("td")
    page.wait_for_timeout(500)

    assert page.locator("#body_html").input_value() == before


def test_everything_that_may_be_published_comes_through(site: EditorSite, page: Page) -> None:
    site.html = clean(EVERYTHING)

    writing = Writing(page)

    assert clean(page.evaluate("hugerte.get()[0].getContent()")) == site.html
    assert "contenteditable" not in writing.html()


@pytest.mark.parametrize(
    ("tool", "expected"),
    [
        ("小标题", "<h2>字</h2>"),
        ("二级小标题", "<h3>字</h3>"),
        ("三级小标题", "<h4>字</h4>"),
        ("引用", "<blockquote><p>字</p></blockquote>"),
        ("粗体", "<p><strong>字</strong></p>"),
        ("强调", "<p><em>字</em></p>"),
        ("项目列表", "<ul><li>字</li></ul>"),
        ("编号列表", "<ol><li>字</li></ol>"),
        ("居中", '<p class="align-center">字</p>'),
        ("靠右（落款）", '<p class="align-right">字</p>'),
        ("不缩进", '<p class="indent-none">字</p>'),
    ],
)
def test_formats(site: EditorSite, page: Page, tool: str, expected: str) -> None:
    site.html = "<p>字</p>"
    writing = Writing(page)
    writing.select("p")
    button = page.get_by_role("button", name=tool, exact=True)
    writing.tool(tool)

    assert writing.html() == expected
    assert clean(writing.html()).replace("\n", "") == expected
    expect(button).to_have_attribute("aria-pressed", "true")

    writing.tool("撤销")
    assert writing.html() == "<p>字</p>"
    writing.tool("重做")
    assert writing.html() == expected
    writing.tool("撤销")
    expect(page.get_by_role("button", name="撤销")).to_have_attribute("aria-disabled", "true")


def test_formats_are_cleared(site: EditorSite, page: Page) -> None:
    site.html = '<p class="align-right"><strong>粗</strong><em>斜</em></p>'
    writing = Writing(page)
    writing.select("p")
    writing.tool("清除格式")

    assert writing.html() == "<p>粗斜</p>"


def test_items_of_a_list_go_down_and_up(site: EditorSite, page: Page) -> None:
    site.html = "<ul><li>甲</li><li>乙</li></ul>"
    writing = Writing(page)
    writing.put_caret("li:last-child")
    writing.tool("降一级")
    assert writing.html() == "<ul><li>甲<ul><li>乙</li></ul></li></ul>"
    writing.tool("升一级")
    assert writing.html() == "<ul><li>甲</li><li>乙</li></ul>"


def test_a_typed_number_stays_text(writing: Writing) -> None:
    writing.select("p")
    writing.page.keyboard.type("1. 甲")
    writing.page.keyboard.press("Enter")
    writing.page.keyboard.type("# 乙")
    writing.page.keyboard.press("Enter")

    assert writing.html().startswith("<p>1. 甲</p><p># 乙</p>")


def test_keys_for_headings(writing: Writing) -> None:
    writing.put_caret("p")
    for key, name in (("1", "h2"), ("3", "h3"), ("4", "h4"), ("6", "p"), ("2", "h2"), ("9", "p")):
        writing.page.keyboard.press(f"Alt+Shift+{key}")
        assert writing.html() == f"<{name}>原来的正文</{name}>", key


def test_a_swapped_form_gets_its_own_editor(writing: Writing, watch: Watch) -> None:
    page = writing.page
    page.get_by_role("button", name="换").click()
    expect(writing.body).to_have_attribute("aria-invalid", "true")
    page.wait_for_selector(".editor--ready")

    assert page.evaluate("hugerte.get().length") == 1
    expect(writing.body).to_have_accessible_description(
        "在正文中按 Alt+F10 到排版工具，按 Esc 回到正文；"
        "按 Tab 离开正文，在表格里先按 Esc，再按 Tab；按 Alt+0 看全部按键。 正文不能为空"
    )


def test_an_error_summary_leads_to_the_editor(site: EditorSite, page: Page) -> None:
    writing = Writing(page, "/?error=1")
    page.get_by_role("link", name="正文不能为空").click()

    expect(writing.body).to_be_focused()


def test_link(writing: Writing) -> None:
    page = writing.page
    writing.put_caret("p")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name="插入链接")
    for address, words, fault in (
        ("javascript:1", "本院", "网址不能用"),
        ("//evil.example", "本院", "网址不能用"),
        ("", "本院", "网址不能用"),
        ("www.example.cn", "", "请写链接文字"),
        ("www.example.cn", "点击这里", "说不清去哪里"),
    ):
        dialog.get_by_label("网址").fill(address)
        dialog.get_by_label("链接文字").fill(words)
        page.keyboard.press("Enter")
        expect(dialog.get_by_role("alert")).to_contain_text(fault)
    dialog.get_by_label("链接文字").fill("本院<网站>")
    dialog.get_by_role("button", name="插入").click()

    expect(dialog).to_have_count(0)
    expect(writing.body).to_be_focused()
    link = '<a href="https://www.example.cn">本院&lt;网站&gt;</a>'
    assert writing.html() == f"<p>原来的正文{link}</p>"

    writing.put_caret("a", to_end=False)
    writing.tool("链接")
    page.get_by_role("dialog", name="修改链接").get_by_label("网址").fill("/news/")
    page.keyboard.press("Enter")
    assert 'href="/news/"' in writing.html()
    writing.select("a")
    writing.tool("链接")
    page.get_by_role("button", name="去掉链接").click()
    assert writing.html() == "<p>原来的正文本院&lt;网站&gt;</p>"


def test_picture(writing: Writing) -> None:
    page = writing.page
    writing.put_caret("p")
    writing.tool("图片")
    dialog = page.get_by_role("dialog", name="插入图片")
    alternative = dialog.get_by_label("替代文字", exact=True)
    insert = dialog.get_by_role("button", name="插入")
    insert.click()
    expect(dialog.get_by_role("alert")).to_contain_text("请先选一张图片")
    dialog.get_by_role("radio", name="开放日").check()
    expect(alternative).to_have_value("检察官向学生讲解法律知识")
    dialog.get_by_role("radio", name="花边").check()
    expect(dialog.get_by_label("装饰图片")).to_be_checked()
    expect(alternative).to_be_disabled()
    dialog.get_by_role("radio", name="徽标").check()
    insert.click()
    expect(dialog.get_by_role("alert")).to_contain_text("请写替代文字")
    expect(alternative).to_be_focused()
    alternative.fill("检徽 <新>")
    dialog.get_by_label("图片说明").fill("说明")
    insert.click()

    assert writing.html() == (
        '<p>原来的正文</p><figure class="narrow"><img alt="检徽 &lt;新&gt;" src="/media/8/a.jpg">'
        "<figcaption>说明</figcaption></figure>"
    )


def test_picture_is_changed_and_taken_out(site: EditorSite, page: Page) -> None:
    site.html = '<p>字</p><figure><img src="/media/7/a.jpg" alt="旧"></figure>'
    writing = Writing(page)
    writing.body.locator("figure img").first.click()
    writing.tool("图片")
    dialog = page.get_by_role("dialog", name="修改图片")
    expect(dialog.get_by_label("替代文字", exact=True)).to_have_value("旧")
    dialog.get_by_label("装饰图片").check()
    dialog.get_by_role("button", name="修改").click()
    assert writing.html() == '<p>字</p><figure><img alt="" src="/media/7/a.jpg"></figure>'

    writing.body.locator("figure img").first.click()
    writing.tool("图片")
    page.get_by_role("button", name="去掉图片").click()
    assert writing.html() == "<p>字</p>"


def test_the_list_of_pictures_is_searched_and_turned(writing: Writing) -> None:
    page = writing.page
    writing.put_caret("p")
    writing.tool("图片")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("radio")).to_have_count(3)
    dialog.get_by_label("找图片").fill("徽")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("radio")).to_have_count(2)
    expect(dialog.get_by_label("找图片")).to_have_value("徽")
    dialog.get_by_role("link", name="下一页").click()
    expect(dialog.get_by_label("找图片")).to_have_value("")
    assert page.url.endswith("/")


def test_the_library_that_does_not_answer_says_so(writing: Writing, watch: Watch) -> None:
    watch.expected = ("Failed to load resource",)
    writing.page.route("**/pick", lambda route: route.abort())
    writing.tool("图片")
    expect(writing.page.get_by_role("dialog")).to_contain_text("媒体库没有打开")
    writing.page.keyboard.press("Escape")
    expect(writing.body).to_be_focused()


def test_table(writing: Writing) -> None:
    page = writing.page
    writing.put_caret("p")
    writing.tool("表格")
    dialog = page.get_by_role("dialog", name="插入表格")
    dialog.get_by_label("行数").fill("99")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("行数要在 2 到 50 之间")
    dialog.get_by_label("行数").fill("2")
    dialog.get_by_label("列数").fill("2")
    dialog.get_by_label("表格标题").fill("案件数")
    dialog.get_by_label("第一列也是标题").check()
    dialog.get_by_role("button", name="插入").click()
    page.keyboard.type("领域")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("件数")

    assert clean(writing.html()).replace("\n", "") == (
        "<p>原来的正文</p><table><caption>案件数</caption>"
        '<thead><tr><th scope="col">领域</th><th scope="col">件数</th></tr></thead>'
        '<tbody><tr><th scope="row"></th><td></td></tr></tbody></table>'
    )


def test_header_cells_are_switched(site: EditorSite, page: Page) -> None:
    rows = (
        '<tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr>'
        "<tr><td>丁</td><td>戊</td></tr>"
    )
    site.html = f"<table><tbody>{rows}</tbody></table>"
    writing = Writing(page)
    writing.put_caret("td")
    writing.tool("首行是标题")
    writing.tool("首列是标题")

    assert writing.html() == (
        '<table><thead><tr><th rowspan="2" scope="col">甲</th><th scope="col">乙</th></tr>'
        '<tr><th scope="col">丙</th></tr></thead>'
        '<tbody><tr><th scope="row">丁</th><td>戊</td></tr></tbody></table>'
    )
    writing.tool("首行是标题")
    writing.put_caret("td")
    writing.tool("首列是标题")
    writing.tool("首列是标题")
    assert "th" not in writing.html().replace("thead", "")


def test_rows_and_columns_are_added(site: EditorSite, page: Page) -> None:
    site.html = (
        '<table><thead><tr><th scope="col">甲</th></tr></thead>'
        '<tbody><tr><th scope="row">乙</th></tr></tbody></table>'
    )
    writing = Writing(page)
    writing.put_caret("th")
    writing.tool("右边加一列")
    writing.tool("下面加一行")

    assert clean(writing.html()).replace("\n", "") == (
        '<table><thead><tr><th scope="col">甲</th><th scope="col"></th></tr></thead><tbody>'
        '<tr><th scope="row"></th><td></td></tr><tr><th scope="row">乙</th><td></td></tr>'
        "</tbody></table>"
    )
    writing.tool("表格标题")
    assert "<caption>表格标题</caption>" in writing.html()
    writing.tool("数字靠右")
    assert '<table class="numbers">' in writing.html()
    writing.tool("删除表格")
    assert writing.html() in ("", "<p>&nbsp;</p>")


def test_words_in_another_language(site: EditorSite, page: Page) -> None:
    site.html = "<p><em>OK</em></p>"
    writing = Writing(page)
    writing.select("em")
    writing.tool("外文")
    page.get_by_role("button", name="标明").click()

    assert 'lang="en"' in clean(writing.html())
    writing.put_caret("span")
    writing.tool("外文")
    page.get_by_role("button", name="去掉标明").click()
    assert writing.html() == "<p><em>OK</em></p>"


def test_the_outline_leads_to_a_heading(site: EditorSite, page: Page) -> None:
    site.html = "<h2>一</h2>" + "<p>段</p>" * 60 + "<h3>（一）</h3><p>末</p>"
    writing = Writing(page)
    writing.tool("标题目录")
    page.get_by_role("dialog", name="标题目录").get_by_role("button", name="（一）").click()
    page.keyboard.type("新")

    assert "<h3>新（一）</h3>" in writing.html()
    expect(writing.body.locator("h3")).to_be_in_viewport()
