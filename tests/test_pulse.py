"""The pulse: every publication is felt, on both databases, and so is a database that is gone."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from portal import database, pulse
from portal.models import Article, Generation
from portal.pulse import ASK_SECONDS, LOOK_SECONDS, Away
from portal.services import generation
from portal.settings import Settings
from portal.times import now
from tests import make


@pytest.fixture
def listening(either: Settings) -> Iterator[pulse.Pulse]:
    made = pulse.pulse(either.database_url)
    yield made
    made.close()


def wait(settings: Settings) -> None:
    """As long as a process may go on with the last answer; SQLite allows no time at all."""
    if settings.database_url.startswith("postgres"):
        time.sleep(ASK_SECONDS)


def test_every_publication_is_felt(either: Settings, listening: pulse.Pulse) -> None:
    section = make.section()
    before = listening.beat()
    for _ in range(20):
        make.article(section)
        wait(either)
        after = listening.beat()
        assert after.generation > before.generation
        assert after.generation == Generation.get().number
        before = after


def test_an_open_transaction_is_not_felt(either: Settings, listening: pulse.Pulse) -> None:
    before = listening.beat()
    with database.writing():
        generation.advance()
        wait(either)
        assert listening.beat() == before
    wait(either)
    assert listening.beat().generation == before.generation + 1


def test_it_tells_when_something_is_due(either: Settings, listening: pulse.Pulse) -> None:
    assert listening.beat().until == float("inf")
    moment = now() + timedelta(hours=1)
    article = make.article(make.section())
    Article.update(expires_at=moment).where(Article.id == article).execute()
    generation.plan()
    wait(either)

    seconds = listening.beat().until - time.time()

    assert 3500 < seconds <= 3600


def test_threads_feel_alike(either: Settings, listening: pulse.Pulse) -> None:
    found: list[int] = []
    generation.advance()

    def feel() -> None:
        found.append(listening.beat().generation)
        listening.close()

    threads = [threading.Thread(target=feel) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [Generation.get().number] * 4


def test_a_file_that_is_gone_is_noticed(store: Settings) -> None:
    path = Path(store.database_url.removeprefix("sqlite:///"))
    listening = pulse.pulse(store.database_url)
    listening.beat()
    database.close()
    away = path.rename(path.with_name("elsewhere"))
    time.sleep(LOOK_SECONDS)

    with pytest.raises(Away):
        listening.beat()
    with pytest.raises(Away):
        listening.feel()
    assert not path.exists(), "listening makes no file"

    away.rename(path)
    assert listening.beat().generation == 1


def test_a_restored_file_is_noticed(store: Settings) -> None:
    path = Path(store.database_url.removeprefix("sqlite:///"))
    listening = pulse.pulse(store.database_url)
    listening.beat()
    generation.advance()
    database.close()
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)
    time.sleep(LOOK_SECONDS)

    assert listening.beat().generation == 2


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("nonsense" * 100)

    with pytest.raises(Away):
        pulse.pulse(f"sqlite:///{tmp_path / 'x'}").beat()


def test_a_server_that_does_not_answer() -> None:
    listening = pulse.pulse("postgresql://nobody@127.0.0.1:1/none")
    began = time.monotonic()
    for _ in range(50):
        with pytest.raises(Away):
            listening.beat()

    assert time.monotonic() - began < 1, "it is not asked at every request"
