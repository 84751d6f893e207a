"""For nginx, which counts whole seconds: the moment until which it may show a page unasked.

Told `s-maxage=1`, nginx keeps a page until the second after the next one begins, so that it shows an
old page for almost two seconds. A moment says exactly what is meant; nginx does not pass it on.
"""

from collections.abc import Callable, Iterable
from time import time
from typing import Any

from portal.web.page_cache.answer import App, Start
from portal.web.page_cache.asked import Environ


def telling_moments(app: App, seconds: int) -> App:
    """The application, with the moment beside every `s-maxage`; `seconds` is what that says.

    The clock is ours: nginx on another machine needs one that agrees.
    """
    if not seconds:
        return app
    shared = f"s-maxage={seconds},"

    def telling(environ: Environ, start: Start) -> Iterable[bytes]:
        def begin(status: str, headers: list[tuple[str, str]], *failure: Any) -> Callable[..., Any]:
            if any(name == "Cache-Control" and shared in value for name, value in headers):
                headers = [*headers, ("X-Accel-Expires", f"@{int(time()) + seconds - 1}")]
            begun: Callable[..., Any] = start(status, headers, *failure)
            return begun

        return app(environ, begin)

    return telling
