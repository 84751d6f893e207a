"""Damaged pages: whatever the bytes, an article without losses or a reason, and in good time."""

import random
import time
from collections.abc import Callable

import pytest

from portal.page_import import NotUnderstood, read_page
from portal.page_import.decoding import decode
from tests.old_pages import NAMES, lost, sample

TEXTS = [decode(sample(name)) for name in NAMES]
MARKS = "、（）()|<>&:：\n一二三四十.·>/\"'年月日0 \u3000时间作者来源&#;\t-—"
TAGS = (
    "<table><tr><td>",
    "</td></tr></table>",
    "<ul><li>",
    "<ol start=2><li>",
    "<p>",
    "</p>",
    "<div id=zoom>",
    "</div>",
    "<b>",
    "<br>",
    "<pre>",
    "<h2>",
    "<img src=x>",
    "<iframe src=y>",
    "<a href='javascript:x'>",
    "<select><option>",
    "<span style='display:none'>",
)
TOP = "当前位置:首页>>理论研讨\n示例标题\n时间:2020-08-11 作者: 来源:\n"
HTML_TOP = (
    "<div>当前位置:首页&gt;&gt;理论研讨</div><h1>示例标题</h1><div>时间:2020-08-11 来源:</div>"
)


def random_bytes(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(1, 2000))


def truncated(chance: random.Random) -> bytes:
    data = sample(chance.choice(NAMES))
    return data[: chance.randrange(len(data))]


def broken_bytes(chance: random.Random) -> bytes:
    data = bytearray(sample(chance.choice(NAMES)))
    for _ in range(chance.randrange(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def shuffled(chance: random.Random) -> bytes:
    lines = chance.choice(TEXTS).split("\n")
    chance.shuffle(lines)
    return "\n".join(lines).encode()


def retyped(chance: random.Random) -> bytes:
    characters = list(chance.choice(TEXTS))
    for _ in range(chance.randrange(1, 60)):
        characters[chance.randrange(len(characters))] = chance.choice(MARKS)
    return "".join(characters).encode()


def tagged(chance: random.Random) -> bytes:
    text = chance.choice(TEXTS)
    for _ in range(chance.randrange(1, 30)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(TAGS) + text[at:]
    return text.encode()


@pytest.mark.parametrize(
    "damage", [random_bytes, truncated, broken_bytes, shuffled, retyped, tagged]
)
def test_damaged_pages_are_read_without_loss_or_refused(
    damage: Callable[[random.Random], bytes],
) -> None:
    chance = random.Random(20200811)  # noqa: S311  repeatable, not secret
    for _ in range(60):  # a second or two; more find nothing new
        data = damage(chance)
        try:
            page = read_page(data, "damaged")
        except NotUnderstood as refusal:
            assert refusal.sentence.endswith("。")
        else:
            assert page.title
            assert page.body_html
            assert lost(data, page) == []


def test_shuffled_texts_lose_nothing() -> None:
    chance = random.Random(1)  # noqa: S311
    texts = [decode(sample(name)) for name in NAMES if name.endswith(".txt")]
    read = 0
    for _ in range(100):
        lines = chance.choice(texts).split("\n")
        for _ in range(chance.randrange(6)):
            lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
        data = "\n".join(lines).encode()
        try:
            page = read_page(data, "shuffled")
        except NotUnderstood:
            continue
        read += 1
        assert lost(data, page) == []
    assert read > 50


@pytest.mark.parametrize(
    "text",
    [
        TOP + "字" * 1_500_000,
        TOP + "字," * 200_000,
        TOP + "|" * 1_000_000,
        TOP + "ab" * 500_000 + "c",
        TOP + "字" + " \t" * 1_000_000 + "字",
        TOP + "、字\n" * 5_000,
        TOP + "时间:2020-08-11 作者:\n" * 3_000,
        TOP + "打印 " * 70 + "x。",
        TOP + "来源：" + "|大" * 120 + "x",
        TOP + "字\n" * 100_000,
        HTML_TOP + "\n" * 1_000_000 + "<p>字",
        HTML_TOP + "<p>" + "<span>字字</span>" * 10_000,
        HTML_TOP + "字<br>" * 10_000,
        HTML_TOP + "<table>" + "<tr><td>字<td>字" * 3_000,
        HTML_TOP + "<ul><li>字" * 400,
        HTML_TOP + "<b>" * 300_000,
        HTML_TOP + "<!--" * 300_000,
        HTML_TOP + "<p " + "a=b " * 300_000 + ">字",
    ],
    ids=lambda text: f"{text[-12:]!r} {len(text)}",
)
def test_monsters_take_no_more_than_seconds(text: str) -> None:
    start = time.monotonic()
    try:
        read_page(text.encode(), "monster")
    except NotUnderstood as refusal:
        assert refusal.sentence
    assert time.monotonic() - start < 10
