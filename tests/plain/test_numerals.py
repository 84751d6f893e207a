"""Chinese numerals, both ways."""

import pytest

from portal.numerals import from_chinese, to_chinese, to_circled

PAIRS = [
    (1, "一"),
    (9, "九"),
    (10, "十"),
    (11, "十一"),
    (19, "十九"),
    (20, "二十"),
    (21, "二十一"),
    (99, "九十九"),
    (100, "一百"),
    (101, "一百零一"),
    (110, "一百一十"),
    (111, "一百一十一"),
    (1000, "一千"),
    (1001, "一千零一"),
    (1010, "一千零一十"),
    (1100, "一千一百"),
    (9999, "九千九百九十九"),
]


@pytest.mark.parametrize(("number", "numeral"), PAIRS)
def test_number_and_numeral_agree(number: int, numeral: str) -> None:
    assert to_chinese(number) == numeral
    assert from_chinese(numeral) == number


def test_every_number_survives_the_round_trip() -> None:
    assert [from_chinese(to_chinese(number)) for number in range(1, 10_000)] == list(
        range(1, 10_000)
    )


def test_the_round_zero_is_read() -> None:
    assert from_chinese("一百〇五") == 105


@pytest.mark.parametrize(
    "text", ["", "零", "一十", "一一", "十十", "百", "一百一", "二〇二〇", "零一", "两", "1", "①②"]
)
def test_what_is_not_a_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a Chinese numeral"):
        from_chinese(text)


@pytest.mark.parametrize("number", [-1, 0, 10_000])
def test_numbers_without_a_numeral_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Chinese numeral"):
        to_chinese(number)


def test_circled_numerals() -> None:
    assert [to_circled(number) for number in (1, 20, 21, 35, 36, 50)] == list("①⑳㉑㉟㊱㊿")
    assert [from_chinese(to_circled(number)) for number in range(1, 51)] == list(range(1, 51))
    with pytest.raises(ValueError, match="no circled numeral"):
        to_circled(51)
