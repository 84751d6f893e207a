"""What was typed survives signing in again: every field, every line, every value."""

import time

import pyotp
import pytest

from portal.models import Person
from portal.roles import Actor
from portal.services.accounts import people, two_step
from tests.client import Answer, DeskClient
from tests.desk.pressing import fields, press
from tests.desk.test_sign_in import PASSWORD, colleague, expire, secret_of, sign_in

LINES = "“检察官”说：‘1 < 2 & 3 > 2’\r\n\r\n　　第二段，有 <b>标记</b> 和 \"引号\" 'x' &amp; 表情 ⚖️。\r\n"
TYPED = {
    "title": "一篇 <文章>",
    "body": LINES,
    "section": ["news", "theory", "news"],
    "empty": "",
    "kept-name": "a field with a confusing name",
    "next": "/desk/elsewhere",
}
PATH = "/desk/account/sign-ins/end-others"
"""Any address for POSTs: what is sent is never looked at before the sign-in."""


def typed_pairs() -> list[tuple[str, str]]:
    found = []
    for name, value in TYPED.items():
        found += [(name, each) for each in (value if isinstance(value, list) else [value])]
    return found


def interrupted(desk: DeskClient, person: Person) -> Answer:
    """The answer to a long form that is sent after the sign-in has expired."""
    sign_in(desk, person)
    token = fields(desk.page("/desk/account/password"))["csrf_token"]
    expire(person)
    return desk.post(f"{PATH}?draft=7", {**TYPED, "csrf_token": token}, 401)


def check(page: Answer) -> None:
    """The page has one button that sends everything to where it was going."""
    form = page.all("//main//form")[0]
    assert form.get("action") == f"{PATH}?draft=7"
    sent = [pair for pair in fields(page).items(multi=True) if pair[0] != "csrf_token"]
    assert sent == typed_pairs()


def test_all_of_it_is_there_after_signing_in(
    desk: DeskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TYPED, "body", LINES * 1100)  # the only long one: reading it takes seconds
    assert len(TYPED["body"]) > 50_000
    person = colleague()
    page = interrupted(desk, person)
    assert "登录已经过期" in page.text and page.words("//h1") == ["请重新登录"]

    page = press(desk, page, 422, name=person.name, password="")
    page = press(desk, page, 422, name=person.name, password="wrong password")
    page = press(desk, page, 200, name=person.name, password=PASSWORD)

    check(page)
    assert press(desk, page).headers["Location"] == "/desk/account"


def test_all_of_it_is_there_after_both_steps(desk: DeskClient) -> None:
    person = colleague()
    secret = two_step.new_secret()
    page = interrupted(desk, person)
    code = pyotp.TOTP(secret).at(int(time.time()) - 30)
    two_step.turn_on(secret, code, by=Actor(person.id, person.display))
    assert people.get(person.id).totp

    page = press(desk, page, 200, name=person.name, password=PASSWORD)
    page = press(desk, page, 422, code="")
    page = press(desk, page, 422, code="000000")
    check(press(desk, page, 200, code=pyotp.TOTP(secret).now()))


def test_all_of_it_is_there_when_the_code_comes_too_late(desk: DeskClient) -> None:
    person = colleague()
    page = interrupted(desk, person)
    secret_of(person)
    page = press(desk, page, 200, name=person.name, password=PASSWORD)
    with desk.raw.session_transaction("/desk/") as session:
        session["half"] = (person.id, "2026-01-01T00:00:00")

    page = press(desk, page, 422, code="123456")
    assert "请重新输入密码" in page.text
    page = press(desk, page, 200, name=person.name, password=PASSWORD)
    assert len(fields(page).getlist("kept-section")) == 3


def test_all_of_it_is_there_after_too_many_tries(desk: DeskClient) -> None:
    person = colleague()
    page = interrupted(desk, person)
    desk.raw.delete_cookie("known", path="/desk")
    for n in range(6):
        page = press(desk, page, 422 if n < 5 else 429, name=person.name, password="wrong")

    assert fields(page)["kept-body"] == LINES


def test_all_of_it_is_there_when_the_token_was_bad(desk: DeskClient) -> None:
    person = colleague()
    page = interrupted(desk, person)
    desk.raw.delete_cookie("desk", path="/desk")

    page = press(desk, page, 400, name=person.name, password=PASSWORD)
    assert PASSWORD not in page.text, "passwords are never sent back"
    page = press(desk, page, 422)
    check(press(desk, page, 200, name=person.name, password=PASSWORD))


def test_a_form_without_fields_is_repeated_too(desk: DeskClient) -> None:
    person = colleague()
    sign_in(desk, person)
    expire(person)
    page = desk.post(PATH, {}, 401)

    page = press(desk, page, 200, name=person.name, password=PASSWORD)
    assert page.all("//main//form/@action") == [PATH]


def test_htmx_is_told_in_words_and_keeps_the_page(desk: DeskClient) -> None:
    answer = desk.post(PATH, TYPED, 401, headers={"HX-Request": "true"})

    assert answer.headers["HX-Reswap"] == "none"
    assert answer.all("//a/@href") == ["/desk/sign-in?next=/desk/signed-in"]


@pytest.mark.parametrize("path", ["https://evil.example/", "//evil.example", "/about/", "/desk\\x"])
def test_fields_go_to_the_desk_only(desk: DeskClient, path: str) -> None:
    person = colleague()
    page = desk.page("/desk/sign-in")
    data = {**fields(page), "kept_path": path, "kept-a": "b"}
    page = desk.post(
        "/desk/sign-in", {**data, "name": person.name, "password": PASSWORD}, status=200
    )
    assert page.all("//main//form/@action") == ["/desk/"]


def test_files_cannot_be_kept_and_that_is_said(desk: DeskClient) -> None:
    body = b"x" * (9 * 1024 * 1024)
    answer = desk.raw.post(
        PATH,
        data=body,
        content_type="multipart/form-data; boundary=b",
        headers={"Referer": "https://localhost/desk/media/upload"},
    )

    text = answer.get_data(as_text=True)
    assert answer.status_code == 401 and "选好的文件没有传上来" in text
    assert 'name="next" value="/desk/media/upload"' in text
