"""The sections as the desk runs them: counts, and the light of the update cycle."""

from datetime import datetime, timedelta

import pytest

from portal.models import Article
from portal.queries import sections
from portal.queries.sections import Row
from portal.settings import Settings
from tests import make

NOW = datetime(2026, 5, 8, 4, 0)


def row(days: int, newest: datetime | None) -> Row:
    return Row(1, "a", "甲", "news", None, True, "", "", "", days, 2, 1, newest=newest)


@pytest.mark.parametrize(
    ("days", "silent", "light", "words"),
    [
        (0, 900, "free", "不要求定期更新"),
        (14, 0, "fine", "正常"),
        (14, 10, "fine", "正常"),
        (14, 11, "soon", "还有 3 天"),
        (14, 14, "soon", "今天到期"),
        (14, 26, "late", "已超期 12 天"),
        (1, 0, "soon", "还有 1 天"),
        (366, 351, "fine", "正常"),
        (366, 352, "soon", "还有 14 天"),
    ],
)
def test_lights(days: int, silent: int, light: str, words: str) -> None:
    found = sections.cycle(row(days, NOW - timedelta(days=silent)), NOW)

    assert (found.light, found.words) == (light, words)


def test_days_are_those_of_beijing() -> None:
    evening = datetime(2026, 5, 6, 15, 59)  # 23:59 of the 6th in Beijing
    night = datetime(2026, 5, 6, 16, 1)  # 00:01 of the 7th

    assert sections.cycle(row(1, evening), NOW).words == "已超期 1 天"
    assert sections.cycle(row(1, night), NOW).words == "今天到期"


def test_a_section_without_articles_says_so() -> None:
    assert sections.cycle(row(30, None), NOW).words == "还没有文章，应当每 30 天更新一次"


def test_articles_are_counted_by_what_readers_see(either: Settings) -> None:
    place = make.section()
    empty = make.section("empty")
    at = datetime(2026, 5, 1, 9, 0)
    numbers = [make.article(place, at=at + timedelta(days=n)) for n in range(4)]
    Article.update(state="withdrawn").where(Article.id == numbers[0]).execute()
    Article.update(published_at=NOW + timedelta(days=9)).where(Article.id == numbers[1]).execute()

    found = sections.one(place.id, NOW)
    assert found is not None
    assert (found.live, found.others, found.articles) == (2, 2, 4)
    assert found.newest == datetime(2026, 5, 4, 1, 0)
    other = sections.one(empty.id, NOW)
    assert other is not None and (other.articles, other.newest) == (0, None)
    assert sections.one(99, NOW) is None


def test_the_tree(either: Settings) -> None:
    for slug, above in (("top", None), ("one", "top"), ("two", "top"), ("deep", "two")):
        make.section(slug, parent=above)
    make.section("last", column_type="别的")

    tree = sections.outline(NOW)
    assert [(each.slug, depth) for each, depth in sections.flat(tree)] == [
        ("top", 0),
        ("one", 1),
        ("two", 1),
        ("deep", 2),
        ("last", 0),
    ]
    assert sorted(sections.column_types()) == ["别的", "新闻动态"]
