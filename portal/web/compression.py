"""Compression and validators of rendered answers: brotli or gzip, a strong ETag, 304."""

import gzip
import hashlib

import brotli
from flask import Flask, Response, request

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
    """Compress and validate every text answer; streamed files are left alone."""

    @app.after_request
    def finish(response: Response) -> Response:
        if response.direct_passthrough or response.mimetype not in TYPES:
            return response
        response.vary.add("Accept-Encoding")
        body = response.get_data()
        encoding = _encoding() if len(body) >= SMALLEST else None
        if encoding:
            response.set_data(_compress(body, encoding))
            response.headers["Content-Encoding"] = encoding
        response.headers.setdefault("Cache-Control", "no-cache")
        if request.method in ("GET", "HEAD") and response.status_code == 200:
            response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:20])
            response.make_conditional(request)
        return response


def _encoding() -> str | None:
    best: str | None = request.accept_encodings.best_match(["br", "gzip"])
    return best


def _compress(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(body, quality=5))
    return gzip.compress(body, 6, mtime=0)
