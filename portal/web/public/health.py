"""`/healthz`: 200 when the portal can serve."""

from flask import Response, make_response
from peewee import PeeweeException

from portal.queries import site
from portal.web.public import public


@public.get("/healthz")
def health() -> Response:
    """Ready, or 503 while the database cannot be read."""
    try:
        site.generation()
    except PeeweeException:
        response = make_response("database unavailable\n", 503)
    else:
        response = make_response("ok\n")
    response.mimetype = "text/plain"
    response.headers["Cache-Control"] = "no-store"
    return response
