"""Generated articles: always the same, all different, and as the sanitiser would leave them."""

import pytest

from portal.sanitiser import clean
from portal.specimen_text import specimen
from portal.text import plain


def test_the_same_number_is_the_same_article() -> None:
    assert specimen(7) == specimen(7)


def test_titles_and_texts_differ() -> None:
    made = [specimen(number) for number in range(200)]

    assert len({each.title for each in made}) == len({each.text for each in made}) == 200


@pytest.mark.parametrize("sentences", [1, 5, 24])
def test_body_is_clean_and_has_no_empty_blocks(sentences: int) -> None:
    for number in range(20):
        body = specimen(number, sentences).body
        assert clean(body) == body
        assert "<p></p>" not in body


def test_what_is_searched_is_what_is_read() -> None:
    for number in range(20):
        made = specimen(number)
        assert made.text == f"{made.title}\n{plain(made.body)}"
        assert made.summary in made.text
        assert all(word in made.text for word in made.keywords.split(","))


def test_length_follows_the_number_of_sentences() -> None:
    short, usual, long = (
        sum(len(specimen(number, sentences).text) for number in range(20)) / 20
        for sentences in (5, 24, 100)
    )

    assert short < usual < long
    assert 600 < usual < 1500
