"""The difference between two revisions as a reviewer reads it."""

import re
import time
from random import Random

import pytest

from portal.differences import Block, Gap, Run, bodies, folded, lines, summary
from portal.sanitiser import clean
from portal.specimen_text import specimen
from portal.text import plain
from tests.plain.test_plain_body_any import Maker

SIDES = {"old": ("same", "removed"), "new": ("same", "added")}


def marked(runs: tuple[Run, ...]) -> str:
    """Runs in one line: what went in [-…-], what came in {+…+}."""
    forms = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(forms[run.change].format(run.text) for run in runs)


def side(runs: tuple[Run, ...], name: str) -> str:
    return "".join(run.text for run in runs if run.change in SIDES[name])


def compared(old: str, new: str) -> tuple[Block, ...]:
    return bodies(clean(old), clean(new))


def told(old: str, new: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(b.label, b.change, marked(b.runs), b.notes) for b in compared(old, new)]


LINES = {
    ("", ""): "",
    ("", "题目"): "{+题目+}",
    ("题目", "题目"): "题目",
    ("我院召开会议", "我院召开工作会议"): "我院召开{+工作+}会议",
    ("办理128件", "办理1280件"): "办理[-128-]{+1280+}件",
    ("同比下降3.2%。", "同比下降3.5%。"): "同比下降[-3.2%-]{+3.5%+}。",
    ("2026年11月20日印发", "2026年11月23日印发"): "[-2026年11月20日-]{+2026年11月23日+}印发",
    ("用Flask写", "用Django写"): "用[-Flask-]{+Django+}写",
    ("好……", "好——"): "好[-……-]{+——+}",
    ("检察长介绍了情况", "检察官介绍了案情"): "检察[-长-]{+官+}介绍了[-情况-]{+案情+}",
    ("依法提起公诉的被告人", "不予起诉的嫌疑人"): "[-依法提起公-]{+不予起+}诉的[-被告-]{+嫌疑+}人",
}


@pytest.mark.parametrize(("old", "new"), LINES)
def test_lines_change_by_words(old: str, new: str) -> None:
    assert marked(lines(old, new)) == LINES[old, new]


BODIES = {
    "a word": ("<p>走访了12户。</p>", "<p>走访了13户。</p>", [("段落", "changed", "走访了[-12-]{+13+}户。", ())]),
    "another level": ("<h2>一、概况</h2>", "<h3>一、概况</h3>", [
        ("二级小标题", "changed", "一、概况", ("由小标题改为二级小标题",))]),
    "an address": ('<p><a href="/a">通知</a></p>', '<p><a href="/b">通知</a></p>', [
        ("段落", "changed", "通知", ("链接由 /a 改为 /b",))]),
    "a new link": ("<p>见通知</p>", '<p>见<a href="/b">通知</a></p>', [
        ("段落", "changed", "见通知", ("增加链接 /b",))]),
    "emphasis": ("<p>重点工作</p>", "<p><b>重点</b>工作</p>", [("段落", "changed", "重点工作", ("“重点”加上加粗",))]),
    "less emphasis": ("<p><b>重点</b>的工作</p>", "<p>重点工作</p>", [
        ("段落", "changed", "重点[-的-]工作", ("“重点”去掉加粗",))]),
    "alignment": ("<p>某院</p>", '<p align="right">某院</p>', [
        ("段落", "changed", "某院", ("对齐、缩进或者语言有变动",))]),
    "another picture": ('<figure><img src="/media/a/1.jpg" alt="河道"></figure>',
        '<figure><img src="/media/a/2.jpg" alt="河道"></figure>', [
        ("图片", "changed", "〔图片：河道〕", ("图片由 /media/a/1.jpg 改为 /media/a/2.jpg",))]),
    "an alternative": ('<p><img src="/media/a/1.jpg"></p>', '<p><img src="/media/a/1.jpg" alt="河"></p>', [
        ("图片", "changed", "〔图片[-，没有替代文字-]{+：河+}〕", ())]),
    "a kind of list": ("<ul><li>甲</li></ul>", "<ol><li>甲</li></ol>", [
        ("列表项", "changed", "甲", ("所在的符号列表改为编号列表",))]),
    "a start": ("<ol><li>甲</li></ol>", '<ol start="3"><li>甲</li></ol>', [
        ("列表项", "changed", "甲", ("所在的编号列表格式有变动",))]),
    "two lists": ("<ul><li>甲</li><li>乙</li></ul>", "<ul><li>甲</li></ul><ul><li>乙</li></ul>", [
        ("列表项", "same", "甲", ()), ("列表项", "changed", "乙", ("与上一项分开或者合并了",))]),
    "the first item": ("<ul><li>甲</li><li>乙</li></ul>", "<ul><li>乙</li></ul>", [
        ("列表项", "removed", "[-甲-]", ()), ("列表项", "same", "乙", ())]),
    "a figure in a row": ("<table><tr><th scope=row>件数</th><td>12</td></tr></table>",
        "<table><tr><th scope=row>件数</th><td>13</td></tr></table>", [
        ("表格行", "changed", "件数 | [-12-]{+13+}", ())]),
    "joined cells": ("<table><tr><td>甲</td><td>乙</td></tr></table>",
        "<table><tr><td>甲</td><td rowspan=2>乙</td></tr></table>", [
        ("表格行", "changed", "甲 | 乙", ("单元格的数目、合并、表头或者对齐有变动",))]),
    "moved": ("<p>第一段话</p><p>另外一段</p>", "<p>另外一段</p><p>第一段话</p>", [
        ("段落", "removed", "[-第一段话-]", ("移到了别处",)), ("段落", "same", "另外一段", ()),
        ("段落", "added", "{+第一段话+}", ("从别处移来",))]),
    "quoted": ("<p>同一句话</p>", "<blockquote><p>同一句话</p></blockquote>", [
        ("引文", "changed", "同一句话", ("由段落改为引文", "所在的正文改为引文"))]),
    "rewritten": ("<p>第一检察部走访了双溪镇。</p>", "<p>全院召开年度总结大会</p>", [
        ("段落", "removed", "[-第一检察部走访了双溪镇。-]", ()), ("段落", "added", "{+全院召开年度总结大会+}", ())]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_bodies_change_block_by_block(name: str) -> None:
    old, new, expected = BODIES[name]

    assert told(old, new) == expected


KINDS = {
    "another level": ("<h2>一、概况</h2>", "<h3>一、概况</h3>", "小标题", "二级小标题"),
    "no paragraph any more": ("<p>一、概况</p>", "<h2>一、概况</h2>", "段落", "小标题"),
    "quoted": ("<p>同一句话</p>", "<blockquote><p>同一句话</p></blockquote>", "段落", "引文"),
    "the same kind": ("<p>走访了12户。</p>", "<p>走访了13户。</p>", "段落", "段落"),
    "gone": ("<h2>一、概况</h2>", "", "小标题", "小标题"),
}


@pytest.mark.parametrize("name", KINDS)
def test_either_side_is_called_what_it_is_there(name: str) -> None:
    old, new, was, label = KINDS[name]

    (block,) = compared(old, new)

    assert (block.was, block.label) == (was, label)


def edited(html: str, random: Random) -> str:
    """The body with some blocks gone, doubled or moved and some words changed."""
    parts = html.split("\n<")
    for _ in range(random.randint(1, 3)):
        place, other = random.randrange(len(parts)), random.randrange(len(parts))
        action = random.choice(("drop", "double", "swap", "word", "word"))
        if action == "drop":
            parts[place] = ""
        elif action == "double":
            parts.insert(other, parts[place])
        elif action == "swap":
            parts[place], parts[other] = parts[other], parts[place]
        else:
            parts[place] = re.sub(r"词\d{4}", "改了", parts[place], count=1)
    return clean("\n<".join(parts))


@pytest.mark.parametrize("seed", range(30))
def test_nothing_is_ever_lost(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    old = clean(Maker(seed).blocks() + Maker(seed + 1).blocks())
    new = edited(old, random)

    blocks = bodies(old, new)

    for html, name in ((old, "old"), (new, "new")):
        kept = (*SIDES[name], "changed")
        text = "\n".join(side(block.runs, name) for block in blocks if block.change in kept)
        words = re.findall(r"词\d{4}|改了|<b>|图片 3", text)
        assert words == re.findall(r"词\d{4}|改了|<b>|图片 3", plain(html))
        assert text == "\n".join(side(block.runs, "new") for block in bodies(html, html))
    assert all(block.change == "same" for block in blocks) == (old == new)


@pytest.mark.parametrize("seed", range(20))
def test_no_word_of_a_line_is_lost(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - repeatable on purpose
    alphabet = "检察院的一二，。！12a b\n↵”年月日%.."
    old, new = ("".join(random.choices(alphabet, k=random.choice((5, 60, 900)))) for _ in "12")

    runs = lines(old, new)

    assert (side(runs, "old"), side(runs, "new")) == (old, new)
    assert all(run.text for run in runs)


def test_summary_counts_places_and_characters() -> None:
    old = "<p>走访了12户，发现问题。</p><p>不变</p><p>去掉的话</p>"
    new = "<p>走访了13户，发现两个问题。</p><p>不变</p><h2>小结</h2>"

    assert summary(compared(old, new)) == "改动 4 处：增加 6 字，删除 6 字"
    assert summary(compared(old, old)) == "内容相同"
    assert summary(compared("<p>甲</p>", "<h2>甲</h2>")) == "改动 1 处：只改了格式"
    assert summary(compared("<p>甲</p>", "<p>甲</p><p>乙丙</p>")) == "改动 1 处：增加 2 字"
    assert summary(()) == "内容相同"


def test_long_stretches_that_stayed_are_folded() -> None:
    old = "".join(f"<p>第{n}段</p>" for n in range(10))
    blocks = compared(old, old.replace("第5段", "第5节段落"))

    found = folded(blocks)

    assert found == (Gap(4), blocks[4], blocks[5], blocks[6], Gap(3))
    assert folded(blocks, context=4) == blocks
    assert folded(compared(old, old)) == (Gap(10),)
    assert folded(()) == ()


def chinese(random: Random, length: int) -> str:
    return "".join(chr(random.randint(0x4E00, 0x9FA5)) for _ in range(length))


HUNDRED_THOUSAND = {
    "paragraphs": lambda random: "".join(f"<p>{chinese(random, 200)}</p>" for _ in range(500)),
    "one paragraph": lambda random: f"<p>{chinese(random, 100_000)}</p>",
    "few characters": lambda random: f"<p>{''.join(random.choices('检察院的，。', k=100_000))}</p>",
    "articles": lambda random: "".join(
        specimen(random.randrange(10_000_000)).body for _ in range(100)
    ),
    "equal rows": lambda random: (
        f"<table><tr><td>{random.random()}</td></tr>{'<tr><td>a</td></tr>' * 500}</table>" * 2
    ),
}


@pytest.mark.parametrize("name", HUNDRED_THOUSAND)
def test_bodies_of_a_hundred_thousand_characters_take_a_second(name: str) -> None:
    random = Random(1)  # noqa: S311 - repeatable on purpose
    old, new = (clean(HUNDRED_THOUSAND[name](random)) for _ in "12")

    start = time.process_time()
    blocks = bodies(old, new)

    assert time.process_time() - start < 4  # 0.3 to 0.8 s on a quiet machine
    assert summary(blocks).startswith("改动")
