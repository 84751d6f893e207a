"""The doors of the desk, over the whole URL map: what is added later is tried here by itself."""

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal import create_app, database, models
from portal.models import SignIn
from portal.roles import NAMES, ROLES
from portal.web.desk.guards import DOORS, Door
from tests import make
from tests.client import DeskClient

TOKENS = "//input[@name='csrf_token']/@value"
SAMPLES: dict[str, object] = {}
"""Values for parts of addresses for which `1` would not do."""


def tries(app: Flask) -> Iterator[tuple[str, str, Door | None]]:
    """Every way into the desk: method, address, and the door that stands there."""
    adapter = app.url_map.bind("localhost", url_scheme="https")
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("desk."):
            values: dict[str, Any] = {name: SAMPLES.get(name, 1) for name in rule.arguments}
            path = adapter.build(rule.endpoint, values, method=next(iter(rule.methods or ())))
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield method, path, DOORS.get(app.view_functions[rule.endpoint])


@pytest.fixture
def ways(desk: DeskClient) -> list[tuple[str, str, Door]]:
    """All of them; a view without a door fails at once."""
    found = list(tries(desk.app))
    assert not [path for _, path, door in found if door is None]
    assert not [method for method, _, _ in found if method not in ("GET", "POST")]
    return [(method, path, door) for method, path, door in found if door]


def stored() -> str:
    """A fingerprint of everything in the database except signs of life."""
    digest = hashlib.sha256()
    for model in models.ALL:
        if model is not SignIn:
            digest.update(repr(sorted(model.select().tuples(), key=repr)).encode())
    database.close()
    return digest.hexdigest()


def said(response: TestResponse) -> tuple[int, str]:
    return response.status_code, response.get_data(as_text=True)


@pytest.fixture
def staff() -> dict[str, Any]:
    """One person for each role."""
    return {role: make.person(role) for role in ROLES}


@pytest.fixture
def inside(desk: DeskClient, staff: dict[str, Any]) -> dict[str, DeskClient]:
    """A browser for each role, signed in."""
    browsers = {role: DeskClient(desk.app) for role in ROLES}
    for role, browser in browsers.items():
        browser.sign_in(staff[role])
    return browsers


def posts(
    desk: DeskClient, ways: list[tuple[str, str, Door]], inside: dict[str, DeskClient]
) -> list[tuple[str, DeskClient]]:
    """Everywhere something can be sent, and a browser that may send it."""
    return [
        (path, desk if door.open else inside[door.roles[0]])
        for method, path, door in ways
        if method == "POST"
    ]


def test_the_map_is_not_empty(ways: list[tuple[str, str, Door]]) -> None:
    assert len(ways) > 20
    assert {door.open for _, _, door in ways} == {True, False}


def test_few_doors_are_open(ways: list[tuple[str, str, Door]]) -> None:
    """Who opens another one says so here."""
    assert {path for _, path, door in ways if door.open} == {
        "/desk/sign-in",
        "/desk/sign-in/code",
        "/desk/sign-out",
        "/desk/welcome/1",
    }


def test_anonymous_visitors_are_refused(
    desk: DeskClient, ways: list[tuple[str, str, Door]]
) -> None:
    before = stored()
    for method, path, door in ways:
        if door.open:
            continue
        response = desk.raw.open(path, method=method, data={} if method == "POST" else None)
        if method == "POST":
            assert response.status_code == 401, path
            assert 'action="/desk/sign-in"' in response.get_data(as_text=True), path
        else:
            assert response.status_code == 303, path
            assert response.headers["Location"].startswith("/desk/sign-in?next="), path
    assert stored() == before


def test_htmx_is_refused_in_words(desk: DeskClient, ways: list[tuple[str, str, Door]]) -> None:
    for method, path, door in ways:
        if not door.open:
            response = desk.raw.open(path, method=method, headers={"HX-Request": "true"})
            assert response.status_code == 401, path
            assert response.headers["HX-Reswap"] == "none", path


@pytest.mark.parametrize("role", ROLES)
def test_other_roles_are_refused(
    desk: DeskClient, ways: list[tuple[str, str, Door]], staff: dict[str, Any], role: str
) -> None:
    desk.sign_in(staff[role])
    before = stored()
    refused = 0
    for method, path, door in ways:
        if door.open or role in door.roles:
            continue
        data = {"csrf_token": desk.token()} if method == "POST" else None
        status, text = said(desk.raw.open(path, method=method, data=data))
        assert status == 403, (role, method, path)
        assert all(NAMES[each] in text for each in door.roles), path
        refused += 1
    assert refused and stored() == before


def test_somebody_without_roles_enters_only_what_is_for_all(
    desk: DeskClient, ways: list[tuple[str, str, Door]]
) -> None:
    desk.sign_in(make.person())
    for method, path, door in ways:
        if not door.open:
            data = {"csrf_token": desk.token()} if method == "POST" else None
            response = desk.raw.open(path, method=method, data=data)
            assert response.status_code == 403, (method, path)


BAD_TOKENS = [None, "of another browser", "", "x", "IngI.aaaa.bbbb"]
"""The first two are tried at every door, the others in turn: a POST costs 10 ms."""


@pytest.mark.parametrize("turn", range(3))
def test_posts_need_the_token(
    desk: DeskClient,
    ways: list[tuple[str, str, Door]],
    inside: dict[str, DeskClient],
    turn: int,
) -> None:
    other = DeskClient(desk.app)  # its token is a good one, of another session
    tokens = dict(zip(BAD_TOKENS, BAD_TOKENS, strict=True))
    tokens["of another browser"] = other.page("/desk/sign-in").all(TOKENS)[0]
    before = stored()
    for place, (path, browser) in enumerate(posts(desk, ways, inside)):
        token = tokens[BAD_TOKENS[turn if turn < 2 else 2 + place % 3]]
        data = {"typed": "写好的文字"} | ({} if token is None else {"csrf_token": token})
        status, text = said(browser.raw.post(path, data=data))
        assert status == 400, path
        assert f'action="{path}"' in text and "写好的文字" in text, path
    assert stored() == before


FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Origin": "null"},
    {"Origin": "https://localhost.evil.example"},
    {"Origin": "https://localhost:8443"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://localhost", "Sec-Fetch-Site": "cross-site"},
]
"""The first two are tried at every door, the others in turn."""


@pytest.mark.parametrize("turn", range(3))
def test_posts_come_from_here(
    desk: DeskClient,
    ways: list[tuple[str, str, Door]],
    inside: dict[str, DeskClient],
    turn: int,
) -> None:
    before = stored()
    for place, (path, browser) in enumerate(posts(desk, ways, inside)):
        headers = FOREIGN[turn if turn < 2 else 2 + place % 5]
        data = {"csrf_token": browser.token()}
        status, text = said(browser.raw.post(path, data=data, headers=headers))
        assert (status, "来自别的网站" in text) == (403, True), path
    assert stored() == before


def test_our_own_origin_is_let_in(desk: DeskClient, staff: dict[str, Any]) -> None:
    desk.sign_in(staff["editor"])
    headers = {"Origin": "https://localhost", "Sec-Fetch-Site": "same-origin"}

    desk.submit("/desk/account/sign-ins/end-others", headers=headers)


def test_public_pages_neither_carry_nor_need_a_session(settings: Any) -> None:
    app = create_app(settings)
    for rule in app.url_map.iter_rules():
        assert rule.endpoint.split(".")[0] == "desk" or not rule.rule.startswith("/desk/")
    response = app.test_client().get("/")
    assert "Set-Cookie" not in response.headers
    response.close()
    database.close()
