"""Lists and their counts, compared with the articles themselves after anything that may happen."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from portal import database
from portal.models import Article, Section, Tally
from portal.queries.tallies import Tallies, spot, tallies
from portal.services import generation, publication
from portal.services.content import Content
from portal.services.recounting import recount
from portal.services.workflow import due, placing
from portal.settings import Settings
from tests import make
from tests.lists import page

NOW = datetime(2026, 3, 30, 22, 0)
HOUR = timedelta(hours=1)


def counted() -> dict[tuple[int, str, date], int]:
    """What the database has counted."""
    return {(row.section, row.unit, row.start): row.number for row in Tally.select() if row.number}


def recounted(at: datetime) -> dict[tuple[int, str, date], int]:
    """The same from the articles, one by one."""
    found: Counter[tuple[int, str, date]] = Counter()
    for article in Article.select():
        if shows(article, at) and not article.pinned:
            day = article.published_at.date()
            found[article.section_id, "day", day] += 1
            found[article.section_id, "month", day.replace(day=1)] += 1
    return dict(found)


def shows(article: Article, at: datetime) -> bool:
    is_there = article.state == "live" and article.published_at <= at
    return is_there and (article.expires_at is None or article.expires_at > at)


class World:
    """A portal in which anything happens, one act after another, while time goes on."""

    def __init__(self, seed: int, set_clock: Callable[[datetime], None]) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - nothing secret
        self.places = [make.section("one"), make.section("two")]
        self.set_clock = set_clock
        self.at = NOW
        self.numbers: list[int] = []

    def act(self) -> None:
        self.set_clock(self.at)
        acts = [self.publish, self.publish, self.take_down, self.pin, self.move, self.wait]
        if self.chance.random() < 0.9:
            self.chance.choice(acts)()
            return
        with pytest.raises(ZeroDivisionError), database.writing():
            self.chance.choice(acts)()
            raise ZeroDivisionError  # what is rolled back was never there

    def publish(self) -> None:
        at = self.at + HOUR * self.chance.randint(-2000, 48)
        ends = at + HOUR * self.chance.randint(1, 3000) if self.chance.random() < 0.5 else None
        place = self.chance.choice(self.places)
        self.numbers.append(publication.publish(place, Content(title="一篇"), at, ends))

    def take_down(self) -> None:
        article = self.one()
        with database.writing():
            if article and article.state == "live":
                publication.take_down(article, "有误")

    def pin(self) -> None:
        if article := self.one():
            with database.writing():
                placing._set(article.id, pinned=not article.pinned)

    def move(self) -> None:
        if article := self.one():
            with database.writing():
                placing._set(article.id, section=self.chance.choice(self.places), pinned=False)

    def wait(self) -> None:
        self.at += HOUR * self.chance.randint(0, 200)
        due.carry_out(self.at)

    def one(self) -> Article | None:
        found: Article | None = Article.get_or_none(
            Article.id == self.chance.choice(self.numbers or [0])
        )
        return found

    def check(self) -> None:
        assert counted() == recounted(self.at)
        for place in self.places:
            wanted = [each for each in Article.select() if shows(each, self.at)]
            wanted = [each for each in wanted if each.section_id == place.id]
            wanted.sort(key=lambda each: (each.pinned, each.published_at, each.id), reverse=True)
            assert [item.id for item in page(place.id, 1, 999)] == [each.id for each in wanted]
            assert tallies(place.id).total == len(wanted)


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Lets the services believe that it is a certain moment."""
    return lambda at: monkeypatch.setattr(generation, "now", lambda: at)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens(
    either: Settings, set_clock: Callable[[datetime], None], seed: int
) -> None:
    world = World(seed, set_clock)
    for _ in range(80):
        world.act()
        world.check()
    assert len(counted()) > 10 and Article.select().where(~Article.listed).count() > 3


def test_rows_that_nobody_announced(either: Settings) -> None:
    """Inserted, changed and deleted by plain SQL: the database counts all the same."""
    place = make.section()
    rows = [
        {"section": place, "state": "live", "live": n, "published_at": NOW - 30 * HOUR * n}
        for n in range(40)
    ]
    Article.insert_many([{**row, "listed": True} for row in rows]).execute()
    assert counted() == recounted(NOW) and tallies(place.id).total == 40
    Article.update(published_at=NOW - 999 * HOUR).where(Article.id < 9).execute()
    assert counted() == recounted(NOW)
    Article.delete().where(Article.id < 20).execute()
    assert counted() == recounted(NOW) and tallies(place.id).total == 21
    Article.update(withdrawn_reason="无").execute()
    assert counted() == recounted(NOW)


def test_recounting_mends_what_was_broken(either: Settings) -> None:
    place = make.section()
    numbers = [make.article(place) for _ in range(3)]
    Tally.update(number=77).execute()
    Article.update(listed=False).where(Article.id == numbers[0]).execute()

    assert recount() == 3

    assert tallies(place.id).total == 3 == len(page(place.id))
    assert counted() == {
        (place.id, "day", date(2026, 5, 8)): 3,
        (place.id, "month", date(2026, 5, 1)): 3,
    }


def test_a_deleted_section_leaves_no_counts(either: Settings) -> None:
    from portal.services import site

    place = make.section()
    article = make.article(place)
    Article.delete().where(Article.id == article).execute()
    assert Tally.select().where(Tally.section == place.id).exists()

    site.delete_section(place.id)

    assert not Tally.select().exists()


def test_spots(store: Settings) -> None:
    place = Section.get_by_id(make.section().id)
    days = [datetime(2025, 12, 31, 23, 59, 59), datetime(2026, 1, 1), datetime(2026, 1, 31, 12)]
    for number, at in enumerate(days, 1):
        for _ in range(number):
            publication.publish(place, Content(title="一篇"), at)
    found = tallies(place.id)

    assert found == Tallies(place.id, 0, ((date(2026, 1, 1), 5), (date(2025, 12, 1), 1)))
    spots = [spot(found, position) for position in range(7)]
    assert [each and (each.before, each.skip) for each in spots] == [
        (datetime(2026, 2, 1), 0),
        (datetime(2026, 2, 1), 1),
        (datetime(2026, 2, 1), 2),
        (datetime(2026, 1, 2), 0),
        (datetime(2026, 1, 2), 1),
        (datetime(2026, 1, 1), 0),
        None,
    ]
