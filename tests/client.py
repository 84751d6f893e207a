"""The inspecting client: every HTML answer that a test fetches is checked (see `inspection`)."""

from dataclasses import dataclass
from typing import Any

import flask
from flask import Flask
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

from portal.models import Person
from portal.services.accounts import sessions
from tests.inspection import inspect_fragment, inspect_page


@dataclass
class Answer:
    """An answer and, when it is HTML, its parsed root."""

    response: TestResponse
    root: Any | None

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def text(self) -> str:
        return self.response.get_data(as_text=True)

    def all(self, path: str) -> list[Any]:
        """What an XPath finds."""
        assert self.root is not None, "not an HTML answer"
        found: list[Any] = self.root.xpath(path)
        return found

    def words(self, path: str) -> list[str]:
        """The text of every element that an XPath finds, blanks folded."""
        return [" ".join("".join(element.itertext()).split()) for element in self.all(path)]

    @property
    def headers(self) -> Any:
        return self.response.headers


class InspectingClient:
    """Fetches as a browser would; pages and fragments are inspected, whatever the test asks."""

    scheme = "http"

    def __init__(self, app: Flask) -> None:
        app.config["PREFERRED_URL_SCHEME"] = self.scheme
        self.app = app
        self.raw = app.test_client()

    def page(self, path: str, status: int = 200, **options: Any) -> Answer:
        """GET a whole page and inspect it."""
        return self._checked(self.raw.get(path, **options), status)

    def fragment(
        self, path: str, target: str = "page", status: int = 200, **options: Any
    ) -> Answer:
        """GET what htmx would get for a target, and inspect it as a fragment."""
        headers = {"HX-Request": "true", "HX-Target": target}
        response = self.raw.get(path, headers=headers, **options)
        assert response.status_code == status, response.get_data(as_text=True)[:500]
        return Answer(response, inspect_fragment(response))

    def post(self, path: str, data: dict[str, Any], status: int = 303, **options: Any) -> Answer:
        """POST a form; an HTML answer is inspected unless it is a redirect."""
        response = self.raw.post(path, data=data, **options)
        assert response.status_code == status, response.get_data(as_text=True)[:500]
        fragment = "HX-Request" in options.get("headers", {})
        if status in (301, 303, 308):
            return Answer(response, None)
        return Answer(response, (inspect_fragment if fragment else inspect_page)(response))

    def get(self, path: str, status: int = 200, **options: Any) -> Answer:
        """GET anything; HTML pages are inspected."""
        response = self.raw.get(path, **options)
        if response.mimetype == "text/html" and response.status_code not in (301, 303, 304, 308):
            return self._checked(response, status)
        assert response.status_code == status, (response.status_code, path)
        response.get_data()
        response.close()
        return Answer(response, None)

    def choose(self, reading: str) -> None:
        """Go on as a reader with these reading settings."""
        self.raw.set_cookie("reading", reading)

    def _checked(self, response: TestResponse, status: int) -> Answer:
        assert response.status_code == status, response.get_data(as_text=True)[:500]
        return Answer(response, inspect_page(response))


TOKEN = "a token of this browser"  # noqa: S105 - for tests


class DeskClient(InspectingClient):
    """Somebody at the desk: signed in without the sign-in page, which has tests of its own."""

    scheme = "https"
    """The portal of the tests lives at https, and so does its cookie."""

    def sign_in(self, person: Person) -> None:
        """Go on as this person."""
        with self.raw.session_transaction("/desk/") as session:
            session["_user_id"] = sessions.begin(person, "127.0.0.1", "test")
            session["csrf_token"] = TOKEN

    def submit(
        self, path: str, data: dict[str, Any] | None = None, status: int = 303, **options: Any
    ) -> Answer:
        """POST a form of the desk with the token that its page would carry."""
        return self.post(path, {**(data or {}), "csrf_token": self.token()}, status, **options)

    def token(self) -> str:
        """The token of this browser as a form carries it."""
        with self.app.test_request_context():
            flask.session["csrf_token"] = TOKEN
            return str(generate_csrf())
