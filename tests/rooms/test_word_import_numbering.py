"""Automatic numbers of Word files: written into the text exactly as Word shows them."""

from random import Random

import pytest

from portal.text import plain
from portal.word_import import read_document
from portal.word_import.number_formats import is_known, written
from tests.word import (
    cell,
    definition,
    docx,
    level,
    num,
    numbered,
    p,
    r,
    row,
    start,
    style,
    styled,
    table,
)

OFFICIAL = definition(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)
OUTLINE = definition(
    0, level(0, pattern="%1"), level(1, pattern="%1.%2"), level(2, pattern="%1.%2.%3")
)


def lines(*blocks: str, numbering: str, styles: str = "") -> list[str]:
    """The lines of a document behind a first one, which cannot be its title."""
    first = p("这一段是正文的开头，它的长度超过二十个字，所以不会被当作标题。")
    document = read_document(docx(first, *blocks, numbering=numbering, styles=styles))
    assert document.title == ""
    return plain(document.body).split("\n")[1:]


def items(*places: int | tuple[int, int]) -> list[str]:
    """Numbered paragraphs with the text 文, at levels of list 1 or at (list, level)."""
    pairs = [(1, each) if isinstance(each, int) else each for each in places]
    return [numbered("文", key, at) for key, at in pairs]


def test_the_four_levels_of_official_documents() -> None:
    found = lines(*items(0, 1, 1, 2, 2, 3, 3, 2, 1, 0, 1), numbering=OFFICIAL + num(1, 0))
    labels = ["一、", "（一）", "（二）", "1.", "2.", "①", "②", "3.", "（三）", "二、", "（一）"]
    assert found == [f"{label}文" for label in labels]


def test_numbers_go_on_after_paragraphs_and_through_tables() -> None:
    found = lines(
        *items(0),
        p("没有编号的一段"),
        table(row(cell(content=numbered("", 1, 0)), "甲"), row(cell(content=items(0)[0]), "乙")),
        *items(0),
        numbering=OFFICIAL + num(1, 0),
    )
    assert found == ["一、文", "没有编号的一段", "二、 甲", "三、文 乙", "四、文"]


def test_lists_of_one_definition_count_together_and_start_anew_once() -> None:
    lists = OFFICIAL + num(1, 0) + num(2, 0, start(0, 1)) + num(3, 0) + num(4, 0, start(0, 8))
    places = (1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (3, 0), (4, 0), (1, 0), (2, 0)
    found = lines(*items(*places), numbering=lists)
    assert [each[0] for each in found] == list("一二一二三四八九十")


def test_definitions_count_apart() -> None:
    lists = OFFICIAL + definition(7, level(0, "upperLetter")) + num(1, 0) + num(2, 7)
    found = lines(*items((1, 0), (2, 0), (1, 0), (2, 0)), numbering=lists)
    assert found == ["一、文", "A.文", "二、文", "B.文"]


def test_a_start_for_a_deeper_level_holds_after_every_restart() -> None:
    lists = OUTLINE + num(1, 0, start(1, 5))
    found = lines(*items(0, 1, 1, 0, 1), numbering=lists)
    assert found == ["1文", "1.5文", "1.6文", "2文", "2.5文"]


def test_a_level_may_be_replaced_in_one_list() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    found = lines(*items((1, 0), (2, 0)), numbering=OUTLINE + num(1, 0) + num(2, 0, own))
    assert found == ["1文", "II)文"]


def test_a_level_that_never_restarts_and_one_that_restarts_rarely() -> None:
    levels = (
        level(0),
        level(1, more='<w:lvlRestart w:val="0"/>'),
        level(2, more='<w:lvlRestart w:val="1"/>'),
    )
    found = lines(*items(0, 1, 2, 1, 2, 0, 1, 2), numbering=definition(0, *levels) + num(1, 0))
    assert [each.rstrip("文") for each in found] == [
        "1.", "1.", "1.", "2.", "2.", "2.", "3.", "1.",
    ]  # fmt: skip


def test_levels_without_a_paragraph_show_their_start() -> None:
    found = lines(*items(2, 0, 2), numbering=OUTLINE + num(1, 0))
    assert found == ["1.1.1文", "1文", "1.1.1文"]


def test_legal_numbering_turns_all_numbers_to_digits() -> None:
    levels = level(0, "chineseCounting", "第%1章"), level(1, pattern="%1.%2", more="<w:isLgl/>")
    found = lines(*items(0, 0, 1), numbering=definition(0, *levels) + num(1, 0))
    assert found == ["第一章文", "第二章文", "2.1文"]


def test_bullets_and_levels_without_number_print_nothing_in_a_pattern() -> None:
    levels = (
        level(0),
        level(1, "bullet", "●"),
        level(2, "none", "条"),
        level(3, pattern="%1%2%3%4)"),
    )
    found = lines(*items(0, 3, 2), numbering=definition(0, *levels) + num(1, 0))
    assert found == ["1.文", "11)文", "条文"]


def test_word_drops_a_label_that_names_a_deeper_level() -> None:
    found = lines(*items(0), numbering=definition(0, level(0, pattern="%1.%2")) + num(1, 0))
    assert found == ["文"]


def test_numbers_inherited_from_styles() -> None:
    linked = definition(
        0,
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>'),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="2"/>'),
    )
    of_list = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        style("1", "一级", p_settings=of_list)
        + style("2", "二级", p_settings=of_list)
        + style("10", "我的一级", base="1")
        + style("11", "不编号", base="1", p_settings='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    blocks = [styled("文", key) for key in ("1", "2", "2", "10", "2", "11")]
    off = styled("文", "1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    found = lines(*blocks, off, numbering=linked + num(1, 0), styles=styles)
    assert found == ["一、文", "（一）文", "（二）文", "二、文", "（一）文", "文", "文"]


def test_list_and_level_are_inherited_apart() -> None:
    styles = (
        style("a", p_settings='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("b", base="a", p_settings='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
        + style("c", base="a", more=' w:default="1"')
    )
    other = styled("文", "b", '<w:numPr><w:numId w:val="2"/></w:numPr>')
    deeper = styled("文", "a", '<w:numPr><w:ilvl w:val="2"/></w:numPr>')
    found = lines(
        styled("文", "a"), styled("文", "b"), deeper, other, p("文"),
        numbering=OUTLINE + num(1, 0) + num(2, 0), styles=styles,
    )  # fmt: skip
    assert found == [
        "2文",
        "2.1文",
        "2.1.1文",
        "2.2文",
        "3文",
    ]  # the default style has a number too


def test_a_circle_of_styles_ends() -> None:
    styles = style("a", base="b") + style("b", base="a", p_settings='<w:numPr><w:numId w:val="1"/></w:numPr>')  # fmt: skip
    assert lines(styled("文", "a"), numbering=OUTLINE + num(1, 0), styles=styles) == ["1文"]


def test_list_styles() -> None:
    numbering = (
        OFFICIAL
        + '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="list"/></w:abstractNum>'
        + '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="loop"/></w:abstractNum>'
        + num(1, 0) + num(2, 1) + num(3, 2)
    )  # fmt: skip
    styles = style(
        "list", p_settings='<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering"
    ) + style("loop", p_settings='<w:numPr><w:numId w:val="3"/></w:numPr>', kind="numbering")
    found = lines(*items((2, 0), (1, 0), (3, 0)), numbering=numbering, styles=styles)
    assert found == ["一、文", "二、文", "文"]


def test_deleted_paragraphs_are_not_counted_and_hidden_numbers_do_not_show() -> None:
    deleted = p(
        settings='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        content="<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        mark="<w:del/>",
    )
    hidden = p(
        settings='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        content=r("密", "<w:vanish/>"),
        mark="<w:vanish/>",
    )
    found = lines(*items(0), deleted, *items(0), hidden, *items(0), numbering=OFFICIAL + num(1, 0))
    assert found == ["一、文", "二、文", "四、文"]


@pytest.mark.parametrize(
    ("form", "pattern", "suffix", "shown"),
    [
        ("chineseCounting", "%1、", "tab", "一、文"),
        ("chineseCounting", "(%1)", "tab", "(一)文"),
        ("chineseCounting", "（%1）", "space", "（一）文"),
        ("chineseCounting", "第%1条", "tab", "第一条\u3000文"),
        ("decimal", "%1.", "tab", "1. 文"),
        ("decimal", "%1.", "nothing", "1.文"),
        ("decimal", "%1、", "space", "1、文"),
        ("decimal", "%1)", "space", "1) 文"),
        ("decimalEnclosedCircle", "%1", "tab", "① 文"),
        ("none", "附件", "space", "附件\u3000文"),
        ("decimal", "", "tab", "文"),
    ],
)
def test_the_gap_behind_a_label(form: str, pattern: str, suffix: str, shown: str) -> None:
    numbering = definition(0, level(0, form, pattern, suffix=suffix)) + num(1, 0)
    document = read_document(docx(p("正文" * 20), *items(0), numbering=numbering))
    assert document.body.endswith(f"<p>{shown}</p>")


def test_indents_behind_a_label_go() -> None:
    block = numbered("\u3000\u3000文", 1, 0)
    assert lines(block, numbering=OFFICIAL + num(1, 0)) == ["一、文"]


def test_a_start_that_is_missing_is_zero() -> None:
    numbering = definition(0, level(0, start=None)) + num(1, 0)
    assert lines(*items(0, 0), numbering=numbering) == ["0.文", "1.文"]


def test_unknown_lists_and_levels_number_nothing() -> None:
    found = lines(*items((9, 0), (1, 8), (1, 99)), numbering=OFFICIAL + num(1, 0) + num(2, 5))
    assert found == ["文", "文", "文"]


def test_bullets_become_lists() -> None:
    numbering = definition(0, level(0, "bullet", "●"), level(1, "bullet", "○")) + num(1, 0)
    first = p("这一段是正文的开头，它的长度超过二十个字，所以不会被当作标题。")
    document = read_document(docx(first, *items(0, 1, 1, 0), numbering=numbering))
    nested = "<ul><li>文</li><li>文</li></ul>"
    assert document.body.endswith(f"<ul><li>文{nested}</li><li>文</li></ul>")


def test_newer_formats_stand_in_an_alternative() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:suff w:val="space"/><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert lines(*items(0), numbering=definition(0, custom) + num(1, 0)) == ["007 文"]


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {10: "１０"}),
        ("decimalHalfWidth", {10: "10"}),
        ("upperRoman", {1: "I", 4: "IV", 1994: "MCMXCIV"}),
        ("lowerRoman", {9: "ix", 40: "xl"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA", 10_000: "10000"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 105: "一○五"},
        ),
        ("chineseCountingThousand", {10: "十", 100: "一百", 105: "一百零五", 110: "一百一十"}),
        ("taiwaneseCountingThousand", {101: "一百零一"}),
        ("japaneseCounting", {1: "一", 11: "十一", 110: "百十", 101: "百一"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 12: "壹拾贰", 105: "壹佰零伍"}),
        ("ideographLegalTraditional", {3: "參", 26: "貳拾陸"}),
        ("ideographDigital", {1: "一", 10: "一〇", 205: "二〇五"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {10: "⑩"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩"}),
        ("numberInDash", {3: "- 3 -"}),
        ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}),
        ("hex", {255: "FF"}),
        ("none", {5: ""}),
        ("custom:01, 02, 03, ...", {5: "05"}),
    ],
)
def test_number_formats(form: str, counts: dict[int, str]) -> None:
    assert is_known(form)
    assert {count: written(count, form) for count in counts} == counts


def test_unknown_formats_are_digits_with_a_notice() -> None:
    numbering = definition(0, level(0, "bahtText")) + num(1, 0)
    document = read_document(docx(p("正文" * 20), *items(0, 0), numbering=numbering))
    assert plain(document.body).endswith("1.文\n2.文")
    assert document.notices == ("有 2 处自动编号的格式无法识别，按 1、2、3 导入，请核对。",)


@pytest.mark.parametrize("form", ["chineseCounting", "upperLetter", "lowerRoman", "hex", "ordinal"])
def test_no_count_fails_or_swells(form: str) -> None:
    for count in (0, 1, 99, 100, 780, 781, 9_999, 10_000, 32_767, 500_000):
        assert len(written(count, form)) < 600


def outline(places: list[int]) -> list[str]:
    """The numbers of an outline, counted the simple way: from the start for every line."""
    labels = []
    for end, at in enumerate(places):
        counts = []
        since = 0
        for depth in range(at + 1):
            seen = [n for n in range(since, end + 1) if places[n] == depth]
            counts.append(len(seen) or 1)
            # The next level counts from the last paragraph of this one.
            since = seen[-1] if seen else since
        labels.append(".".join(map(str, counts)))
    return labels


def test_random_outlines_are_counted_as_a_simple_count_does() -> None:
    chance = Random(20240301)  # noqa: S311  repeatable, not secret
    numbering = OUTLINE + num(1, 0)
    for _ in range(25):
        places = [0]
        for _ in range(chance.randrange(1, 40)):
            places.append(chance.randrange(min(places[-1] + 1, 2) + 1))
        found = lines(*items(*places), numbering=numbering)
        assert found == [f"{label}文" for label in outline(places)]


def test_random_mixtures_of_lists_are_counted_apart() -> None:
    chance = Random(7)  # noqa: S311
    numbering = "".join(definition(key, level(0)) + num(key + 1, key) for key in range(3))
    for _ in range(20):
        keys = [chance.randrange(1, 4) for _ in range(30)]
        expected = [f"{keys[: at + 1].count(key)}.文" for at, key in enumerate(keys)]
        assert lines(*items(*((key, 0) for key in keys)), numbering=numbering) == expected
