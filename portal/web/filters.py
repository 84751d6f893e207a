"""Template filters and globals: dates, sizes, asset addresses, and the one door for stored HTML."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Flask
from markupsafe import Markup

from portal import text, times
from portal.checks.documents import mended
from portal.queries.media import Picture
from portal.sanitiser import CleanHtml
from portal.web.dress import dress


def article_html(body: CleanHtml, pictures: Mapping[str, Picture]) -> Markup:
    """Cleaned HTML as mark-up, its images dressed; anything but the sanitiser's type is refused."""
    if not isinstance(body, CleanHtml):
        raise TypeError("only HTML from the sanitiser may be shown as mark-up")
    return Markup(dress(body, pictures))  # noqa: S704 - clean by type


def register(app: Flask, addresses: Mapping[str, str], style: str) -> None:
    """Make the filters, `asset` and the public style sheet known to templates."""
    app.add_template_filter(times.minute, "minute")
    app.add_template_filter(times.day, "day")
    app.add_template_filter(times.clock, "clock")
    app.add_template_filter(times.local, "local")
    app.add_template_filter(urlencode, "query")
    app.add_template_filter(times.in_words, "in_words")
    app.add_template_filter(times.machine, "machine")
    app.add_template_filter(text.file_size, "file_size")
    app.add_template_filter(text.duration, "duration")
    app.add_template_filter(text.excerpt, "excerpt")
    app.add_template_filter(mended, "document_number")
    app.add_template_filter(article_html, "article_html")
    app.add_template_global(addresses.__getitem__, "asset")
    app.jinja_env.globals["site_style"] = Markup(style)  # noqa: S704 - our own file
