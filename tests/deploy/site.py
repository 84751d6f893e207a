"""A small portal under granian with nginx before it, and somebody who visits either."""

import re
import shutil
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from portal import database, journal
from portal.models import Media, Section
from portal.roles import COMMAND
from portal.services import library
from portal.services.accounts import people
from portal.settings import Settings
from tests import make
from tests.killed.server import Server
from tests.media_files import VTT, picture
from tests.nginx import NAME, Nginx, running_nginx

PASSWORD = "eine lange Brücke über den Fluss"
PATIENCE = 20.0


@dataclass(frozen=True)
class Answer:
    """Status, every header line with its name in lower case, body, and when it was asked for."""

    status: int
    lines: list[tuple[str, str]]
    body: bytes
    asked: float

    @property
    def headers(self) -> dict[str, str]:
        return dict(self.lines)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Site:
    """nginx and the portal behind it, which has one section with its articles and some files."""

    settings: Settings
    server: Server
    nginx: Nginx
    section: Section
    media: dict[str, Media]
    _spare: dict[bool, list[HTTPConnection]] = field(default_factory=lambda: {True: [], False: []})

    def ask(
        self,
        path: str,
        headers: Mapping[str, str] = {},  # noqa: B006 - never changed
        *,
        method: str = "GET",
        body: bytes | None = None,
        directly: bool = False,
    ) -> Answer:
        """One request over TLS to nginx, or without it to the portal."""
        with self._connection(directly) as connection:
            asked = time.time()
            connection.request(method, path, body, {"Host": NAME, **headers})
            got = connection.getresponse()
            lines = [(header.lower(), value) for header, value in got.getheaders()]
            return Answer(got.status, lines, got.read(), asked)

    @contextmanager
    def _connection(self, directly: bool) -> Iterator[HTTPConnection]:
        """One that was left open before, or a new one."""
        spare = self._spare[directly]
        found = spare.pop() if spare else self._new(directly)
        try:
            yield found
        except BaseException:
            found.close()
            raise
        if found.sock:
            spare.append(found)

    def _new(self, directly: bool) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.server.port) if directly else self.secure()

    def close(self) -> None:
        """Close what was left open."""
        for connection in [*self._spare[True], *self._spare[False]]:
            connection.close()
        self._spare = {True: [], False: []}

    def secure(self, name: str = NAME, protocol: str = "http/1.1") -> HTTPSConnection:
        """A connection that names the host it wants, whatever address it goes to."""
        trust = ssl.create_default_context(cafile=self.nginx.folder / "fullchain.pem")
        trust.set_alpn_protocols([protocol])
        connection = HTTPSConnection(NAME, timeout=PATIENCE)
        plain = socket.create_connection(("127.0.0.1", self.nginx.port), PATIENCE)
        try:
            connection.sock = trust.wrap_socket(plain, server_hostname=name)
        except BaseException:
            plain.close()
            raise
        return connection

    def publish(self, title: str, **facts: object) -> int:
        """Publish at once, from another process than those that serve."""
        database.attach(self.settings.database_url)
        journal.attach(self.settings.data)
        number = make.article(self.section, title, **facts)
        database.close()
        return number

    def verdicts(self) -> list[str]:
        """What nginx did about each request so far: HIT, MISS, REVALIDATED, …, - for no cache."""
        time.sleep(0.2)  # a line is written after its answer was sent
        return [line.split('"')[3] for line in self.nginx.log]

    def entries(self) -> int:
        """How many pages the cache of nginx holds."""
        return sum(path.is_file() for path in (self.nginx.folder / "cache").rglob("*"))

    def signed_in(self) -> tuple[str, str]:
        """The cookie and the token of an editor, who signed in through nginx."""
        page = self.ask("/desk/sign-in")
        fields = {"name": "editor", "password": PASSWORD, "csrf_token": _token(page)}
        facts = {"Cookie": _cookie(page), "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(fields).encode()
        answer = self.ask("/desk/sign-in", facts, method="POST", body=body)
        assert answer.status == 303, answer.text
        home = self.ask("/desk/", {"Cookie": _cookie(answer)})
        return _cookie(home), _token(home)


def _token(page: Answer) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    assert found, page.text
    return found[1]


def _cookie(answer: Answer) -> str:
    return next(v for k, v in answer.lines if k == "set-cookie" and v[:5] == "desk=").split(";")[0]


@contextmanager
def running_site(folder: Path, migrated: Path, cache: Path) -> Iterator[Site]:
    """A site that listens on ports of its own; its portal can be killed and started again."""
    data = folder / "data"
    data.mkdir()
    (data / "cache").symlink_to(cache)
    shutil.copy(migrated, data / "portal.sqlite")
    settings = Settings(data, f"sqlite:///{data / 'portal.sqlite'}", f"https://{NAME}", 1)
    section, media = _fill(settings)
    server = Server(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_PROXIES", "1")
        patch.setenv("PORTAL_ADDRESS", settings.address)
        server.start()
        try:
            with running_nginx(folder / "nginx", data, server.port) as nginx:
                site = Site(settings, server, nginx, section, media)
                yield site
                site.close()
        finally:
            server.kill()


def _fill(settings: Settings) -> tuple[Section, dict[str, Media]]:
    database.attach(settings.database_url)
    journal.attach(settings.data)
    section = make.section()
    for number in range(22):
        make.article(section, f"第{number}篇文章")
    make.article(make.section("notices", "notices"), "一条通知")
    people.add_person("editor", "编辑", ["editor"], by=COMMAND, password=PASSWORD)
    files = {
        "picture": library.add_media(settings.media, picture(), "a.jpg", alt="红色"),
        "form": library.add_media(settings.media, b"%PDF-1.7 form", "form.pdf", label="表"),
        "captions": library.add_media(settings.media, VTT.encode(), "c.vtt", label="字幕"),
    }
    database.close()
    return section, files
