"""Signing in by its pages: what is said, where it leads, what the browser keeps."""

import time
from datetime import timedelta

import pyotp
import pytest

from portal import times
from portal.models import Entry, Person, SignIn
from portal.roles import COMMAND, Actor
from portal.services.accounts import invitations, password_changes, people, sessions, two_step
from tests import make
from tests.client import Answer, DeskClient
from tests.desk.pressing import fields, press

PASSWORD = "七只白鹭飞过南桥头去"
SIGN_IN = "/desk/sign-in"


def colleague(*roles: str) -> Person:
    person = make.person(*(roles or ("editor",)))
    password_changes.set_password(person, PASSWORD, by=COMMAND)
    return people.get(person.id)


def sign_in(desk: DeskClient, person: Person, path: str = SIGN_IN, status: int = 303) -> Answer:
    return press(desk, desk.page(path), status, name=person.name, password=PASSWORD)


def expire(person: Person) -> None:
    """Let the person's sign-ins end by idleness."""
    at = times.now() - sessions.IDLE - timedelta(minutes=1)
    SignIn.update(seen_at=at).where(SignIn.person == person).execute()


def session(desk: DeskClient) -> dict[str, object]:
    with desk.raw.session_transaction("/desk/") as found:
        return dict(found)


def secret_of(person: Person) -> str:
    secret = two_step.new_secret()
    code = pyotp.TOTP(secret).at(int(time.time()) - 30)
    two_step.turn_on(secret, code, by=Actor(person.id, person.display))
    return secret


def test_in_and_out(desk: DeskClient) -> None:
    person = colleague()

    assert sign_in(desk, person).headers["Location"] == "/desk/"
    home = desk.page("/desk/account")
    assert person.display in home.text
    press_out = desk.post("/desk/sign-out", {"csrf_token": fields_of_header(home)})
    assert press_out.headers["Location"] == SIGN_IN
    assert "您已经退出登录" in desk.page(SIGN_IN).text
    desk.get("/desk/account", 303)
    assert [e.action for e in Entry.select()][-2:] == ["sign-in", "sign-out"]


def fields_of_header(answer: Answer) -> str:
    return answer.all("//header//input[@name='csrf_token']")[0].get("value")


def test_the_fields_say_what_they_are_for(desk: DeskClient) -> None:
    page = desk.page(SIGN_IN)

    assert page.all("//input[@name='name']/@autocomplete") == ["username"]
    assert page.all("//input[@name='password']/@autocomplete") == ["current-password"]
    assert page.all("//form[@method='post']/@novalidate")
    assert page.headers["Cache-Control"] == "no-store"


def test_both_fields_are_needed(desk: DeskClient) -> None:
    page = press(desk, desk.page(SIGN_IN), 422, name=" ", password="")

    assert page.words("//div[@role='alert']//li") == ["请输入登录名。", "请输入密码。"]


@pytest.mark.parametrize("name", ["editor", "nobody", "<script>", "x\0y", "编辑", "a" * 10_000])
def test_a_wrong_name_or_password_is_said_alike(desk: DeskClient, name: str) -> None:
    colleague()
    page = press(desk, desk.page(SIGN_IN), 422, name=name, password="wrong password")

    assert page.words("//div[@role='alert']//li") == [
        "登录名或密码不对，请检查后重新输入。注意大写锁定和中文输入法。"
    ]
    assert page.all("//input[@name='password']")[0].get("value", "") == ""
    assert "wrong password" not in page.text


def test_a_huge_password_is_refused_quickly(desk: DeskClient) -> None:
    person = colleague()
    page = desk.page(SIGN_IN)
    start = time.perf_counter()
    press(desk, page, 422, name=person.name, password="x" * 1_000_000)
    assert time.perf_counter() - start < 2

    press(desk, page, 413, name=person.name, password="x" * 9_000_000)


def test_too_many_tries(desk: DeskClient) -> None:
    person = colleague()
    page = desk.page(SIGN_IN)
    for _ in range(5):
        press(desk, page, 422, name=person.name, password="wrong password")

    page = press(desk, page, 429, name=person.name, password=PASSWORD)
    said = page.words("//div[@role='alert']//li")[0]
    assert "请等 15 分钟再试" in said and "找管理员" in said
    assert page.all("//input[@name='name']/@value") == [person.name], "what was typed stays"


def test_a_browser_in_which_they_signed_in_before_is_not_locked_out(desk: DeskClient) -> None:
    person = colleague()
    sign_in(desk, person)
    desk.post("/desk/sign-out", {"csrf_token": fields_of_header(desk.page("/desk/account"))})
    stranger = DeskClient(desk.app)
    for number in range(40):
        address = {"REMOTE_ADDR": f"198.51.100.{number}"}
        page = stranger.page(SIGN_IN)
        data = {**fields(page), "name": person.name, "password": "wrong password"}
        stranger.raw.post(SIGN_IN, data=data, environ_overrides=address)
    sign_in(stranger, person, status=429)

    sign_in(desk, person)
    cookie = desk.raw.get_cookie("known", path="/desk")
    assert cookie.http_only and cookie.secure and cookie.same_site == "Lax"


def test_a_made_up_mark_is_worth_nothing(desk: DeskClient) -> None:
    person = colleague()
    for value in ("x", f'{{"{person.id}":"a"}}', "eyIxIjoiYSJ9.x.y"):
        desk.raw.set_cookie("known", value, path="/desk")
        desk.page(SIGN_IN)
    for n in range(6):
        press(desk, desk.page(SIGN_IN), 422 if n < 5 else 429, name=person.name, password="wrong")


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/desk/account?x=1", "/desk/account?x=1"),
        ("https://evil.example/desk/", "/desk/"),
        ("//evil.example/desk/", "/desk/"),
        ("/\\evil.example", "/desk/"),
        ("/desk/\\evil", "/desk/"),
        ("/desk/\r\nSet-Cookie: a=b", "/desk/"),
        ("/about/", "/desk/"),
        ("javascript:alert(1)", "/desk/"),
        ("", "/desk/"),
    ],
)
def test_where_it_leads(desk: DeskClient, path: str, target: str) -> None:
    page = desk.get(SIGN_IN, query_string={"next": path})
    answer = press(desk, page, name=colleague().name, password=PASSWORD)

    assert answer.headers["Location"] == target


def test_who_is_signed_in_goes_on(desk: DeskClient) -> None:
    desk.sign_in(colleague())

    answer = desk.get(f"{SIGN_IN}?next=/desk/account", 303)
    assert answer.headers["Location"] == "/desk/account"
    assert "可以关闭这个窗口" in desk.page("/desk/signed-in").text


def test_a_session_made_before_is_worth_nothing(desk: DeskClient) -> None:
    """Fixation: neither the content nor the form token of a planted session stays."""
    page = desk.page(SIGN_IN)
    with desk.raw.session_transaction("/desk/") as planted:
        planted["half"], planted["planted"] = (1, "2026-01-01T00:00:00"), True
    before = session(desk)["csrf_token"]

    press(desk, page, name=colleague().name, password=PASSWORD)

    after = session(desk)
    assert "planted" not in after and "half" not in after
    assert after.get("csrf_token") != before


def test_the_open_form_of_the_same_person_keeps_working(desk: DeskClient) -> None:
    person = colleague()
    sign_in(desk, person)
    open_form = desk.page("/desk/account/password")
    expire(person)
    sign_in(desk, person)

    press(desk, open_form, 422)  # not 400: its token is good

    other = colleague("reviewer")
    expire(person)
    sign_in(desk, other)
    press(desk, open_form, 400)


def test_the_token_of_forms_ends_with_signing_out(desk: DeskClient) -> None:
    person = colleague()
    sign_in(desk, person)
    open_form = desk.page("/desk/account/password")
    desk.post("/desk/sign-out", {"csrf_token": fields_of_header(open_form)})
    sign_in(desk, person)

    press(desk, open_form, 400)


def test_signing_in_again_ends_the_earlier_sign_in_here(desk: DeskClient) -> None:
    one, two = colleague(), colleague("reviewer")
    page = desk.page(SIGN_IN)
    press(desk, page, name=one.name, password=PASSWORD)
    data = {"name": two.name, "password": PASSWORD}
    desk.post(SIGN_IN, {**data, "csrf_token": fields_of_header(desk.page("/desk/account"))})

    assert [each.person.name for each in SignIn.select()] == [two.name]


def test_signing_out_when_it_is_over_already(desk: DeskClient) -> None:
    person = colleague()
    sign_in(desk, person)
    token = fields_of_header(desk.page("/desk/account"))
    expire(person)

    assert desk.post("/desk/sign-out", {"csrf_token": token}).headers["Location"] == SIGN_IN


def test_two_steps(desk: DeskClient) -> None:
    person = colleague()
    secret = secret_of(person)
    page = sign_in(desk, person, f"{SIGN_IN}?next=/desk/account", 200)

    assert page.all("//input[@name='code']/@autocomplete") == ["one-time-code"]
    desk.get("/desk/account", 303)
    wrong = press(desk, page, 422, code="000000")
    assert "验证码不对" in wrong.text
    answer = press(desk, wrong, code=pyotp.TOTP(secret).now())
    assert answer.headers["Location"] == "/desk/account"
    assert person.display in desk.page("/desk/account").text


def test_codes_are_throttled_whatever_the_password_does(desk: DeskClient) -> None:
    person = colleague()
    secret_of(person)
    for _ in range(5):
        press(desk, sign_in(desk, person, status=200), 422, code="000000")

    page = press(desk, sign_in(desk, person, status=200), 429, code="000000")
    assert "请等 15 分钟再试" in page.text


def test_a_code_without_a_password(desk: DeskClient) -> None:
    person = colleague()
    secret = secret_of(person)
    stranger = DeskClient(desk.app)
    page = sign_in(desk, person, status=200)
    token = fields(stranger.page(SIGN_IN))["csrf_token"]

    assert stranger.get("/desk/sign-in/code", 303).headers["Location"] == SIGN_IN
    code = pyotp.TOTP(secret).now()
    answer = stranger.post("/desk/sign-in/code", {"csrf_token": token, "code": code}, 422)
    assert "请重新输入密码" in answer.text
    press(desk, page, code=code)


def test_the_code_page_again(desk: DeskClient) -> None:
    person = colleague()
    secret = secret_of(person)
    sign_in(desk, person, status=200)

    press(desk, desk.page("/desk/sign-in/code"), code=pyotp.TOTP(secret).now())


def test_a_link_with_two_steps_asks_for_the_code(desk: DeskClient) -> None:
    person = colleague()
    secret = secret_of(person)
    link = invitations.path(invitations.invite(person, by=COMMAND))
    new = "三条鲤鱼游到北塘里来"

    page = press(desk, desk.page(link), 200, password=new, password_again=new)
    desk.get("/desk/account", 303)
    press(desk, page, code=pyotp.TOTP(secret).now())
    desk.page("/desk/account")


def test_a_link_to_choose_a_password(desk: DeskClient) -> None:
    person = make.person("editor")
    link = invitations.path(invitations.invite(person, by=COMMAND))
    page = desk.page(link)
    assert page.all("//input[@autocomplete='username']/@value") == [person.name]
    assert page.all("//input[@type='password']/@autocomplete") == ["new-password"] * 2

    page = press(desk, page, 422, password=PASSWORD, password_again=f"{PASSWORD}x")
    assert "两次输入的密码不一样" in page.text and PASSWORD not in page.text
    page = press(desk, page, 422, password="short", password_again="short")
    assert "密码太短" in page.text
    assert press(desk, page, password=PASSWORD, password_again=PASSWORD).status == 303
    assert person.display in desk.page("/desk/account").text
    assert "这个链接已经用过" in desk.get(link, 404).text


def test_a_link_that_is_over_leads_to_signing_in(desk: DeskClient) -> None:
    person = make.person("editor")
    link = invitations.path(invitations.invite(person, by=COMMAND))
    first, second = desk.page(link), DeskClient(desk.app)
    late = second.page(link)
    press(desk, first, password=PASSWORD, password_again=PASSWORD)

    page = desk.page(link, 404)
    assert page.words("//h1") == ["链接不能用了"] and "找不到页面" not in page.text
    assert page.all("//main//a/@href") == ["/desk/"], "signed in already"
    for page in (
        second.page(link, 404),
        press(second, late, 404, password=PASSWORD, password_again=PASSWORD),
        press(second, late, 404, password="short"),
    ):
        assert page.words("//h1") == ["链接不能用了"]
        assert page.all("//main//a/@href") == ["/desk/sign-in"]
        assert "第一位管理员" in page.text


def test_a_new_link_ends_the_lockout(desk: DeskClient) -> None:
    person = colleague()
    sign_in(desk, person)  # from now on this browser is known
    desk.post("/desk/sign-out", {"csrf_token": fields_of_header(desk.page("/desk/account"))})
    stranger = DeskClient(desk.app)
    for browser, most in ((desk, 10), (stranger, 5)):
        page = browser.page(SIGN_IN)
        for _ in range(most):
            press(browser, page, 422, name=person.name, password="wrong password")
        sign_in(browser, person, status=429)
    link = invitations.path(invitations.invite(person, by=COMMAND))
    press(stranger, stranger.page(link), password=PASSWORD, password_again=PASSWORD)

    sign_in(desk, person)
    sign_in(DeskClient(desk.app), person)


@pytest.mark.parametrize("token", ["x", "%00", "a" * 5000, "你好", "..%2f"])
def test_links_that_were_never_made(desk: DeskClient, token: str) -> None:
    desk.get(f"/desk/welcome/{token}", 404)
