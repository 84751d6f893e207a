"""The tree of sections: order, ways down and up."""

from portal.queries import navigation
from portal.queries.navigation import Place, Tree
from portal.settings import Settings
from tests import make
from tests.statements import counted


def names(places: list[Place]) -> list[str]:
    return [place.slug for place in places]


def grown() -> Tree:
    make.section("openness", "group", position=9)
    make.section("about", "page", parent="openness", position=2)
    make.section("history", "page", parent="about", position=7, in_navigation=False)
    make.section("news", position=1)
    make.section("leaders", "page", parent="openness", position=2, in_navigation=False)
    return navigation.tree()


def test_order_is_position_then_age(either: Settings) -> None:
    tree = grown()

    assert names(tree.places) == ["news", "about", "leaders", "history", "openness"]
    assert names(tree.navigation) == ["news", "about", "openness"]


def test_ways_down_and_up(either: Settings) -> None:
    tree = grown()
    openness, history = tree.by_slug("openness"), tree.by_slug("history")
    assert openness and history

    assert names(tree.children(openness)) == ["about", "leaders"]
    assert names(tree.trail(history)) == ["openness", "about", "history"]
    assert names(tree.trail(openness)) == ["openness"]
    assert tree.by_id(history.id) is history and tree.by_slug("nothing") is None
    assert names(tree.of_kind("page")) == ["about", "leaders", "history"]


def test_a_place_is_whole(store: Settings) -> None:
    row = make.section(name="检察要闻", keywords=["新闻", "动态"])

    (place,) = navigation.tree().places

    assert place == Place(
        row.id, "news", "检察要闻", "news", None, True, row.description, "新闻,动态", "新闻动态"
    )
    assert place.url == "/news/"


def test_one_statement(store: Settings) -> None:
    grown()
    with counted() as statements:
        navigation.tree()
    assert len(statements) == 1
