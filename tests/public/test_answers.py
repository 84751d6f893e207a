"""Every answer: headers, validators, compression, errors, health, media with ranges."""

import gzip
import hashlib
from base64 import b64encode
from pathlib import Path

import brotli
import pytest

from portal import create_app, database
from portal.models import Redirect
from portal.services import library
from portal.settings import Settings
from tests import make, media_files
from tests.client import InspectingClient

PATHS = (
    "/",
    "/news/",
    "/reading",
    "/sitemap",
    "/feed.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/nowhere/99999",
)


def test_security_headers_everywhere(demo_client: InspectingClient) -> None:
    for path in PATHS:
        headers = demo_client.raw.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy and "default-src 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"


def test_the_policy_knows_the_style_sheet_of_the_page(demo_client: InspectingClient) -> None:
    for path in ("/", "/news/", "/reading", "/nowhere/99999"):
        answer = demo_client.get(path, 404 if "nowhere" in path else 200)
        (style,) = answer.all("//head/style/text()")
        digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"], path


def test_public_pages_set_no_cookie(demo_client: InspectingClient) -> None:
    for path in PATHS:
        assert "Set-Cookie" not in demo_client.raw.get(path).headers, path


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_compressed_when_asked(demo_client: InspectingClient, encoding: str) -> None:
    plain = demo_client.raw.get("/news/").data
    answer = demo_client.raw.get("/news/", headers={"Accept-Encoding": encoding})

    assert answer.headers["Content-Encoding"] == encoding
    opened = brotli.decompress(answer.data) if encoding == "br" else gzip.decompress(answer.data)
    assert opened == plain and len(answer.data) < len(plain) / 2


def test_not_modified(demo_client: InspectingClient) -> None:
    first = demo_client.raw.get("/news/")

    again = demo_client.raw.get("/news/", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304 and not again.data
    part = demo_client.raw.get("/news/", headers={"HX-Request": "true", "HX-Target": "page"})
    assert part.headers["ETag"] != first.headers["ETag"]


def test_head(demo_client: InspectingClient) -> None:
    answer = demo_client.raw.head("/news/")

    assert answer.status_code == 200 and not answer.data


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_wrong_methods_are_explained(demo_client: InspectingClient, method: str) -> None:
    answer = getattr(demo_client.raw, method)("/news/")

    assert answer.status_code == 405 and "这个网址不能这样使用" in answer.text


def test_large_forms_are_refused(demo_client: InspectingClient) -> None:
    demo_client.post("/reading", {"size": "l" * 100_000}, 413)


def test_moved_addresses(client: InspectingClient) -> None:
    Redirect.create(path="/old/7.html", target="/news/")

    assert client.get("/old/7.html", 301).headers["Location"] == "/news/"


def test_500_helps_and_hides(demo_client: InspectingClient, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("portal.queries.listing.page", broken)

    page = demo_client.page("/news/", 500)

    assert page.words("//h1") == ["网站出了故障"]
    assert "secret detail" not in page.text and "Traceback" not in page.text


def test_error_page_without_a_database(settings: Settings) -> None:
    app = create_app(settings)
    Path(settings.database_url.removeprefix("sqlite:///")).write_bytes(b"not a database" * 100)
    client = app.test_client()

    answer = client.get("/")

    assert answer.status_code == 503 and "数据暂时读不到" in answer.text
    assert answer.headers["Retry-After"] == "60"
    assert client.get("/healthz").status_code == 503
    database.close()


def test_healthy(client: InspectingClient) -> None:
    answer = client.get("/healthz")

    assert answer.text == "ok\n" and answer.headers["Cache-Control"] == "no-store"


def test_static_files_are_kept_for_ever(demo_client: InspectingClient) -> None:
    page = demo_client.page("/")
    for address in page.all("//link[@rel='stylesheet']/@href | //script/@src"):
        answer = demo_client.get(address)
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        light = demo_client.raw.get(address, headers={"Accept-Encoding": "br"})
        assert light.headers["Content-Encoding"] == "br"
        light.close()


def test_media_ranges(client: InspectingClient, settings: Settings) -> None:
    film = media_files.mp4(frames=bytes(range(256)) * 40)
    video = library.add_media(settings.media, film, "v.mp4")
    content = (settings.media / video.folder / video.name).read_bytes()

    part = client.raw.get(video.url, headers={"Range": "bytes=100-199"})

    assert part.status_code == 206 and part.data == content[100:200]
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(content)}"
    assert part.headers["Accept-Ranges"] == "bytes" and part.mimetype == "video/mp4"
    part.close()
    beyond = client.raw.get(video.url, headers={"Range": "bytes=99999999-"})
    assert beyond.status_code == 416
    beyond.close()


@pytest.mark.parametrize(
    "path",
    [
        "/media/../portal.sqlite",
        "/media/..%2f..%2fetc/passwd",
        "/media/x/y.jpg",
        "/media/.%2e/portal.sqlite",
        "/media/%2e%2e/portal.sqlite",
        "/media/../serve.log",
    ],
)
def test_media_stay_in_their_folder(client: InspectingClient, path: str) -> None:
    answer = client.raw.get(path)

    assert answer.status_code == 404 and b"SQLite" not in answer.data


def test_search_finds_and_pages(client: InspectingClient) -> None:
    place = make.section()
    for n in range(25):
        make.article(place, f"第{n}篇", body="<p>检察开放日，欢迎来访。</p>")

    first = client.page("/search?q=开放日")
    assert first.words("//h2[@id='results-title']") == ["“开放日”共 25 条，第 1 页，共 2 页"]
    assert len(client.page("/search?q=开放日&page=2").all("//ol[@class='results__list']/li")) == 5
    client.page("/search?q=开放日&page=3", 404)


@pytest.mark.parametrize(
    "question", ["", "%", "'\"", "AND OR NOT", "*", "\x00", "(", "没有这回事", "x" * 10_000, "😀"]
)
def test_strange_questions_are_answered(client: InspectingClient, question: str) -> None:
    make.article(make.section())

    assert client.page("/search", query_string={"q": question}).words("//h1") == ["搜索"]


@pytest.mark.parametrize("path", ["/news", "/news?page=2", "//news"])
def test_redirects_stay_on_this_site(client: InspectingClient, path: str) -> None:
    make.section()

    answer = client.raw.get(path, base_url="http://evil.example/")

    location = answer.headers["Location"]
    assert location.startswith("/") and not location.startswith("//")
    assert "evil" not in location + answer.text


@pytest.mark.parametrize(
    "path", ["/media/../secret.txt", "/media/aa/.part-x", "/media/aa/../../secret.txt"]
)
def test_nothing_outside_the_media_folder_is_handed_out(
    client: InspectingClient, settings: Settings, path: str
) -> None:
    (settings.data / "secret.txt").write_text("LEAKED")
    (settings.media / "aa").mkdir(parents=True)
    (settings.media / "aa" / ".part-x").write_text("LEAKED")

    # The test client would tidy the dots away; a server hands the path on as it came.
    answer = client.raw.open("/", environ_overrides={"PATH_INFO": path})

    assert answer.status_code == 404 and "LEAKED" not in answer.text
    answer.close()
