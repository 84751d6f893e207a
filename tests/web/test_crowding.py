"""Requests in hand: counted to their end, and compressed in haste in a crowd."""

from threading import Barrier, Thread

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal.web import compression
from portal.web.crowding import CROWDED

WORDS = "".join(chr(0x4E00 + n * n % 2500) for n in range(9000))


@pytest.fixture
def app() -> Flask:
    """A site with a long page, and one that waits until there is a crowd."""
    app = Flask(__name__)
    compression.register(app)
    barrier = Barrier(CROWDED)

    @app.get("/")
    def page() -> str:
        return WORDS

    @app.get("/waiting")
    def waiting() -> str:
        barrier.wait(10)
        return WORDS

    @app.get("/fault")
    def fault() -> str:
        raise LookupError

    return app


def asked(web: FlaskClient, path: str) -> bytes:
    body: bytes = web.get(path, headers={"Accept-Encoding": "br"}).data
    return body


def test_in_a_crowd_haste_takes_more_bytes(app: Flask) -> None:
    alone = asked(app.test_client(), "/")
    bodies: list[bytes] = []
    threads = [
        Thread(target=lambda: bodies.append(asked(app.test_client(), "/waiting")))
        for _ in range(CROWDED)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(bodies) == CROWDED and max(map(len, bodies)) > len(alone)
    assert {brotli.decompress(body).decode() for body in bodies} == {WORDS}
    assert asked(app.test_client(), "/") == alone, "they have all left"


def test_whoever_fails_leaves_too(app: Flask) -> None:
    web = app.test_client()
    alone = asked(web, "/")
    app.before_request_funcs[None].insert(0, lambda: web.application.aborter(503))
    for _ in range(CROWDED):
        assert web.get("/").status_code == 503
    del app.before_request_funcs[None][0]
    for _ in range(CROWDED + 1):
        assert web.get("/fault").status_code == 500

    assert asked(web, "/") == alone
