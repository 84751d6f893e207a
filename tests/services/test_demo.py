"""The demo office: every file goes in, whole or not at all, and only into an empty portal."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from portal import database, journal, models
from portal.queries import articles, media, navigation, search_words, site
from portal.queries.tallies import tallies
from portal.services import demo, editing
from portal.services.workflow import moves
from portal.settings import Settings
from portal.text import plain
from portal.times import from_beijing, now
from portal.word_import import read_document
from tests import small_office
from tests.services import staff


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demo office of two articles, in place of the large one."""
    folder = small_office.write(tmp_path / "small")
    monkeypatch.setattr(demo, "FOLDER", folder)
    return folder


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Everything that is stored."""
    return {
        table.__name__: list(table.select().order_by(table.id).tuples()) for table in models.ALL
    }


def test_files_become_a_portal(either: Settings, small: Path) -> None:
    assert demo.is_empty()

    assert list(demo.load(either.media, demo.files())) == [1, 1]

    assert not demo.is_empty() and demo.article_count() == 2
    assert (site.site().name, site.site().keywords) == ("小小检察院", "小,检察")
    assert [link.name for link in site.links()["friends"]] == ["上级院"]
    known = search_words.in_force()
    assert [row.words for row in known.synonyms] == [("河道", "河流")]
    assert [(row.questions, row.url) for row in known.promotions] == [(("看河",), "/leaders/")]
    tree = navigation.tree()
    assert [place.slug for place in tree.places] == ["leaders", "openness", "news", "pictures"]
    leaders = tree.by_slug("leaders")
    assert leaders and [place.name for place in tree.trail(leaders)] == ["检务公开", "领导简介"]


def test_an_article_has_all_that_its_file_says(either: Settings, small: Path) -> None:
    list(demo.load(either.media, demo.files()))

    story = articles.story(2, now())
    assert story and (story.title, story.keywords) == ("河水变清了", "河道,监督")
    assert story.published_at == from_beijing(datetime(2026, 5, 8, 9, 30))
    assert story.expires_at == from_beijing(datetime(2026, 5, 9))
    uses = {use.role: use for use in media.uses(story.revision)}
    assert set(uses) == {"cover", "body", "attachment"}
    assert uses["attachment"].text == "报名表"
    assert uses["cover"].picture and uses["cover"].picture.url in story.body
    assert "media:" not in story.body

    pictures = articles.story(1, now())
    assert pictures and pictures.details == {}
    cover, picture = media.uses(pictures.revision)
    assert (cover.role, picture.role, picture.text) == ("cover", "picture", "河边的话")
    assert picture.picture and picture.picture.alt == "一条河"


def test_an_interrupted_load_leaves_an_empty_portal(either: Settings, small: Path) -> None:
    before = rows()

    with pytest.raises(KeyboardInterrupt):
        for _ in demo.load(either.media, demo.files()):
            assert models.Article.select().exists()
            raise KeyboardInterrupt
    assert demo.is_empty() and rows() == before

    assert list(demo.load(either.media, demo.files())) == [1, 1]
    assert demo.article_count() == 2 and models.Media.select().count() == 2


def test_a_file_that_is_wrong_leaves_an_empty_portal(either: Settings, small: Path) -> None:
    before = rows()
    (small / "media" / "river.jpg").unlink()

    with pytest.raises(FileNotFoundError):
        list(demo.load(either.media, demo.files()))
    assert rows() == before


# The real one


@pytest.fixture
def office(demo_settings: Settings) -> Iterator[Settings]:
    """The demo portal, its database attached."""
    database.attach(demo_settings.database_url)
    yield demo_settings
    database.close()


def test_every_file_is_an_article(office: Settings) -> None:
    files = demo.files()
    tree = navigation.tree()

    assert demo.article_count() == len(files) > 100
    assert len(files) == len(list((demo.FOLDER / "articles").rglob("*.html")))
    for number, file in enumerate(files, 1):
        story = articles.story(number, datetime(2100, 1, 1))
        assert story and story.title == file.facts["title"].strip()
        assert story.published_at == from_beijing(file.facts["date"])
        assert tree.by_id(story.section).slug == file.section


def test_a_lone_newcomer_with_all_roles_can_publish_in_one_section(office: Settings) -> None:
    journal.attach(office.data)
    (place,) = models.Section.select().where(models.Section.review_steps == 1)
    newcomer = staff.actor("editor", "reviewer", "publisher", name="newcomer")

    article = editing.begin(place.id, newcomer)
    revision = editing.save(article, staff.text("一个人试一试"), 0, newcomer)
    moves.publish(article, revision, newcomer)

    assert place.name == "新法速递" and place.kind == "news"
    story = articles.story(article, now())
    assert story and story.title == "一个人试一试"


def test_every_section_of_the_demo_has_something(office: Settings) -> None:
    for place in navigation.tree().places:
        assert place.kind == "group" or tallies(place.id).total, place.slug


def test_every_medium_of_the_demo_is_used_and_stored(office: Settings) -> None:
    stored = {row.sha256: row for row in models.Media.select()}
    used = {use.media_id for use in models.RevisionMedia.select()}

    assert used == {row.id for row in stored.values()}
    assert len(stored) == len(list((demo.FOLDER / "media").iterdir()))
    for row in stored.values():
        names = [row.name, *(rendition[3] for rendition in row.renditions)]
        for name in names:
            assert (office.media / row.folder / name).is_file(), name


def test_documents_to_download_say_what_their_pages_say() -> None:
    """They are made from the article; a change of one has to be made in the other."""
    own = [file for file in demo.files() if file.section == "documents"]
    with_files = [file for file in own if file.facts.get("attachments")]
    assert len(with_files) == 3

    for file in with_files:
        (attached,) = file.facts["attachments"]
        document = read_document((demo.FOLDER / "media" / attached["file"]).read_bytes())
        numbered = re.sub(r">(?:\d\. |— )", ">", document.body)
        details = file.facts["details"]
        head = [details["unit"], details["number"]]
        assert plain(numbered).split() == [*head, *plain(file.body).split()]
        assert (document.title, attached["title"]) == (details["type"], file.facts["title"])
        assert "<br" not in document.body, "many a reader of plain text skips breaks of Word"


def test_links_in_demo_articles_lead_somewhere(office: Settings) -> None:
    known = {place.url for place in navigation.tree().places}
    known |= {"/", "/search", "/sitemap", "/reading", "/feed.xml"}

    for revision in models.Revision.select():
        for address in re.findall(r'href="(/[^"#?]*)', revision.body):
            assert address in known or address.startswith("/media/"), (revision.title, address)
