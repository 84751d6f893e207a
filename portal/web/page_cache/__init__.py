"""The page cache: a WSGI layer that answers with finished bytes, before Flask and the database.

A public page is a pure function of what `asked` keeps of a request and of the generation. The
generation is known before a page is rendered and stored with it, so a page can only ever be taken
for older than it is, never for newer. Pages of past generations stay as the last good ones.
"""

import logging
from collections.abc import Callable, Iterable
from time import monotonic, time

from portal.pulse import Away, Beat, Pulse
from portal.web.kept import Declared
from portal.web.page_cache.answer import App, Start, send, taken
from portal.web.page_cache.asked import LONGEST, Asked, Environ, asked, clean
from portal.web.page_cache.page import Page
from portal.web.page_cache.shelf import Shelf
from portal.web.page_cache.turns import Turns

STALE = ("X-Portal-Stale", "1")
COMPLAIN_SECONDS = 10
REST_SECONDS = 1.0
"""How long a page is good although something is due that could not be done."""

log = logging.getLogger("portal")


class PageCache:
    """Wraps an application.

    `declared` tells what a path's page depends on (see `portal.web.kept`); `origin` is the scheme
    and host of our own address; `control` is the Cache-Control of a kept page; `bound` is in bytes.
    """

    def __init__(
        self,
        app: App,
        pulse: Pulse,
        declared: Callable[[str], Declared | None],
        *,
        origin: tuple[str, str],
        control: str,
        bound: int,
    ) -> None:
        self.shelf = Shelf(bound)
        self._app = app
        self._pulse = pulse
        self._declared = declared
        self._origin = origin
        self._control = control
        self._turns = Turns()
        self._complained = float("-inf")

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        wanted = self._wanted(environ)
        if wanted is None:
            return self._app(environ, start)
        page = self.shelf.find(wanted)
        try:
            if page is not None and _is_fresh(page, self._pulse.beat()):
                return send(page, environ, start)
            return self._renewed(wanted, environ, start)
        except Away as away:
            self._complain(away)
            if page is None:
                return self._app(environ, start)
            return send(page, environ, start, STALE)

    def close(self) -> None:
        """Let go of what this thread holds of the database."""
        self._pulse.close()

    def _wanted(self, environ: Environ) -> Asked | str | None:
        """What is asked for, or None when that is nothing to be kept.

        The usual variant of a page, which most ask for, goes by its path alone.
        """
        path: str = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or len(path) > LONGEST:
            return None
        declared = self._declared(path)
        if declared is None:
            return None
        if not (
            environ.get("QUERY_STRING") or "HTTP_COOKIE" in environ or "HTTP_HX_REQUEST" in environ
        ):
            return path
        found = asked(environ, declared)
        return path if found == Asked(path) else found

    def _renewed(self, wanted: Asked | str, environ: Environ, start: Start) -> Iterable[bytes]:
        """Render the page, unless another has done so while this one waited for its turn."""
        with self._turns.of(wanted):
            beat, old = self._pulse.beat(), self.shelf.find(wanted)
            if old is not None and _is_fresh(old, beat):
                return send(old, environ, start)
            of = Asked(wanted) if isinstance(wanted, str) else wanted
            began = time()
            answer = taken(self._app, clean(environ, of, *self._origin))
            if answer.is_failure and old is not None:
                self._pulse.feel()  # raises Away when the database is what failed
            control = self._control if answer.is_kept else answer.control
            page = Page(beat.generation, answer.status, answer.headers, answer.body, control, began)
            if answer.is_kept:
                self.shelf.put(wanted, page)
        return send(page, environ, start)

    def _complain(self, away: Away) -> None:
        now = monotonic()
        if now - self._complained > COMPLAIN_SECONDS:
            self._complained = now
            log.warning("the database is away (%s); readers get the last good pages", away)


def _is_fresh(page: Page, beat: Beat) -> bool:
    """Whether a page shows what is published, and nothing is due.

    One made since something was due, and yet of this generation, was made while that was being
    tried or could not be done.
    """
    if page.generation != beat.generation:
        return False
    now = time()
    return now < beat.until or beat.until <= page.made <= now < page.made + REST_SECONDS
