"""The generation: one step for every public change, in the transaction that makes the change."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from portal import database
from portal.queries import site
from portal.services import generation
from portal.services import site as running
from portal.settings import Settings
from tests import make


def test_it_advances_by_one(either: Settings) -> None:
    generation.advance()
    generation.advance()

    assert site.generation() == 3


def test_every_public_change_is_one_step(either: Settings) -> None:
    place = make.section()
    assert site.generation() == 2
    running.change_settings({"name": "示例市人民检察院", "phone": "0000-1234567"})
    assert site.generation() == 3
    running.replace_links([])
    assert site.generation() == 4
    make.article(place)
    assert site.generation() == 5


def test_a_change_taken_back_is_no_step(either: Settings) -> None:
    with pytest.raises(InterruptedError), database.writing():
        make.section()
        assert site.generation() == 2
        raise InterruptedError

    assert site.generation() == 1


def test_no_step_is_lost_between_threads(either: Settings) -> None:
    def advance(_: int) -> None:
        try:
            with database.writing():
                generation.advance()
        finally:
            database.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(advance, range(24)))

    assert site.generation() == 25
