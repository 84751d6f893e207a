"""Search tokens: text and question are cut alike, and no question can cross a break."""

from random import Random

import pytest

from portal.tokens import BREAK, LONGEST, phrases, stored

ALPHABET = "检察院党建aZ9ｚ１Ⅷ㎡〇𬀩é，。、 \n\t“”-_/\\'\"*%\0\u200b\ue000😀"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("党建引领", "党 建 引 领"),
        ("2026年WTO第12期", "2026 年 wto 第 12 期"),
        ("ＷＴＯ２０２６", "wto2026"),
        ("结束。开始", f"结 束 {BREAK} 开 始"),
        ("上行\n下行", f"上 行 {BREAK} 下 行"),
        ("张 三", "张 三"),
        ("，。开头结尾！", "开 头 结 尾"),
        ("a_b", f"a {BREAK} b"),
        ("", ""),
        ("！？", ""),
    ],
)
def test_texts(text: str, tokens: str) -> None:
    assert stored(text) == tokens


@pytest.mark.parametrize(
    ("question", "runs"),
    [
        ("党建", [["党", "建"]]),
        ("党建 引领", [["党", "建"], ["引", "领"]]),
        ("党建，AND“引领”", [["党", "建"], ["and"], ["引", "领"]]),
        ("第12期", [["第", "12", "期"]]),
        ("  ，*\"' ", []),
        ("", []),
        ("\0\x1f", []),
    ],
)
def test_questions(question: str, runs: list[list[str]]) -> None:
    assert phrases(question) == runs


def test_nobody_can_ask_for_the_marker_or_write_it() -> None:
    for marker in (BREAK, f"x{BREAK}y", f"结束{BREAK}开始"):
        assert all(BREAK not in phrase for phrase in phrases(marker))
    # What stands where the marker stands is punctuation to everybody.
    assert stored(f"结束{BREAK}开始") == stored("结束。开始")


def test_a_run_of_a_text_is_a_phrase_of_it() -> None:
    random = Random(3)  # noqa: S311 - repeatable on purpose
    for _ in range(500):
        text = "".join(random.choice(ALPHABET) for _ in range(random.randrange(1, 40)))
        indexed = f" {stored(text)} "
        for phrase in phrases(text):
            assert f" {' '.join(phrase)} " in indexed, (text, phrase)


def test_tokens_are_nothing_but_letters_and_digits() -> None:
    """The statements of both engines quote them and rely on it."""
    for code in range(0x30000):
        for phrase in phrases(chr(code)):
            assert all(word.isalnum() for word in phrase), hex(code)


def test_long_words_are_cut_alike() -> None:
    assert stored("a" * 9999) == "a" * LONGEST
    assert phrases("a" * 9999) == [["a" * LONGEST]]
