"""Search tokens: text and question are folded alike, and a part of a text is a phrase of it."""

from random import Random

import pytest

from portal.tokens import BLANK, BREAK, fold, phrase, simplified, tokens, words

ALPHABET = "检察院檢党建aZ9ｚ１Ⅷ㎡〇𬀩é，。、 \n\t“”-_/\\'\"*%\0\u200b\ue000😀"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("党建引领", "党建引领"),
        ("2026年WTO第12期", "2026年wto第12期"),
        ("ＷＴＯ２０２６℡", "wto2026tel"),
        ("結束。開始", f"结束{BREAK}开始"),
        ("上行\n下行", f"上行{BREAK}下行"),
        ("张 三", "张三"),
        ("第 12 期", "第12期"),
        ("open  day 日", f"open{BLANK}day日"),
        ("0351-12309", f"0351{BREAK}12309"),
        ("a , b", f"a{BREAK}b"),
        ("，。开头结尾！", "开头结尾"),
        ("a_b", f"a{BREAK}b"),
        ("党\u200b建\ufe00", "党建"),
        ("著作与乾", "著作与干"),
        ("", ""),
        (" ！？\n", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_twice_changes_nothing() -> None:
    random = Random(2)  # noqa: S311 - repeatable on purpose
    for _ in range(300):
        text = "".join(random.choices(ALPHABET, k=30))
        once = fold(text)
        assert fold(once.replace(BREAK, "，").replace(BLANK, " ")) == once


def test_no_text_turns_into_a_marker() -> None:
    for marker in (BREAK, BLANK, f"x{BREAK}y", f"x{BLANK}y"):
        assert fold(marker) == fold(marker.replace(BREAK, "。").replace(BLANK, "。"))


def test_characters_are_turned_one_by_one() -> None:
    table = simplified.table()

    assert 3000 < len(table) < 6000
    assert all(len(new) == 1 for new in table.values())
    assert [table[ord(old)] for old in "檢門國於買"] == list("检门国于买")
    assert not [new for new in table.values() if table.get(ord(new), new) != new and new != "苧"]
    for own in "检著后里台发着":
        assert ord(own) not in table, own


@pytest.mark.parametrize(
    ("folded", "expected"),
    [
        ("党建引", ["党建", "建引", "党", "建", "引"]),
        (f"a{BREAK}b", [f"a{BREAK}", f"{BREAK}b", "a", "b"]),
        ("党党", ["党党", "党"]),
        ("党", ["党"]),
        ("", []),
    ],
)
def test_tokens(folded: str, expected: list[str]) -> None:
    assert tokens(folded) == expected


def test_a_part_of_a_text_is_a_phrase_of_it_and_nothing_else_is() -> None:
    random = Random(3)  # noqa: S311 - repeatable on purpose
    for _ in range(500):
        folded = fold("".join(random.choices(ALPHABET, k=40)))
        indexed = f" {' '.join(tokens(folded))} "
        other = fold("".join(random.choices(ALPHABET, k=4)))
        start = random.randrange(max(1, len(folded)))
        part = folded[start : start + random.randrange(1, 6)].strip(BREAK + BLANK)
        for needle in (part, other):
            if needle:
                is_phrase = f" {' '.join(phrase(needle))} " in indexed
                assert is_phrase == (needle in folded), (folded, needle)


@pytest.mark.parametrize(
    ("question", "needles"),
    [
        ("党建", ["党建"]),
        ("党建 引领", ["党建", "引领"]),
        ("党建，引领；党建", ["党建", "引领"]),
        ("“党建 引领”", ["党建引领"]),
        ('"open day" x', [f"open{BLANK}day", "x"]),
        ("「检察，官」", [f"检察{BREAK}官"]),
        ("示检刑诉〔2026〕12号", [f"示检刑诉{BREAK}2026{BREAK}12号"]),
        ("-党建 OR *", ["党建", "or"]),
        ('a" b', ["a", "b"]),
        ('"" “”', []),
        ("  ，*\"' ", []),
        ("", []),
        ("\0\x1f", []),
    ],
)
def test_questions(question: str, needles: list[str]) -> None:
    assert [word.needle for word in words(question)] == needles


def test_what_was_typed_and_whether_it_was_quoted() -> None:
    assert [(word.typed, word.quoted) for word in words("ＷＴＯ “开放 日”")] == [
        ("ＷＴＯ", False),
        ("开放 日", True),
    ]


def test_long_questions_are_cut() -> None:
    assert [len(word.needle) for word in words("党" * 10_000)] == [100]


def test_tokens_are_nothing_but_letters_digits_and_markers() -> None:
    """The statements of both engines quote them and rely on it."""
    for code in range(0x30000):
        for token in tokens(fold(f"a{chr(code)}b")):
            assert token.strip(BREAK + BLANK).isalnum(), hex(code)
