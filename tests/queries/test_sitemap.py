"""The site map for machines: every address once, in parts that do not shift."""

from datetime import datetime, timedelta

from portal.models import Article, Revision
from portal.queries import sitemap
from portal.settings import Settings
from tests import make

NOW = datetime(2026, 6, 1)


def test_parts_hold_every_address_once(either: Settings) -> None:
    places = [make.section("one"), make.section("two")]
    numbers = [make.article(places[n % 2], at=datetime(2026, 1, 9 - n)) for n in range(7)]

    parts = [sitemap.part(NOW, 3, offset) for offset in (0, 3, 6, 9)]

    assert [len(part) for part in parts] == [3, 3, 1, 0]
    assert [(slug, number) for part in parts for slug, number, _ in part] == [
        ("one" if n % 2 == 0 else "two", number) for n, number in enumerate(numbers)
    ]
    assert sitemap.count(NOW) == 7


def test_only_addresses_to_be_found(either: Settings) -> None:
    place, single = make.section(), make.section("about", "page")
    shown = make.article(place)
    make.article(single)
    make.article(place, at=datetime(2199, 1, 1))
    make.article(place, expires=make.PUBLISHED + timedelta(days=1))
    draft = make.article(place)
    Article.update(state="draft").where(Article.id == draft).execute()

    assert [row[:2] for row in sitemap.part(NOW, 9, 0)] == [("news", shown)]
    assert sitemap.count(NOW) == 1


def test_the_time_is_that_of_the_live_revision(either: Settings) -> None:
    number = make.article(make.section())
    changed = datetime(2026, 5, 9, 1, 2, 3)
    newer = Revision.create(article=number, number=2, title="改过的", created_at=changed)
    Revision.create(article=number, number=3, title="还没发的", created_at=NOW)
    Article.update(live=newer.id).execute()

    assert sitemap.part(NOW, 9, 0) == [("news", number, changed)]
