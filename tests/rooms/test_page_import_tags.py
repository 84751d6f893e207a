"""Pages made for one question each: titles, headings, lists, tables, links, depth."""

from datetime import datetime

import pytest

from portal.page_import import ImportedPage, NotUnderstood, read_page
from tests.old_pages import blocks


def made(body: str, head: str = "") -> ImportedPage:
    """A page with a proper head around the given body."""
    top = "<p>当前位置：首页 &gt; 检察要闻</p><h1>示例标题</h1><p>时间：2020-01-02 来源：办公室</p>"
    return read_page(
        f"<html><head>{head}</head><body>{top}{body}</body></html>".encode(), "made.html"
    )


def test_the_breadcrumb_may_end_in_the_title() -> None:
    page_text = (
        "当前位置：首页 > 理论研讨 > 一个标题\n一个标题\n时间：2020-01-02 来源：本院\n正文一段。"
    )
    read = read_page(page_text.encode(), "text")
    assert (read.title, read.section_name) == ("一个标题", "理论研讨")


def test_the_window_title_settles_which_line_is_the_title() -> None:
    head = "<title>守护青山_检察要闻_示例市人民检察院</title>"
    body = "<h2>守护青山</h2><div>示例市人民检察院</div><div>时间：2020-01-02 来源：本院</div><p>一段正文。</p>"
    read = read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")
    assert read.title == "守护青山"
    assert "示例市人民检察院" in read.dropped


def test_a_page_without_label_line_is_read_from_its_meta_tags() -> None:
    head = (
        '<meta name="ArticleTitle" content="守护青山"><meta name="PubDate" content="2020-01-02 10:00">'
        '<meta name="ColumnName" content="检察要闻">'
    )
    body = "<ul><li>首页</li></ul><div id=zoom><p>守护青山</p><p>林海茫茫，绿意盎然。</p></div>"
    read = read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")
    assert (read.title, read.section_name) == ("守护青山", "检察要闻")
    assert read.published == datetime(2020, 1, 2, 10, 0)
    assert read.body_html == "<p>林海茫茫，绿意盎然。</p>"


def test_two_dates_that_differ_are_named() -> None:
    head = '<meta name="PubDate" content="2020-03-04 10:00">'
    read = made("<p>一段正文。</p>", head)
    assert read.published == datetime(2020, 3, 4, 10, 0)
    assert [each for each in read.warnings if "2020-01-02" in each and "2020-03-04" in each]


def test_the_page_s_own_headings_fit_in_without_skipping_a_level() -> None:
    read = made("<h4>会议要求</h4><p>抓好落实。</p><h2>会议强调</h2><h4>纪律</h4><p>严守纪律。</p>")
    assert [block for block in blocks(read) if block.startswith("<h")] == [
        "<h2>会议要求</h2>",
        "<h2>会议强调</h2>",
        "<h3>纪律</h3>",
    ]


def test_a_heading_tag_around_a_paragraph_makes_no_heading() -> None:
    read = made("<h3>会议指出，要抓好落实。会议强调，要严守纪律。</h3>")
    assert read.body_html == "<p>会议指出，要抓好落实。会议强调，要严守纪律。</p>"


def test_bold_paragraphs_without_a_number_stay_bold() -> None:
    assert made("<p><b>会议要求</b></p><p>抓好落实。</p>").body_html.startswith(
        "<p><strong>会议要求</strong></p>"
    )


def test_text_is_escaped() -> None:
    read = made('<p>1 &lt; 2 &amp; "三"</p><p><img src=\'a"b.jpg\' alt="&quot;甲&quot;"></p>')
    assert '<p>1 &lt; 2 &amp; "三"</p>' in blocks(read)
    assert '<img src="a&quot;b.jpg" alt="&quot;甲&quot;">' in read.body_html


def test_dangerous_addresses_are_no_links() -> None:
    read = made('<p>见<a href=" JavaScript:alert(1)">甲</a>和<a href="#top">乙</a>。</p>')
    assert read.body_html == "<p>见甲和乙。</p>"


def test_a_layout_table_with_a_short_article_is_no_data_table() -> None:
    cells = (
        "<tr><td>检务公开</td><td>当前位置：首页 &gt; 公告</td></tr><tr><td>一</td><td>二</td></tr>"
    )
    assert "<table>" not in made(f"<p>一段正文。</p><table>{cells}</table>").body_html


def test_preformatted_text_is_parted_at_its_lines() -> None:
    read = made("<pre>　　第一段话说完了。\n　　第二段话也说完了。</pre>")
    assert read.body_html == "<p>第一段话说完了。</p>\n<p>第二段话也说完了。</p>"


def test_the_same_picture_twice_stays_twice() -> None:
    read = made('<p>一段正文。</p><p><img src="a.jpg"><img src="a.jpg"></p>')
    assert read.body_html.count('<img src="a.jpg" alt="">') == 2
    assert read.images == ("a.jpg",)


def test_words_beside_the_items_of_a_list_or_the_cells_of_a_table_are_kept() -> None:
    read = made("<ul>说明：<li>第一项</li></ul>")
    assert read.body_html == "<p>说明：</p>\n<p>第一项</p>"
    cells = "<tr><td>年份</td><td>件数</td></tr><tr><td>2016</td><td>210</td></tr>"
    read = made(f"<p>办案数据如下。</p><table>{cells}<tr><p>单位：件。</p></tr></table>")
    assert blocks(read)[-1] == "<p>单位：件。</p>"


def test_what_stands_after_an_early_end_of_the_page_is_read() -> None:
    read = made(
        "<p>第一段说完了。</p></body></html>\n<html><head></head><body><p>第二段也说完了。</p>"
    )
    assert read.body_html == "<p>第一段说完了。</p>\n<p>第二段也说完了。</p>"


def test_words_inside_a_player_are_dropped_and_not_lost() -> None:
    read = made("<p>一段正文。</p><object data='a.swf'>请安装播放器</object>")
    assert "请安装播放器" in read.dropped
    assert [warning for warning in read.warnings if "a.swf" in warning]


def test_pictures_beside_a_single_paragraph_belong_to_the_article() -> None:
    menu = "<div><ul><li><a href=1.html>领导简介</a></li><li><a href=2.html>机构职能</a></li></ul></div>"
    text = "<div><p>一段比较长的正文，说明事情的经过。</p></div><div><img src=a.jpg></div><div>图为现场</div>"
    read = made(f"<div><div>{text}</div>{menu}</div>")
    assert blocks(read)[1:] == ['<p><img src="a.jpg" alt=""></p>', "<p>图为现场</p>"]
    assert read.dropped[-2:] == ("领导简介", "机构职能")


def test_documents_attached_outside_the_text_are_kept() -> None:
    text = "<p>请有意报名的单位填写申请表，于本月底前送到本院。</p>"
    attached = "<div>附件：<a href=a.doc>申请表</a></div>"
    read = made(f"<div id=zoom>{text}</div><div>打印 关闭</div>{attached}")
    assert read.body_html == f'{text}\n<p>附件：<a href="a.doc">申请表</a></p>'
    assert "打印 关闭" in read.dropped


@pytest.mark.parametrize("depth", [1200, 100_000])
def test_trees_beyond_measure_are_refused(depth: int) -> None:
    with pytest.raises(NotUnderstood, match="太深"):
        made("<div>" * depth + "一段正文。")


def test_deep_trees_are_read() -> None:
    assert made("<div>" * 900 + "一段正文。").body_html == "<p>一段正文。</p>"
