"""What a page costs: bytes and requests of a first view, nothing from other hosts."""

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import Watch
from tests.browser.places import path_of

KB = 1024
PAGE_AND_STYLE, VIEW, REQUESTS = 14 * KB, 34 * KB, 5
LIGHT = (
    "documents",
    "documents narrowed",
    "news article",
    "theory article",
    "laws article",
    "notices article",
    "documents article",
)


def first_view(browser: Browser, address: str, path: str, watch: Watch) -> dict[str, int]:
    """Bytes as they came over the wire, headers included, of a visitor's first view: url → size."""
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page = context.new_page()
    watch.follow(page)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(path, wait_until="networkidle")
    sizes = {}
    for answer in answers:
        size = answer.request.sizes()
        sizes[answer.url] = size["responseBodySize"] + size["responseHeadersSize"]
    context.close()
    return sizes


@pytest.mark.parametrize("name", LIGHT)
def test_fits_the_first_round_trip(browser: Browser, address: str, watch: Watch, name: str) -> None:
    path = path_of(address, name)
    sizes = first_view(browser, address, path, watch)
    pictures = {url for url in sizes if "/media/" in url}
    text = {url: size for url, size in sizes.items() if url not in pictures}

    page_and_style = sum(s for url, s in text.items() if url.endswith((path, ".css")))
    assert page_and_style <= PAGE_AND_STYLE, text
    assert sum(text.values()) <= VIEW, text
    assert len(text) <= REQUESTS, text


@pytest.mark.parametrize("name", ["home", "news list", "pictures", "reading"])
def test_other_pages_are_light_too(browser: Browser, address: str, watch: Watch, name: str) -> None:
    sizes = first_view(browser, address, path_of(address, name), watch)
    text = {url: size for url, size in sizes.items() if "/media/" not in url}

    assert sum(text.values()) <= VIEW, text
    assert len(text) <= REQUESTS, text
