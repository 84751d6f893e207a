"""The plain text of a body: what an editor without scripts types and sees."""

import re
import time
from contextlib import suppress

import pytest

from portal.errors import Refused
from portal.plain_body import HELP, to_html, to_text
from portal.sanitiser import clean

LIBRARY = {12: "/media/0123456789abcdef/he-dao.jpg"}
WORD_TABLE = clean(
    '<table><tr><td rowspan="2"><p>甲</p></td><td><p>乙</p><p align="right">丙</p></td></tr>'
    "<tr><td><p>12件</p></td></tr></table>"
)


def typed(text: str, base: str = "") -> str:
    return to_html(text, base, LIBRARY.get)


def refusal(text: str, base: str = "") -> str:
    with pytest.raises(Refused) as refused:
        typed(text, base)
    return refused.value.sentence


def test_an_article_with_a_picture_and_a_table_can_be_typed() -> None:
    html = typed(
        "# 一、基本情况\n　　示例市人民检察院开展巡河。\n\n[[图片 12：两名检察官在河边取水样|巡河]]\n"
        "[[表格：巡河情况]]\n| 河段 | 次数 |\n| # 东河 | 12 |\n\n[[靠右]]示例市人民检察院[换行]2026年11月20日"
    )

    assert html == (
        "<h2>一、基本情况</h2>\n<p>示例市人民检察院开展巡河。</p>\n"
        '<figure><img src="/media/0123456789abcdef/he-dao.jpg" alt="两名检察官在河边取水样">'
        "<figcaption>巡河</figcaption></figure>\n"
        "<table>\n<caption>巡河情况</caption>\n<thead>\n"
        '<tr><th scope="col">河段</th><th scope="col">次数</th></tr>\n</thead>\n<tbody>\n'
        '<tr><th scope="row">东河</th><td>12</td></tr>\n</tbody>\n</table>\n'
        '<p class="align-right">示例市人民检察院<br>2026年11月20日</p>'
    )


TYPED = {
    "一\n二\r\n\r\n三\r四": "<p>一</p>\n<p>二</p>\n<p>三</p>\n<p>四</p>",
    "　　首行\t 缩进　": "<p>首行 缩进</p>",
    "# 甲\n＃＃ 乙\n###丙": "<h2>甲</h2>\n<h3>乙</h3>\n<h4>丙</h4>",
    "#平安示例#": "<p>#平安示例#</p>",
    "1. 甲\n一、乙\n（一）丙\n①丁": "<p>1. 甲</p>\n<p>一、乙</p>\n<p>（一）丙</p>\n<p>①丁</p>",
    "- 甲\n\n· 乙\n·丙": "<ul>\n<li>甲</li>\n<li>乙</li>\n<li>丙</li>\n</ul>",
    "- 甲\n-+ 乙\n-- 丙\n+ 丁": "<ul>\n<li>甲<ol>\n<li>乙</li>\n</ol><ul>\n<li>丙</li>\n</ul></li>\n</ul>\n"
    "<ol>\n<li>丁</li>\n</ol>",
    "--- 甲\n---- 乙": "<ul>\n<li>甲<ul>\n<li>乙</li>\n</ul></li>\n</ul>",
    "- 甲\n[[分开]]\n- 乙": "<ul>\n<li>甲</li>\n</ul>\n<ul>\n<li>乙</li>\n</ul>",
    "-5℃": "<p>-5℃</p>",
    "> 引\n> - 项": "<blockquote>\n<p>引</p>\n<ul>\n<li>项</li>\n</ul>\n</blockquote>",
    "》 引": "<blockquote>\n<p>引</p>\n</blockquote>",
    "上\n[[分隔线]]\n下": "<p>上</p>\n<hr>\n<p>下</p>",
    "｜甲｜乙｜\n| --- | :-- |\n| 1\\|2": '<table>\n<thead>\n<tr><th scope="col">甲</th><th scope="col">乙</th>'
    "</tr>\n</thead>\n<tbody>\n<tr><td>1|2</td><td></td></tr>\n</tbody>\n</table>",
    "[[图片 12：装饰]]": '<figure><img src="/media/0123456789abcdef/he-dao.jpg" alt=""></figure>',
    "【【图片１２：河】】": '<figure><img src="/media/0123456789abcdef/he-dao.jpg" alt="河"></figure>',
    "[甲](https://a.example/x_(y))和[乙](/guide/)": '<p><a href="https://a.example/x_(y)">甲</a>和'
    '<a href="/guide/">乙</a></p>',
    "[重[点](上标)](加粗)，m[2](上标)": "<p><strong>重<sup>点</sup></strong>，m<sup>2</sup></p>",
    "[阚](注音 kàn)某": "<p><ruby>阚<rp>（</rp><rt>kàn</rt><rp>）</rp></ruby>某</p>",
    "张**与李**，2*3*4，____年": "<p>张**与李**，2*3*4，____年</p>",
    "<b>粗</b> &amp; [2026]3号": "<p>&lt;b&gt;粗&lt;/b&gt; &amp;amp; [2026]3号</p>",
    "[a](b)与[x](javascript:1)": "<p>[a](b)与[x](javascript:1)</p>",
    "\\# 井\n\\[[图片 12：河]]\nC:\\盘": "<p># 井</p>\n<p>[[图片 12：河]]</p>\n<p>C:\\盘</p>",
    "[[居中]][[顶格]]第一章": '<p class="align-center indent-none">第一章</p>',
    " \n\u3000\n": "",
}


@pytest.mark.parametrize("text", TYPED)
def test_reads_what_is_typed(text: str) -> None:
    assert typed(text) == TYPED[text]


REFUSED = {
    "[[图片 7：河]]": "第 7 号图片不在媒体库",
    "[[图片 12]]": "缺替代文字",
    "[[图片：河]]": "缺编号",
    "[[图片 12：河": "没有写完整",
    "见[[图片 12：河]]": "单独占一行",
    "[甲](www.example.cn)": "https://",
    "[甲](//evil.example)": "https://",
    "| 甲 |\n| 乙 | 丙 |": "第 2 行有 2 格",
    "[[保留内容 1：表格，5 行]]": "找不到",
    "[[原图 0]]": "找不到",
    "[文字](保留 4：缩写)": "找不到",
}


@pytest.mark.parametrize("text", REFUSED)
def test_refuses_a_mark_that_leads_nowhere(text: str) -> None:
    assert REFUSED[text] in refusal(text)


def test_keeps_what_the_marks_cannot_say_when_a_word_changes() -> None:
    base = clean(
        '<p>依照<abbr title="民事诉讼法">民诉法</abbr>，<span lang="en">report</span>作了说明。</p>'
        "<pre>甲\n  乙</pre>"
    )

    text = to_text(base)
    html = typed(text.replace("说明", "答复"), base)

    assert text == (
        "依照[民诉法](保留 1：缩写)，[report](保留 2：语言 en)作了说明。\n\n[[保留内容 3：原样文字，甲乙]]"
    )
    assert html == base.replace("说明", "答复")


def test_kept_content_can_be_moved_and_left_out() -> None:
    base = clean("<p>上</p><pre>甲</pre><p>下</p>")

    assert typed("下\n[[保留内容 1：原样文字，甲]]", base) == "<p>下</p>\n<pre>甲</pre>"
    assert typed("[[保留内容 1]]", base) == "<pre>甲</pre>"
    assert typed("上", base) == "<p>上</p>"


def test_refuses_kept_content_of_another_article() -> None:
    sentence = refusal("[[保留内容 1：表格，5 行]]", clean("<pre>甲</pre>"))

    assert "对不上" in sentence and "原样文字，甲" in sentence


def test_refuses_the_same_kept_content_in_every_line() -> None:
    assert "太多" in refusal("[[保留内容 1]]\n" * 10_000, clean("<pre>甲</pre>"))


def test_the_texts_of_a_picture_can_be_changed() -> None:
    base = clean(
        '<figure class="narrow"><img src="/media/a/b.jpg" alt="河|道"><figcaption>巡河</figcaption></figure>'
    )

    assert to_text(base) == "[[原图 1：河\\|道|巡河]]"
    assert typed("[[原图 1：河道|巡湖]]", base) == base.replace("河|道", "河道").replace(
        "巡河", "巡湖"
    )
    assert (
        typed("[[原图 1：装饰]]", base)
        == '<figure class="narrow"><img src="/media/a/b.jpg" alt=""></figure>'
    )


def test_a_picture_without_alternative_text_can_be_given_one() -> None:
    base = clean('<p><img src="/media/a/b.jpg"></p>')

    assert to_text(base) == "[[原图 1]]"
    assert typed("[[原图 1：河|注]]", base) == (
        '<figure><img src="/media/a/b.jpg" alt="河"><figcaption>注</figcaption></figure>'
    )


def test_a_table_with_joined_cells_keeps_its_structure() -> None:
    text = to_text(WORD_TABLE)

    assert text == "[[表格 1]]\n| 甲 | 乙[分段][[靠右]]丙 |\n| 12件 |"
    assert typed(text.replace("12件", "13件"), WORD_TABLE) == WORD_TABLE.replace("12件", "13件")
    assert "应有 2 行" in refusal(text + "\n| 又一行 |", WORD_TABLE)


def test_a_kept_table_becomes_a_plain_one_when_its_number_goes() -> None:
    html = typed("[[表格：件数]]\n| 甲 | 乙 |\n| 丙 | 13件 |\n| 丁 | 1件 |", WORD_TABLE)

    assert "rowspan" not in html
    assert "<tr><td>丁</td><td>1件</td></tr>" in html


def test_a_list_keeps_where_its_numbers_start() -> None:
    base = clean('<ol start="3"><li>丙</li></ol>')

    assert to_text(base) == "[[列表 1：从 3 起编号]]\n+ 丙"
    assert typed(to_text(base) + "\n+ 丁", base) == base.replace("</li>", "</li>\n<li>丁</li>")


def test_marks_in_the_words_of_a_body_stay_words() -> None:
    base = clean(
        "<p># 一</p><p>- 二[a](/b)</p><p>[[靠右]]三</p><ul><li><strong>[四]</strong></li></ul>"
    )

    text = to_text(base)

    assert text == "\\# 一\n\n\\- 二[a]\\(/b)\n\n\\[[靠右]]三\n\n- [\\[四\\]](加粗)"
    assert typed(text + "\n- 五", base) == base.replace("</ul>", "<li>五</li>\n</ul>")


NEW = [pair for pair in HELP if not any(kept in pair[0] for kept in ("保留", "原图", "[[表格 3"))]


@pytest.mark.parametrize(("example", "meaning"), NEW)
def test_the_examples_of_the_help_mean_something(example: str, meaning: str) -> None:
    plain = re.sub(r"<[^>]+>", "", typed(f"{example}\n| 行 |"))

    assert meaning
    assert "[[" not in plain and "](" not in plain


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "[](", "[a](", "[[", "\\", "[a](()", "字", "| ", "> ", "[[保留", "[a](保留 "],
)
def test_long_input_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    with suppress(Refused):
        typed(piece * (40_000 // len(piece)))

    assert time.process_time() - start < 1.5
