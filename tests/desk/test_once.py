"""What is shown once stays while its page is open, and in no other place."""

import time

import pyotp
import pytest
from itsdangerous import TimestampSigner

from portal.models import Entry, Person
from portal.services.accounts import invitations
from portal.services.accounts.browser import Browser
from portal.web.desk import once
from tests.client import Answer, DeskClient
from tests.desk.pressing import press
from tests.desk.test_sign_in import PASSWORD, colleague, fields_of_header

LINK = "//textarea[@readonly]"
CODES = "//ol[@class='codes']/li"


@pytest.fixture
def boss(desk: DeskClient) -> Person:
    person = colleague("admin")
    desk.sign_in(person)
    return person


def link(desk: DeskClient, person: Person) -> Answer:
    """The page with a new link for somebody."""
    made = press(desk, desk.page(f"/desk/people/{person.id}/link"))
    return desk.page(made.headers["Location"])


def codes(desk: DeskClient) -> Answer:
    """The page with new recovery codes, after turning the second step on."""
    page = desk.page("/desk/account/two-step")
    secret = "".join(page.words("//*[@class='secret']")[0].split())
    code = pyotp.TOTP(secret).at(int(time.time()) - 30)
    return desk.page(press(desk, page, code=code).headers["Location"])


def test_a_link_is_there_after_loading_again(desk: DeskClient, boss: Person) -> None:
    lihua = colleague("editor")
    shown = link(desk, lihua)

    words = shown.words(LINK)
    assert "/desk/welcome/" in words[0] and desk.page(once.LINK).words(LINK) == words
    assert shown.headers["Cache-Control"] == "no-store"
    cookie = desk.raw.get_cookie("once", path=once.LINK)
    assert cookie.http_only and cookie.secure and cookie.max_age == once.LASTS == 600
    secret = words[0].rpartition("/")[2]
    assert secret not in "".join(f"{e.before}{e.after}{e.name}" for e in Entry.select())


def test_codes_are_there_after_loading_again(desk: DeskClient) -> None:
    desk.sign_in(colleague())
    shown = codes(desk)

    assert "两步验证已经开启" in shown.text and len(shown.words(CODES)) == 8
    assert desk.page(once.CODES).words(CODES) == shown.words(CODES)
    answer = desk.submit("/desk/account/two-step", {"code": "123456"})  # pressed twice
    assert answer.headers["Location"] == once.CODES


def test_the_button_ends_it(desk: DeskClient, boss: Person) -> None:
    assert press(desk, link(desk, boss)).headers["Location"] == "/desk/people/"
    assert desk.get(once.LINK, 303).headers["Location"] == "/desk/people/"
    assert "链接已经不再显示" in desk.page("/desk/people/").text

    assert press(desk, codes(desk)).headers["Location"] == "/desk/account"
    assert desk.get(once.CODES, 303).headers["Location"] == "/desk/account/two-step"
    assert "恢复码已经不再显示" in desk.page("/desk/account/two-step").text


def test_signing_out_ends_it(desk: DeskClient, boss: Person) -> None:
    page = link(desk, boss)
    assert desk.raw.get_cookie("once", path=once.LINK)

    desk.post("/desk/sign-out", {"csrf_token": fields_of_header(page)})

    assert not desk.raw.get_cookie("once", path=once.LINK)


def test_it_counts_for_the_sign_in_that_made_it(desk: DeskClient, boss: Person) -> None:
    link(desk, boss)
    codes(desk)

    desk.sign_in(colleague("admin", "editor"))
    desk.get(once.LINK, 303)
    desk.get(once.CODES, 303)


def test_it_ends_by_itself(desk: DeskClient, boss: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    link(desk, boss)
    later = int(time.time()) + once.LASTS + 5
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda signer: later)

    desk.get(once.LINK, 303)


def test_a_link_that_was_used_meanwhile(desk: DeskClient, boss: Person) -> None:
    lihua = colleague("editor")
    token = link(desk, lihua).words(LINK)[0].rpartition("/")[2]
    invitations.accept(token, PASSWORD, Browser(""))

    desk.get(once.LINK, 303)
    assert "本人已经用过" in desk.page("/desk/people/").text


def test_what_was_made_up(desk: DeskClient, boss: Person) -> None:
    for value in ("x", "", "WzEsMiwzXQ.x.y"):
        desk.raw.set_cookie("once", value, path=once.LINK)
        desk.get(once.LINK, 303)
