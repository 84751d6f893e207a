"""One article and what is around it: the newest of a section, the ledger of addresses."""

from datetime import datetime, timedelta

from portal.models import Article
from portal.queries import articles
from portal.queries.articles import Story
from portal.sanitiser import CleanHtml
from portal.services import generation
from portal.settings import Settings
from portal.times import from_beijing
from tests import make

NOW = datetime(2026, 6, 1)
PUBLISHED = from_beijing(make.PUBLISHED)
SECOND = timedelta(seconds=1)


def story(number: int, at: datetime = NOW) -> Story:
    found = articles.story(number, at)
    assert found
    return found


def test_a_story_is_whole(either: Settings) -> None:
    place = make.section("documents", "documents")
    number = make.article(
        place,
        " 起诉书 ",
        expires=make.PUBLISHED + SECOND,
        subtitle="副题",
        author="作者",
        source="来源",
        editor="编辑",
        summary="摘要",
        keywords=["一", " ", "二 "],
        body="<p onclick='x'>正文</p><script>alert(1)</script>",
        details=make.DOCUMENT,
    )

    found = story(number)

    assert (found.id, found.section) == (number, place.id)
    assert (found.published_at, found.expires_at) == (PUBLISHED, PUBLISHED + SECOND)
    assert (found.title, found.subtitle, found.author) == ("起诉书", "副题", "作者")
    assert (found.source, found.editor, found.summary) == ("来源", "编辑", "摘要")
    assert (found.keywords, found.details) == ("一,二", make.DOCUMENT)
    assert isinstance(found.body, CleanHtml) and found.body == "<p>正文</p>"


def test_when_a_story_is_there(either: Settings) -> None:
    place = make.section()
    number = make.article(place, expires=make.PUBLISHED + SECOND)

    assert articles.story(number, PUBLISHED - SECOND) is None
    assert articles.story(number, PUBLISHED) is not None
    assert articles.story(number, NOW) is not None, "an expired notice keeps its address"
    assert articles.story(number + 1, NOW) is None
    for state in ("draft", "submitted", "withdrawn"):
        Article.update(state=state).execute()
        assert articles.story(number, NOW) is None


def test_the_ledger_knows_every_state(either: Settings) -> None:
    place = make.section()
    number = make.article(place)
    Article.update(state="withdrawn", withdrawn_reason="内容有误").execute()

    assert articles.ledger(number) == articles.Ledger("withdrawn", "内容有误")
    assert articles.ledger(number + 1) is None


def test_newest_in_a_section(either: Settings) -> None:
    place, other = make.section(), make.section("other")
    make.article(place)
    last = make.article(place)
    make.article(place, at=datetime(2199, 1, 1))
    make.article(other, at=make.PUBLISHED + SECOND)

    assert articles.newest_in(place.id) == last
    generation.advance(PUBLISHED - SECOND)
    assert articles.newest_in(place.id) is None
