"""Saved HTML pages: layouts of tables, content systems, Word, line breaks, pictures."""

from datetime import datetime

from portal.page_import import ImportedPage, read_page
from tests.old_pages import blocks, sample


def page(name: str) -> ImportedPage:
    return read_page(sample(name), name)


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
