"""Sounds: words that are read alike, typed in Chinese or in letters."""

import time

import pytest

from portal.tokens.sounds import MARK, asked_tokens, heard, readings, sound_tokens, sounding_like


def test_readings_have_no_tones() -> None:
    assert readings("检") == ("jian",)
    assert readings("行")[:2] == ("xing", "hang")
    assert readings("a") == readings("，") == ()


@pytest.mark.parametrize(
    ("needle", "syllables"),
    [
        ("建查", ["jian", "cha"]),
        ("jiancha", ["jian", "cha"]),
        ("xianshi", ["xian", "shi"]),
        ("fangan", ["fang", "an"]),
        ("fangun", ["fan", "gun"]),
        ("检a", []),
        ("检", []),
        ("html", []),
        ("检" * 9, []),
        ("nihao" * 9, []),
    ],
)
def test_heard(needle: str, syllables: list[str]) -> None:
    assert [each[0] for each in heard(needle)] == syllables


def test_letters_that_fit_in_many_ways_take_no_time() -> None:
    start = time.perf_counter()
    assert heard("anan" * 20 + "v") == () == heard("xianan" * 30)
    assert time.perf_counter() - start < 0.5


def test_tokens_cannot_be_letters() -> None:
    assert sound_tokens("检察") == [f"{MARK}jian{MARK}cha", f"{MARK}jian{MARK}cui"]
    assert sound_tokens("a检b") == sound_tokens("检") == []


def test_a_word_finds_what_sounds_like_it() -> None:
    word = heard("建查")
    assert set(sound_tokens("人民检察院")) & set(asked_tokens(word)[0])
    assert list(sounding_like(word, "人民检察院监察")) == ["检察", "监察"]
    assert list(sounding_like(heard("银航"), "银行")) == ["银行"]
