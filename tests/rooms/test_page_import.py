"""Old pages kept as plain text: the article found, repaired and reported, and nothing lost."""

from datetime import datetime

import pytest

from portal.page_import import ImportedPage, NotUnderstood, Repair, read_page
from tests.old_pages import NAMES, UNREADABLE, blocks, lost, sample


def page(name: str) -> ImportedPage:
    return read_page(sample(name), name)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNREADABLE])
def test_nothing_is_lost(name: str) -> None:
    assert lost(sample(name), page(name)) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNREADABLE])
def test_the_title_stands_once_and_furniture_nowhere(name: str) -> None:
    read = page(name)
    assert read.title not in blocks(read)[0]
    for furniture in ("首页", "当前位置", "版权所有：示例", "ICP", "字号", "打印"):
        assert furniture not in read.body_html


def test_the_head_is_read() -> None:
    read = page("theory.txt")
    assert read.name == "theory.txt"
    assert read.title == "检察听证在基层治理中的作用"
    assert (read.published, read.has_time) == (datetime(2021, 3, 16), False)
    assert (read.author, read.source, read.editor, read.subtitle) == ("", "", "", "")
    assert read.section_name == "理论研讨"


def test_the_outline_is_restored() -> None:
    headings = [block for block in blocks(page("theory.txt")) if block.startswith("<h")]
    assert headings == [
        "<h2>一、听证为什么受群众欢迎</h2>",
        "<h2>二、听证工作遇到的困难</h2>",
        "<h3>(二)听证后的回访跟不上</h3>",
        "<h2>三、改进听证工作的设想</h2>",
        "<h3>(一)建立分类的听证员名册</h3>",
        "<h3>(二)把通知时间写进办案流程</h3>",
        "<h3>(三)用好群众熟悉的联系方式</h3>",
        "<h2>四、结语</h2>",
    ]


def test_a_number_that_begins_a_long_paragraph_makes_no_heading() -> None:
    [paragraph] = [block for block in blocks(page("theory.txt")) if "(一)通知时间" in block]
    assert paragraph.startswith("<p>(一)通知时间偏紧。不少听证会")


def test_every_repair_is_reported() -> None:
    assert page("theory.txt").repairs == (
        Repair("编号", "、听证工作遇到的困难", "、", "二、"),
        Repair("编号", "、改进听证工作的设想", "、", "三、"),
        Repair("编号", "()把通知时间写进办案流程", "()", "(二)"),
        Repair("编号", "()用好群众熟悉的联系方式", "()", "(三)"),
        Repair("编号", "、结语", "、", "四、"),
        Repair(
            "标点",
            "全文 24 处，两边都是汉字的半角标点",
            "“,”22 处、“; ”1 处、“, ”1 处",
            "“，”23 处、“；”1 处",
        ),
    )


def test_doubled_letters_are_named_and_not_changed() -> None:
    read = page("theory.txt")
    assert "QQQQ群" in read.body_html
    assert [warning for warning in read.warnings if "“QQQQ”" in warning]


def test_the_dropped_lines_keep_the_page_s_order() -> None:
    dropped = page("theory.txt").dropped
    assert dropped[1] == "当前位置:首页>>理论研讨"
    assert dropped[3] == "检察听证在基层治理中的作用"
    assert dropped.index("领导简介") < dropped.index("微观检察") < dropped.index("示例检察微信")
    assert dropped[-1].endswith("禁止作为任何商业用途的使用。")


def test_encodings_and_formats_make_no_difference() -> None:
    copies = [
        page(name) for name in ("theory.txt", "theory_gb18030.txt", "theory_declared_wrongly.html")
    ]
    assert len({copy.fingerprint for copy in copies}) == 1
    assert len({copy.source_key for copy in copies}) == 1
    assert len({copy.body_html for copy in copies}) == 1


def test_a_corrected_copy_keeps_its_key_and_changes_its_fingerprint() -> None:
    before = page("plain.txt")
    corrected = sample("plain.txt").replace("六十余名".encode(), "七十余名".encode())
    after = read_page(corrected, "plain.txt")
    assert after.source_key == before.source_key
    assert after.fingerprint != before.fingerprint


def test_a_text_without_furniture_keeps_its_signature() -> None:
    read = page("plain.txt")
    assert read.title == "检察开放日走进社区"
    assert read.published == datetime(2022, 5, 20)
    assert blocks(read)[0].startswith("<p>五月二十日上午")
    assert blocks(read)[-2:] == ["<p>示例市人民检察院</p>", "<p>2022年5月21日</p>"]


def test_the_time_of_a_meeting_is_not_the_time_of_publication() -> None:
    read = page("notice.txt")
    assert (read.published, read.has_time) == (datetime(2023, 9, 1, 8, 30), True)
    assert read.source == "示例市人民检察院"
    assert read.section_name == "通知公告"
    assert "<p>时间：2023年9月12日上午9时</p>" in blocks(read)
    assert "<p>联系电话：0000-0000000</p>" in blocks(read)
    assert blocks(read)[-1] == "<p>2023年9月1日</p>"
    assert "上一篇：关于春节值班安排的通知" in read.dropped


def test_an_article_may_speak_of_what_footers_say() -> None:
    read = page("copyright.txt")
    assert (read.author, read.editor) == ("综合检察部", "示例编辑")
    for words in (
        "版权所有者常常",
        "通知公告栏目也应当",
        "友情链接：这个词",
        "<p>联系我们</p>",
        "技术支持：网站",
    ):
        assert words in read.body_html
    assert blocks(read)[-1] == "<p>2024年4月26日</p>"
    assert read.dropped[-5:][0] == "相关文章"


def test_labels_may_stand_on_lines_of_their_own() -> None:
    read = page("split_labels.txt")
    assert (read.published, read.has_time) == (datetime(2023, 6, 5, 14, 20), True)
    assert (read.author, read.source, read.editor) == ("张 某 李 某", "示例日报", "王某")
    assert (read.title, read.subtitle) == ("守护一河清水", "示例市检察机关公益诉讼工作纪实")
    assert len(blocks(read)) == 2
    assert "（责任编辑：王某）" in read.dropped


def test_uncertain_numbering_is_left_and_named() -> None:
    read = page("doubtful_numbers.txt")
    assert "<p>、存在的问题</p>" in blocks(read)
    assert [repair for repair in read.repairs if repair.kind == "编号"] == []
    assert [warning.split("”")[0] for warning in read.warnings] == [
        "“、存在的问题",
        "“、原因分析",
        "“、结语",
    ]


def test_numbered_lines_without_text_between_are_a_list_and_no_headings() -> None:
    read = page("rules.txt")
    headings = [block for block in blocks(read) if block.startswith("<h")]
    assert headings == ["<h2>第一章 总则</h2>", "<h2>第二章 发布程序</h2>"]
    assert "<p>（二）保密审查</p>" in blocks(read)
    assert read.section_name == "检务指南"


def test_a_page_without_blank_lines_is_parted_by_its_words() -> None:
    read = page("no_blank_lines.txt")
    assert len(blocks(read)) == 3
    assert read.section_name == "检察要闻"
    assert (read.source, read.editor) == ("办公室", "")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no_date.txt", "没有找到发布日期"),
        ("no_title.txt", "没有找到标题"),
        ("no_body.txt", "没有找到正文"),
        ("list.html", "没有找到发布日期"),
        ("frames.html", "框架页"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(NotUnderstood, match=reason):
        page(name)
