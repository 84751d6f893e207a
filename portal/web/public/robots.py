"""`/robots.txt`."""

from flask import Response, make_response

from portal.web.frame import settings
from portal.web.kept import kept
from portal.web.public import public

CLOSED = ("/desk/", "/search", "/reading", "/notices/ticker")


@public.get("/robots.txt")
@kept()
def robots() -> Response:
    """Everything public may be read; answers to forms are no pages."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines.append(f"Sitemap: {settings().address}/sitemap.xml")
    response = make_response("\n".join(lines) + "\n")
    response.mimetype = "text/plain"
    return response
