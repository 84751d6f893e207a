"""The page cache before the real portal: publications, what is due, a database that goes."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from werkzeug.test import Client

from portal import database, keeping_pages
from portal.models import Article, Section
from portal.pulse import ASK_SECONDS, LOOK_SECONDS
from portal.services import generation, publication
from portal.settings import Settings
from portal.times import now
from portal.web import overdue
from portal.web.page_cache import PageCache
from tests import make
from tests.app import app_of


@pytest.fixture
def pages(either: Settings) -> Iterator[PageCache]:
    made = keeping_pages(app_of(either), either)
    yield made
    made.close()


@pytest.fixture
def web(pages: PageCache) -> Client:
    return Client(pages, use_cookies=False)


@pytest.fixture
def news(either: Settings) -> Section:
    return make.section()


def wait(settings: Settings) -> None:
    """As long as a process may go on with what it knew; SQLite allows no time at all."""
    if settings.database_url.startswith("postgres"):
        time.sleep(ASK_SECONDS)


def test_a_publication_shows_at_the_next_request(
    web: Client, news: Section, either: Settings
) -> None:
    assert "第一篇" not in web.get("/news/").text
    for title in ("第一篇", "第二篇", "第三篇"):
        make.article(news, title)
        wait(either)
        for path in ("/", "/news/", "/feed.xml"):
            assert title in web.get(path).text, path


def test_a_withdrawal_shows_at_the_next_request(
    web: Client, news: Section, either: Settings
) -> None:
    number = make.article(news, "要撤下的")
    assert web.get(f"/news/{number}").status_code == 200
    with database.writing():
        publication.take_down(Article.get_by_id(number), "内容有误")
    wait(either)

    assert web.get(f"/news/{number}").status_code == 410
    assert "要撤下的" not in web.get("/news/").text


def test_what_expires_leaves_on_time(web: Client, news: Section, either: Settings) -> None:
    number = make.article(news, "就要到期")
    Article.update(expires_at=now() + timedelta(seconds=2)).where(Article.id == number).execute()
    generation.advance()
    wait(either)
    assert "就要到期" in web.get("/news/").text
    time.sleep(2.01)

    assert "就要到期" not in web.get("/news/").text


def test_what_is_due_and_cannot_be_done_is_not_tried_by_everybody(
    store: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overdue, "REST_SECONDS", 1.0)
    news = make.section()
    number = make.article(news, "就要到期")
    Article.update(expires_at=now()).where(Article.id == number).execute()
    generation.plan()
    full = "CREATE TRIGGER disk_is_full BEFORE UPDATE ON generation BEGIN SELECT RAISE(ABORT, 'full'); END"
    database.proxy.execute_sql(full)
    cache = keeping_pages(app_of(store), store)
    web = Client(cache, use_cookies=False)

    for path in ("/", "/news/", "/search?q=文章", "/", "/news/", "/search?q=文章"):
        assert web.get(path).status_code == 200, path
    assert caplog.text.count("what was due could not be done") == 1

    database.proxy.execute_sql("DROP TRIGGER disk_is_full")
    time.sleep(1)
    assert "就要到期" not in web.get("/news/").text
    cache.close()


def test_pages_of_the_site_are_kept(web: Client, news: Section, pages: PageCache) -> None:
    number = make.article(news)
    for path in ("/", "/news/", f"/news/{number}", "/feed.xml", "/news/feed.xml", "/sitemap"):
        first, again = web.get(path), web.get(path)
        assert first.status_code == 200 and first.data == again.data
        assert again.headers["Cache-Control"].startswith("public, max-age=0, s-maxage=1")
        assert "Set-Cookie" not in again.headers
    assert len(pages.shelf) == 6


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=文章",
        "/reading",
        "/healthz",
        "/desk/",
        "/desk/sign-in",
        "/news/999",
        "/x/",
        "/news/?q=文章",
        "/news/?type=x",
    ],
)
def test_others_are_not(web: Client, news: Section, pages: PageCache, path: str) -> None:
    answer = web.get(path)

    assert not len(pages.shelf) and "public" not in answer.headers.get("Cache-Control", "")


def test_the_database_is_gone(store: Settings, caplog: pytest.LogCaptureFixture) -> None:
    make.article(make.section())
    cache = keeping_pages(app_of(store), store)
    web = Client(cache, use_cookies=False)
    good = web.get("/news/")
    database.close()
    path = Path(store.database_url.removeprefix("sqlite:///"))
    for each in path.parent.glob("portal.sqlite*"):
        each.rename(each.with_name(f"away-{each.name}"))
    path.mkdir()  # nothing can be opened, and nothing new be made here
    time.sleep(LOOK_SECONDS)

    stale = web.get("/news/")
    assert stale.data == good.data and stale.headers["X-Portal-Stale"] == "1"
    assert "last good pages" in caplog.text
    for away in ("/search?q=文章", "/desk/sign-in", "/sitemap"):
        answer = web.get(away)
        assert answer.status_code == 503 and "数据暂时读不到" in answer.text, away

    path.rmdir()
    for each in path.parent.glob("away-portal.sqlite*"):
        each.rename(each.with_name(each.name.removeprefix("away-")))
    back = web.get("/news/")
    assert back.status_code == 200 and "X-Portal-Stale" not in back.headers
    cache.close()


def test_without_memory_for_it_every_page_is_rendered(store: Settings) -> None:
    make.section()
    app = app_of(store)
    assert keeping_pages(app, replace(store, page_cache=0)) is app
