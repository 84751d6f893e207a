"""The page cache before small applications that count how often they are asked."""

import gzip
import sys
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import brotli
import pytest
from werkzeug.test import Client

from portal.pulse import Away, Beat
from portal.web import page_cache
from portal.web.kept import NUMBER
from portal.web.page_cache import PageCache
from portal.web.page_cache.asked import Environ

DECLARED = {"/": {}, "/list": {"page": NUMBER}, "/large": {}, "/missing": {}, "/cookie": {}}
FOREVER = float("inf")


class Heart:
    """A pulse in the hands of a test."""

    def __init__(self) -> None:
        self.now = Beat(1, FOREVER)
        self.away = False

    def beat(self) -> Beat:
        if self.away:
            raise Away("test")
        return self.now

    def feel(self) -> None:
        self.beat()

    def close(self) -> None:
        """Nothing to let go of."""

    def publish(self) -> None:
        self.now = Beat(self.now.generation + 1, FOREVER)


class Site:
    """An application that tells what it was asked, and how often."""

    def __init__(self) -> None:
        self.asked: list[Environ] = []
        self.fails = False
        self.during: Callable[[], object] = lambda: None

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        self.asked.append(environ)
        self.during()
        path = environ["PATH_INFO"]
        status = "500 ERROR" if self.fails else "404 NOT FOUND" if path == "/missing" else "200 OK"
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Vary", "Cookie")]
        if path == "/cookie":
            headers.append(("Set-Cookie", "a=b"))
        start(status, headers)
        telling = [environ.get(name, "") for name in ("QUERY_STRING", "HTTP_COOKIE", "HTTP_HOST")]
        size = 50_000 if path == "/large" else 1000
        return [f"{len(self.asked)} {path} {telling} ".encode(), b"x" * size]


@pytest.fixture
def heart() -> Heart:
    return Heart()


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def cache(site: Site, heart: Heart) -> PageCache:
    return PageCache(
        site,
        heart,
        DECLARED.get,
        origin=("https", "www.example.gov.cn"),
        control="public, max-age=0, s-maxage=1",
        bound=200_000,
    )


@pytest.fixture
def web(cache: PageCache) -> Client:
    return Client(cache, use_cookies=False)


def test_a_page_is_made_once_a_generation(web: Client, site: Site, heart: Heart) -> None:
    bodies = {web.get("/").data for _ in range(5)}
    assert len(bodies) == 1 and len(site.asked) == 1

    heart.publish()

    assert web.get("/").data not in bodies and len(site.asked) == 2


def test_what_is_due_is_not_kept_waiting(web: Client, site: Site, heart: Heart) -> None:
    heart.now = Beat(1, time.time() + 0.2)
    web.get("/")
    web.get("/")
    assert len(site.asked) == 1
    time.sleep(0.2)

    web.get("/")

    assert len(site.asked) == 2


def test_what_is_due_and_was_tried_in_vain_rests_a_moment(
    web: Client, site: Site, heart: Heart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_cache, "REST_SECONDS", 0.3)
    heart.now = Beat(1, time.time() - 1)
    for _ in range(5):
        web.get("/")
    assert len(site.asked) == 1
    time.sleep(0.3)

    web.get("/")

    assert len(site.asked) == 2


def test_a_publication_during_rendering_makes_the_page_old(
    web: Client, site: Site, heart: Heart
) -> None:
    site.during = heart.publish
    web.get("/")
    site.during = lambda: None

    web.get("/")

    assert len(site.asked) == 2


@pytest.mark.parametrize(
    "strange",
    [
        {"path": "/?utm_source=x"},
        {"path": "/?page=2"},
        {"path": "/", "headers": {"Cookie": "a=b; desk=c; reading=nonsense"}},
        {"path": "/", "headers": {"Cookie": "reading=size-m"}},
        {"path": "/", "headers": {"Host": "evil.example"}},
        {"path": "/", "headers": {"X-Forwarded-Host": "evil.example", "Authorization": "x"}},
        {"path": "/", "headers": {"HX-Boosted": "true", "HX-Request": "true"}},
        {"path": "/", "headers": {"HX-History-Restore-Request": "true", "HX-Request": "true"}},
        {"path": "/", "headers": {"Accept": "x/y", "User-Agent": "z", "Range": "bytes=0-1"}},
    ],
)
def test_nothing_else_multiplies_or_enters_a_page(
    web: Client, site: Site, cache: PageCache, strange: dict[str, Any]
) -> None:
    first = web.get(**strange)
    plain = web.get("/")

    assert first.data == plain.data and len(site.asked) == len(cache.shelf) == 1
    assert b"['', '', 'www.example.gov.cn']" in plain.data
    assert site.asked[0]["wsgi.url_scheme"] == "https"


def test_variants_are_kept_apart(web: Client, site: Site) -> None:
    variants: list[dict[str, Any]] = [
        {"path": "/list"},
        {"path": "/list?page=2"},
        {"path": "/list?page=3"},
        {"path": "/list", "headers": {"Cookie": "reading=size-l"}},
        {"path": "/list", "headers": {"Cookie": "x=1; reading=size-l.colours-dark"}},
        {"path": "/list", "headers": {"HX-Request": "true"}},
        {"path": "/list?page=2", "headers": {"HX-Request": "true", "Cookie": "reading=size-l"}},
    ]
    first = [web.get(**each).data for each in variants]
    again = [web.get(**each).data for each in variants]

    assert first == again and len(set(first)) == len(site.asked) == len(variants)
    same = web.get("/list?x=1&page=2&page=9&y=2")
    assert same.data == first[1] and len(site.asked) == len(variants)


@pytest.mark.parametrize("page", ["0", "x", "01", "-1", "1e9", "9999999999", "٢", "", "a" * 300])
def test_values_that_no_page_has_are_refused_by_the_application(
    web: Client, site: Site, cache: PageCache, page: str
) -> None:
    for _ in range(2):
        web.get("/list", query_string={"page": page})

    assert len(site.asked) == 2 and not len(cache.shelf)


@pytest.mark.parametrize("path", ["/missing", "/cookie", "/undeclared", "/" + "a" * 400])
def test_other_answers_are_not_kept(web: Client, site: Site, cache: PageCache, path: str) -> None:
    statuses = {web.get(path).status_code for _ in range(2)}

    assert len(site.asked) == 2 and not len(cache.shelf)
    assert statuses == ({404} if path == "/missing" else {200})


def test_forms_go_through(web: Client, site: Site, cache: PageCache) -> None:
    web.post("/")
    web.post("/")

    assert len(site.asked) == 2 and not len(cache.shelf)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("gzip, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("gzip;q=1, br;q=0.1", "gzip"),
        ("*", "br"),
        ("zstd", None),
        ("br;q=nonsense", None),
    ],
)
def test_every_encoding_is_made_of_one_rendering(
    web: Client, site: Site, accepted: str, encoding: str | None
) -> None:
    plain = web.get("/").data
    answer = web.get("/", headers={"Accept-Encoding": accepted})

    opened = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding or "", bytes)
    assert answer.headers.get("Content-Encoding") == encoding and len(site.asked) == 1
    assert opened(answer.data) == plain
    assert answer.headers["Content-Length"] == str(len(answer.data))


def test_validators(web: Client, heart: Heart) -> None:
    first = web.get("/", headers={"Accept-Encoding": "br"})
    tag = first.headers["ETag"]
    assert not tag.startswith("W/") and tag != web.get("/").headers["ETag"]

    for known in (tag, f'"x", {tag}', f"W/{tag}", "*"):
        again = web.get("/", headers={"Accept-Encoding": "br", "If-None-Match": known})
        assert again.status_code == 304 and not again.data, known
        assert again.headers["ETag"] == tag and "Content-Type" not in again.headers
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]

    assert web.get("/", headers={"If-None-Match": '"other"'}).status_code == 200
    heart.publish()
    assert web.get("/", headers={"Accept-Encoding": "br", "If-None-Match": tag}).status_code == 200


def test_head_tells_without_the_body(web: Client, site: Site) -> None:
    head = web.head("/")
    page = web.get("/")

    assert not head.data and head.headers == page.headers and len(site.asked) == 1


def test_caches_in_between_are_told_what_it_depends_on(web: Client) -> None:
    answer = web.get("/")

    assert answer.headers["Cache-Control"] == "public, max-age=0, s-maxage=1"
    assert {"Accept-Encoding", "Cookie", "HX-Request"} <= set(answer.headers["Vary"].split(", "))


def test_one_rendering_when_many_ask_for_a_cold_page(cache: PageCache, site: Site) -> None:
    site.during = lambda: time.sleep(0.05)
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(Client(cache).get("/").data))
        for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(site.asked) == 1 and len(found) == 16 and len(set(found)) == 1


def test_settings_beside_a_strange_cookie_are_found(web: Client, site: Site) -> None:
    plain = web.get("/list", headers={"Cookie": "reading=size-l"}).data

    for others in ('prefs={"a":1}', "名=x", "a" * 5000):
        cookie = f"{others}; reading=size-l".encode().decode("latin-1")
        assert web.get("/list", headers={"Cookie": cookie}).data == plain
    assert len(site.asked) == 1


def test_readers_at_once_on_a_full_shelf(site: Site, heart: Heart) -> None:
    cache = PageCache(site, heart, DECLARED.get, origin=("http", "x"), control="", bound=10_000)
    faults: list[BaseException] = []

    def read(first: int) -> None:
        web = Client(cache, use_cookies=False)
        try:
            for number in range(300):
                web.get(f"/list?page={1 + (first + number) % 12}")
        except BaseException as fault:
            faults.append(fault)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    threads = [threading.Thread(target=read, args=(n * 3,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.setswitchinterval(before)

    assert not faults and cache.shelf.total <= 10_000


def test_the_coldest_leave_first(web: Client, site: Site, cache: PageCache) -> None:
    web.get("/large")
    for number in range(1, 200):
        web.get(f"/list?page={number}")
        web.get("/large")

    assert cache.shelf.total <= 200_000 and len(cache.shelf) < 100
    assert [each["PATH_INFO"] for each in site.asked].count("/large") == 1
    web.get("/list?page=1")
    assert len(site.asked) == 201


def test_a_page_beyond_the_bound_is_only_sent(site: Site, heart: Heart) -> None:
    cache = PageCache(site, heart, DECLARED.get, origin=("http", "x"), control="", bound=1000)

    assert Client(cache).get("/large").status_code == 200
    assert not len(cache.shelf) and not cache.shelf.total


def test_the_last_good_page_while_the_database_is_away(
    web: Client, site: Site, heart: Heart, caplog: pytest.LogCaptureFixture
) -> None:
    good = web.get("/")
    assert "X-Portal-Stale" not in good.headers
    heart.publish()
    heart.away = site.fails = True

    for _ in range(3):
        stale = web.get("/")
        assert stale.data == good.data and stale.headers["X-Portal-Stale"] == "1"
    assert web.get("/list").status_code == 500, "never seen, so the application says what is wrong"
    assert len([each for each in caplog.records if "away" in each.message]) == 1

    heart.away = site.fails = False
    assert "X-Portal-Stale" not in web.get("/").headers


def test_the_database_goes_while_a_page_is_made(web: Client, site: Site, heart: Heart) -> None:
    good = web.get("/")
    heart.publish()

    def gone() -> None:
        heart.away = site.fails = True

    site.during = gone

    assert web.get("/").data == good.data


def test_a_fault_of_our_own_is_not_covered_up(web: Client, site: Site, heart: Heart) -> None:
    web.get("/")
    heart.publish()
    site.fails = True

    answer = web.get("/")

    assert answer.status_code == 500 and "X-Portal-Stale" not in answer.headers


def test_a_crash_leaves_no_lock_behind(web: Client, site: Site) -> None:
    def crash() -> None:
        raise RuntimeError

    site.during = crash
    with pytest.raises(RuntimeError):
        web.get("/")
    site.during = lambda: None

    assert web.get("/").status_code == 200
