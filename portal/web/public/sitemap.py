"""`/sitemap.xml`, split into numbered files when the site is large."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from flask import Response, make_response

from portal import times
from portal.errors import Missing
from portal.queries import sitemap
from portal.web.frame import Frame, frame
from portal.web.kept import kept
from portal.web.public import public

SIZE = 10_000
"""Addresses in one file at most; the protocol allows 50,000, a small server likes less."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@public.get("/sitemap.xml")
@kept()
def sitemap_xml() -> Response:
    """All addresses, or the index of the numbered files."""
    around = frame()
    files = sitemap.parts(SIZE)
    if files == 1:
        return _urls(around, [*_sections(around), *_articles(1)])
    own = [f"{around.address}/sitemap-{number}.xml" for number in range(1, files + 1)]
    return _xml("sitemapindex", [f"<sitemap><loc>{escape(each)}</loc></sitemap>" for each in own])


@public.get("/sitemap-<int(max=99999):number>.xml")
@kept()
def sitemap_part(number: int) -> Response:
    """One numbered file; the first also holds the sections."""
    around = frame()
    if not 1 <= number <= sitemap.parts(SIZE):
        raise Missing("没有这一份网站地图。")
    sections = _sections(around) if number == 1 else []
    return _urls(around, [*sections, *_articles(number)])


Entry = tuple[str, str]


def _sections(around: Frame) -> list[Entry]:
    fixed = [("/", ""), ("/sitemap", "")]
    return fixed + [(place.url, "") for place in around.tree.places]


def _articles(number: int) -> Iterable[Entry]:
    for slug, article, changed in sitemap.part(number, SIZE):
        yield f"/{slug}/{article}", times.machine(changed)


def _urls(around: Frame, entries: Iterable[Entry]) -> Response:
    lines = []
    for path, changed in entries:
        when = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{escape(around.address + path)}</loc>{when}</url>")
    return _xml("urlset", lines)


def _xml(root: str, lines: list[str]) -> Response:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    body = "\n".join([f'<{root} xmlns="{NAMESPACE}">', *lines, f"</{root}>", ""])
    response = make_response(head + body)
    response.mimetype = "application/xml"
    return response
