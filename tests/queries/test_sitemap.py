"""The site map for machines: every address once, in parts that do not shift."""

from datetime import datetime, timedelta

from portal.models import Article, Revision
from portal.queries import sitemap
from portal.services import generation
from portal.settings import Settings
from tests import make

NOW = datetime(2026, 6, 1)


def addresses(*parts: list[sitemap.Row]) -> list[tuple[str, int]]:
    return [(slug, number) for part in parts for slug, number, _ in part]


def test_parts_hold_every_address_once(either: Settings) -> None:
    places = [make.section("one"), make.section("two")]
    numbers = [make.article(places[n % 2], at=datetime(2026, 1, 9 - n)) for n in range(7)]

    parts = [sitemap.part(number, 3) for number in (1, 2, 3, 4)]

    assert [len(part) for part in parts] == [3, 3, 1, 0]
    assert addresses(*parts) == [
        ("one" if n % 2 == 0 else "two", number) for n, number in enumerate(numbers)
    ]
    assert sitemap.parts(3) == 3 and sitemap.parts(7) == 1


def test_an_article_stays_in_its_part(either: Settings) -> None:
    place = make.section()
    numbers = [make.article(place) for _ in range(5)]
    second = sitemap.part(2, 3)

    Article.update(state="withdrawn").where(Article.id == numbers[0]).execute()
    generation.advance()

    assert sitemap.part(2, 3) == second and sitemap.parts(3) == 2
    assert addresses(sitemap.part(1, 3)) == [("news", numbers[1]), ("news", numbers[2])]


def test_only_addresses_to_be_found(either: Settings) -> None:
    place, single = make.section(), make.section("about", "page")
    shown = make.article(place)
    make.article(single)
    make.article(place, at=datetime(2199, 1, 1))
    make.article(place, expires=make.PUBLISHED + timedelta(days=1))
    draft = make.article(place)
    Article.update(state="draft").where(Article.id == draft).execute()
    generation.advance()

    assert addresses(sitemap.part(1, 9)) == [("news", shown)]


def test_nothing_is_one_part(either: Settings) -> None:
    assert sitemap.parts(9) == 1 and sitemap.part(1, 9) == []


def test_the_time_is_that_of_the_live_revision(either: Settings) -> None:
    number = make.article(make.section())
    changed = datetime(2026, 5, 9, 1, 2, 3)
    newer = Revision.create(article=number, number=2, title="改过的", created_at=changed)
    Revision.create(article=number, number=3, title="还没发的", created_at=NOW)
    Article.update(live=newer.id).execute()

    assert sitemap.part(1, 9) == [("news", number, changed)]
