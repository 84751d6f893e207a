"""What nginx is told beside `s-maxage`."""

from collections.abc import Callable, Iterable
from time import time
from typing import Any

import pytest
from werkzeug.test import Client

from portal.web.whole_seconds import telling_moments


def answering(control: str) -> Callable[..., Iterable[bytes]]:
    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", "text/plain"), ("Cache-Control", control)])
        return [b"words"]

    return app


@pytest.mark.parametrize("seconds", [1, 60])
def test_a_shared_page_ends_with_the_second_that_is_meant(seconds: int) -> None:
    app = answering(f"public, max-age=0, s-maxage={seconds}, stale-if-error=86400")
    before = int(time())

    told = Client(telling_moments(app, seconds)).get("/").headers["X-Accel-Expires"]

    # nginx shows it while its clock, in whole seconds, is not past this.
    assert before <= int(told.removeprefix("@")) - seconds + 1 <= time()


@pytest.mark.parametrize("control", ["no-store", "private", "public, max-age=86400"])
def test_nothing_is_said_of_what_is_not_shared(control: str) -> None:
    assert "X-Accel-Expires" not in Client(telling_moments(answering(control), 1)).get("/").headers


def test_a_page_that_is_never_shared_has_no_moment() -> None:
    app = answering("public, max-age=0, s-maxage=0, stale-if-error=86400")
    assert "X-Accel-Expires" not in Client(telling_moments(app, 0)).get("/").headers
