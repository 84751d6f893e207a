"""Filling a portal for measuring: as good as published, in batches that are whole."""

from datetime import timedelta

import pytest

from portal.errors import Refused
from portal.models import Article, Revision
from portal.queries import articles, listing, site
from portal.queries.tallies import tallies
from portal.services import specimens
from portal.settings import Settings
from portal.specimen_text import specimen
from portal.times import now
from tests import make
from tests.asking import found


def test_articles_are_whole(either: Settings) -> None:
    places = [make.section("news"), make.section("about", "page"), make.section("theory")]

    assert list(specimens.generate(25, 10)) == [10, 10, 5]

    at = now()
    assert [tallies(place.id).total for place in places] == [13, 0, 12]
    newest = listing.newest(30)
    assert [item.title for item in newest] == [specimen(n).title for n in range(24, -1, -1)]
    first = articles.story(newest[-1].id, at)
    assert first and first.body == specimen(0).body and first.keywords == specimen(0).keywords
    assert {revision.state for revision in Revision.select()} == {"live"}
    assert found("第7期", at) == [newest[17].id]
    assert len(found("一、", at)) == 25, "headings too"


def test_one_generation_for_each_batch(store: Settings) -> None:
    make.section()
    before = site.generation()

    list(specimens.generate(25, 10))

    assert site.generation() == before + 3


def test_times_are_spread_over_the_past(store: Settings) -> None:
    make.section()
    list(specimens.generate(20, 20))

    times = [row.published_at for row in Article.select().order_by(Article.id)]
    assert times == sorted(times) and len(set(times)) == 20
    assert times[-1] < now() and now() - times[0] < specimens.SPAN + timedelta(minutes=2)
    assert times[-1] - times[0] > specimens.SPAN * 0.9


def test_a_million_can_be_begun(store: Settings) -> None:
    make.section()
    assert next(specimens.generate(1_000_000, 1)) == 1


def test_more_articles_are_other_articles(store: Settings) -> None:
    make.section()
    list(specimens.generate(10, 5))
    list(specimens.generate(10, 5))

    assert len({item.title for item in listing.newest(30)}) == 20


def test_without_a_news_section_it_is_refused(store: Settings) -> None:
    make.section("about", "page")

    with pytest.raises(Refused, match="请先运行 portal demo"):
        list(specimens.generate(5, 5))
    assert not Article.select().exists()
