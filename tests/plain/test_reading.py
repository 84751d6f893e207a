"""Reading settings: whatever a cookie says, the result is one of a countable set."""

from itertools import product
from random import Random
from string import printable

import pytest

from portal.reading import AIDS, SIZE, Reading, aid_by_key, from_cookie

EVERY = [Reading(keys) for keys in product(*([c.key for c in aid.choices] for aid in AIDS))]


def test_the_settings_are_countable() -> None:
    assert len(EVERY) == len(set(EVERY)) == 4 * 4 * 2 * 2 * 2


def test_every_setting_survives_its_cookie() -> None:
    for reading in EVERY:
        assert from_cookie(reading.cookie) == reading
        assert set(reading.cookie) <= set("abcdefghijklmnopqrstuvwxyz-.")


def test_no_cookie_is_the_default() -> None:
    assert from_cookie("") == Reading()
    assert (Reading().cookie, Reading().classes, Reading().changed) == ("", "", ())
    assert all(aid.accepts(aid.default) for aid in AIDS)


def test_random_cookies_give_a_known_setting() -> None:
    random = Random(1)  # noqa: S311 - repeatable on purpose
    parts = [f"{aid.key}-{choice.key}" for aid in AIDS for choice in aid.choices]
    parts += ["size-", "-l", "size", "size-huge", "colour-dark", "", "--", "size-l-l", "阅读"]
    known = set(EVERY)
    for _ in range(2000):
        words = [random.choice(parts) for _ in range(random.randrange(8))]
        words.append(
            "".join(random.choice(printable + "大\0é") for _ in range(random.randrange(9)))
        )
        random.shuffle(words)
        assert from_cookie(random.choice("..;, ").join(words)) in known


@pytest.mark.parametrize(
    ("value", "cookie"),
    [
        ("colours-dark.size-l", "size-l.colours-dark"),
        ("size-l.size-s", "size-s"),
        ("size-l.size-m", ""),
        ("size-huge.colours-dark", "colours-dark"),
        ("SIZE-L", ""),
        ("x" * 200 + ".size-l", ""),
    ],
)
def test_strange_cookies(value: str, cookie: str) -> None:
    assert from_cookie(value).cookie == cookie


def test_one_choice_changes_one_aid() -> None:
    for reading, aid in product(EVERY[::7], AIDS):
        for choice in aid.choices:
            after = reading.with_choice(aid, choice.key)
            assert after[aid] == choice.key
            assert all(after[other] == reading[other] for other in AIDS if other is not aid)


def test_words_on_the_screen() -> None:
    assert SIZE.label_of("xl") == "特大"
    assert aid_by_key("size") is SIZE and aid_by_key("Size") is None
    for aid in AIDS:
        assert aid.label and aid.hint
        assert len({choice.label for choice in aid.choices}) == len(aid.choices)
