"""The library of legal documents in a browser: fragments, keyboard, a phone, no scripts, paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import path_of
from tests.browser.test_navigation import documents_loaded, status

LIBRARY = "/documents/"
SPARE = """() => {
    const table = document.querySelector('.documents'), around = table.parentElement;
    return around.clientWidth - table.scrollWidth;
}"""
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


def test_choosing_is_a_fragment(page: Page) -> None:
    page.goto(LIBRARY)
    loaded = documents_loaded(page)

    page.get_by_label("文书类型").select_option("起诉书")
    page.get_by_role("button", name="查找").click()

    expect(page.locator("#results-title")).to_have_text(re.compile("^起诉书：共 [0-9]+ 条$"))
    expect(page.locator("#results-title")).to_be_focused()
    expect(page.locator("#status")).to_contain_text("法律文书公开，起诉书：共")
    expect(page).to_have_title(re.compile("^起诉书 - 法律文书公开"))
    expect(page).to_have_url(re.compile("type=%E8%B5%B7%E8%AF%89%E4%B9%A6"))
    expect(page.get_by_label("文书类型")).to_have_value("起诉书")
    page.get_by_role("link", name="去掉起诉书").click()
    expect(page.locator("#results-title")).to_have_text("共 14 条")
    expect(page.locator("#results-title")).to_be_focused()
    assert not loaded

    page.go_back()
    expect(page.locator("#results-title")).to_contain_text("起诉书：共")
    expect(page.locator("header.header")).to_have_count(1)


def test_by_keyboard_alone(page: Page) -> None:
    page.goto(LIBRARY)
    page.get_by_label("文书里的字").focus()
    page.keyboard.type("证据")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "查找"
    page.keyboard.press("Enter")

    expect(page.locator("#results-title")).to_contain_text("“证据”，起诉书：共")
    expect(page.locator("#results-title")).to_be_focused()
    assert "“证据”，起诉书" in status(page)


def test_complete_without_scripts(plain: Page) -> None:
    plain.goto(LIBRARY)
    plain.get_by_label("文书里的字").fill("证据")
    plain.get_by_label("年份").select_option("2025")
    plain.get_by_role("button", name="查找").click()

    expect(plain.locator("#results-title")).to_contain_text("“证据”，2025 年：共")
    plain.get_by_role("link", name="看全部文书").click()
    expect(plain.locator("#results-title")).to_have_text("共 14 条")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_it_is_a_table_with_every_fact_at_every_width(page: Page, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(LIBRARY)
    table = page.get_by_role("table", name=re.compile("^法律文书公开，共 14 条"))

    rows = table.get_by_role("row")
    expect(rows).to_have_count(15)
    headings = table.get_by_role("columnheader")
    expect(headings).to_have_count(6 if size is WIDE else 1)
    expect(table.get_by_role("rowheader")).to_have_count(14)
    words = rows.nth(1).inner_text()
    for fact in ("非法捕捞水产品罪", "示检刑附民公诉〔2026〕2号", "2026-08-06"):
        assert words.count(fact) == 1, words
    assert ("案由：" in words) is (size is PHONE)


def test_a_phone_shows_the_whole_of_a_choice(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{LIBRARY}?cause=拒不支付劳动报酬罪")
    spare = page.get_by_label("案由").evaluate(
        """list => {
            const pen = document.createElement('canvas').getContext('2d');
            pen.font = getComputedStyle(list).font;
            return list.clientWidth - pen.measureText(list.selectedOptions[0].text).width;
        }"""
    )
    assert spare > 40  # the arrow and the space around the words


def test_cards_have_the_same_gap_under_titles_of_any_length(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(LIBRARY)
    gaps = page.locator(".documents tbody th > a").evaluate_all(
        """links => links.map(link => {
            const words = document.createRange();
            words.selectNodeContents(link);
            const under = link.getBoundingClientRect().bottom - words.getBoundingClientRect().bottom;
            return [words.getClientRects().length, Math.round(under)];
        })"""
    )
    lines, under = zip(*gaps, strict=True)
    assert len(set(lines)) > 1 and max(under) - min(under) <= 2, gaps


@pytest.mark.parametrize("reading", ["size-xl", "edition-simple"])
def test_large_letters_make_cards(page: Page, address: str, reading: str) -> None:
    page.context.add_cookies([{"name": "reading", "value": reading, "url": address}])
    page.goto(LIBRARY)

    expect(page.locator("html")).to_have_class(re.compile(reading))
    expect(page.get_by_role("columnheader")).to_have_count(1)
    expect(page.locator(".documents__card").first).to_be_visible()


@pytest.mark.parametrize("reading", ["", "size-l", "size-l.spacing-wide", "spacing-wide"])
def test_the_table_fits_every_width(page: Page, address: str, reading: str) -> None:
    page.context.add_cookies([{"name": "reading", "value": reading, "url": address}])
    page.goto(LIBRARY)
    for width in (360, 720, 768, 900, 1024, 1199, 1200, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SPARE) >= 0, width
        columns = page.get_by_role("columnheader").count()
        assert columns == (6 if width >= 1200 and not reading else 1), width


def test_on_paper_it_is_a_document(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(path_of(address, "documents article"))
    for part in (".sheet__name", ".sheet__note"):
        expect(page.locator(part)).to_be_hidden()
    page.emulate_media(media="print")

    for part in (".header", ".footer", ".breadcrumb", ".article__head", ".ways", ".page__aside"):
        expect(page.locator(part).first).to_be_hidden()
    looks = page.evaluate(
        """() => Object.fromEntries(['.sheet__unit', '.sheet__name', '.sheet__number',
            '.prose--document p', '.prose--document .align-right'].map(part => {
                const style = getComputedStyle(document.querySelector(part));
                return [part, [style.display, style.textAlign, style.textIndent]]; }))"""
    )
    assert looks[".sheet__unit"][:2] == looks[".sheet__name"][:2] == ["block", "center"]
    assert looks[".sheet__number"][1] == looks[".prose--document .align-right"][1] == "right"
    display, align, indent = looks[".prose--document p"]
    assert (display, align) == ("block", "justify") and float(indent.removesuffix("px")) > 30
    shown = page.evaluate("getComputedStyle(document.querySelector('.article'), '::after').content")
    assert "/documents/" in shown
    assert page.pdf(format="A4", path=tmp_path / "document.pdf").startswith(b"%PDF")
