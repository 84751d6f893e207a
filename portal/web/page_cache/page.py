"""A finished page: its bytes in every encoding that was asked for, with their headers."""

import gzip
import hashlib
from functools import lru_cache

import brotli
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

Headers = list[tuple[str, str]]

OURS = frozenset({"content-length", "content-encoding", "etag", "vary", "cache-control", "date"})
"""Headers that are made here, whatever the application said."""
VARY = "Accept-Encoding, Cookie, HX-Request, HX-Boosted, HX-History-Restore-Request"
ENCODINGS = ("br", "gzip")
QUALITY = 6
"""Of brotli: a page is compressed once a publication, in about a millisecond."""
OVERHEAD = 2000
"""Bytes that a page takes besides its bodies, about."""


class Sent:
    """One encoding of a page, ready to be sent."""

    __slots__ = ("body", "etag", "headers", "none")

    def __init__(self, body: bytes, encoding: str, headers: Headers, none: Headers) -> None:
        self.body = [body]
        self.etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        own = [("ETag", self.etag), ("Vary", VARY)]
        if encoding:
            own.append(("Content-Encoding", encoding))
        self.headers = [*headers, *own, ("Content-Length", str(len(body)))]
        self.none = [*none, *own[:2]]
        """For 304 Not Modified."""


class Page:
    """A page as one generation shows it."""

    __slots__ = ("_body", "_headers", "_none", "_sent", "generation", "status")

    def __init__(
        self, generation: int, status: str, headers: Headers, body: bytes, control: str
    ) -> None:
        self.generation = generation
        self.status = status
        kept = [(name, value) for name, value in headers if name.lower() not in OURS]
        self._none: Headers = [("Cache-Control", control)]
        self._headers = kept + self._none
        self._body = body
        self._sent: dict[str, Sent] = {}

    def sent(self, accepted: str) -> Sent:
        """The best encoding that this Accept-Encoding allows; made when first asked for."""
        encoding = best(accepted)
        found = self._sent.get(encoding)
        if found is None:
            body = compress(self._body, encoding)
            found = self._sent[encoding] = Sent(body, encoding, self._headers, self._none)
        return found

    @property
    def size(self) -> int:
        """Bytes in memory, at most: the compressed forms together take less than the plain one."""
        return OVERHEAD + 2 * len(self._body)


@lru_cache(256)
def best(accepted: str) -> str:
    """The encoding to send, empty for none."""
    offered: Accept = parse_accept_header(accepted, Accept)
    qualities = {encoding: offered.quality(encoding) for encoding in ENCODINGS}
    wanted = [encoding for encoding in ENCODINGS if qualities[encoding] > 0]
    return max(wanted, key=lambda encoding: qualities[encoding], default="")


def compress(body: bytes, encoding: str) -> bytes:
    """The bytes in that encoding; empty means as they are."""
    if encoding == "br":
        return bytes(brotli.compress(body, quality=QUALITY))
    return gzip.compress(body, 6, mtime=0) if encoding else body
