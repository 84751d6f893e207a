"""The hostile corpus in a real browser with real htmx, scripts allowed and no policy at all.

A cleaned sample must do nothing there: no script, no dialog, no request but for our own images,
and the tree that Chromium makes of it must be the one that was meant. Uncleaned, the samples
marked `live` do harm: that shows that the trap works.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from portal.sanitiser import clean
from tests.hostile.corpus import Sample, samples
from tests.hostile.mutations import mutations

CORPUS = samples()
FAMILIES = sorted({sample.family for sample in CORPUS})
LIVE = [sample for sample in CORPUS if sample.live]

STATIC = Path(__file__).parents[2] / "static"
HTMX = (STATIC / "vendor/htmx-2.0.11/htmx.min.js").read_text("utf-8")
ORIGIN = "https://office.example"
PIXEL = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
PIXEL += b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>
<script>window.harm = []; window.pwned = () => harm.push("a script ran")</script>
<script>%s</script></head>
<body>%s<main></main></body></html>"""

# Puts each sample in the page once more, as htmx does with a fragment, then does to every element
# what a visitor may do, and says what became of it all.
VISIT = """async pieces => {
  const sections = [...document.querySelectorAll("body > section")];
  const main = document.querySelector("main");
  const swapped = pieces.map(piece => {
    const section = document.createElement("section");
    section.innerHTML = piece;
    main.append(section);
    return section;
  });
  const parsed = sections.map(section => section.innerHTML);
  const parsedAsFragment = swapped.map(section => section.innerHTML);
  htmx.process(main);
  addEventListener("click", event => event.preventDefault(), true);
  for (const element of document.querySelectorAll("section *"))
    for (const name of ["pointerenter", "mouseover", "focus", "toggle", "click"])
      element.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
  await new Promise(resume => setTimeout(resume, 100));
  const elements = [...document.querySelectorAll("section *")];
  return {
    harm,
    parsed,
    parsedAsFragment,
    attributes: [...new Set(elements.flatMap(element => element.getAttributeNames()))],
    links: elements.filter(element => element.matches("a")).map(link => link.href),
  };
}"""


class Trap:
    """A page without any protection that notes all that happens in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.html = ""
        self.harm: list[str] = []
        page.route("**/*", self._answer)
        page.on("dialog", lambda dialog: (self.harm.append("a dialog opened"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.harm.append(f"an error: {error}"))
        page.on("console", lambda message: self.harm.append(f"console: {message.text}"))

    def open(self, html: str) -> None:
        self.page.goto("about:blank")  # so that nothing of the page before is still under way
        self.harm.clear()
        self.html = PAGE % (HTMX, html)
        self.page.goto(f"{ORIGIN}/news/1", wait_until="load")

    def _answer(self, route: Route) -> None:
        address = route.request.url
        if address == f"{ORIGIN}/news/1" and route.request.is_navigation_request():
            route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        elif address.startswith(f"{ORIGIN}/media/"):
            route.fulfill(body=PIXEL, content_type="image/gif")
        else:
            self.harm.append(f"a request: {address}")
            route.abort()


@pytest.fixture(scope="module")
def trap(browser: Browser) -> Iterator[Trap]:
    page = browser.new_page()
    yield Trap(page)
    page.close()


@pytest.mark.parametrize("family", FAMILIES)
def test_cleaned_samples_do_nothing(trap: Trap, family: str) -> None:
    expect_peace(trap, [sample.html for sample in CORPUS if sample.family == family])


def test_cleaned_mutations_do_nothing(trap: Trap) -> None:
    expect_peace(trap, list(mutations(seed=2026, count=500)))


def expect_peace(trap: Trap, hostile: list[str]) -> None:
    """Each of the texts, cleaned, does nothing and stays what it is, as page and as fragment."""
    cleaned = [clean(html) for html in hostile]
    trap.open("\n".join(f"<section>{piece}</section>" for piece in cleaned))

    seen = trap.page.evaluate(VISIT, cleaned)

    assert trap.harm + seen["harm"] == []
    assert [clean(html) for html in seen["parsed"]] == cleaned
    assert [clean(html) for html in seen["parsedAsFragment"]] == cleaned
    assert not [name for name in seen["attributes"] if re.match(r"hx-|on|data-|style|id$", name)]
    assert not [link for link in seen["links"] if not harmless(link)]


def harmless(link: str) -> bool:
    """Whether Chromium itself takes the link for one of a kind that may be published."""
    return link.startswith((f"{ORIGIN}/", "https://", "http://", "mailto:", "tel:"))


@pytest.mark.parametrize("sample", LIVE, ids=lambda sample: f"{sample.family}: {sample.name}")
def test_the_trap_notices_an_uncleaned_sample(trap: Trap, sample: Sample) -> None:
    trap.open(f"<section>{sample.html}</section>")

    seen = trap.page.evaluate(VISIT, [sample.html])

    assert [harm for harm in trap.harm + seen["harm"] if harm.startswith("a ")]
