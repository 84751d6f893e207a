"""Labels of numbered headings, and lost numerals that counting restores or leaves."""

import pytest

from portal.numbering import ARABIC, CHINESE, Paragraph, is_heading_like, label_of, rescue

BODY = "各部门按照分工抓好落实。"


def outline(*texts: str, body: str = BODY) -> list[Paragraph]:
    """Each text as a paragraph, with a finished body paragraph after it."""
    return [Paragraph(text, is_heading_like(text)) for each in texts for text in (each, body)]


def rescued(*texts: str) -> list[str]:
    """The texts after the rescue, without the body paragraphs between them."""
    paragraphs = outline(*texts)
    restorations, _ = rescue(paragraphs)
    after = {restoration.position: restoration.after for restoration in restorations}
    return [after.get(at, paragraphs[at].text) for at in range(0, len(paragraphs), 2)]


def doubted(*texts: str) -> list[str]:
    """The texts that the rescue names as doubts."""
    return [doubt.text for doubt in rescue(outline(*texts))[1]]


@pytest.mark.parametrize(
    ("text", "mark", "system", "number"),
    [
        ("一、总体要求", "、", CHINESE, 1),
        ("　　十一、组织保障", "、", CHINESE, 11),
        ("二．工作安排", ".", CHINESE, 2),
        ("（三）公开听证", "()", CHINESE, 3),
        ("( 四 )检察建议", "()", CHINESE, 4),
        ("1、受理", "、", ARABIC, 1),
        ("12. 归档", ".", ARABIC, 12),
        ("（2）送达", "()", ARABIC, 2),
        ("、工作安排", "、", "", None),
        ("（）公开听证", "()", "", None),
        ("( )公开听证", "()", "", None),
        ("．归档", ".", "", None),
        ("）归档", ")", "", None),
    ],
)
def test_labels(text: str, mark: str, system: str, number: int | None) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.mark, label.system, label.number) == (mark, system, number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "、",
        "、、",
        "一",
        "一体推进",
        "一二、甲",
        "2.5 万元",
        "……",
        ".NET 平台",
        "3.15 活动",
        "（）",
        "100、甲",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_of(text) is None


def test_levels_follow_the_usual_order() -> None:
    labels = [label_of(text) for text in ("一、甲", "（一）甲", "1.甲", "（1）甲", "、甲")]
    assert [label.level for label in labels if label] == [0, 1, 2, 3, None]


def test_headings_are_short_and_hold_no_sentence() -> None:
    assert is_heading_like("一、检察听证的现状")
    assert not is_heading_like("一、要提高认识。各部门应当重视")
    assert not is_heading_like("一、" + "长" * 39)
    assert not is_heading_like("  ")


def test_orphans_after_the_only_survivor_are_counted_on() -> None:
    assert rescued("一、甲", "、乙", "、丙", "、丁") == ["一、甲", "二、乙", "三、丙", "四、丁"]


def test_a_restoration_quotes_before_and_after() -> None:
    [restoration], doubts = rescue(outline("一、甲", "　、乙"))
    assert (restoration.position, restoration.before, restoration.after) == (2, "　、乙", "二、乙")
    assert doubts == []


def test_orphans_that_fill_a_gap_are_restored() -> None:
    assert rescued("一、甲", "、乙", "三、丙") == ["一、甲", "二、乙", "三、丙"]


def test_orphans_before_the_first_survivor_are_restored() -> None:
    assert rescued("、甲", "二、乙") == ["一、甲", "二、乙"]
    assert rescued("、甲", "、乙", "三、丙", "、丁") == ["一、甲", "二、乙", "三、丙", "四、丁"]


def test_counting_goes_past_ten() -> None:
    texts = rescued("一、甲", *["、乙"] * 11)
    assert [text[:-1] for text in texts[8:]] == ["九、", "十、", "十一、", "十二、"]


@pytest.mark.parametrize(
    "texts",
    [
        ("一、甲", "、乙", "、丙", "五、丁"),  # two orphans where three numbers are missing
        ("一、甲", "、乙", "、丙", "三、丁"),  # two orphans where one number is missing
        ("一、甲", "、乙", "二、丙"),  # an orphan where nothing is missing
        ("、甲", "一、乙"),  # nothing can stand before one
        ("、甲", "三、乙"),  # one orphan where two numbers are missing
        ("二、甲", "、乙", "一、丙"),  # numbers run backwards
        ("三、甲", "、乙"),  # the count does not begin at one
        ("一、甲", "三、乙", "、丙"),  # a number was lost together with its mark
        ("一、甲", "一、乙", "四、丙", "、丁"),  # the same in the second of two counts
        ("、甲", "、乙", "、丙"),  # no number survived
    ],
)
def test_contradictions_and_gaps_are_left_alone(texts: tuple[str, ...]) -> None:
    assert rescued(*texts) == list(texts)
    assert doubted(*texts) == [text for text in texts if text.startswith("、")]


def test_a_contradiction_does_not_spoil_a_gap_that_fits() -> None:
    assert rescued("一、甲", "四、乙", "、丙", "六、丁")[2] == "五、丙"


def test_a_contradiction_spoils_what_no_number_confirms() -> None:
    assert rescued("一、甲", "、乙", "、丙", "五、丁", "、戊")[-1] == "、戊"


def test_parallel_sequences_count_apart() -> None:
    assert rescued("一、甲", "、乙", "三、丙", "一、丁", "、戊") == [
        "一、甲",
        "二、乙",
        "三、丙",
        "一、丁",
        "二、戊",
    ]


def test_an_attachment_starts_a_new_count() -> None:
    assert rescued("一、甲", "、乙", "附件1", "、丙", "、丁") == [
        "一、甲",
        "二、乙",
        "附件1",
        "、丙",
        "、丁",
    ]
    assert rescued("一、甲", "附件", "一、乙", "、丙")[-1] == "二、丙"


def test_a_chapter_starts_a_new_count() -> None:
    assert rescued("第一章 总则", "一、甲", "第二章 职责", "、乙", "二、丙", "、丁") == [
        "第一章 总则",
        "一、甲",
        "第二章 职责",
        "一、乙",
        "二、丙",
        "三、丁",
    ]


def test_sub_numbers_restart_under_each_parent() -> None:
    assert rescued("一、甲", "（一）子", "（）丑", "、乙", "()寅", "(二)卯", "()辰") == [
        "一、甲",
        "（一）子",
        "（二）丑",
        "二、乙",
        "(一)寅",
        "(二)卯",
        "(三)辰",
    ]


def test_sub_numbers_are_not_counted_across_parents() -> None:
    texts = ("一、甲", "（一）子", "二、乙", "（）丑")
    assert rescued(*texts) == list(texts)
    assert doubted(*texts) == ["（）丑"]


def test_continuous_sub_numbers_are_left_alone() -> None:
    texts = ("一、甲", "（一）子", "二、乙", "（二）丑", "（）寅")
    assert rescued(*texts) == list(texts)


def test_arabic_numbers_are_counted_too() -> None:
    assert rescued("1、甲", "、乙", "3、丙") == ["1、甲", "2、乙", "3、丙"]
    assert rescued("（1）甲", "（）乙") == ["（1）甲", "（2）乙"]
    assert rescued("1.甲", "．乙") == ["1.甲", "2．乙"]


def test_a_mark_that_two_kinds_of_numerals_use_needs_a_number_on_both_sides() -> None:
    assert rescued("一、甲", "1、子", "、乙", "三、丙") == ["一、甲", "1、子", "二、乙", "三、丙"]
    texts = ("一、甲", "1、子", "、乙")
    assert rescued(*texts) == list(texts)
    assert doubted(*texts) == ["、乙"]


def test_a_paragraph_that_begins_with_a_mark_by_accident_is_left() -> None:
    accident = "、微信等平台发布信息，方便群众了解检察工作。"
    assert rescued("一、甲", accident, "、乙", "三、丙") == ["一、甲", accident, "二、乙", "三、丙"]
    assert doubted("一、甲", accident, "、乙", "三、丙") == [accident]


def test_nothing_is_certain_after_an_accident_until_a_number_confirms() -> None:
    texts = ("一、甲", "、乙", "、微信等平台发布信息，方便群众。", "、丙")
    assert rescued(*texts) == ["一、甲", "二、乙", *texts[2:]]
    assert doubted(*texts) == list(texts[2:])


def test_the_rest_of_a_broken_line_is_no_heading() -> None:
    paragraphs = outline("一、甲", "、抖音直播", body="本院开通了微博、微信")
    restorations, doubts = rescue(paragraphs)
    assert restorations == []
    assert [doubt.text for doubt in doubts] == ["、抖音直播"]


def test_a_picture_before_an_orphan_does_no_harm() -> None:
    restorations, _ = rescue(outline("一、甲", "、乙", body=""))
    assert [restoration.after for restoration in restorations] == ["二、乙"]


def test_numbered_paragraphs_are_restored_like_headings() -> None:
    assert rescued("一、要学习。各部门参加。", "、要落实。各部门配合。", "三、要检查。") == [
        "一、要学习。各部门参加。",
        "二、要落实。各部门配合。",
        "三、要检查。",
    ]


def test_headings_and_paragraphs_mixed_are_not_counted_on() -> None:
    texts = ("一、甲", "二、三月间，本院开展了专项活动。", "、乙")
    assert rescued(*texts) == list(texts)


def test_half_a_bracket_is_only_named() -> None:
    assert rescued("（一）甲", "）乙") == ["（一）甲", "）乙"]
    assert doubted("（一）甲", "）乙") == ["）乙"]


def test_every_orphan_is_either_restored_or_doubted() -> None:
    texts = (
        "、甲",
        "一、乙",
        "（）丙",
        "、丁",
        "五、戊",
        "()己",
        "）庚",
        "．辛",
        "（一）壬",
        "（）癸",
    )
    restorations, doubts = rescue(outline(*texts))
    orphans = [
        at for at, text in enumerate(texts) if text[0] in "、（()）．" and text[:2] != "（一"
    ]
    positions = [each.position // 2 for each in (*restorations, *doubts)]
    assert sorted(positions) == orphans


def test_a_document_without_numbers_is_left_alone() -> None:
    assert rescue([]) == ([], [])
    assert rescue(outline("会议要求", "会议强调")) == ([], [])
