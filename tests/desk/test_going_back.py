"""What lets a browser go back to a refused form, and keeps it from others (see tests/browser)."""

from portal.models import Person
from tests.client import DeskClient
from tests.desk.pressing import press
from tests.desk.test_sign_in import colleague, fields_of_header

KEPT = "private, no-cache"


def cookies(desk: DeskClient) -> dict[str, str]:
    """The cookies that this browser sends with a form of the desk."""
    return {each.key: each.value for each in desk.raw._cookies.values()}


def test_the_browser_may_keep_the_answer_to_a_form_only(desk: DeskClient) -> None:
    desk.sign_in(colleague("admin"))
    for path in ("/desk/people/new", "/desk/account/password", "/desk/sections/new"):
        page = desk.page(path)
        assert page.headers["Cache-Control"] == "no-store"
        refused = press(desk, page, 422)
        assert refused.headers["Cache-Control"] == KEPT
        assert "Cookie" in refused.response.vary, "it is not shown after signing out"


def test_a_page_with_a_secret_is_not_kept(desk: DeskClient) -> None:
    desk.sign_in(colleague())
    refused = press(desk, desk.page("/desk/account/two-step"), 422, code="000000")

    assert refused.words("//*[@class='secret']")
    assert refused.headers["Cache-Control"] == "no-store"


def test_saving_leaves_the_cookies_as_they_were(desk: DeskClient) -> None:
    person: Person = colleague("admin")
    desk.sign_in(person)
    page = desk.page(f"/desk/people/{person.id}")
    before = cookies(desk)

    press(desk, page, display="王小明")
    assert cookies(desk) != before
    assert "“王小明”已经保存" in desk.page("/desk/people/").text

    assert cookies(desk) == before
    assert "已经保存" not in desk.page("/desk/people/").text


def test_signing_out_and_in_again_changes_them(desk: DeskClient) -> None:
    person = colleague()
    desk.sign_in(person)
    home = desk.page("/desk/account")
    before = cookies(desk)["desk"]

    desk.post("/desk/sign-out", {"csrf_token": fields_of_header(home)})
    desk.page("/desk/sign-in")
    out = cookies(desk)["desk"]
    desk.sign_in(person)

    assert len({before, out, cookies(desk)["desk"]}) == 3


def test_sentences_that_were_made_up_are_not_said(desk: DeskClient) -> None:
    desk.raw.set_cookie("said", "WyLpqpfmgqgiXQ.x.y", path="/desk")

    assert not desk.page("/desk/sign-in").all("//p[@class='said']")
