"""Compression and validators of rendered answers: brotli or gzip, a strong ETag, 304."""

from flask import Flask, Response, request

from portal.web.crowding import Crowding
from portal.web.encodings import best, encoded, tag

SMALLEST = 400
"""Bytes below which compressing saves nothing worth having."""

TYPES = frozenset(
    {
        "text/html",
        "text/plain",
        "image/svg+xml",
        "application/xml",
        "application/atom+xml",
        "application/json",
    }
)


def register(app: Flask) -> None:
    """Compress and validate every text answer; streamed files are left alone.

    These are the answers that nobody keeps: in a crowd, sending a little more costs less.
    """
    crowding = Crowding(app)

    @app.after_request
    def finish(response: Response) -> Response:
        if response.direct_passthrough or response.mimetype not in TYPES:
            return response
        response.vary.add("Accept-Encoding")
        body = response.get_data()
        accepted = request.headers.get("Accept-Encoding", "")
        encoding = best(accepted) if len(body) >= SMALLEST else ""
        if encoding:
            response.set_data(encoded(body, encoding, hasty=crowding.crowded))
            response.headers["Content-Encoding"] = encoding
        response.headers.setdefault("Cache-Control", "no-cache")
        if request.method in ("GET", "HEAD") and response.status_code == 200:
            response.set_etag(tag(response.get_data()))
            response.make_conditional(request)
        return response
