"""A finished page: its bytes in every encoding that was asked for, with their headers."""

import brotli

from portal.web.encodings import best, encoded, tag

Headers = list[tuple[str, str]]

OURS = frozenset({"content-length", "content-encoding", "etag", "vary", "cache-control", "date"})
"""Headers that are made here, whatever the application said."""
VARY = "Accept-Encoding, Cookie, HX-Request, HX-Boosted, HX-History-Restore-Request"
OVERHEAD = 2000
"""Bytes that a page takes besides its bodies, about."""


class Sent:
    """One encoding of a page, ready to be sent."""

    __slots__ = ("body", "etag", "headers", "none")

    def __init__(self, body: bytes, encoding: str, headers: Headers, none: Headers) -> None:
        self.body = [body]
        self.etag = f'"{tag(body)}"'
        own = [("ETag", self.etag), ("Vary", VARY)]
        if encoding:
            own.append(("Content-Encoding", encoding))
        self.headers = [*headers, *own, ("Content-Length", str(len(body)))]
        self.none = [*none, *own[:2]]
        """For 304 Not Modified."""


class Page:
    """A page as one generation shows it, kept compressed by brotli; the rest is made of that."""

    __slots__ = ("_headers", "_none", "_packed", "_sent", "generation", "made", "status")

    def __init__(
        self,
        generation: int,
        status: str,
        headers: Headers,
        body: bytes,
        control: str,
        made: float,
    ) -> None:
        self.generation = generation
        self.made = made
        """The POSIX time at which making it began."""
        self.status = status
        kept = [(name, value) for name, value in headers if name.lower() not in OURS]
        self._none: Headers = [("Cache-Control", control)]
        self._headers = kept + self._none
        self._packed = encoded(body, "br")
        self._sent: dict[str, Sent] = {}

    def sent(self, accepted: str) -> Sent:
        """The best encoding that this Accept-Encoding allows."""
        encoding = best(accepted)
        found = self._sent.get(encoding)
        if found is None:
            found = Sent(self._encoded(encoding), encoding, self._headers, self._none)
            if encoding:  # few want it plain, and it takes as much memory as five compressed ones
                self._sent[encoding] = found
        return found

    def _encoded(self, encoding: str) -> bytes:
        if encoding == "br":
            return self._packed
        return encoded(brotli.decompress(self._packed), encoding)

    @property
    def size(self) -> int:
        """Bytes in memory, at most: gzip takes a fifth more than brotli."""
        return OVERHEAD + len(self._packed) * 9 // 4
