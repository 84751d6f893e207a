"""The help page (使用说明): everybody gets the steps of their own roles."""

import re
from pathlib import Path

import pytest

from portal import checks
from portal.plain_body import HELP
from portal.roles import NAMES, ROLES
from portal.settings import ROOT
from portal.web.desk.help_aids import KEYS
from portal.web.desk.help_words import TASKS, pieces
from tests import make
from tests.client import DeskClient

SCRIPT = Path(__file__).parents[2] / "static" / "js" / "desk" / "editor_help.js"


def plain(sentence: str) -> str:
    return "".join(part for part, _ in pieces(sentence))


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_the_steps_of_their_role_alone(desk: DeskClient, role: str) -> None:
    desk.sign_in(make.person(role))
    answer = desk.page("/desk/help")

    assert [head.split("：")[0] for head in answer.words("//main//section/h2")][0] == NAMES[role]
    steps = [plain(step) for task in TASKS[role] for step in task.steps]
    assert answer.words("//ol[@class='help__steps']/li") == steps


def test_several_roles_come_in_their_order(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor", "editor"))
    heads = desk.page("/desk/help").words("//main//section/h2")

    assert [each.split("：")[0] for each in heads][0:2] == ["编辑", "审计"]


def test_words_of_the_screens_stand_out(desk: DeskClient) -> None:
    desk.sign_in(make.person("editor"))
    labels = desk.page("/desk/help").words("//ol[@class='help__steps'][1]/li[1]/b")

    assert labels[:4] == ["工作台", "新建文章", "栏目", "开始写"]


def test_the_contents_lead_to_the_parts(desk: DeskClient) -> None:
    desk.sign_in(make.person(*ROLES, name="all"))
    answer = desk.page("/desk/help")
    links = [each[1:] for each in answer.all("//nav[@class='help__contents']//a/@href")]

    assert links == answer.all("//main//section/h2/@id") and len(links) == len(ROLES) + 7


def test_every_check_has_its_reason_there(desk: DeskClient) -> None:
    desk.sign_in(make.person("reviewer"))
    told = desk.page("/desk/help").words("//section[@aria-labelledby='checks']//li")

    assert sorted(told) == sorted(" ".join(check.why.split()) for check in checks.CHECKS)


def test_what_must_be_known_of_legal_documents(desk: DeskClient) -> None:
    desk.sign_in(make.person("reviewer"))
    answer = desk.page("/desk/help")
    part = "//section[@aria-labelledby='documents']"

    assert {"可以保留", "未成年人", "图片和附件"} <= set(answer.words(f"{part}//dt"))
    screens = (ROOT / "templates" / "desk").glob("article_*.html")
    shown = "".join(path.read_text("utf-8") for path in screens)
    labels = answer.words(f"{part}//b")
    assert labels and not [label for label in labels if label not in shown]


def test_who_does_not_write_is_spared_keys_and_checks(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor"))
    answer = desk.page("/desk/help")

    assert not answer.all("//*[@id='keys' or @id='marks' or @id='checks' or @id='documents']")
    assert answer.all("//*[@id='aids']") and answer.all("//a[@href='/reading']")


def test_every_mark_of_the_plain_text_is_explained(desk: DeskClient) -> None:
    desk.sign_in(make.person("editor"))
    shown = desk.page("/desk/help").words("//section[@aria-labelledby='marks']//dt")

    assert shown == [" ".join(example.split()) for example, _ in HELP]


def test_the_keys_are_those_of_the_editor() -> None:
    listed = re.search(r"KEYS = \[(.*?)\n  \];", SCRIPT.read_text("utf-8"), re.S)
    assert listed

    assert tuple(re.findall(r'\["([^"]+)", "([^"]+)"\]', listed[1])) == KEYS


def test_it_says_where_the_illustrated_guide_lies(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor"))
    (place,) = desk.page("/desk/help").words("//p[@class='help__guide']/code")

    assert (ROOT / place).is_file()


def test_the_administrators_are_named(desk: DeskClient) -> None:
    make.person("admin", name="chief")
    desk.sign_in(make.person("editor"))

    assert "chief同志" in desk.page("/desk/help").words("//section[@aria-labelledby='ask']")[0]


def test_the_foot_leads_there_also_through_the_sign_in_page(desk: DeskClient) -> None:
    desk.sign_in(make.person("editor"))
    assert desk.page("/desk/").all("//footer//a[@href='/desk/help']")

    stranger = DeskClient(desk.app)
    answer = stranger.get("/desk/help", 303)
    assert answer.headers["Location"] == "/desk/sign-in?next=%2Fdesk%2Fhelp"
