"""Who gets in through nginx: the right host, with measure; the desk past every cache."""

import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException

import pytest

from tests.deploy.site import Site
from tests.media_files import picture
from tests.nginx import NAME
from tests.servers import ROOT

pytestmark = pytest.mark.xdist_group("deploy")

BORDER = "a-border-that-no-picture-holds"


def test_browsers_are_offered_http2(site: Site) -> None:
    connection = site.secure(protocol="h2")
    assert connection.sock.selected_alpn_protocol() == "h2"
    connection.close()


def test_plain_http_leads_to_the_secure_site(site: Site) -> None:
    with socket.create_connection(("127.0.0.1", site.nginx.plain_port), 10) as plain:
        plain.sendall(f"GET /news/?page=2 HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode())
        head = plain.recv(4096).decode()
    assert " 301 " in head and f"Location: https://{NAME}/news/?page=2\r\n" in head


def test_other_hosts_get_no_answer(site: Site) -> None:
    with pytest.raises(ssl.SSLError):
        site.secure("evil.example")
    with pytest.raises((HTTPException, OSError)):
        site.ask("/news/", {"Host": "evil.example"})


def test_the_desk_is_never_kept(site: Site) -> None:
    before, seen = site.entries(), len(site.verdicts())
    for path in ("/desk/", "/desk/sign-in", "/desk/media/upload"):
        for _ in range(2):
            assert "s-maxage" not in site.ask(path).headers.get("cache-control", "")
    assert site.entries() == before
    assert set(site.verdicts()[seen:]) == {"-"}


def test_too_many_searches_are_asked_to_wait_in_words(site: Site) -> None:
    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(lambda _: site.ask("/search", method="POST"), range(80)))
    late = [each for each in answers if each.status == 429]
    assert late and len(answers) - len(late) >= 30
    assert "操作太快" in late[0].text and late[0].headers["retry-after"] == "10"
    assert site.ask("/news/").status == 200


def upload(content: bytes, token: str) -> tuple[bytes, dict[str, str]]:
    """A form with a picture, and the headers that announce it."""
    parts = {
        'name="csrf_token"': token.encode(),
        'name="files"; filename="a.png"': content,
    }
    body = b"".join(
        f"--{BORDER}\r\nContent-Disposition: form-data; {facts}\r\n\r\n".encode() + value + b"\r\n"
        for facts, value in parts.items()
    )
    kind = {"Content-Type": f"multipart/form-data; boundary={BORDER}"}
    return body + f"--{BORDER}--\r\n".encode(), kind


def test_files_are_taken_from_those_who_are_signed_in(site: Site) -> None:
    cookie, token = site.signed_in()
    body, kind = upload(picture("PNG", (900, 900)) + bytes(6_000_000), token)
    facts = {**kind, "Cookie": cookie, "HX-Request": "true"}

    answer = site.ask("/desk/media/upload", facts, method="POST", body=body)

    assert answer.status == 200, answer.text


def test_files_of_strangers_are_not_taken_in(site: Site) -> None:
    connection = site.secure()
    connection.putrequest("POST", "/desk/media/upload")
    connection.putheader("Content-Length", str(200 * 2**20))
    connection.putheader("HX-Request", "true")
    connection.endheaders()

    answer = connection.getresponse()  # nothing of it has been sent yet

    assert answer.status == 401 and answer.headers["HX-Reswap"] == "none"
    assert answer.read() == (ROOT / "templates/desk/_signed_out.html").read_bytes()
    connection.close()
    assert site.ask("/desk/media/pick").headers["location"].startswith("/desk/sign-in?")


# The last: an address that has tried too often has to wait.
def test_too_many_sign_ins_are_asked_to_wait_in_words(site: Site) -> None:
    answers = [site.ask("/desk/sign-in", method="POST", body=b"name=x") for _ in range(14)]
    assert answers[0].status != 429
    assert answers[-1].status == 429 and "操作太快" in answers[-1].text
    assert site.ask("/desk/sign-in").status == 200
