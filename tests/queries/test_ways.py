"""The ways on from an article: the one before, the one after, related ones."""

from datetime import datetime, timedelta

from portal.models import Article
from portal.queries import articles
from portal.queries.articles import Story
from portal.queries.ways import ways
from portal.services import generation
from portal.settings import Settings
from portal.times import from_beijing
from tests import make
from tests.statements import counted

NOW = datetime(2026, 6, 1)
PUBLISHED = from_beijing(make.PUBLISHED)


def story(number: int, at: datetime = NOW) -> Story:
    found = articles.story(number, at)
    assert found
    return found


def around(number: int, at: datetime = NOW) -> list[int | None]:
    generation.advance(at)
    found = ways(story(number), 0)
    return [item and item.id for item in (found.older, found.newer)]


def test_neighbours_walk_through_equal_times(either: Settings) -> None:
    place, other = make.section(), make.section("other")
    days = [0, 0, 0, 1, 2, 2]
    numbers = [make.article(place, at=make.PUBLISHED + timedelta(days=day)) for day in days]
    make.article(other, at=make.PUBLISHED + timedelta(days=1))

    for n, number in enumerate(numbers):
        older = numbers[n - 1] if n else None
        newer = numbers[n + 1] if n + 1 < len(numbers) else None
        assert around(number) == [older, newer]


def test_neighbours_leave_out_what_lists_leave_out(either: Settings) -> None:
    place = make.section()
    day = timedelta(days=1)
    first = make.article(place)
    expired = make.article(place, at=make.PUBLISHED + day, expires=make.PUBLISHED + 3 * day)
    draft = make.article(place, at=make.PUBLISHED + day)
    last = make.article(place, at=make.PUBLISHED + 2 * day)
    make.article(place, at=datetime(2199, 1, 1))
    Article.update(state="draft").where(Article.id == draft).execute()

    assert around(first) == [None, last] and around(last) == [first, None]
    assert around(first, PUBLISHED + 2 * day) == [None, expired]
    assert around(expired) == [first, last], "its own page still leads on"


def test_two_statements(store: Settings) -> None:
    place = make.section()
    numbers = [make.article(place) for _ in range(3)]
    middle = story(numbers[1])
    with counted() as statements:
        ways(middle, 5)
    assert len(statements) == 2


def test_alone_in_its_section(either: Settings) -> None:
    number = make.article(make.section(), keywords=["水源"])
    make.article(make.section("other"), keywords=["水源"])

    assert around(number) == [None, None]
    assert ways(story(number), 5).related == []


def test_related_shares_most_words_then_is_newest(either: Settings) -> None:
    place = make.section()

    def written(day: int, *keywords: str) -> int:
        at = make.PUBLISHED + timedelta(days=day)
        return make.article(place, at=at, keywords=list(keywords))

    two, one = written(0, "水源", "听证", "河道"), written(1, "听证")
    none, empty, older = written(2, "交通"), written(3), written(4)
    of = written(5, "水源", "听证")
    newer = written(6, "水源", "听证")
    written(7, "水源", "听证")
    Article.update(state="draft").where(Article.id == newer + 1).execute()
    generation.advance()

    def related(number: int, count: int = 9, among: int = 40) -> list[int]:
        return [item.id for item in ways(story(number), count, among).related]

    assert around(of) == [older, newer]
    assert related(of) == [two, one, empty, none], "not those beside it"
    assert related(of, 2) == [two, one]
    assert related(of, among=4) == [empty, none]
    assert related(empty, 1) == [newer], "no words, no likeness"
