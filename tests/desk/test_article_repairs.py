"""Repairs: every button of the checks does through the form what it says, and only there."""

import pytest

from portal.checks import CHECKS, run
from portal.roles import Actor
from portal.services import editing, inspection, library
from portal.services.content import Content, MediaUse
from portal.settings import Settings
from tests import make
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import faults, newest, opened, send, send_rich, value
from tests.services import staff

BODY = """
<p>检察官来到社区讲防骗,居民说“讲得好”。。</p>
<p>他说他说这件事很重要　　大家都要记住的的。</p>
<h4>二、基本情况</h4>
<p><strong>三、下一步工作</strong></p>
<p>一、 </p>
<p>2026年5月8日（星期四）开会，示检刑诉[2026]3号文件已发。</p>
<table><tbody><tr><td>类别</td><td>件数</td></tr><tr><td>受理</td><td>120</td></tr></tbody></table>
<table><tbody><tr><td>只有一格的框</td></tr></tbody></table>
<table><tbody><tr><td></td></tr></tbody></table>
<h2></h2>
<p><a href="http://www.spp.gov.cn/">最高人民检察院</a>，网址 https://www.12309.gov.cn/ 。</p>
<p>通　知</p>
<p>办公(2026年)印发，请提拱线索。</p>
"""


@pytest.fixture
def written(desk: DeskClient, settings: Settings) -> tuple[int, Actor]:
    """An article with a fault of every kind that can be mended, and its editor, signed in."""
    place = make.section("documents", "documents")
    who = staff.actor("editor", name="wang")
    paper = library.add_media(settings.media, b"%PDF-1.7 ", "报告.pdf")
    article = editing.begin(place.id, who)
    content = Content(
        "检察官来到社区讲防骗。",
        BODY,
        details={**make.DOCUMENT, "number": "示检刑诉[2026]1号"},
        media=[MediaUse(paper.id, "attachment", "报告。。")],
    )
    editing.save(article, content, 0, who)
    newsroom.enter(desk, who)
    return article, who


def repairs(page: Answer) -> list[str]:
    """The buttons' values."""
    return [str(v) for v in page.all("//button[starts-with(@value, 'repair:')]/@value")]


@pytest.mark.parametrize("rich", [False, True])
def test_every_repair_works_through_the_form(
    desk: DeskClient, written: tuple[int, Actor], rich: bool
) -> None:
    article, _ = written
    press = send_rich if rich else send
    page = press(desk, opened(desk, article), "check", 200)
    done = set()

    while buttons := repairs(page):
        page = press(desk, page, buttons[0], 200)
        assert "已按“" in page.words("//*[@id='findings-title']")[0]
        assert len(repairs(page)) < len(buttons)
        done.add(buttons[0].split(":")[1])
        assert len(done) < 60

    assert len(done) >= 10, done
    assert newest(article).number == 1
    press(desk, page, "save")
    assert newest(article).number == 2
    assert newest(article).title == "检察官来到社区讲防骗"


def test_the_buttons_are_those_of_the_checks(desk: DeskClient, written: tuple[int, Actor]) -> None:
    article, _ = written
    content = editing.stored(newest(article))
    found = run(inspection.draft("documents", content))

    page = send(desk, opened(desk, article), "check", 200)

    assert repairs(page) == [f"repair:{f.key}:{f.quote}" for f in found if f.repair]
    links = page.all("//a[@data-behaviour='finding']")
    assert len(links) == len(found)
    for link in links:
        assert page.all(f"//*[@id='{link.get('href')[1:]}']"), link.get("href")


def test_a_repair_of_what_has_changed_since_is_refused(
    desk: DeskClient, written: tuple[int, Actor]
) -> None:
    article, _ = written
    page = send(desk, opened(desk, article), "check", 200)
    button = next(each for each in repairs(page) if each.startswith("repair:confusion:"))
    typed = "请提拱线索给他。\r\n检查检察机关"

    for act in (button + "别的", button.replace(":1:", ":77:"), "repair:nothing", "repair:"):
        refused = send(desk, page, act, 422, body_text=typed)
        assert "再检查一遍" in faults(refused)[0]
        assert value(refused, "body_text").splitlines() == typed.splitlines()


def test_the_keys_of_the_checks_have_no_colon() -> None:
    assert all(":" not in check.key for check in CHECKS)
