"""Answers: taken whole from the application, and sent as the visitor wants them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from portal.web.page_cache.asked import Environ
from portal.web.page_cache.page import Headers, Page

Start = Callable[..., Any]
App = Callable[[Environ, Start], Iterable[bytes]]

OK = "200 OK"
TYPES = ("text/html", "text/plain", "application/xml", "application/atom+xml")


@dataclass(frozen=True)
class Answer:
    """What an application said."""

    status: str
    headers: Headers
    body: bytes

    @property
    def is_kept(self) -> bool:
        """Whether this may be sent to others, too."""
        named = self._named
        is_text = named.get("content-type", "").startswith(TYPES)
        return self.status == OK and is_text and "set-cookie" not in named

    @property
    def is_failure(self) -> bool:
        return self.status.startswith("5")

    @property
    def control(self) -> str:
        """The Cache-Control that the application chose."""
        return self._named.get("cache-control", "no-cache")

    @property
    def _named(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers}


def taken(app: App, environ: Environ) -> Answer:
    """The whole answer of an application."""
    said: list[Any] = []
    written: list[bytes] = []

    def start(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], None]:
        said[:] = [status, list(headers)]
        return written.append

    chunks = app(environ, start)
    try:
        body = b"".join([*written, *chunks])
    finally:
        close = getattr(chunks, "close", None)
        if close:
            close()
    return Answer(said[0], said[1], body)


def send(page: Page, environ: Environ, start: Start, *extra: tuple[str, str]) -> Iterable[bytes]:
    """Send a page, or that it has not changed."""
    sent = page.sent(environ.get("HTTP_ACCEPT_ENCODING", ""))
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and page.status == OK and (sent.etag in known or known == "*"):
        start("304 Not Modified", [*sent.none, *extra])
        return ()
    start(page.status, [*sent.headers, *extra] if extra else sent.headers)
    return () if environ["REQUEST_METHOD"] == "HEAD" else sent.body
