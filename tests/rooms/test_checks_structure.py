"""Checks of structure: headings, numbering, tables, links, repetitions of whole paragraphs."""

import pytest

from portal.checks import repaired, run
from tests.rooms.checked_drafts import below, draft, found, mended, with_body

LONG = "这一段说的是标题下面的内容，比标题长，有头有尾。"


@pytest.mark.parametrize(
    ("levels", "closed"),
    [
        ("h2 h4", "h2 h3"),
        ("h3 h3", "h2 h2"),
        ("h4 h4 h2 h3", "h2 h2 h2 h3"),
        ("h2 h4 h3 h2", "h2 h3 h3 h2"),
    ],
)
def test_skipped_heading_levels_are_closed_up(levels: str, closed: str) -> None:
    def body(names: str) -> str:
        return "\n".join(f"<{name}>第{name}节</{name}>" for name in names.split())

    after = repaired(with_body(body(levels)), "heading-skipped:1")

    assert [name for name in below(after).replace(">", "<").split("<") if name[:1] == "h"] == (
        closed.split()
    )
    assert not found(after, "heading-skipped")


def test_headings_in_order_pass() -> None:
    html = f"<h2>甲</h2><p>{LONG}</p><h3>乙</h3><h4>丙</h4><h2>丁</h2><h3>戊</h3>"

    assert run(with_body(html)) == []


def test_a_heading_without_words_becomes_a_paragraph() -> None:
    assert below(mended(with_body("<h2>——</h2>"), "heading-empty")) == "<p>——</p>"


@pytest.mark.parametrize(
    ("html", "after"),
    [
        (
            f"<p><strong>基本情况</strong></p><p>{LONG}</p>",
            f"<h2>基本情况</h2>\n<p>{LONG}</p>",
        ),
        (f"<p>一、基本情况</p><p>{LONG}</p>", f"<h2>一、基本情况</h2>\n<p>{LONG}</p>"),
        (
            f"<h2>总述</h2><p><strong>背景</strong></p><p>{LONG}</p>",
            f"<h2>总述</h2>\n<h3>背景</h3>\n<p>{LONG}</p>",
        ),
    ],
)
def test_a_paragraph_that_is_a_heading_becomes_one(html: str, after: str) -> None:
    assert below(mended(with_body(html), "heading-fake")) == after


def test_fake_headings_become_headings_together() -> None:
    html = "<p>一、甲事</p><p>（一）乙事</p><p>{0}</p><p>二、<strong>丙事</strong></p><p>{0}丙</p>"
    wrong = with_body(html.format(LONG))

    assert len(found(wrong, "heading-fake")) == 3
    after = repaired(wrong, "heading-fake:2")

    assert run(after) == []
    assert "<h2>一、甲事</h2>\n<h3>（一）乙事</h3>" in after.body
    assert "<h2>二、丙事</h2>" in after.body


@pytest.mark.parametrize(
    "html",
    [
        "<p>一、身份证</p><p>二、户口簿</p><p>三、申请书</p>",
        "<p>一、时间：五月十三日下午</p><p>二、地点：一楼听证室</p>",
        f"<p><strong>特别提醒：</strong></p><p>{LONG}</p>",
        f"<p><strong>请不要向陌生人转账。</strong></p><p>{LONG}</p>",
        "<p><strong>第四检察部</strong></p>",
        '<p>此致</p><p class="align-right">示例市人民检察院</p>',
        f"<p>检察官<strong>提醒</strong></p><p>{LONG}</p>",
    ],
)
def test_lists_warnings_and_signatures_are_no_headings(html: str) -> None:
    assert run(with_body(html)) == []


def test_a_lost_numeral_is_put_back_by_counting() -> None:
    html = f"<h2>一、甲</h2><p>{LONG}</p><h2>、乙</h2><p>{LONG}乙</p><h2>三、丙</h2>"
    wrong = with_body(html)

    (finding,) = run(wrong)
    assert (finding.key, finding.level) == ("numeral-lost:1", "stop")
    assert finding.repair == "补上“二”"
    assert "<h2>二、乙</h2>" in mended(wrong, "numeral-lost").body


def test_a_lost_numeral_that_counting_does_not_settle_has_no_repair() -> None:
    (finding,) = run(with_body(f"<p>、{LONG}</p>"))

    assert (finding.key, finding.repair) == ("numeral-lost:1", "")


def test_an_empty_bracket_at_the_start_is_doubted() -> None:
    assert [each.key for each in run(with_body(f"<p>（）{LONG}</p>"))] == ["numeral-doubtful:1"]


def test_numbers_that_jump_are_counted_again() -> None:
    html = "<h2>一、甲</h2><h2>三、乙</h2><h2>四、丙</h2>"

    after = below(mended(with_body(html), "numbering-jumps"))

    assert after == "<h2>一、甲</h2>\n<h2>二、乙</h2>\n<h2>三、丙</h2>"


def test_a_number_given_twice_is_counted_again() -> None:
    html = "<p>1.甲事；</p><p>2.乙事；</p><p>2.丙事；</p><p>3.丁事。</p>"

    after = below(mended(with_body(html), "numbering-jumps"))

    assert after == "<p>1.甲事；</p>\n<p>2.乙事；</p>\n<p>3.丙事；</p>\n<p>4.丁事。</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>一、甲</h2><h3>（一）乙</h3><h3>（二）丙</h3><h2>二、丁</h2><h3>（一）戊</h3>",
        "<p>1.甲事；</p><p>2.乙事。</p><p>另外：</p><p>1.丙事；</p><p>2.丁事。</p>",
        "<p>三、将第十条修改为第十一条。</p><p>四、删去第十二条。</p>",
        "<p>2026年以来，办案更多。</p><p>12309热线全天开通。</p>",
    ],
)
def test_numbers_that_count_up_pass(html: str) -> None:
    assert run(with_body(html)) == []


def test_a_first_paragraph_that_repeats_the_title_goes() -> None:
    wrong = draft(title="河水“变清”了", body=f"<p><strong>河水变清了</strong></p><p>{LONG}</p>")

    assert mended(wrong, "title-repeated").body == f"<p>{LONG}</p>"


def test_a_paragraph_pasted_twice_goes() -> None:
    html = f"<p>{LONG}{LONG[:12]}后来呢。</p>"

    assert below(mended(with_body(html * 2), "paragraph-twice")) == html


def test_a_table_gets_header_cells() -> None:
    html = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>办案</td><td>12</td></tr></table>"

    after = mended(with_body(html), "table-headers")

    assert '<th scope="col">项目</th><th scope="col">金额</th>' in after.body
    assert "<td>办案</td><td>12</td>" in after.body
    assert run(after) == []


def test_a_table_that_is_a_frame_is_unwrapped() -> None:
    html = "<table><caption>提示</caption><tr><td>请先<strong>预约</strong>。<p>再来。</p></td></tr></table>"

    after = mended(with_body(html), "table-frame")

    assert below(after) == "<p>提示</p>\n<p>请先<strong>预约</strong>。</p>\n<p>再来。</p>"


def test_an_empty_table_goes() -> None:
    html = "<p>前</p><table><tr><td></td><td></td></tr><tr><td></td><td></td></tr></table><p>后</p>"

    assert below(mended(with_body(html), "table-empty")) == "<p>前</p>\n<p>后</p>"


@pytest.mark.parametrize(
    "words",
    [
        "点击这里",
        "这里",
        "更多",
        "请点击此处",
        "查看详情",
        ">>更多",
        "【点击查看】",
        "click here",
        "下载",
    ],
)
def test_links_that_do_not_say_where_they_lead_stop_the_draft(words: str) -> None:
    (finding,) = run(with_body(f"<p>报名表<a href='/guide/'>{words}</a>。</p>"))

    assert (finding.key, finding.level) == ("link-words:1", "stop")


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/guide/">更多办事指南</a>',
        '<a href="/guide/">听证报名表</a>',
        '<a href="https://www.12309.gov.cn/">www.12309.gov.cn</a>',
        '<a href="tel:12309">12309</a>',
        '<a href="/guide/"><img src="/media/0123456789abcdef/a.jpg" alt="办事指南"></a>',
    ],
)
def test_links_that_say_where_they_lead_pass(link: str) -> None:
    assert run(with_body(f"<p>请看{link}。</p>")) == []


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ('<a href="https://example.cn/a/b">https://example.cn/a/b</a>', "link-bare"),
        ('<a href="http://example.cn/">示例网</a>', "link-insecure"),
        ('<a href="/x"><img src="/media/0123456789abcdef/a.jpg" alt=""></a>', "link-empty"),
    ],
)
def test_links_that_do_not_work_for_everybody_are_named(link: str, key: str) -> None:
    assert [each.key for each in run(with_body(f"<p>请看{link}。</p>"))] == [f"{key}:1"]


def test_a_link_into_a_word_document_is_undone() -> None:
    after = mended(with_body('<p>见<a href="#_Toc123">第二<em>章</em></a>。</p>'), "link-nowhere")

    assert below(after) == "<p>见第二<em>章</em>。</p>"


def test_what_a_tracked_change_deleted_goes() -> None:
    after = mended(with_body("<p>查处<del>三</del>四起案件。</p>"), "text-struck")

    assert below(after) == "<p>查处四起案件。</p>"


def test_a_paragraph_that_never_ends_is_named() -> None:
    html = f"<p>{'水清了，岸绿了，人也来了。' * 40}</p>"

    assert [each.key for each in run(with_body(html))] == ["paragraph-long:1"]
    assert run(with_body(html, kind="documents", details={"number": "示检刑诉〔2026〕1号"})) == []


def test_a_sentence_that_never_ends_is_named() -> None:
    clauses = "，".join(f"第{number}件事已经办好" for number in range(20))

    assert [each.key for each in run(with_body(f"<p>{clauses}。</p>"))] == ["sentence-long:1"]


def test_blank_header_cells_are_named_but_not_the_corner() -> None:
    table = "<table><tr><th>{}</th><th>{}</th></tr><tr><th>受理</th><td>120</td></tr></table>"

    assert not found(with_body(table.format("", "件数")), "table-blank-headers")
    assert len(found(with_body(table.format("类别", "")), "table-blank-headers")) == 1
