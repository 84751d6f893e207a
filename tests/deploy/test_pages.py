"""Kept pages behind nginx: seldom asked for, never mixed up, never older than promised."""

import time
from itertools import product

import pytest

from tests.deploy.site import Answer, Site

pytestmark = pytest.mark.xdist_group("deploy")

PAGES = ("/", "/news/", "/news/?page=2", "/news/1", "/feed.xml", "/sitemap")
HTMX = {"HX-Request": "true"}


def test_repeated_requests_reach_the_portal_once_a_second(site: Site) -> None:
    before = len(site.verdicts())
    start = time.monotonic()
    while time.monotonic() - start < 2.0:
        assert site.ask("/news/").status == 200

    seen = site.verdicts()[before:]
    assert len(seen) > 20
    assert sum(verdict != "HIT" for verdict in seen) <= 4
    assert seen.count("MISS") <= 1  # then it is only asked whether anything has changed


def test_a_publication_shows_within_the_second_of_the_setting(site: Site) -> None:
    for number in range(4):
        title = f"刚刚发布{number}"
        assert title not in site.ask("/news/").text
        site.publish(title)
        published = time.time()
        answers = [site.ask("/news/")]
        while title not in answers[-1].text:
            answers.append(site.ask("/news/"))
            assert time.time() - published < 10
        old = [each.asked for each in answers if title not in each.text]
        assert not old or max(old) - published < 1.0


def variants() -> list[dict[str, str]]:
    """What differs for readers: settings, whole page or part, encoding."""
    cookies: list[dict[str, str]] = [
        {},
        {"Cookie": "reading=size-l"},
        {"Cookie": "other=1; reading=size-xl.colours-dark.edition-simple"},
    ]
    boosted, back = {"HX-Boosted": "true"}, {"HX-History-Restore-Request": "true"}
    asking: list[dict[str, str]] = [{}, HTMX, HTMX | boosted, HTMX | back]
    encodings: list[dict[str, str]] = [
        {},
        {"Accept-Encoding": "gzip, deflate"},
        {"Accept-Encoding": "gzip, deflate, br, zstd"},
        {"Accept-Encoding": "br;q=0, gzip;q=0.5"},
    ]
    return [a | b | c for a, b, c in product(cookies, asking, encodings)]


def shown(answer: Answer) -> tuple[int, str | None, bytes]:
    return answer.status, answer.headers.get("content-encoding"), answer.body


def test_no_reader_gets_the_page_of_another(site: Site) -> None:
    own = {}
    for turn in range(2):
        for number, headers in enumerate(variants()):
            page = PAGES[number % len(PAGES)]
            if not turn:
                own[number] = shown(site.ask(page, headers, directly=True))
            assert shown(site.ask(page, headers)) == own[number], (page, headers)


def test_the_ticker_is_kept_step_by_step(site: Site) -> None:
    for query in ("at=0&go=next", "at=0&play=1", "at=0&play=1&timed=1&go=next", "", "at=x"):
        for headers in ({}, HTMX):
            path = f"/notices/ticker?{query}"
            through, own = site.ask(path, headers), site.ask(path, headers, directly=True)
            assert (through.status, through.body) == (own.status, own.body), path


def test_what_the_portal_refuses_stays_refused(site: Site) -> None:
    for path in ("/news/?page=0", "/news/?page=abc", "/news/?page=999", "/nothing/", "/news/9999"):
        assert site.ask(path).status == 404, path
    assert site.ask("/news/", method="POST", body=b"a=b").status == 405


def test_nothing_that_a_visitor_adds_makes_an_entry_or_enters_a_page(site: Site) -> None:
    for page in PAGES:
        site.ask(page)
    before, plain = site.entries(), site.ask("/news/").text
    for number in range(12):
        answer = site.ask(
            f"/news/?utm={number}&x=<b>", {"Cookie": f"a={number}; reading=<{number}>"}
        )
        assert answer.text == plain
        answer = site.ask("/news/", {"HX-Target": f"t{number}", "Accept-Language": f"x{number}"})
        assert answer.text == plain
        site.ask(f"/news/?page=0{number}")
        site.ask(f"/news/?page={number + 500}")
        site.ask(f"/nothing-{number}/")
        site.ask("/news/", {"Accept-Encoding": f"x{number}"})
        site.ask(
            "/news/", {"X-Forwarded-Host": f"evil{number}.example", "X-Original-URL": "/desk/"}
        )
    assert site.entries() == before


def test_a_known_page_is_not_sent_again(site: Site) -> None:
    first = site.ask("/news/", {"Accept-Encoding": "br"})
    again = site.ask("/news/", {"Accept-Encoding": "br", "If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["cache-control"] == first.headers["cache-control"]
    other = site.ask("/news/", {"Accept-Encoding": "gzip", "If-None-Match": first.headers["etag"]})
    assert other.status == 200


def test_the_last_good_page_is_shown_while_the_portal_is_away(site: Site) -> None:
    own = site.ask("/news/1")
    site.server.kill()
    try:
        time.sleep(2.1)  # older than it may be shown otherwise
        assert (site.ask("/news/1").status, site.ask("/news/1").body) == (200, own.body)
        answer = site.ask("/news/2", {"Cookie": "reading=pointer-big"})
        assert answer.status == 503 and "网站暂时没有正常回答" in answer.text
        assert answer.headers["retry-after"] == "10"
    finally:
        site.server.start()
    assert site.ask("/news/2", {"Cookie": "reading=pointer-big"}).status == 200
