"""An article's whole life, in Chromium, by keyboard alone: once with scripts, once without."""

import re
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Watch
from tests.browser.story.office import Crew, Office, crew, password_of
from tests.browser.story.piece import PLAIN, RICH, Piece
from tests.browser.story.staff import EDITING, Editor
from tests.servers import running_portal

WRONG, RIGHT, BETTER = "三百", "四十", "四十二"
DOUBT = "人次多写了一个零，请核对。"
REGRET = "接待日期有误，更正后重新发布。"
ACTS = [
    *("新建了文章", "保存了文章", "送审了文章", "退回了文章"),
    *("保存了文章", "送审了文章", "审核通过了文章", "安排了定时发布", "发布了文章"),
    *("保存了文章", "送审了文章", "审核通过了文章", "发布了文章", "撤下了文章"),
]
"""What the journal calls the steps of the story."""


@pytest.fixture(scope="module")
def office(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The demo portal, with people at its desk."""
    data = tmp_path_factory.mktemp("office") / "data"
    shutil.copytree(demo_data, data)
    with running_portal(data, workers=2) as address:
        found = Office(address, data)
        found.hire()
        yield found


@pytest.fixture(scope="module")
def address(office: Office) -> str:
    return office.address


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_story(office: Office, browser: Browser, watch: Watch, scripts: bool) -> None:
    watch.expected = ("status of 422", "status of 410")
    piece = RICH if scripts else PLAIN
    with crew(browser, office, watch, scripts) as everybody:
        goes_live(everybody, office, piece)
        address = everybody.reader.finds(piece, RIGHT)
        is_corrected(everybody, piece, address)
        is_withdrawn(everybody, piece, address)
        told = everybody.auditor.acts_on(piece)
    assert [act for act, _ in groupby(told)] == ACTS
    assert "日志完整" in office.command("journal", "verify")


def test_what_runs_by_itself(office: Office, context: BrowserContext) -> None:
    """Every pause in writing is kept, not the first alone; a list renews itself around the focus."""
    editor = Editor(context.new_page(), scripts=True)
    editor.page.clock.install()
    editor.sign_in("editor", password_of("editor"))
    editor.go("link", "新建文章", "新建文章")
    editor.choose("栏目", "检察要闻")
    editor.go("button", "开始写", EDITING)
    for words in ("先写", "再写"):
        editor.keys.type(words)
        with editor.page.expect_response("**/autosave"):
            editor.page.clock.run_for(5000)
    editor.go("link", "工作台", "工作台", by="Shift+Tab")
    name = re.compile("未命名文章")
    editor.reach("link", name)

    with editor.page.expect_response("**/desk/queues"):
        editor.page.clock.run_for(31_000)

    expect(editor.page.get_by_role("link", name=name)).to_be_focused()


def goes_live(crew: Crew, office: Office, piece: Piece) -> None:
    """Written, stopped by the checks, returned, mended, approved, scheduled, and there."""
    missing = crew.editor.begin(piece, WRONG)
    crew.editor.is_stopped(missing)
    crew.editor.manner.mend(piece)
    crew.editor.preview(piece, WRONG)
    crew.editor.submit(piece)

    crew.reviewer.find(piece)
    crew.reviewer.preview(piece, WRONG)
    crew.reviewer.send_back(piece, DOUBT)

    crew.editor.mend(piece, DOUBT, WRONG, RIGHT)
    crew.editor.submit(piece)
    crew.reviewer.find(piece)
    crew.reviewer.compare(WRONG, RIGHT)
    crew.reviewer.approve(piece)
    crew.reader.sees_nothing(piece)

    crew.publisher.schedule(piece)
    crew.reader.sees_nothing(piece)
    office.move_time_on()
    crew.reader.waits_for(piece)


def is_corrected(crew: Crew, piece: Piece, address: str) -> None:
    """Every step once more, while readers see what they saw."""
    crew.editor.correct(piece, RIGHT, BETTER)
    crew.editor.submit(piece)
    crew.reader.still_reads(address, piece, RIGHT)
    crew.reviewer.approve(piece)
    crew.reader.still_reads(address, piece, RIGHT)
    crew.publisher.publish(piece)
    crew.reader.still_reads(address, piece, BETTER)


def is_withdrawn(crew: Crew, piece: Piece, address: str) -> None:
    """Readers get the reason, and find the article nowhere."""
    crew.publisher.withdraw(piece, REGRET)
    crew.reader.is_told(address, REGRET)
    crew.reader.sees_nothing(piece)
    assert crew.reader.page.context.cookies() == []
