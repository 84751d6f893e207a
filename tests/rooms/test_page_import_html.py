"""Saved HTML pages: layouts of tables, content systems, Word, line breaks, pictures."""

from datetime import datetime

import pytest

from portal.page_import import ImportedPage, NotUnderstood, read_page
from tests.old_pages import blocks, sample


def page(name: str) -> ImportedPage:
    return read_page(sample(name), name)


def made(body: str, head: str = "") -> ImportedPage:
    """A page with a proper head around the given body."""
    top = "<p>当前位置：首页 &gt; 检察要闻</p><h1>示例标题</h1><p>时间：2020-01-02 来源：办公室</p>"
    return read_page(
        f"<html><head>{head}</head><body>{top}{body}</body></html>".encode(), "made.html"
    )


def test_a_layout_of_tables_in_gb18030() -> None:
    read = page("layout_gb18030.html")
    assert read.title == "一封群众来信的办理"
    assert (read.published, read.author, read.source) == (
        datetime(2012, 7, 5),
        "控告申诉检察科",
        "",
    )
    assert [block for block in blocks(read) if block.startswith("<h2>")] == [
        "<h2>一、上门听取意见</h2>",
        "<h2>二、当面说理</h2>",
        "<h2>三、回访</h2>",
    ]
    assert "<p>村干部拿来了当年的丈量底册，数字清清楚楚。</p>" in blocks(read)
    assert "面积差了<sup>*</sup>不到" in read.body_html
    assert blocks(read)[-1] == "<p>控告申诉检察科<br>2012年7月4日</p>"
    assert read.images == ("W020120705.jpg",)


def test_scripts_styles_and_hidden_fields_are_not_text() -> None:
    read = page("layout_gb18030.html")
    everything = read.body_html + "".join(read.dropped)
    assert "不要导入" not in everything
    assert "不要显示的暗记。" in read.dropped
    assert "不要显示" not in read.body_html


def test_sidebars_before_and_footers_after_are_dropped() -> None:
    dropped = page("layout_gb18030.html").dropped
    assert {"领导简介", "工作流程", "【打印】【关闭】", "最高人民检察院"} < set(dropped)


def test_meta_tags_come_first() -> None:
    read = page("trs.html")
    assert read.title == "示例市检察院发布上半年办案数据"
    assert (read.published, read.has_time) == (datetime(2023, 7, 20, 9, 5), True)
    assert (read.source, read.author, read.editor) == ("示例市人民检察院办公室", "", "示例编辑")
    assert read.section_name == "检察要闻"


def test_a_data_table_stays_a_table() -> None:
    [table] = [block for block in blocks(page("trs.html")) if block.startswith("<table>")]
    assert table.startswith('<table><tr><th scope="col">类别</th>')
    assert '<td rowspan="2">刑事检察</td>' in table
    assert table.endswith('<tr><td>公益诉讼</td><td colspan="2">立案 18</td></tr></table>')


def test_lists_stay_lists() -> None:
    [items] = [block for block in blocks(page("trs.html")) if block.startswith("<ul>")]
    nested = '<li>把好证据关；<ol start="3"><li>书证</li><li>物证</li></ol></li>'
    assert items == f"<ul><li>把好事实关；</li>{nested}</ul>"


def test_links_keep_their_address_and_old_ones_are_named() -> None:
    read = page("trs.html")
    assert '<a href="https://www.example.gov.cn/bg.html">背景</a>' in read.body_html
    assert '<a href="./P020230720.pdf">附件：上半年办案数据</a>' in read.body_html
    assert "，点此收藏。" in read.body_html
    [warning] = [each for each in read.warnings if "P020230720.pdf" in each]
    assert "旧网站" in warning


def test_pictures_keep_their_words_and_spacers_go() -> None:
    read = page("trs.html")
    assert 'alt="柱状图：审查起诉260件，审查逮捕120件"' in read.body_html
    assert read.images == ("./W020230720_1.png",)


def test_players_are_reported() -> None:
    read = page("trs.html")
    assert "video" not in read.body_html
    assert [each for each in read.warnings if "V020230720.mp4" in each]


def test_sentences_outside_the_article_are_named() -> None:
    assert [each for each in page("trs.html").warnings if "关于调整服务大厅开放时间" in each]


def test_word_s_html() -> None:
    read = page("word.html")
    assert read.title == "示例市人民检察院工作报告"
    assert read.published == datetime(2018, 1, 16)
    assert blocks(read)[0] == "<p>现在，我代表示例市人民检察院向大会报告工作，请予审议。</p>"
    assert [block for block in blocks(read) if block.startswith("<h")] == [
        "<h2>一、过去一年的工作</h2>",
        "<h3>（一）依法惩治犯罪</h3>",
        "<h3>（三）加强队伍建设</h3>",
        "<h2>二、今后工作的打算</h2>",
    ]
    assert "<strong>人均办案</strong>稳步上升。" in read.body_html
    assert "mso" not in read.body_html
    assert [each for each in read.warnings if "没有表头" in each]


def test_line_breaks_part_paragraphs_and_keep_verses() -> None:
    read = page("breaks.html")
    assert read.title == "写给新同学的一封信"
    assert (read.published, read.source) == (datetime(2019, 9, 1, 7, 30), "未检办")
    assert blocks(read)[1:4] == [
        "<p>新学期好！校园是读书的地方，也是学会相处的地方。</p>",
        "<p>遇到欺凌，不要沉默，要告诉老师和家长。</p>",
        "<p>送你们一首小诗，<br>清晨的风，<br>吹过操场，<br>愿你们平安成长。</p>",
    ]


def test_a_page_of_pictures() -> None:
    read = page("pictures.html")
    assert read.images == ("1.jpg", "2.jpg")
    assert blocks(read)[:2] == [
        '<p><img src="1.jpg" alt="学生参观听证室"></p>',
        "<p>参观听证室</p>",
    ]
    assert "［图片］banner.jpg" in read.dropped


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


def test_pictures_beside_a_single_paragraph_belong_to_the_article() -> None:
    menu = "<div><ul><li><a href=1.html>领导简介</a></li><li><a href=2.html>机构职能</a></li></ul></div>"
    text = "<div><p>一段比较长的正文，说明事情的经过。</p></div><div><img src=a.jpg></div><div>图为现场</div>"
    read = made(f"<div><div>{text}</div>{menu}</div>")
    assert blocks(read)[1:] == ['<p><img src="a.jpg" alt=""></p>', "<p>图为现场</p>"]
    assert read.dropped[-2:] == ("领导简介", "机构职能")


def test_documents_attached_outside_the_text_are_kept() -> None:
    attached = "<div>附件：<a href=a.doc>申请表</a></div>"
    read = made(f"<div id=zoom><p>一段正文。</p></div><div>打印 关闭</div>{attached}")
    assert read.body_html == '<p>一段正文。</p>\n<p>附件：<a href="a.doc">申请表</a></p>'
    assert "打印 关闭" in read.dropped


@pytest.mark.parametrize("depth", [1200, 100_000])
def test_trees_beyond_measure_are_refused(depth: int) -> None:
    with pytest.raises(NotUnderstood, match="太深"):
        made("<div>" * depth + "一段正文。")


def test_deep_trees_are_read() -> None:
    assert made("<div>" * 900 + "一段正文。").body_html == "<p>一段正文。</p>"
