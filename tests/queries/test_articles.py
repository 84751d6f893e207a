"""One article and what is around it: neighbours, relations, the ledger of addresses."""

from datetime import datetime, timedelta

from portal.models import Article
from portal.queries import articles
from portal.queries.articles import Story
from portal.sanitiser import CleanHtml
from portal.services import generation
from portal.settings import Settings
from portal.times import from_beijing
from tests import make
from tests.statements import counted

NOW = datetime(2026, 6, 1)
PUBLISHED = from_beijing(make.PUBLISHED)
SECOND = timedelta(seconds=1)


def story(number: int, at: datetime = NOW) -> Story:
    found = articles.story(number, at)
    assert found
    return found


def around(number: int, at: datetime = NOW) -> list[int | None]:
    generation.advance(at)
    return [item and item.id for item in articles.neighbours(story(number))]


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


def test_neighbours_walk_through_equal_times(either: Settings) -> None:
    place, other = make.section(), make.section("other")
    days = [0, 0, 0, 1, 2, 2]
    numbers = [make.article(place, at=make.PUBLISHED + timedelta(days=day)) for day in days]
    make.article(other, at=make.PUBLISHED + timedelta(days=1))

    for n, number in enumerate(numbers):
        older = numbers[n - 1] if n else None
        newer = numbers[n + 1] if n + 1 < len(numbers) else None
        assert around(number) == [older, newer]


def test_neighbours_leave_out_what_lists_leave_out(either: Settings) -> None:
    place = make.section()
    day = timedelta(days=1)
    first = make.article(place)
    expired = make.article(place, at=make.PUBLISHED + day, expires=make.PUBLISHED + 3 * day)
    draft = make.article(place, at=make.PUBLISHED + day)
    last = make.article(place, at=make.PUBLISHED + 2 * day)
    make.article(place, at=datetime(2199, 1, 1))
    Article.update(state="draft").where(Article.id == draft).execute()

    assert around(first) == [None, last] and around(last) == [first, None]
    assert around(first, PUBLISHED + 2 * day) == [None, expired]
    assert around(expired) == [first, last], "its own page still leads on"


def test_neighbours_are_one_statement(store: Settings) -> None:
    place = make.section()
    numbers = [make.article(place) for _ in range(3)]
    middle = story(numbers[1])
    with counted() as statements:
        articles.neighbours(middle)
    assert len(statements) == 1


def test_alone_in_its_section(either: Settings) -> None:
    number = make.article(make.section(), keywords=["水源"])
    make.article(make.section("other"), keywords=["水源"])

    assert around(number) == [None, None]
    assert articles.related(story(number), 5) == []


def test_related_shares_most_words_then_is_newest(either: Settings) -> None:
    place = make.section()

    def written(day: int, *keywords: str) -> int:
        at = make.PUBLISHED + timedelta(days=day)
        return make.article(place, at=at, keywords=list(keywords))

    two, one = written(0, "水源", "听证", "河道"), written(1, "听证")
    none, empty = written(2, "交通"), written(3)
    of = written(4, "水源", "听证")
    written(5, "水源", "听证")
    Article.update(state="draft").where(Article.id == of + 1).execute()
    generation.advance()

    related = [item.id for item in articles.related(story(of), 9)]

    assert related == [two, one, empty, none]
    assert [item.id for item in articles.related(story(of), 2)] == related[:2]
    assert [item.id for item in articles.related(story(of), 9, among=2)] == [empty, none]
    assert articles.related(story(empty), 1)[0].id == of, "no words, no likeness"
