"""The frame of the desk: menu by role, words at the top, errors."""

from tests import make
from tests.client import DeskClient


def test_menu_shows_what_a_role_may_enter(desk: DeskClient) -> None:
    desk.sign_in(make.person("editor"))

    assert desk.page("/desk/").words("//nav[@aria-label='采编台']//a") == [
        "工作台",
        "文章",
        "查找",
        "媒体库",
    ]


def test_a_visitor_is_sent_to_sign_in(desk: DeskClient) -> None:
    answer = desk.get("/desk/?x=1", 303)

    assert answer.headers["Location"] == "/desk/sign-in?next=%2Fdesk%2F%3Fx%3D1"
