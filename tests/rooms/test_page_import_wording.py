"""Punctuation and doubled letters, runs of text, and the outline of an article."""

import pytest

from portal.page_import import Repair
from portal.page_import.blocks import Block, Run, rendered, spliced, tidy
from portal.page_import.outline import renumbered, with_headings
from portal.page_import.wording import Punctuation, doubled_letters


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("共建,共享;共治", "共建，共享；共治"),
        ("环境下, 党的", "环境下，党的"),
        ("主讲人:示例", "主讲人：示例"),
        ("行吗?行!走", "行吗？行！走"),
        ("《办法》,《细则》", "《办法》，《细则》"),
        ("“甲”,“乙”", "“甲”，“乙”"),
        ("一,二,三", "一，二，三"),
        ("上午9:30,开会", "上午9:30,开会"),
        ("增长1,200件", "增长1,200件"),
        ("使用APP,便民", "使用APP,便民"),
        ("如下:", "如下:"),
        ("见 http://example.gov.cn/?甲", "见 http://example.gov.cn/?甲"),
        ("(一)甲", "(一)甲"),
    ],
)
def test_only_punctuation_between_chinese_is_repaired(before: str, after: str) -> None:
    assert Punctuation().repaired(before) == after


def test_punctuation_repairs_are_summed_up() -> None:
    punctuation = Punctuation()
    assert punctuation.repairs() == []
    punctuation.repaired("甲,乙, 丙")
    punctuation.repaired("甲;乙")
    assert punctuation.repairs() == [
        Repair(
            "标点",
            "全文 3 处，两边都是汉字的半角标点",
            "“,”1 处、“, ”1 处、“;”1 处",
            "“，”2 处、“；”1 处",
        )
    ]


@pytest.mark.parametrize(
    "text", ["QQ群", "www.example.gov.cn", "AAAA级景区", "APP", "QQQ", "论文集"]
)
def test_what_is_not_doubled(text: str) -> None:
    assert doubled_letters([text]) == []


@pytest.mark.parametrize("text", ["QQQQ群", "手机APPAPP", "VRVRVR体验"])
def test_what_is_doubled(text: str) -> None:
    assert len(doubled_letters([text])) == 1


def test_runs_are_tidied() -> None:
    runs = [
        Run("　　甲  A"),
        Run("丙"),
        Run(" ", strong=True),
        Run("丁", strong=True),
        Run("  \xa0"),
    ]
    assert tidy(runs) == (Run("甲 A丙"), Run(" 丁", strong=True))
    assert tidy([Run("检察\r\n  机关"), Run("，\xa0履职 。")]) == (Run("检察机关，履职。"),)
    assert tidy([Run(" \u3000")]) == ()


def test_two_pictures_are_never_one() -> None:
    picture = Run("", image="a.jpg")
    assert len(tidy([picture, Run("", image="a.jpg")])) == 2


def test_splicing_keeps_the_looks() -> None:
    runs = (Run("( "), Run(")强化", strong=True), Run("监督"))
    assert spliced(runs, "( )强化监督", "(二)强化监督") == (
        Run("(二"),
        Run(")强化", strong=True),
        Run("监督"),
    )
    assert spliced((Run("、", strong=True), Run("、甲")), "、、甲", "二、、甲")[0] == Run(
        "二、", strong=True
    )


def test_looks_are_nested_in_one_order() -> None:
    run = Run("甲<乙", strong=True, emphasis=True, script="sup", href="https://example.gov.cn/?a&b")
    html = '<a href="https://example.gov.cn/?a&amp;b"><strong><em><sup>甲&lt;乙</sup></em></strong></a>'
    assert rendered(Block("p", (run, Run("\n")))) == f"<p>{html}<br></p>"


def outline(*texts: str) -> list[tuple[str, str]]:
    blocks = with_headings([Block("p", (Run(text),)) for text in texts])
    return [(block.tag, block.text[:2]) for block in blocks]


def test_numbers_become_headings_of_two_levels() -> None:
    assert outline("一、甲", "正文。", "（一）子", "正文。", "二、乙", "正文。") == [
        ("h2", "一、"),
        ("p", "正文"),
        ("h3", "（一"),
        ("p", "正文"),
        ("h2", "二、"),
        ("p", "正文"),
    ]


def test_the_highest_numbers_present_are_the_top_level() -> None:
    assert [tag for tag, _ in outline("（一）甲", "正文。", "（二）乙", "正文。")] == [
        "h2",
        "p",
        "h2",
        "p",
    ]
    tags = [tag for tag, _ in outline("第一章 甲", "一、子", "正文。", "（一）丑", "正文。")]
    assert tags == ["h2", "h3", "p", "p", "p"]


def test_no_level_is_skipped() -> None:
    assert [tag for tag, _ in outline("（一）子", "正文。", "一、甲", "正文。")] == [
        "h2",
        "p",
        "h2",
        "p",
    ]


def test_numbered_lines_in_a_row_are_a_list() -> None:
    assert [tag for tag, _ in outline("一、甲", "（一）子", "（二）丑", "（三）寅", "正文。")] == [
        "h2",
        "p",
        "p",
        "p",
        "p",
    ]


def test_one_empty_section_among_others_stays_a_heading() -> None:
    tags = [tag for tag, _ in outline("一、甲", "正文。", "二、乙", "三、丙", "正文。", "四、丁")]
    assert tags == ["h2", "p", "h2", "h2", "p", "h2"]


def test_a_table_does_not_disturb_the_count() -> None:
    table = Block("table", children=(Block("tr", children=(Block("td", (Run("、甲"),)),)),))
    blocks = [Block("p", (Run("一、甲"),)), table, Block("p", (Run("、乙"),)), table]
    renumbered_blocks, repairs, warnings = renumbered(blocks)
    assert renumbered_blocks[2].text == "二、乙"
    assert repairs == [Repair("编号", "、乙", "、", "二、")]
    assert warnings == []
    assert renumbered_blocks[1] == table
