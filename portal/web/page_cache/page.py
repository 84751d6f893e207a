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
QUALITY = 5
"""Of brotli: a page is compressed once a publication, in less than a millisecond."""
LONGEST = 200
"""Characters of an Accept-Encoding that are looked at."""
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
    """A page as one generation shows it, kept compressed by brotli; the rest is made of that."""

    __slots__ = ("_headers", "_none", "_packed", "_sent", "generation", "status")

    def __init__(
        self, generation: int, status: str, headers: Headers, body: bytes, control: str
    ) -> None:
        self.generation = generation
        self.status = status
        kept = [(name, value) for name, value in headers if name.lower() not in OURS]
        self._none: Headers = [("Cache-Control", control)]
        self._headers = kept + self._none
        self._packed: bytes = brotli.compress(body, quality=QUALITY)
        self._sent: dict[str, Sent] = {}

    def sent(self, accepted: str) -> Sent:
        """The best encoding that this Accept-Encoding allows."""
        encoding = best(accepted[:LONGEST])
        found = self._sent.get(encoding)
        if found is None:
            found = Sent(self._encoded(encoding), encoding, self._headers, self._none)
            if encoding:  # few want it plain, and it takes as much memory as five compressed ones
                self._sent[encoding] = found
        return found

    def _encoded(self, encoding: str) -> bytes:
        if encoding == "br":
            return self._packed
        plain: bytes = brotli.decompress(self._packed)
        return gzip.compress(plain, 6, mtime=0) if encoding == "gzip" else plain

    @property
    def size(self) -> int:
        """Bytes in memory, at most: gzip takes a fifth more than brotli."""
        return OVERHEAD + len(self._packed) * 9 // 4


@lru_cache(256)
def best(accepted: str) -> str:
    """The encoding to send, empty for none."""
    offered: Accept = parse_accept_header(accepted, Accept)
    qualities = {encoding: offered.quality(encoding) for encoding in ENCODINGS}
    wanted = [encoding for encoding in ENCODINGS if qualities[encoding] > 0]
    return max(wanted, key=lambda encoding: qualities[encoding], default="")
