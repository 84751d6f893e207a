"""Static files and media through nginx are what the portal itself sends."""

import re

import pytest

from portal import media_store
from portal.web.headers import HEADERS
from tests.deploy.site import Answer, Site

pytestmark = pytest.mark.xdist_group("deploy")

OWN = {"date", "server", "connection", "etag", "expires", "strict-transport-security"}
"""Lines in which two servers may differ: Expires repeats what Cache-Control says."""
PLACES = ("/", "/news/1", "/news/999", "/search?q=a", "/desk/sign-in", "/healthz", "/reading")


def told(answer: Answer) -> dict[str, str]:
    lines = {name: value for name, value in answer.lines if name not in OWN}
    return lines | {"content-type": lines["content-type"].replace('"', "").lower()}


@pytest.mark.parametrize("key", ["picture", "form", "captions"])
def test_media_are_sent_as_the_portal_sends_them(site: Site, key: str) -> None:
    path = site.media[key].url
    through, own = site.ask(path), site.ask(path, directly=True)

    assert (through.status, through.body) == (200, own.body)
    assert told(through) == told(own)
    part = site.ask(path, {"Range": "bytes=2-5"})
    assert (part.status, part.body) == (206, own.body[2:6])
    known = site.ask(path, {"If-None-Match": through.headers["etag"]})
    assert known.status == 304


def test_a_blocked_file_is_gone_at_once(site: Site) -> None:
    row = site.media["picture"]
    assert site.ask(row.url).status == 200
    name = row.url.rsplit("/", 1)[1]
    media_store.block(site.settings.media, row.folder, [name])

    gone = site.ask(row.url)

    assert gone.status == 410 and "停止公开" in gone.text
    assert site.ask(f"{row.url}.blocked").status == 404
    media_store.release(site.settings.media, row.folder, [name])
    assert site.ask(row.url).status == 200


@pytest.mark.parametrize(
    "path",
    ["/media/../portal.sqlite", "/media/%2e%2e/portal.sqlite", "/media/0/../../secrets/session"],
)
def test_nothing_else_of_the_data_folder_is_sent(site: Site, path: str) -> None:
    assert site.ask(path).status in (400, 404)


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_static_files_are_kept_as_the_portal_sends_them(site: Site, encoding: str) -> None:
    paths = re.findall(r'(?:href|src)="(/static/[^"]+)"', site.ask("/").text)
    assert len(paths) > 3
    for path in paths:
        headers = {"Accept-Encoding": encoding}
        own = site.ask(path, headers, directly=True)
        for _ in range(2):
            through = site.ask(path, headers)
            assert (through.status, through.body) == (200, own.body)
            assert told(through) == told(own)
    assert site.verdicts()[-1] == "HIT"


def test_every_header_comes_once_and_security_is_everywhere(site: Site) -> None:
    static = re.findall(r'href="(/static/[^"]+)"', site.ask("/").text)[0]
    files = [each.url for each in site.media.values()]
    for path in (*PLACES, static, *files):
        answer = site.ask(path)
        names = [name for name, _ in answer.lines if name != "set-cookie"]
        assert len(names) == len(set(names)), (path, names)
        assert {name.lower() for name in HEADERS} <= set(names), path
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert answer.headers["server"] == "nginx"


def test_words_of_nginx_itself_carry_the_same_headers(site: Site) -> None:
    answer = site.ask("/reading", method="POST", body=b"x" * 70_000)

    assert answer.status == 413 and "送来的内容太大" in answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert {name: answer.headers[name.lower()] for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "no-store"
