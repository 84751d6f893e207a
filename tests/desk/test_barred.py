"""A form that is sent after its sender has lost the role for it: what was typed is not lost."""

import pytest

from portal.models import Person
from portal.roles import COMMAND
from portal.services.accounts import people
from tests import make
from tests.client import DeskClient
from tests.desk.pressing import fields, press

NEW = "/desk/sections/new"
TEXT = "//textarea[@id='typed']"


@pytest.fixture
def former(desk: DeskClient) -> Person:
    """Somebody who is signed in and was an administrator."""
    make.person("admin", name="other")
    person = make.person("admin", name="former")
    desk.sign_in(person)
    return person


def demote(person: Person, *roles: str) -> None:
    people.set_roles(person.id, roles, by=COMMAND)


def test_what_was_typed_is_shown_and_can_be_sent_again(desk: DeskClient, former: Person) -> None:
    page = desk.page(NEW)
    demote(former, "auditor")
    page = press(desk, page, 403, name="新栏目 <b>", slug="new-one")

    assert "这里需要“管理员”角色" in page.text
    assert page.all(TEXT)[0].text.strip().startswith("新栏目 <b>\n\nnew-one")
    assert "\n\n0" not in page.all(TEXT)[0].text, "what was chosen from a list is a number"
    assert page.all(f"{TEXT}/@readonly")
    sent = fields(page, NEW)
    assert (sent["name"], sent["slug"]) == ("新栏目 <b>", "new-one")
    page = press(desk, page, 403, to=NEW)
    demote(former, "admin")
    press(desk, page, 422, to=NEW)  # it came through; other fields are wanted


def test_an_article_is_shown_as_text(desk: DeskClient) -> None:
    person = make.person("editor")
    demote(person, "auditor")
    desk.sign_in(person)
    html = "<h2>小标题</h2><p>第一段 &amp; 完。</p><script>x()</script>"
    body = "第一行\r\n\r\n第二段" * 20_000
    data = {"title": "题目", "body_html": html, "act": "save", "version": "3", "summary": body}

    page = desk.submit("/desk/articles/1/edit?x=1", data, 403)

    text = page.all(TEXT)[0].text
    assert "题目" in text and "第一段 & 完。" in text and "小标题" in text
    assert "<p>" not in text and "script" not in text and "save" not in text
    assert text.count("第二段") == 20_000
    assert page.all("//main//form/@action") == ["/desk/articles/1/edit?x=1"]
    assert fields(page, "/desk/articles/1/edit?x=1")["version"] == "3"


def test_passwords_are_not_sent_back(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor"))
    page = desk.submit(NEW, {"name": "字", "password": "一个密码", "code": "123456"}, 403)

    assert "一个密码" not in page.text and "123456" not in page.text


def test_where_nothing_was_typed_it_is_only_said(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor"))
    assert not desk.submit(NEW, {"act": "save"}, 403).all("//main//textarea")
    assert not desk.page(NEW, 403).all("//main//textarea")


def test_htmx_is_told_in_words(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor"))
    answer = desk.submit(
        "/desk/articles/1/autosave", {"title": "字"}, 403, headers={"HX-Request": "true"}
    )

    assert answer.headers["HX-Reswap"] == "none" and "角色" in answer.text


def test_files_that_may_not_come_are_not_read(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor"))
    answer = desk.raw.post(
        "/desk/media/upload",
        data=b"x" * (9 * 1024 * 1024),
        content_type="multipart/form-data; boundary=b",
    )

    assert answer.status_code == 403
