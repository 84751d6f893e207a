"""Where an original must never be: every table, file and page is searched for what stands in it."""

import logging
import zipfile
from pathlib import Path

import pytest

from portal import database, models
from portal.database import proxy
from portal.models import Anonymising, Draft, Revision
from portal.roles import COMMAND
from portal.services.archive import saving as backing_up
from portal.settings import Settings
from portal.tokens import fold, tokens
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.pressing import press
from tests.services import case, staff
from tests.services.staff import Office

NAME, WITNESS = "欧阳芷澜", "尉迟栩宁"
NUMBER, PHONE, HOME = "110105198503122114", "13912345678", "听涛苑17号楼"
MARKS = (NAME, "芷澜", WITNESS, "栩宁", NUMBER, "19850312", PHONE, HOME)
BODY = (
    f"被告人{NAME}，女，1985年3月12日出生，公民身份号码{NUMBER}，"
    f"住示例市文峰街道{HOME}2单元501室，联系电话{PHONE}。\n\n"
    f"经依法审查查明：2026年1月3日，{NAME}与邻居争吵，将其打伤。证人{WITNESS}的证言证实了经过。"
)
TYPED = {
    "title": f"{NAME}故意伤害案起诉书",
    "summary": f"{NAME}打伤邻居，被提起公诉。",
    "keywords": f"{NAME}，故意伤害",
    "body_text": BODY,
    **{f"detail_{key}": value for key, value in case.DETAILS.items()},
}
PUBLIC = (
    "/",
    "/documents/",
    "/feed.xml",
    "/documents/feed.xml",
    "/sitemap",
    "/sitemap.xml",
    "/search?q=故意伤害",
    "/notices/ticker",
)


def tell(text: str | bytes) -> list[str]:
    """The marks that stand in a text."""
    whole = text if isinstance(text, bytes) else text.encode()
    return [mark for mark in MARKS if mark.encode() in whole or _escaped(mark) in whole]


def _escaped(mark: str) -> bytes:
    """As JSON writes what is not ASCII."""
    return mark.encode("unicode_escape")


def tables() -> dict[str, list[str]]:
    """Which table of the database holds which marks; the search index among them."""
    names = [model._meta.table_name for model in (*models.ALL, *models.REBUILT)]
    index = [name for name in proxy.get_tables() if name.startswith("search_text_")]
    found = {}
    for name in {*names, *index}:
        rows = proxy.execute_sql(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - own names
        if told := tell(repr(rows)):
            found[name] = told
    return found


def indexed() -> list[str]:
    """The marks whose tokens, pairs of neighbours, are all in the index of SQLite."""
    proxy.execute_sql("CREATE VIRTUAL TABLE temp.told USING fts5vocab(main, search_text, row)")
    held = {term for term, *_ in proxy.execute_sql("SELECT * FROM temp.told")}
    proxy.execute_sql("DROP TABLE temp.told")
    return [mark for mark in MARKS if set(tokens(fold(mark))) <= held]


def files(folder: Path) -> dict[str, list[str]]:
    """Which files below a folder hold which marks."""
    held = {str(path): tell(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
    return {path: told for path, told in held.items() if told}


def original(desk: DeskClient, at: Office) -> tuple[int, Answer]:
    """An original typed into the form and sent with 保存; the page that follows."""
    newsroom.enter(desk, at.editor)
    article = case.begun(at)
    page = newsroom.opened(desk, article)
    newsroom.autosave(desk, page, **TYPED)
    newsroom.send(desk, newsroom.opened(desk, article), "check", 200)
    to = newsroom.send(desk, newsroom.opened(desk, article), "submit").headers["Location"]
    return article, desk.page(to)


def act(desk: DeskClient, article: int, move: str) -> None:
    """Take a move of the workflow."""
    revision = str(newsroom.newest(article).id)
    desk.submit(f"/desk/articles/{article}/{move}", {"revision": revision})


def test_an_original_is_nowhere_but_in_its_own_place(
    desk: DeskClient, settings: Settings, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.INFO)
    at = case.office()
    article, page = original(desk, at)
    assert set(tables()) == {"draft"}
    assert not Revision.select().count()

    desk.page(f"/desk/articles/{article}/")
    press(desk, page, to=f"/desk/articles/{article}/anonymise", act="save")

    assert set(tables()) == {"anonymising"} and not Draft.select().count()
    assert not tell(desk.page(f"/desk/articles/{article}/").text)
    assert not tell(desk.page(f"/desk/articles/{article}/history").text)
    assert not tell(desk.page("/desk/find?q=故意伤害").text)
    backup = tmp_path / "backup.zip"
    backing_up.back_up(settings, backup, COMMAND, lambda _: None)
    with zipfile.ZipFile(backup) as held:
        assert not [name for name in held.namelist() if tell(held.read(name))]
    act(desk, article, "submit")
    newsroom.enter(desk, at.reviewer)
    assert NAME in desk.page(f"/desk/articles/{article}/anonymised").text
    act(desk, article, "confirm")
    act(desk, article, "approve")
    newsroom.enter(desk, at.publisher)
    act(desk, article, "publish")

    assert newsroom.state(article) == ("live", "live")
    assert tables() == {}
    assert not Anonymising.select().where(Anonymising.original.is_null(False)).count()
    assert not indexed()
    reader = DeskClient(desk.app)
    pages = [reader.get(path) for path in (*PUBLIC, f"/documents/{article}")]
    assert "欧阳某甲故意伤害案起诉书" in pages[-1].text
    assert not [page.text for page in pages if tell(page.text)]
    assert not tell(desk.page(f"/desk/articles/{article}/anonymised").text)
    assert not tell(caplog.text)
    assert files(settings.data) == {}, "the log of the database included"
    database.close()
    assert files(settings.data) == {}


def test_a_document_that_is_deleted_leaves_no_original_behind(
    desk: DeskClient, settings: Settings
) -> None:
    at = case.office()
    article, _ = original(desk, at)
    assert files(settings.data)

    desk.submit(f"/desk/articles/{article}/delete", {})

    assert newsroom.Article.get_or_none(newsroom.Article.id == article) is None
    assert files(settings.data) == {}


def test_the_search_for_marks_finds_them(desk: DeskClient, settings: Settings) -> None:
    """The test above would see a leak: what is stored as usual is found in all these places."""
    at = staff.office()
    article, _ = staff.live(at, staff.text(f"{NAME}讲普法", body=f"<p>{WITNESS}来听。</p>"))

    assert {"revision", "wording", "entry"} <= set(tables())
    assert indexed() == [NAME, "芷澜", WITNESS, "栩宁"]
    assert tell(DeskClient(desk.app).get(f"/news/{article}").text) == [
        NAME,
        "芷澜",
        WITNESS,
        "栩宁",
    ]
    database.close()
    assert files(settings.data)
