"""The detectors on large and hostile texts: bounded time, no error, sound offsets."""

import random
import time

import pytest

from portal.privacy import Style, apply, find, juvenile, proposals, text_of
from tests.privacy.documents import documents
from tests.rooms.checked_drafts import demo_drafts

LENGTH, HOSTILE_LENGTH = 100_000, 30_000

HOSTILE = [
    "被告人张三、李四、",
    "被告人",
    "1",
    "1 ",
    "1*",
    "140181198001010018",
    "140181198001010018 ",
    "被告人阿·",
    "被告人阿不·买提",
    "a@a.",
    "@",
    "住",
    "住山西省",
    "甲村",
    "1号楼",
    "一单元甲",
    "被告人（",
    "绰号“",
    "曾用名张三、",
    "1980年1月1日出生",
    "出生",
    " ",
    "\n",
    "姓名\t电话\n张三\t13800138000\n",
    "姓名 ",
    "的证言",
    "张三",
    "张三（男，",
    "患有",
    "QQ",
    "晋A",
    "房权证",
    "晋（2019）",
    "被告向张三",
    "检未",
    "被告人张水生于1980年1月1日，",
    "被告人系某小学三年级学生",
    "系未成年人，",
    "和建国",
    "（2024）",
    "1401**",
    "0351-",
    "驾驶证号：",
    "，（男，1岁）",
    "《》〔2026〕",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_texts_take_bounded_time(part: str) -> None:
    text = (part * (HOSTILE_LENGTH // len(part) + 1))[:HOSTILE_LENGTH]
    start = time.process_time()
    changes = proposals(text, find(text), Style.DELETE)
    juvenile(text)
    apply(text, changes)
    assert time.process_time() - start < 1


def test_a_hundred_thousand_characters_take_less_than_a_second() -> None:
    text = "\n".join(document.text for document in documents(190, seed=3))[:LENGTH]
    assert len(text) == LENGTH
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 1


def test_many_different_names_take_bounded_time() -> None:
    rng = random.Random(1)  # noqa: S311 - has to be repeatable, not secret
    signs = [chr(0x4E00 + rng.randrange(9000)) for _ in range(5000)]
    for role in ("证人王", "证人欧阳", "被告向", "名叫“", "被告人阿·"):
        text = "".join(f"{role}{one}三，" for one in signs)
        start = time.process_time()
        find(text)
        assert time.process_time() - start < 1.5


def test_arbitrary_texts_give_sound_detections() -> None:
    rng = random.Random(2)  # noqa: S311 - has to be repeatable, not secret
    words = [
        *HOSTILE,
        "张三",
        "，",
        "。",
        "·",
        "男",
        "某",
        "甲",
        "X",
        "×",
        "＊",
        "\u200b",
        "😀",
        "\ufeff",
    ]
    for _ in range(300):
        text = "".join(rng.choices(words, k=rng.randrange(60)))
        found = find(text)
        assert all(text[each.start : each.end] == each.text for each in found)
        assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))
        for style in Style:
            apply(text, proposals(text, found, style))
        juvenile(text)


def test_there_are_next_to_no_false_alarms_on_the_demo_articles() -> None:
    drafts = list(demo_drafts())
    found = [each for draft in drafts for each in find(text_of(draft.body))]
    assert len(drafts) == 121
    assert [each for each in found if each.certain] == []
    assert len(found) <= 5


def test_no_demo_document_is_taken_for_one_of_a_minor() -> None:
    documents_ = [draft for draft in demo_drafts() if draft.kind == "documents"]
    assert documents_
    assert not [draft.title for draft in documents_ if juvenile(text_of(draft.body))]
