"""How many statements a public page sends: at most eight, and few when its surroundings are kept."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask

from portal import database
from portal.models import Article, Revision, Section
from portal.services import generation
from portal.settings import Settings
from portal.times import now
from tests.app import app_of
from tests.statements import counted

MOST, KEPT = 8, 5

PLACES = {
    "public.home": ["/"],
    "public.section": [
        *("/news/", "/news/?page=2", "/news/?page=30", "/pictures/", "/videos/", "/documents/"),
        *("/documents/?year=2026", "/documents/?q=检察&type=起诉书", "/documents/?q=没有这样的话"),
        *("/notices/", "/about/", "/openness/"),
    ],
    "public.article": [],  # one of each kind, found in the demo
    "public.article_code": [],
    "public.link_code": ["/links/channels/1/qr.svg"],
    "public.search": ["/search", "/search?q=检察", "/search?q=没有这样的话"],
    "public.site_map": ["/sitemap"],
    "public.sitemap_xml": ["/sitemap.xml"],
    "public.sitemap_part": ["/sitemap-1.xml"],
    "public.site_feed": ["/feed.xml"],
    "public.section_feed": ["/news/feed.xml"],
    "public.reading_settings": ["/reading"],
    "public.ticker": ["/notices/ticker", "/notices/ticker?at=1&go=next"],
    "public.robots": ["/robots.txt"],
    "public.health": ["/healthz"],
    "public.media_file": ["/media/no/such.jpg"],
    "errors": ["/nowhere/", "/news/999999", "/nowhere/at/all", "/desk/nowhere"],
}


@pytest.fixture
def app(demo_settings: Settings) -> Iterator[Flask]:
    made = app_of(demo_settings)
    news = Section.get(Section.slug == "news")
    _fill(news, 900)
    for each in Section.select():
        found = Article.select().where(Article.section == each, Article.state == "live").first()
        if found:
            PLACES["public.article"].append(f"/{each.slug}/{found.id}")
            PLACES["public.article_code"].append(f"/{each.slug}/{found.id}/qr.svg")
    yield made
    database.close()


def _fill(place: Section, count: int) -> None:
    """Enough articles for a page far down."""
    first = Article.select().count() + 1
    Article.insert_many(
        {
            "section": place,
            "state": "live",
            "live": first + n,
            "published_at": now() - timedelta(days=n),
        }
        for n in range(count)
    ).execute()
    Revision.insert_many({"article": first + n, "title": "一篇"} for n in range(count)).execute()
    generation.advance()


def test_at_most_eight_on_every_page(app: Flask) -> None:
    web = app.test_client()
    for path in [path for paths in PLACES.values() for path in paths]:
        generation.advance()  # nothing is kept of the generation before
        with counted() as first:
            before = web.get(path).data
        with counted() as again:
            assert web.get(path).data == before
        assert len(first) <= MOST, (path, first)
        assert len(again) <= KEPT or "page=30" in path, (path, again)


def test_every_public_address_is_counted(app: Flask) -> None:
    public = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("public.") and "GET" in (rule.methods or ())
    }
    assert public <= set(PLACES)
