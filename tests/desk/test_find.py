"""Finding drafts and history at the desk."""

from datetime import datetime

import pytest

from portal.models import Article, Person, Revision, Section
from portal.queries import desk_find
from portal.queries.desk_find import Search
from portal.roles import Actor
from portal.services import editing
from portal.services.accounts.sessions import as_actor
from portal.services.content import Content
from portal.settings import Settings
from tests import make
from tests.client import DeskClient


@pytest.fixture
def person(desk: DeskClient) -> Person:
    person = make.person("editor", name="wang")
    desk.sign_in(person)
    return person


def write(place: Section, by: Person, *contents: Content) -> int:
    """An article with these as its revisions, none of them published."""
    actor: Actor = as_actor(by, "10.0.0.8")
    article = editing.begin(place.id, actor)
    based_on = 0
    for content in contents:
        based_on = editing.save(article, content, based_on, actor)
    return article


def titles(desk: DeskClient, query: str) -> list[str]:
    return desk.page(f"/desk/find?{query}").words("//a[@class='queue__link']")


def test_nothing_is_looked_for_before_it_is_asked(desk: DeskClient, person: Person) -> None:
    write(make.section(), person, Content("草稿", "<p>水源</p>"))

    page = desk.page("/desk/find")

    assert not page.all("//ul[@class='queue__list']") and not page.all("//p[@class='empty']")
    assert "还没有点过保存的不在内" in page.text.replace("<b>", "").replace("</b>", "")


@pytest.mark.parametrize("role", ["admin", "auditor"])
def test_only_workers_enter(desk: DeskClient, role: str) -> None:
    desk.sign_in(make.person(role))

    desk.page("/desk/find?q=x", 403)


def test_words_of_title_and_body_of_the_newest_revision(desk: DeskClient, person: Person) -> None:
    place = make.section()
    first, second = (
        Content("旧的标题", "<p>水源保护</p>"),
        Content("新的<标题>", "<p>党<b>建</b>引领</p>"),
    )
    article = write(place, person, first, second)

    for words in ("新的", "党建引领", "黨建", "引领 标题", "“党建引领”"):
        assert titles(desk, f"q={words}") == ["新的<标题>"], words
    for words in ("水源", "旧的", "strong", "党建 水源"):
        assert titles(desk, f"q={words}") == [], words
    page = desk.page("/desk/find?q=党建")
    assert page.words("//mark") == ["党建"]
    assert page.all(f"//a[@href='/desk/articles/{article}/']")
    assert "草稿" in page.text and "第 2 版" in page.text and "wang同志" in page.text


def test_history_too(desk: DeskClient, person: Person) -> None:
    first, second = Content("旧的标题", "<p>水源保护</p>"), Content("新的标题", "<p>党建引领</p>")
    article = write(make.section(), person, first, second)

    assert titles(desk, "q=水源&history=1") == ["旧的标题"]
    assert titles(desk, "q=标题&history=1") == ["新的标题", "旧的标题"]
    page = desk.page("/desk/find?q=水源&history=1")
    assert page.all(f"//a[@href='/desk/articles/{article}/history']")
    assert "旧版本" in page.words("//span[@class='tag tag--past']")


def test_by_state_section_person_and_time(desk: DeskClient, person: Person) -> None:
    news, theory = make.section("news"), make.section("theory")
    other = make.person("editor", name="li")
    draft = write(news, person, Content("草稿一"))
    write(theory, other, Content("草稿二"))
    make.article(news, "已经发布")
    gone = make.article(theory, "已经撤下")
    Article.update(state="withdrawn").where(Article.id == gone).execute()
    Revision.update(state="past").where(Revision.article == gone).execute()
    old = datetime(2026, 3, 31, 16, 30)  # half past midnight in Beijing
    Revision.update(created_at=old).where(Revision.article == draft).execute()

    assert titles(desk, "state=draft") == ["草稿二", "草稿一"]
    assert titles(desk, "state=live") == ["已经发布"]
    assert titles(desk, "state=withdrawn") == ["已经撤下"]
    assert titles(desk, f"section={theory.id}") == ["已经撤下", "草稿二"]
    assert titles(desk, f"person={other.id}") == ["草稿二"]
    assert titles(desk, f"person={person.id}&section={theory.id}") == []
    assert titles(desk, "first=2026-04-01&last=2026-04-01") == ["草稿一"]
    assert titles(desk, "last=2026-03-31") == []
    assert titles(desk, "q=草稿&first=2026-04-02") == ["草稿二"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("first=gestern", "请写成 2026-05-08 这样的日期"),
        ("state=x", "不是有效的选择"),
        ("section=999", ""),
    ],
)
def test_what_cannot_be_understood(
    desk: DeskClient, person: Person, query: str, sentence: str
) -> None:
    page = desk.page(f"/desk/find?{query}", 422)

    assert sentence in " ".join(page.words("//div[@role='alert']"))


def test_pages(desk: DeskClient, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.web.desk.find.SIZE", 2)
    place = make.section()
    for n in range(5):
        make.article(place, f"水源{n}")

    assert titles(desk, "q=水源") == ["水源4", "水源3"]
    assert titles(desk, "q=水源&page=3") == ["水源0"]
    assert "共 5 条，第 1 页，共 3 页" in desk.page("/desk/find?q=水源").text
    monkeypatch.setattr("portal.queries.desk_find.COUNTED", 3)
    monkeypatch.setattr("portal.web.desk.find.COUNTED", 3)
    assert "超过 3 个版本" in desk.page("/desk/find?q=水源").text


def test_strange_questions(desk: DeskClient, person: Person) -> None:
    write(make.section(), person, Content("草稿", "<p>水源</p>"))

    for words in ("%", "_", "'", '"', "\\", "！", "x" * 100, "😀", "\x01"):
        desk.page("/desk/find", query_string={"q": words})


def test_on_both_databases(either: Settings) -> None:
    article = make.article(make.section(), "水源保护", body="<p>党建引领</p>")
    make.article(Section.get(), "别的事")

    (found,) = desk_find.revisions(desk_find.find(Search(words=("党建", "水源"))))

    assert (found.article, found.title, found.text) == (article, "水源保护", "党建引领")
    assert len(desk_find.find(Search(words=("引领",)))) == 1
    assert len(desk_find.find(Search())) == len(desk_find.find(Search(history=True))) == 2
