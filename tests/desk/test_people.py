"""The pages of people and of one's own account."""

import re
import time

import pyotp
import pytest

from portal.models import Entry, Person, SignIn
from portal.roles import COMMAND
from portal.services.accounts import people, sessions
from tests import make
from tests.client import Answer, DeskClient
from tests.desk.pressing import fields, press
from tests.desk.test_sign_in import PASSWORD, colleague, secret_of

PEOPLE, ACCOUNT = "/desk/people/", "/desk/account"


@pytest.fixture
def boss(desk: DeskClient) -> Person:
    """An administrator, who is signed in."""
    person = colleague("admin")
    desk.sign_in(person)
    return person


def notes(page: Answer) -> list[str]:
    return page.words("//*[@class='notice-box']")


def last_entry() -> Entry:
    return Entry.select().order_by(Entry.number.desc()).first()


def test_the_list(desk: DeskClient, boss: Person) -> None:
    secret_of(colleague("editor"))
    gone = make.person("reviewer", "publisher")
    people.set_active(gone.id, False, by=COMMAND)
    make.person("auditor")
    rows = [
        re.sub(r" 20\d\d-\d\d-\d\d \d\d:\d\d", " 时间", row)
        for row in desk.page(PEOPLE).words("//tbody/tr")
    ]

    assert rows == [
        "admin同志 admin 管理员 可以登录 未开启 时间",
        "auditor同志 auditor 审计 还没有设置密码 未开启 还没有登录过",
        "editor同志 editor 编辑 可以登录 已开启 还没有登录过",
        "reviewer-publisher同志 reviewer-publisher 审核、签发 已停用 未开启 还没有登录过",
    ]


def test_add_somebody_and_hand_over_the_link(desk: DeskClient, boss: Person) -> None:
    page = desk.page(f"{PEOPLE}new")
    assert [label[:2] for label in page.words("//label[@class='choice__label']")] == [
        "编辑",
        "审核",
        "签发",
        "管理",
        "审计",
    ]
    page = press(desk, page, 422, display="", name="X Y")
    assert len(page.words("//div[@role='alert']//li")) == 2  # name and roles
    page = press(desk, page, 422, display="李华", name="X Y", roles=["editor"])
    assert "登录名请用" in page.text
    made = press(desk, page, display="李华", name="LiHua", roles=["editor", "reviewer"])
    page = desk.page(made.headers["Location"])

    link = page.words("//textarea[@readonly]")[0]
    assert link.startswith("https://www.example.gov.cn/desk/welcome/")
    assert "李华" in page.text and "lihua" in page.text
    guest = DeskClient(desk.app)
    welcome = guest.page(link.removeprefix("https://www.example.gov.cn"))
    press(guest, welcome, password=PASSWORD, password_again=PASSWORD)
    assert "编辑" in guest.page(ACCOUNT).text


def test_a_name_that_is_taken(desk: DeskClient, boss: Person) -> None:
    data = {"display": "李华", "name": boss.name, "roles": ["editor"]}
    page = press(desk, desk.page(f"{PEOPLE}new"), 422, **data)

    assert "已经有人用了" in page.text
    assert fields(page).getlist("roles") == ["editor"]


@pytest.mark.parametrize("name", ["\0", "<b>x</b>", "a" * 300, "‮abc"])
def test_hostile_names(desk: DeskClient, boss: Person, name: str) -> None:
    data = {"display": name, "name": name, "roles": ["editor", "boss"]}

    press(desk, desk.page(f"{PEOPLE}new"), 422, **data)
    assert Person.select().count() == 1


def test_change_somebody(desk: DeskClient, boss: Person) -> None:
    lihua = colleague("editor")
    token = sessions.begin(lihua, "", "")
    page = desk.page(f"{PEOPLE}{lihua.id}")
    assert fields(page).to_dict() == {
        "csrf_token": fields(page)["csrf_token"],
        "display": "editor同志",
        "name": "editor",
        "roles": "editor",
        "active": "y",
    }

    data = dict(fields(page), display="李小华", roles=["auditor", "admin"])
    del data["active"]
    answer = desk.post(f"{PEOPLE}{lihua.id}", data)

    assert answer.headers["Location"] == PEOPLE
    assert sessions.resume(token, "") is None
    assert "“李小华”已经保存。此人在各处的登录都已结束。" in desk.page(PEOPLE).text
    entry = last_entry()
    assert (entry.action, entry.person) == ("person-changed", boss.id)
    assert '"active": true' in entry.before and '"active": false' in entry.after


def test_the_last_administrator(desk: DeskClient, boss: Person) -> None:
    page = desk.page(f"{PEOPLE}{boss.id}")
    page = press(desk, page, 422, roles=["editor"])
    assert "最后一位能登录的管理员" in page.text
    data = dict(fields(page), roles=["admin"])
    data.pop("active", None)
    assert "不能停用自己" in desk.post(f"{PEOPLE}{boss.id}", data, 422).text


def test_running_and_auditing_is_advised_against(desk: DeskClient, boss: Person) -> None:
    assert not notes(desk.page(PEOPLE))
    press(desk, desk.page(f"{PEOPLE}{boss.id}"), roles=["admin", "auditor"])

    assert "既是管理员又是审计" in notes(desk.page(PEOPLE))[0]
    assert "既是管理员又是审计" in notes(desk.page(f"{PEOPLE}{boss.id}"))[0]


def test_acts_are_explained_and_then_done(desk: DeskClient, boss: Person) -> None:
    lihua = colleague("editor")
    secret_of(lihua)
    token = sessions.begin(lihua, "", "")
    page = desk.page(f"{PEOPLE}{lihua.id}")
    acts = page.all("//p[@class='panel__acts']/a/@href")
    assert acts == [f"{PEOPLE}{lihua.id}/{act}" for act in ("link", "sign-ins", "two-step")]

    explained = [desk.page(act) for act in acts]
    assert sessions.resume(token, "") and people.get(lihua.id).totp

    press(desk, explained[1])
    assert sessions.resume(token, "") is None
    press(desk, explained[2])
    assert not people.get(lihua.id).totp
    assert last_entry().person == boss.id and last_entry().action == "totp-off"
    made = press(desk, explained[0]).headers["Location"]
    assert "/desk/welcome/" in desk.page(made).text


@pytest.mark.parametrize("path", ["999", "999/link", "1/nonsense", "99999999999"])
def test_people_and_acts_that_are_not(desk: DeskClient, boss: Person, path: str) -> None:
    desk.get(f"{PEOPLE}{path}", 404)
    if "/" in path:
        desk.submit(f"{PEOPLE}{path}", status=404)


def test_my_account(desk: DeskClient) -> None:
    me = colleague("editor", "reviewer")
    desk.sign_in(me)
    page = desk.page(ACCOUNT)

    assert page.words("//dd")[0] == "editor-reviewer同志"
    assert "编辑：写文章、传图片，送审" in page.words("//dd")[2]
    assert page.words("//tbody/tr/th") == ["浏览器（就是这里）"]


def test_my_other_sign_ins(desk: DeskClient) -> None:
    me = colleague()
    edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Edg/120.0"
    phone = "Mozilla/5.0 (Linux; Android 9; x) Chrome/78.0 Mobile MicroMessenger/8.0"
    sessions.begin(me, "203.0.113.7", edge)
    sessions.begin(me, "<b>", phone)
    sessions.begin(me, "203.0.113.8", "<script>alert(1)</script>")
    desk.sign_in(me)

    page = desk.page(ACCOUNT)
    assert sorted(page.words("//tbody/tr/th")) == [
        "Windows 电脑上的 Edge",
        "安卓手机上的微信",
        "浏览器",
        "浏览器（就是这里）",
    ]
    action = page.all("//tbody//form/@action")[0]
    press(desk, page, to=action)
    assert SignIn.select().count() == 3
    press(desk, page, to=action)  # a second time, as by a double click
    page = desk.page(ACCOUNT)
    press(desk, page, to="/desk/account/sign-ins/end-others")
    assert SignIn.select().count() == 1
    assert "已经结束其他 2 个登录" in desk.page(ACCOUNT).text


def test_change_my_password(desk: DeskClient) -> None:
    me, new = colleague(), "三条鲤鱼游到北塘里来"
    elsewhere = sessions.begin(me, "", "")
    desk.sign_in(me)
    page = desk.page(f"{ACCOUNT}/password")
    assert page.all("//input/@autocomplete") == [
        "username",
        "current-password",
        "new-password",
        "new-password",
    ]

    page = press(desk, page, 422, password_now="wrong", password=new, password_again=new)
    assert "现在的密码不对" in page.text
    same = {"password_now": PASSWORD, "password": "editor2026", "password_again": "editor2026"}
    assert "不能只是姓名" in press(desk, page, 422, **same).text
    press(desk, page, password_now=PASSWORD, password=new, password_again=new)

    assert "密码已经修改" in desk.page(ACCOUNT).text
    assert sessions.resume(elsewhere, "") is None


def test_guessing_my_password_from_my_own_desk(desk: DeskClient) -> None:
    desk.sign_in(colleague())
    data = {"password": PASSWORD, "password_again": PASSWORD}
    page = desk.page(f"{ACCOUNT}/password")
    for _ in range(5):
        page = press(desk, page, 422, password_now="wrong", **data)

    assert "请等 15 分钟" in press(desk, page, 429, password_now=PASSWORD, **data).text


def test_two_steps_on_and_off(desk: DeskClient) -> None:
    me = colleague()
    desk.sign_in(me)
    page = desk.page(f"{ACCOUNT}/two-step")
    secret = "".join(page.words("//*[@class='secret']")[0].split())
    assert "".join(desk.page(f"{ACCOUNT}/two-step").words("//*[@class='secret']")[0].split()) == (
        secret
    ), "the same after reloading"
    picture = desk.get(page.all("//main//img/@src")[0])
    assert picture.response.mimetype == "image/svg+xml"
    assert picture.headers["Cache-Control"] == "no-store"

    assert "验证码不对" in press(desk, page, 422, code="000000").text
    code = pyotp.TOTP(secret).at(int(time.time()) - 30)
    page = desk.page(press(desk, page, code=code).headers["Location"])
    codes = page.words("//ol[@class='codes']/li")
    assert len(codes) == 8 and "只显示这一次" in page.text
    assert "恢复码还剩 8 个" in desk.page(ACCOUNT).text
    desk.get(f"{ACCOUNT}/two-step/code.svg", 404)

    page = desk.page(f"{ACCOUNT}/two-step")
    assert "现在的密码不对" in press(desk, page, 422, password_now="wrong").text
    made = press(desk, page, password_now=PASSWORD, to=f"{ACCOUNT}/two-step/codes")
    new = desk.page(made.headers["Location"]).words("//ol[@class='codes']/li")
    assert len(new) == 8 and not set(new) & set(codes)
    off = {**fields(page), "password_now": PASSWORD}
    desk.post(f"{ACCOUNT}/two-step/off", off)
    assert "两步验证已经关闭" in desk.page(ACCOUNT).text


def test_a_sign_in_ended_elsewhere_is_over_at_once(desk: DeskClient) -> None:
    me = colleague()
    desk.sign_in(me)
    desk.page(ACCOUNT)
    sessions.revoke_all(me, by=COMMAND)

    desk.get(ACCOUNT, 303)
