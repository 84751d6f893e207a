"""Numbered pages: any value is a page or a sentence, and every page can be reached."""

from random import Random

import pytest

from portal.errors import Missing
from portal.web.pages import Pages, page_number


@pytest.mark.parametrize(
    ("value", "number"), [(None, 1), ("1", 1), ("007", 7), ("9" * 9, 10**9 - 1)]
)
def test_numbers(value: str | None, number: int) -> None:
    assert page_number(value) == number


@pytest.mark.parametrize(
    "value",
    [
        "",
        "0",
        "000",
        "-1",
        "+1",
        "1.0",
        "1e3",
        " 1",
        "1\n",
        "x",
        "٣",
        "２",
        "²",
        "一",
        "9" * 10,
        "9" * 9999,
    ],
)
def test_what_is_no_page_number(value: str) -> None:
    with pytest.raises(Missing, match="页码应当是从 1 开始的数字。"):
        page_number(value)


@pytest.mark.parametrize(
    ("total", "last", "words"),
    [
        (0, 1, "暂时没有内容"),
        (1, 1, "共 1 条"),
        (20, 1, "共 20 条"),
        (21, 2, "共 21 条，第 1 页，共 2 页"),
        (400, 20, "共 400 条，第 1 页，共 20 页"),
    ],
)
def test_how_many(total: int, last: int, words: str) -> None:
    pages = Pages("/news/", 1, 20, total)

    assert (pages.last, pages.words) == (last, words)


def test_the_first_page_has_the_plain_address() -> None:
    assert [Pages("/news/", 3, 20, 99).url(n) for n in (1, 2)] == ["/news/", "/news/?page=2"]


def test_addresses_carry_the_question() -> None:
    pages = Pages("/search", 1, 20, 99, (("q", "党建 & <b>"),))

    assert pages.url(1) == "/search?q=%E5%85%9A%E5%BB%BA+%26+%3Cb%3E"
    assert pages.url(2) == pages.url(1) + "&page=2"


@pytest.mark.parametrize(
    ("number", "last", "shown"),
    [
        (1, 1, [1]),
        (1, 5, [1, 2, 3, 4, 5]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 20, [1, None, 4, 5, 6, 7, 8, None, 20]),
        (20, 20, [1, None, 18, 19, 20]),
        (18, 20, [1, None, 16, 17, 18, 19, 20]),
    ],
)
def test_which_are_shown(number: int, last: int, shown: list[int | None]) -> None:
    assert Pages("/", number, 10, last * 10).shown == shown


def test_what_is_left_out_is_worth_leaving_out() -> None:
    random = Random(2)  # noqa: S311 - repeatable on purpose
    for _ in range(300):
        last = random.randint(1, 60)
        number = random.randint(1, last)
        shown = Pages("/", number, 10, last * 10).shown
        numbers = [each for each in shown if each]
        assert numbers == sorted(set(numbers)) and {1, number, last} <= set(numbers)
        assert len(shown) <= 9
        for place, each in enumerate(shown):
            if each is None:
                before, after = shown[place - 1], shown[place + 1]
                assert before and after and after - before > 2
