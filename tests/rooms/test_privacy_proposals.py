"""What is proposed in the place of personal data, in both styles, and making the changes."""

from dataclasses import replace
from itertools import product

import pytest

from portal.privacy import Change, Style, apply, find, proposals, within

ID = "140181198001010018"


def proposed(text: str, style: Style = Style.DELETE) -> list[Change]:
    return proposals(text, find(text), style)


def deleted(text: str) -> str:
    return apply(text, proposed(text))


def masked(text: str) -> str:
    return apply(text, proposed(text, Style.MASK))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "被告人张三、张四、李五。张四打了张三。",
            "被告人张某甲、张某乙、李某甲。张某乙打了张某甲。",
        ),
        ("被告人欧阳修文与证人欧阳一鸣。", "被告人欧阳某甲与证人欧阳某乙。"),
        ("被害人阿依古丽·买买提报警。", "被害人阿某甲报警。"),
        ("被害人John Smith报警。", "被害人J某甲报警。"),
        ("被告人李某甲、李四在场。", "被告人李某甲、李某乙在场。"),
        ("被告人张三，曾用名张山，男。张山到案。", "被告人张某甲，男。张某甲到案。"),
        ("被告人张三（绰号“三子”），男。三子到案。", "被告人张某甲，男。张某甲到案。"),
        ("被告人张三（又名张山，绰号“三子”）。", "被告人张某甲（又名已隐去）。"),
    ],
)
def test_persons_get_one_pseudonym_each(text: str, result: str) -> None:
    assert deleted(text) == result


def test_more_persons_of_one_family_name_than_heavenly_stems() -> None:
    names = [f"王{given}" for given in "一二三四五六七八九军民兵勇强刚毅山河海江湖泊洋"]
    result = deleted("被害人" + "、".join(names) + "。")
    assert result.endswith("王某亥、王某23。")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            f"被告人张三，男，1980年1月1日出生，公民身份号码{ID}，汉族，住例城市石桥镇东堡村12号。",
            "被告人张某甲，男，汉族。",
        ),
        (f"被告人张三（公民身份号码{ID}），男。", "被告人张某甲，男。"),
        (f"被告人张三（身份证{ID}，电话13800138000）。", "被告人张某甲（身份证已隐去）。"),
        ("电话：13800138000\n住址：例城市石桥镇东堡村12号", "电话：已隐去\n住址：已隐去"),
        ("驾驶晋A12345号小型轿车。", "驾驶（车牌号已隐去）小型轿车。"),
        ("驾驶车牌号为晋A12345的轿车。", "驾驶车牌号为（已隐去）的轿车。"),
        ("证人李四、电话13800138000、13900139000。", "证人李某甲。"),
    ],
)
def test_deleting_takes_the_clause_with_its_comma(text: str, result: str) -> None:
    assert deleted(text) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (f"身份证号{ID}，", "身份证号1401811980********，"),
        ("身份证号140181 19800101 0018，", "身份证号140181 1980**** ****，"),
        ("1963年5月6日出生", "1963年**月**日出生"),
        ("1963-05-06出生", "1963-**-**出生"),
        ("一九六三年五月六日生", "一九六三年**月**日生"),
        (
            "李四，男，住山西省例城市青禾县石桥镇东堡村12号。",
            "李某甲，男，住山西省例城市青禾县**。",
        ),
        ("住例城市例城区文峰街道3号楼201室。", "住例城市例城区**。"),
        ("住石桥镇东堡村12号。", "住**。"),
        ("电话13800138000。", "电话138********。"),
        ("卡号6222 0212 3456 7890 128。", "卡号6222 **** **** **** ***。"),
        ("邮箱li.si@mail.example.com。", "邮箱***@mail.example.com。"),
        ("驾驶晋A12345", "驾驶晋A*****"),
        ("微信号wxid_8a7b6c，", "微信号****_******，"),
    ],
)
def test_masking_keeps_what_tells_nobody(text: str, result: str) -> None:
    assert masked(text) == result


def test_what_often_stays_is_off() -> None:
    text = "辩护人郑强到庭。被告人张三患有糖尿病，在锦绣小区3号楼2单元501室楼下被抓获。"
    off = [each.detection.text for each in proposed(text) if not each.on]
    assert off == ["郑强", "糖尿病", "锦绣小区3号楼2单元501室"]


def test_changes_that_are_off_are_not_made() -> None:
    text = "被告人张三，电话13800138000，男。"
    changes = [replace(each, on=False) for each in proposed(text)]
    assert apply(text, changes) == text


def test_any_choice_of_changes_can_be_made() -> None:
    text = (
        f"被告人张三（身份证{ID}，电话13800138000），生于1980年1月1日，住例城市石桥镇东堡村12号。"
    )
    changes = proposed(text)
    for style in Style:
        changes = proposals(text, find(text), style)
        for choice in product([True, False], repeat=len(changes)):
            chosen = [replace(each, on=on) for each, on in zip(changes, choice, strict=True)]
            result = apply(text, chosen)
            for each in chosen:
                assert (each.detection.text in result) is not each.on
            assert "，，" not in result
            assert "（）" not in result


def test_title_and_body_can_be_read_as_one_text() -> None:
    title, body = "张三盗窃案起诉书", "被告人张三，男，电话13800138000。"
    changes = proposed(f"{title}\n{body}")
    assert apply(title, within(changes, 0, len(title))) == "张某甲盗窃案起诉书"
    start = len(title) + 1
    assert apply(body, within(changes, start, start + len(body))) == "被告人张某甲，男。"


def test_nothing_certain_is_found_in_the_result() -> None:
    text = (
        f"被告人张三，男，1980年1月1日出生，身份证号{ID}，住例城市石桥镇东堡村12号。\n"
        "被害人李四（电话13800138000）的陈述，张三驾驶晋A12345到李四家中，转入6222021234567890128。"
    )
    for style in Style:
        result = apply(text, proposals(text, find(text), style))
        assert not [each for each in find(result) if each.certain and each.kind != "plate"]
