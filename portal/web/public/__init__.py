"""The public side: one blueprint, one module per kind of address."""

from flask import Blueprint

public = Blueprint("public", __name__)

from portal.web.public import (  # noqa: E402 - the views attach themselves to the blueprint
    articles,
    codes,
    feeds,
    health,
    home,
    media,
    people,
    reading,
    robots,
    search,
    sections,
    sitemap,
    ticker,
)

__all__ = [
    "articles",
    "codes",
    "feeds",
    "health",
    "home",
    "media",
    "people",
    "public",
    "reading",
    "robots",
    "search",
    "sections",
    "sitemap",
    "ticker",
]
