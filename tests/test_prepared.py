"""Prepared statements: the same rows as Peewee's own, whatever the values; built once per shape."""

from datetime import date, datetime
from typing import Any

from portal.models import Article, Redirect, Revision, Section, Tally
from portal.prepared import prepared
from portal.settings import Settings
from tests import make
from tests.statements import counted

SHARED = [Article.id, Article.section, Article.published_at, Article.expires_at, Article.pinned]


def _filled() -> list[int]:
    place = make.section("documents", "documents")
    later = datetime(2199, 6, 1, 10, 0, 0)
    first = make.article(place, "一", details=make.DOCUMENT)
    return [first, make.article(place, "二'\"%?", expires=later, details=make.DOCUMENT)]


def test_rows_are_those_of_peewee(either: Settings) -> None:
    numbers = _filled()
    columns = [*SHARED, Revision.title, Revision.details, Revision.created_at, Section.name]

    def chosen(ids: tuple[int, ...], until: datetime, limit: int) -> Any:
        return (
            Article.select(*columns)
            .join(Section)
            .join(Revision, on=(Revision.id == Article.live))
            .where(Article.id.in_(ids), Article.published_at <= until, Article.state == "live")
            .order_by(Article.id)
            .limit(limit)
        )

    for ids in ((), tuple(numbers), tuple(numbers[:1]), (numbers[1], 99)):
        for until in (datetime(2026, 1, 1), datetime(2030, 1, 1, 1, 1, 1, 5)):
            for limit in (0, 1, 9):
                wanted = list(chosen(ids, until, limit).tuples())
                assert prepared(chosen)(ids, until, limit) == wanted
    days = Tally.select(Tally.start, Tally.number).where(Tally.unit == "day")
    assert prepared(lambda: days)() == list(days.tuples()) == [(date(2026, 5, 8), 2)]


def test_it_is_built_once_for_each_shape(either: Settings) -> None:
    _filled()
    built: list[object] = []

    @prepared
    def some(ids: tuple[int, ...], title: str | None, *, pinned: bool) -> Any:
        built.append((len(ids), title is None, pinned))
        found = Article.select(Article.id).join(Revision, on=(Revision.id == Article.live))
        named = found if title is None else found.where(Revision.title == title)
        return named.where(Article.id.in_(ids), Article.pinned == pinned)

    assert some((1, 2), "一", pinned=False) == [(1,)]
    assert some((2, 1), "二'\"%?", pinned=False) == [(2,)]
    assert some((1, 2), None, pinned=True) == []
    assert sorted(some((2, 1), None, pinned=False)) == [(1,), (2,)]
    assert some((2,), None, pinned=False) == [(2,)]
    assert built == [(2, False, False), (2, True, True), (2, True, False), (1, True, False)]


def test_places_may_stand_anywhere_and_twice(either: Settings) -> None:
    @prepared
    def twice(path: str, other: str) -> Any:
        same = (Redirect.target == path) | (Redirect.path == path)
        return Redirect.select(Redirect.path).where(same, Redirect.path != other)

    Redirect.insert_many([{"path": "/a", "target": "/b"}, {"path": "/b", "target": "/c"}]).execute()

    assert sorted(twice("/b", "")) == [("/a",), ("/b",)]
    assert twice("/b", "/a") == [("/b",)]


def test_it_is_one_statement_that_the_log_knows(store: Settings) -> None:
    @prepared
    def all_sections() -> Any:
        return Section.select(Section.id)

    with counted() as statements:
        assert all_sections() == []
    assert len(statements) == 1
