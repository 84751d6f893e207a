"""Compression and validators: what is negotiated, what is left alone."""

import gzip
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from flask import Flask, Response, send_file
from flask.testing import FlaskClient

from portal.web import compression

LONG = "检察门户" * 200


@pytest.fixture
def web(tmp_path: Path) -> FlaskClient:
    """A site of a few answers."""
    app = Flask(__name__)
    compression.register(app)
    (tmp_path / "long.txt").write_text(LONG)
    answers: dict[str, Callable[[], object]] = {
        "/long": lambda: LONG,
        "/short": lambda: "短",
        "/missing": lambda: (LONG, 404),
        "/kept": lambda: Response(LONG, headers={"Cache-Control": "no-store", "Vary": "Cookie"}),
        "/picture": lambda: Response(LONG, mimetype="image/png"),
        "/file": lambda: send_file(tmp_path / "long.txt"),
    }
    for path, answer in answers.items():
        app.add_url_rule(path, path, answer, methods=["GET", "POST"])
    return app.test_client()


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("identity", None),
        ("deflate", None),
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip;q=0", None),
        ("br;q=0, gzip;q=0", None),
        ("BR", "br"),
        ("*", "br"),
        ("gzip;q=x,,;=", None),
    ],
)
def test_negotiation(web: FlaskClient, accepted: str, encoding: str | None) -> None:
    answer = web.get("/long", headers={"Accept-Encoding": accepted})

    assert answer.headers.get("Content-Encoding") == encoding
    opened = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}[encoding]
    assert opened(answer.data).decode() == LONG
    assert answer.content_length == len(answer.data)
    assert "Accept-Encoding" in answer.vary


def test_short_answers_are_sent_as_they_are(web: FlaskClient) -> None:
    answer = web.get("/short", headers={"Accept-Encoding": "br"})

    assert answer.text == "短" and "Content-Encoding" not in answer.headers
    assert "Accept-Encoding" in answer.vary and answer.headers["ETag"]


@pytest.mark.parametrize("path", ["/picture", "/file"])
def test_other_types_and_files_are_left_alone(web: FlaskClient, path: str) -> None:
    with web.get(path, headers={"Accept-Encoding": "br"}) as answer:
        assert answer.data.decode() == LONG
        assert "Content-Encoding" not in answer.headers


def test_each_form_has_a_strong_validator_of_its_own(web: FlaskClient) -> None:
    tags = {
        accepted: web.get("/long", headers={"Accept-Encoding": accepted}).headers["ETag"]
        for accepted in ("", "gzip", "br")
    }
    assert len(set(tags.values())) == 3 and not any(tag.startswith("W/") for tag in tags.values())

    for accepted, tag in tags.items():
        headers = {"Accept-Encoding": accepted, "If-None-Match": f'"other", {tag}'}
        again = web.get("/long", headers=headers)
        assert again.status_code == 304 and not again.data
        assert again.headers["ETag"] == tag and "Accept-Encoding" in again.vary
    other = {"Accept-Encoding": "gzip", "If-None-Match": tags["br"]}
    assert web.get("/long", headers=other).status_code == 200


def test_head_says_what_get_would(web: FlaskClient) -> None:
    headers = {"Accept-Encoding": "gzip"}
    whole, head = web.get("/long", headers=headers), web.head("/long", headers=headers)

    assert not head.data
    for name in ("ETag", "Content-Length", "Content-Encoding", "Vary", "Cache-Control"):
        assert head.headers[name] == whole.headers[name], name


def test_pages_are_asked_for_again_unless_they_say_otherwise(web: FlaskClient) -> None:
    assert web.get("/long").headers["Cache-Control"] == "no-cache"
    kept = web.get("/kept")
    assert kept.headers["Cache-Control"] == "no-store"
    assert {name.lower() for name in kept.vary} == {"cookie", "accept-encoding"}


def test_only_good_answers_to_readers_have_validators(web: FlaskClient) -> None:
    for answer in (web.post("/long"), web.get("/missing")):
        assert "ETag" not in answer.headers and answer.headers["Cache-Control"] == "no-cache"
    light = web.get("/missing", headers={"Accept-Encoding": "br", "If-None-Match": "*"})
    assert light.status_code == 404 and brotli.decompress(light.data).decode() == LONG
