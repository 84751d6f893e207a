"""Somebody's connection to the portal: plain HTTP with a cookie, no browser."""

import re
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from tests.media_files import picture

FORM = "application/x-www-form-urlencoded"
BORDER = "----------a-border-that-no-picture-holds"
PATIENCE = 30.0
"""Seconds; a server that was killed does not keep anybody waiting, it breaks the connection."""


class Lost(Exception):
    """The server went away before it answered; what it did is not known."""


class Answer:
    """Status, place to go on to, and text."""

    def __init__(self, status: int, location: str, text: str) -> None:
        self.status, self.location, self.text = status, location, text

    def hidden(self, name: str) -> str:
        """The value of a hidden field of the page."""
        found = re.search(f'name="{name}" value="([^"]*)"', self.text)
        assert found, self.text[:500]
        return found[1]


class Visitor:
    """A visitor, signed in or not; threads may share one."""

    def __init__(self, port: int) -> None:
        self.port, self.cookie, self.token = port, "", ""
        self.is_in = False

    def sign_in(self, name: str, password: str) -> None:
        """As on the page for it; the cookie stays as it is then."""
        self.token = self._ask("GET", "/desk/sign-in").hidden("csrf_token")
        self.post("/desk/sign-in", 303, name=name, password=password)
        self.token = self.get("/desk/").hidden("csrf_token")
        self.is_in = True

    def get(self, path: str, status: int = 200) -> Answer:
        """A page."""
        return _expected(self._ask("GET", path), status, path)

    def post(self, path: str, status: int, **fields: str) -> Answer:
        """What a form sends."""
        body = urlencode({**fields, "csrf_token": self.token}).encode()
        return _expected(self._ask("POST", path, body, FORM), status, path)

    def upload(self, number: int) -> Answer:
        """A picture like no other, as the script of the page for files sends it."""
        file = picture("PNG", (8 + number // 90, 8 + number % 90))
        body = b"".join(
            (
                _part('name="csrf_token"', self.token.encode()),
                _part(f'name="files"; filename="{number}.png"', file),
                f"--{BORDER}--\r\n".encode(),
            )
        )
        kind = f"multipart/form-data; boundary={BORDER}"
        answer = self._ask("POST", "/desk/media/upload", body, kind, "true")
        return _expected(answer, 200, "upload")

    def _ask(
        self, method: str, path: str, body: bytes = b"", kind: str = "", htmx: str = ""
    ) -> Answer:
        facts = {"Cookie": self.cookie, "Content-Type": kind, "HX-Request": htmx}
        headers = {name: value for name, value in facts.items() if value}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except TimeoutError:
            raise AssertionError(f"no answer to {method} {path}") from None
        except (OSError, HTTPException) as error:
            raise Lost from error
        finally:
            connection.close()
        if not self.is_in:
            cookies = answer.headers.get_all("Set-Cookie", [])
            self.cookie = next((c.split(";")[0] for c in cookies if c[:5] == "desk="), self.cookie)
        return Answer(answer.status, answer.getheader("Location") or "", text)


def _part(facts: str, content: bytes) -> bytes:
    head = f"--{BORDER}\r\nContent-Disposition: form-data; {facts}\r\n\r\n"
    return head.encode() + content + b"\r\n"


def _expected(answer: Answer, status: int, path: str) -> Answer:
    assert answer.status == status, (path, answer.status, answer.text[:800])
    return answer
