"""Tab in a table: from cell to cell, a new row after the last, and always a way out."""

import pytest
from playwright.sync_api import Page, expect

from portal.sanitiser import clean
from tests.browser.editor.conftest import Writing
from tests.browser.editor.site import EditorSite

TABLE = (
    '<table><caption>表</caption><thead><tr><th scope="col">甲</th><th scope="col">乙</th></tr>'
    '</thead><tbody><tr><th scope="row">丙</th><td>丁</td></tr></tbody></table>'
)
NEW_ROW = '<tr><th scope="row">戊</th><td>己</td></tr>'


@pytest.fixture
def table(site: EditorSite, page: Page) -> Writing:
    """An editor with text around a table."""
    site.html = f"<p>前</p>{TABLE}<p>后</p>"
    return Writing(page)


def press(writing: Writing, *keys: str) -> None:
    for key in keys:
        writing.page.keyboard.press(key)


def test_tab_goes_from_cell_to_cell(table: Writing) -> None:
    table.put_caret("thead th", to_end=False)
    for mark in "123":
        press(table, "Tab")
        table.page.keyboard.type(mark)
    press(table, "Shift+Tab")
    table.page.keyboard.type("4")

    assert table.html() == (
        f"<p>前</p>{TABLE}<p>后</p>".replace("乙", "1乙").replace("丙", "42丙").replace("丁", "3丁")
    )
    expect(table.body).to_be_focused()


def test_tab_in_the_last_cell_makes_a_row(table: Writing) -> None:
    table.put_caret("td")
    press(table, "Tab")
    table.page.keyboard.type("戊")
    press(table, "Tab")
    table.page.keyboard.type("己")

    expected = TABLE.replace("</tbody>", f"{NEW_ROW}</tbody>")
    assert clean(table.html()).replace("\n", "") == f"<p>前</p>{expected}<p>后</p>"
    table.put_caret("td")
    press(table, "Tab", "Tab")
    assert table.html().count("<tr>") == 3, "only the last cell makes a row"


def test_a_new_row_is_one_step_back(table: Writing) -> None:
    table.put_caret("td")
    press(table, "Tab")
    assert table.html().count("<tr>") == 3
    table.tool("撤销")

    assert table.html() == f"<p>前</p>{TABLE}<p>后</p>"


def test_a_row_after_the_header_row_holds_data(site: EditorSite, page: Page) -> None:
    site.html = '<table><thead><tr><th scope="col">甲</th></tr></thead></table>'
    writing = Writing(page)
    writing.put_caret("th")
    press(writing, "Tab")
    page.keyboard.type("1")

    assert clean(writing.html()).replace("\n", "") == (
        '<table><thead><tr><th scope="col">甲</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table>"
    )


def test_merged_cells_are_gone_through_once(site: EditorSite, page: Page) -> None:
    site.html = '<table><tbody><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></tbody></table>'
    writing = Writing(page)
    writing.put_caret("td", to_end=False)
    for mark in "123":
        press(writing, "Tab")
        page.keyboard.type(mark)

    text = writing.body.locator("table").inner_text().split()
    assert text == ["甲", "1乙", "2丙", "3"]


def test_selected_cells_are_let_go(table: Writing) -> None:
    selected = table.body.locator("td[data-mce-selected], th[data-mce-selected]")
    table.put_caret("thead th")
    press(table, "Shift+ArrowRight")
    expect(selected).to_have_count(2)
    press(table, "Tab")
    expect(selected).to_have_count(0)
    press(table, "Delete")

    assert "甲" in table.html() and "乙" not in table.html(), "one cell is emptied, not both"


def test_the_caption_leads_into_the_table(table: Writing) -> None:
    table.put_caret("caption")
    press(table, "Tab")
    table.page.keyboard.type("1")
    assert '<th scope="col">1甲</th>' in table.html()


def test_escape_and_tab_leave_the_table(table: Writing) -> None:
    page = table.page
    table.put_caret("td")
    press(table, "Escape")
    expect(table.status).to_have_text("现在按 Tab 离开正文，到表格工具。")
    press(table, "Tab")
    expect(page.get_by_role("button", name="上面加一行")).to_be_focused()
    press(table, "Escape")
    expect(table.body).to_be_focused()
    press(table, "Escape", "Shift+Tab")
    expect(page.get_by_role("button", name="撤销")).to_be_focused()
    assert table.html() == f"<p>前</p>{TABLE}<p>后</p>"


def test_writing_on_takes_the_way_out_back(table: Writing) -> None:
    table.put_caret("thead th")
    press(table, "Escape", "x", "Tab")
    table.page.keyboard.type("1")

    assert '<th scope="col">1乙</th>' in table.html()
    expect(table.body).to_be_focused()


def test_back_from_the_first_cell_leaves(table: Writing) -> None:
    table.put_caret("thead th")
    press(table, "Shift+Tab")

    expect(table.page.get_by_role("button", name="撤销")).to_be_focused()


def test_the_help_says_how_to_leave(table: Writing) -> None:
    assert "在表格里先按 Esc，再按 Tab" in table.page.locator(".editor__hint").inner_text()
    table.put_caret("td")
    press(table, "Alt+0")
    help_text = table.page.get_by_role("dialog", name="按键与帮助")
    expect(help_text).to_contain_text("最后一格按 Tab，加一行")
    expect(help_text).to_contain_text("离开表格")
