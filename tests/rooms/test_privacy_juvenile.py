"""The hard stop for cases of minors."""

import pytest

from portal.privacy import find, juvenile
from tests.privacy.documents import documents
from tests.privacy.held_out import held_out

FACTS = "经依法审查查明：2025年3月1日，被告人进入商店。"


@pytest.mark.parametrize(
    "text",
    [
        "附条件不起诉决定书",
        "本院决定对张某甲附条件不起诉，考验期六个月",
        "未成年犯罪嫌疑人张某甲，男",
        "示检未检刑诉〔2026〕3号",
        "例检少刑不诉〔2025〕1号",
        "未成年人检察部",
        "被告人李某甲，男，时年16周岁。",
        "被告人李某甲（男，17岁），无业。",
        "被害人李某（女，13岁）的陈述",
        "被害人王小红，年仅9岁，",
        "被害人王小红系不满十四周岁的幼女",
        "被告人作案时未满十八周岁",
        "其犯前罪时已满十六周岁不满十八周岁",
        "被告人犯猥亵儿童罪",
        "讯问时有合适成年人到场",
        "依法对犯罪记录封存",
        f"被告人李某甲，男，2008年5月6日出生。\n{FACTS}",
        f"被害人李小明，男，二〇一〇年五月六日生。\n{FACTS}",
        f"被告人李四，男，2007年3月1日出生。\n{FACTS}",
        "一名15岁的被害人",
    ],
)
def test_documents_of_minors_are_stopped(text: str) -> None:
    stop = juvenile(text)
    assert stop
    assert text[stop.start : stop.end] == stop.text
    assert stop.why.endswith("。")


@pytest.mark.parametrize(
    "text",
    [
        f"被告人李四，男，2007年2月28日出生。\n{FACTS}",
        f"被告人李四，男，1980年1月1日出生。\n{FACTS}",
        "网吧接纳未成年人，未成年人保护公益诉讼",
        "向未成年人出售香烟，违反未成年人保护法",
        "双方约定女儿随原告生活，被告的女儿（5岁）",
        "离婚时婚生子王小宝，2015年3月1日出生",
        "被告人张三，男，35岁，工龄16年",
        "公司成立不满十八个月",
        "被告人张三，男，48岁。",
    ],
)
def test_others_are_not(text: str) -> None:
    assert juvenile(text) is None


def test_no_generated_document_is_stopped() -> None:
    assert not [each.title for each in documents(60) if juvenile(each.text)]
    assert not [each.title for each in held_out(48) if juvenile(each.text)]


def test_the_names_of_minors_are_found_as_such() -> None:
    text = "被害人李小明（男，13岁）报警。李小明的母亲王梅到场。"
    assert [each.kind for each in find(text)] == ["minor", "minor", "name"]
