"""Rebuilding the index: everything comes back, nothing is away meanwhile, a stop is no harm."""

from itertools import islice

import pytest

from portal import kinds
from portal.database import proxy, writing
from portal.models import Article, Indexed, Revision, Section, Wording
from portal.roles import COMMAND
from portal.services import publication, reindexing
from portal.services.content import Content, checked, store
from portal.settings import Settings
from tests import make
from tests.asking import found


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reindexing, "BATCH", 3)


def filled(count: int = 10) -> list[int]:
    """Live articles, the newest last."""
    place = make.section()
    return [make.article(place, f"水源第{n}篇") for n in range(count)]


def spoil() -> None:
    """Make what is kept of every revision wrong, as if an older version had written it."""
    Wording.update(shown=b"").execute()


def test_everything_is_written_anew(either: Settings) -> None:
    articles = filled()
    spoil()

    assert reindexing.waiting() == 0
    assert reindexing.begin() == 10
    assert list(reindexing.rebuild()) == [3, 3, 3, 1]

    assert reindexing.waiting() == 0
    assert found("水源") == articles[::-1]
    assert not Wording.select().where(Wording.shown == b"").exists()


def test_all_can_be_found_at_every_moment(either: Settings) -> None:
    articles = filled()
    reindexing.begin()

    for _ in reindexing.rebuild():
        assert found("水源") == articles[::-1]


def test_a_stopped_rebuilding_goes_on(either: Settings) -> None:
    articles = filled()
    spoil()
    reindexing.begin()
    list(islice(reindexing.rebuild(), 2))

    assert reindexing.waiting() == reindexing.begin() == 4
    assert list(reindexing.rebuild()) == [3, 1]
    assert found("水源") == articles[::-1]


def test_what_is_published_meanwhile_stays(either: Settings) -> None:
    articles = filled(5)
    reindexing.begin()
    rebuilding = reindexing.rebuild()
    next(rebuilding)
    place = Section.get()
    new = make.article(place, "水源新篇")
    with writing():
        publication.take_down(Article.get_by_id(articles[0]), "写错了")
    list(rebuilding)

    assert found("水源") == [new, *articles[:0:-1]]


def test_an_index_that_is_missing_is_filled(either: Settings) -> None:
    """As after the migration that made its tables."""
    articles = filled()
    revision = Revision.get(Revision.article == articles[0])
    ready = checked(kinds.by_key("news"), Content("没有发布的水源"), complete=False)
    store(Article.get_by_id(articles[0]), ready, COMMAND, "draft")
    Wording.delete().execute()
    Indexed.delete().execute()
    empty = "INSERT INTO search_text (search_text) VALUES ('delete-all')"
    sqlite = type(proxy.obj).__name__.startswith("Sqlite")
    proxy.execute_sql(empty if sqlite else "DELETE FROM search_text")
    assert found("水源") == []

    assert reindexing.waiting() == 11
    list(reindexing.rebuild())

    assert found("水源") == articles[::-1]
    assert Indexed.get(Indexed.article == articles[0]).revision == revision.id


def test_what_should_not_be_there_goes(either: Settings) -> None:
    article, *others = filled(3)
    Article.update(state="withdrawn").where(Article.id == article).execute()

    reindexing.begin()
    list(reindexing.rebuild())

    assert found("水源") == others[::-1]
    assert Indexed.select().count() == 2
