"""Lists: in order, without gaps, of the right moment, and as cheap when the portal is full."""

from collections.abc import Callable
from datetime import datetime, timedelta

from portal import database
from portal.models import Article, Revision, Section
from portal.queries import articles, listing, sitemap
from portal.queries.tallies import tallies
from portal.queries.ways import ways
from portal.services import generation
from portal.services.content import MediaUse
from portal.settings import Settings
from portal.times import from_beijing
from tests import make
from tests.lists import page
from tests.statements import counted

NOW = datetime(2026, 6, 1)
START = datetime(2020, 1, 1)
SECOND = timedelta(seconds=1)


def fill(
    place: Section, count: int, since: datetime = START, apart: timedelta = timedelta(minutes=1)
) -> None:
    """Many live articles at once, two at each time."""
    first = (Article.select(Article.id).order_by(Article.id.desc()).scalar() or 0) + 1
    numbers = range(first, first + count)
    with database.writing():
        Article.insert_many(
            {
                "section": place,
                "state": "live",
                "listed": True,
                "live": number,
                "published_at": since + apart * (number // 2),
            }
            for number in numbers
        ).execute()
        Revision.insert_many(
            {"id": number, "article": number, "title": f"第{number}篇"} for number in numbers
        ).execute()


def titles(items: list[listing.Item]) -> list[str]:
    return [item.title for item in items]


def test_an_item_is_whole(either: Settings) -> None:
    media = make.picture(either.media, size=(800, 400))
    place = make.section("documents", "documents", name="法律文书")
    number = make.article(
        place,
        "起诉书",
        summary="一件盗窃案",
        keywords=["盗窃", "起诉"],
        details=make.DOCUMENT,
        media=[MediaUse(media.id, "cover", alt="一页文书"), MediaUse(media.id, "cover")],
    )

    (item,) = listing.newest(9)

    assert (item.id, item.slug, item.section, item.section_name) == (
        number,
        "documents",
        place.id,
        "法律文书",
    )
    assert item.url == f"/documents/{number}"
    assert item.published_at == from_beijing(make.PUBLISHED)
    assert (item.title, item.summary, item.keywords) == ("起诉书", "一件盗窃案", "盗窃,起诉")
    assert item.details == make.DOCUMENT
    assert item.cover and (item.cover.url, item.cover.alt) == (media.url, "一页文书")


def test_without_a_cover(either: Settings) -> None:
    media = make.picture(either.media)
    make.article(make.section(), media=[MediaUse(media.id, "picture")])

    assert listing.newest(9)[0].cover is None


def test_equal_times_are_in_the_order_of_ids(either: Settings) -> None:
    place = make.section()
    fill(place, 45)

    pages = [page(place.id, number, 10) for number in range(1, 7)]

    assert [item.id for items in pages for item in items] == list(range(45, 0, -1))
    assert [len(items) for items in pages] == [10, 10, 10, 10, 5, 0]
    assert tallies(place.id).total == 45


def pin(*numbers: int) -> None:
    Article.update(pinned=True).where(Article.id.in_(numbers)).execute()


def test_pinned_articles_stand_first_on_every_page(either: Settings) -> None:
    place, other = make.section(), make.section("other")
    fill(place, 25)
    fill(other, 5)
    pin(3, 4, 27)

    pages = [page(place.id, number, 10) for number in range(1, 5)]

    assert [item.id for items in pages for item in items] == [
        *(4, 3),
        *(n for n in range(25, 0, -1) if n not in (3, 4)),
    ]
    assert [item.pinned for item in pages[0]] == [True] * 2 + [False] * 8
    assert not any(item.pinned for item in pages[1] + pages[2])
    one_each = [page(place.id, number, 1)[0].id for number in range(1, 5)]
    assert one_each == [4, 3, 25, 24]
    blocks = listing.blocks({place.id: 3, other.id: 2})
    assert [item.id for item in blocks[place.id]] == [4, 3, 25]
    assert [(item.id, item.pinned) for item in blocks[other.id]] == [(27, True), (30, False)]
    assert tallies(place.id).total == 25


def test_pinned_articles_are_no_newer_elsewhere(either: Settings) -> None:
    place = make.section()
    fill(place, 9)
    pin(2)

    assert [item.id for item in listing.newest(3, place.id)] == [9, 8, 7]
    everything = listing.newest(9)
    assert [item.id for item in everything] == list(range(9, 0, -1))
    assert not any(item.pinned for item in everything)
    of = articles.story(2, NOW)
    assert of
    found = ways(of, 0)
    assert found.older and found.newer and [found.older.id, found.newer.id] == [1, 3]
    assert articles.newest_in(place.id) == 9


def test_pinned_articles_come_and_go_at_their_time(either: Settings) -> None:
    place = make.section()
    at = from_beijing(make.PUBLISHED)
    number = make.article(place, "置顶", expires=make.PUBLISHED + 2 * SECOND)
    make.article(place, "常驻", make.PUBLISHED + SECOND)
    pin(number)
    for moment, shown in (
        (at - SECOND, []),
        (at, ["置顶"]),
        (at + SECOND, ["置顶", "常驻"]),
        (at + 2 * SECOND, ["常驻"]),
    ):
        generation.advance(moment)
        assert titles(page(place.id, 1, 9)) == shown
        assert titles(listing.blocks({place.id: 9})[place.id]) == shown


def test_what_a_moment_shows(either: Settings) -> None:
    place = make.section()
    at = from_beijing(make.PUBLISHED)
    make.article(place, "常驻")
    make.article(place, "会过期", expires=make.PUBLISHED + SECOND)
    make.article(place, "下一秒", make.PUBLISHED + SECOND)
    for state in ("draft", "withdrawn"):
        number = make.article(place, state)
        Article.update(state=state).where(Article.id == number).execute()

    for moment, shown in (
        (at - SECOND, []),
        (at, ["会过期", "常驻"]),
        (at + SECOND, ["下一秒", "常驻"]),
    ):
        generation.advance(moment)
        assert titles(listing.newest(9)) == shown
        assert titles(page(place.id, 1, 9)) == shown
        assert titles(listing.blocks({place.id: 9})[place.id]) == shown
        assert tallies(place.id).total == len(shown)


def test_newest_of_the_site_and_of_a_section(either: Settings) -> None:
    one, other = make.section("one"), make.section("other")
    for n in range(4):
        make.article(one, f"甲{n}", START + timedelta(days=n))
        make.article(other, f"乙{n}", START + timedelta(days=n))

    assert titles(listing.newest(3)) == ["乙3", "甲3", "乙2"]
    assert titles(listing.newest(3, one.id)) == ["甲3", "甲2", "甲1"]
    assert listing.newest(0) == []


def test_blocks_are_one_statement_whatever_their_number(either: Settings) -> None:
    places = [make.section(f"s{n}") for n in range(9)]
    for n, place in enumerate(places[:-1]):
        for m in range(n):
            make.article(place, f"{n}-{m}", START + timedelta(days=m))
    sizes = {place.id: 3 for place in places}

    with counted() as statements:
        blocks = listing.blocks(sizes)

    assert len(statements) == 1
    assert [titles(blocks[place.id]) for place in places] == [
        [f"{n}-{m}" for m in reversed(range(n))][:3] for n in range(8)
    ] + [[]]
    assert listing.blocks({places[5].id: 1}).keys() == {places[5].id}


def test_no_blocks_ask_nothing(store: Settings) -> None:
    with counted() as statements:
        assert listing.blocks({}) == {}
    assert not statements


def test_every_answer_is_one_statement(store: Settings) -> None:
    place = make.section()
    fill(place, 30)
    counted_before = tallies(place.id)
    answers: list[Callable[[], object]] = [
        lambda: listing.newest(20),
        lambda: listing.newest(20, place.id),
        lambda: listing.page(counted_before, 2, 20),
        lambda: listing.items([3, 5, 7]),
        lambda: articles.story(7, NOW),
    ]
    for answer in answers:
        with counted() as statements:
            answer()
        assert len(statements) == 1


def steps(answer: Callable[[], object]) -> int:
    """How many steps SQLite's machine takes for an answer: a measure without a clock."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection = database.proxy.connection()
    connection.set_progress_handler(step, 10)
    answer()
    connection.set_progress_handler(None, 0)
    return taken


def test_every_page_is_where_a_walk_finds_it(either: Settings) -> None:
    place, other = make.section("one"), make.section("two")
    fill(other, 10)
    with database.writing():
        for day in range(0, 400, 9):
            fill(place, 3 + day % 5, START + timedelta(days=day))
    pin(11, 12, 200)
    everything = [item.id for item in page(place.id, 1, 999)]

    for size in (1, 7, 20):
        last = -(-len(everything) // size)
        pages = [page(place.id, number, size) for number in range(1, last + 2)]
        assert [item.id for items in pages for item in items] == everything
    assert len(everything) == tallies(place.id).total > 2 * listing.NEAR / 3


def test_the_cost_does_not_grow_with_the_portal(store: Settings) -> None:
    one, two = make.section("one"), make.section("two")
    fill(one, 100)
    fill(two, 100)
    pin(7, 8, 9, 107)
    of = articles.story(50, NOW)
    assert of
    answers: dict[str, Callable[[], object]] = {
        "newest": lambda: listing.newest(20),
        "newest of a section": lambda: listing.newest(20, one.id),
        "blocks": lambda: listing.blocks({one.id: 7, two.id: 7}),
        "tallies": lambda: tallies(one.id),
        "page": lambda: page(one.id, 2, 20),
        "story": lambda: articles.story(50, NOW),
        "ways": lambda: ways(of, 5),
        "newest of a single page": lambda: articles.newest_in(one.id),
        "part of the site map": lambda: sitemap.part(1, 50),
        "parts of the site map": lambda: sitemap.parts(50),
        "publication": generation.advance,
    }

    before = {name: steps(answer) for name, answer in answers.items()}
    fill(one, 2000)
    fill(two, 2000)
    after = {name: steps(answer) for name, answer in answers.items()}

    assert all(before.values())
    assert not {name for name in answers if after[name] > before[name] * 1.2 + 2}, (before, after)


def test_nor_with_what_has_expired(store: Settings) -> None:
    place = make.section()
    fill(place, 30)
    answers: dict[str, Callable[[], object]] = {
        "page": lambda: page(place.id, 1, 20),
        "newest": lambda: listing.newest(20),
        "blocks": lambda: listing.blocks({place.id: 7}),
        "publication": generation.advance,
    }

    before = {name: steps(answer) for name, answer in answers.items()}
    fill(place, 2000)
    Article.update(expires_at=NOW).where(Article.id > 30).execute()
    generation.advance()
    after = {name: steps(answer) for name, answer in answers.items()}

    assert tallies(place.id).total == 30
    assert not {name for name in answers if after[name] > before[name] * 1.2 + 2}, (before, after)


def test_a_page_far_down_costs_hardly_more_than_the_first(store: Settings) -> None:
    place = make.section()
    fill(place, 5000, apart=timedelta(hours=3))
    far = tallies(place.id).total // 20

    assert [item.id for item in page(place.id, far, 20)] == list(range(20, 0, -1))
    assert steps(lambda: page(place.id, far, 20)) < 2 * steps(lambda: page(place.id, 1, 20))
    assert steps(lambda: page(place.id, far // 2, 20)) < 2 * steps(lambda: page(place.id, 1, 20))
