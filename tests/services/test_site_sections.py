"""Sections changed, moved and deleted: the rules, the redirects, the journal."""

import json
from typing import Any

import pytest

from portal import database
from portal.errors import Missing, Refused
from portal.models import Entry, Redirect, Section
from portal.queries import site as about
from portal.roles import COMMAND
from portal.services import site
from portal.settings import Settings
from tests import make


def facts(row: Section, **changes: Any) -> dict[str, Any]:
    names = ("slug", "name", "kind", "description", "keywords", "column_type", "in_navigation")
    own = {name: getattr(row, name) for name in (*names, "update_days", "review_steps")}
    return {**own, "parent": row.parent and row.parent.slug, **changes}


def rename(section: Section, slug: str, **more: Any) -> None:
    row = Section.get_by_id(section.id)
    site.change_section(row.id, facts(row, slug=slug, **more), by=COMMAND)


@pytest.mark.parametrize("fact", ["name", "slug", "parent", "kind", "description", "keywords"])
def test_characters_that_no_database_holds(either: Settings, fact: str) -> None:
    row = make.section()
    for value in ("\0", "news\0", "\ud800"):
        try:
            site.change_section(row.id, facts(row, **{fact: value}), by=COMMAND)
        except Refused as refused:
            assert refused.sentence
    assert "\0" not in repr(Section.get_by_id(row.id).__data__)


def redirects() -> dict[str, str]:
    return {row.path: row.target for row in Redirect.select()}


def slugs() -> list[str]:
    return [row.slug for row in Section.select().order_by(Section.position, Section.id)]


def test_only_what_changed_is_noted(either: Settings) -> None:
    make.section("openness", "group")
    row = make.section()
    site.change_section(row.id, facts(row, name="要闻", parent="openness"), by=COMMAND)

    entry = Entry.get()
    assert (entry.action, entry.thing, entry.thing_id) == ("section-changed", "section", row.id)
    assert json.loads(entry.before) == {"name": "栏目news", "parent": None}
    assert json.loads(entry.after) == {"name": "要闻", "parent": "openness"}
    assert about.generation() == 4


def test_saving_what_is_there_changes_nothing(either: Settings) -> None:
    row = make.section(keywords=["一", "二"])

    site.change_section(row.id, facts(row, keywords="一，二"), by=COMMAND)

    assert not Entry.select().exists() and about.generation() == 2


def test_what_readers_do_not_see_moves_no_generation(either: Settings) -> None:
    row = make.section()

    site.change_section(row.id, facts(row, review_steps=3, update_days=9), by=COMMAND)

    assert Entry.select().count() == 1 and about.generation() == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "长" * 41}, "name"),
        ({"slug": "Ab"}, "slug"),
        ({"slug": "search"}, "slug"),
        ({"slug": "other"}, "slug"),
        ({"kind": "pictures"}, "kind"),
        ({"kind": "blog"}, "kind"),
        ({"description": "栏目news。"}, "description"),
        ({"description": "长" * 201}, "description"),
        ({"keywords": "，、"}, "keywords"),
        ({"column_type": " "}, "column_type"),
        ({"parent": "nowhere"}, "parent"),
        ({"parent": "news"}, "parent"),
        ({"parent": "below"}, "parent"),
        ({"update_days": "3661"}, "update_days"),
        ({"update_days": "²"}, "update_days"),
        ({"update_days": -1}, "update_days"),
        ({"review_steps": 0}, "review_steps"),
        ({"review_steps": "四"}, "review_steps"),
    ],
)
def test_changes_that_are_refused(either: Settings, values: dict[str, Any], field: str) -> None:
    row = make.section()
    make.section("other")
    make.section("inner", parent="news")
    make.section("below", parent="inner")
    make.article(row)
    before = about.generation()

    with pytest.raises(Refused) as refused:
        site.change_section(row.id, facts(row, **values), by=COMMAND)

    assert refused.value.field == field
    assert about.generation() == before and not Entry.select().exists()


def test_the_kind_of_an_empty_section_may_change(either: Settings) -> None:
    row = make.section()

    site.change_section(row.id, facts(row, kind="pictures"))

    assert Section.get().kind == "pictures"


def test_nothing_that_is_not_there(either: Settings) -> None:
    row = make.section()
    for act in (
        lambda: site.change_section(99, facts(row)),
        lambda: site.move_section(99, 1),
        lambda: site.delete_section(99),
    ):
        with pytest.raises(Missing):
            act()


def test_redirects_are_one_step_long(either: Settings) -> None:
    row = make.section("aa")
    rename(row, "bb")
    assert redirects() == {"/aa/": "/bb/", "/aa/feed.xml": "/bb/feed.xml"}

    rename(row, "cc")
    assert redirects() == {
        "/aa/": "/cc/",
        "/aa/feed.xml": "/cc/feed.xml",
        "/bb/": "/cc/",
        "/bb/feed.xml": "/cc/feed.xml",
    }


def test_renaming_back_leaves_no_circle(either: Settings) -> None:
    row = make.section("aa")
    rename(row, "bb")
    rename(row, "aa")
    assert redirects() == {"/bb/": "/aa/", "/bb/feed.xml": "/aa/feed.xml"}

    rename(row, "cc")
    rename(row, "bb")
    rename(row, "aa")
    assert set(redirects().values()) == {"/aa/", "/aa/feed.xml"}
    assert not set(redirects()) & {"/aa/", "/aa/feed.xml"}


def test_redirects_of_single_pages_follow(either: Settings) -> None:
    row = make.section("aa")
    Redirect.create(path="/old/7.html", target="/aa/7")
    Redirect.create(path="/aaa/", target="/aaaa/")
    Redirect.create(path="/bb/7", target="/aa/7")
    rename(row, "bb")

    assert redirects()["/old/7.html"] == "/bb/7"
    assert redirects()["/aaa/"] == "/aaaa/", "another address that begins alike"
    assert "/bb/7" not in redirects(), "it would lead to itself"


def test_two_sections_exchange_addresses(either: Settings) -> None:
    one, two = make.section("aa"), make.section("bb")
    rename(one, "cc")
    with pytest.raises(Refused, match="旧网址现在转到“栏目aa”"):
        rename(two, "aa")
    rename(two, "aa", take_over=True)
    rename(one, "bb", take_over=True)

    assert redirects() == {"/cc/": "/bb/", "/cc/feed.xml": "/bb/feed.xml"}


def test_a_new_section_at_an_old_address(either: Settings) -> None:
    rename(make.section("aa"), "bb")

    with pytest.raises(Refused) as refused:
        make.section("aa")
    assert refused.value.field == "take_over"
    make.section("aa", take_over=True)
    assert redirects() == {}


def test_a_deleted_section_leads_to_the_one_above(either: Settings) -> None:
    make.section("group", "group")
    inner, alone = make.section("inner", parent="group"), make.section("alone")
    rename(inner, "later")

    assert site.delete_section(inner.id, by=COMMAND) == "栏目inner"
    site.delete_section(alone.id, by=COMMAND)

    assert redirects() == {
        "/inner/": "/group/",
        "/inner/feed.xml": "/group/feed.xml",
        "/later/": "/group/",
        "/later/feed.xml": "/group/feed.xml",
        "/alone/": "/",
        "/alone/feed.xml": "/feed.xml",
    }
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.action, json.loads(entry.before)["slug"]) == ("section-deleted", "alone")
    with pytest.raises(Refused, match="旧网址现在转到首页"):
        make.section("alone")


def test_what_is_not_empty_is_not_deleted(either: Settings) -> None:
    group = make.section("group", "group")
    inner = make.section("inner", parent="group")
    make.article(inner)

    with pytest.raises(Refused, match="1 个下级栏目"):
        site.delete_section(group.id)
    with pytest.raises(Refused, match="1 篇文章"):
        site.delete_section(inner.id)
    assert Section.select().count() == 2 and redirects() == {}


def test_moving_among_siblings(either: Settings) -> None:
    for slug, above in (("aa", None), ("bb", None), ("b1", "bb"), ("b2", "bb"), ("cc", None)):
        make.section(slug, parent=above)

    def move(slug: str, step: int) -> bool:
        return site.move_section(Section.get(slug=slug).id, step, by=COMMAND)

    assert move("cc", -1) and slugs() == ["aa", "cc", "b1", "b2", "bb"]
    assert move("b2", -1) and slugs() == ["aa", "cc", "b2", "b1", "bb"]
    assert not move("b2", -1) and not move("bb", 1)
    assert move("aa", 1) and slugs() == ["cc", "aa", "b2", "b1", "bb"]
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.before, entry.after) == ('{"place": 1}', '{"place": 2}')


def test_equal_places_are_put_right(either: Settings) -> None:
    for slug in ("aa", "bb", "cc"):
        make.section(slug, position=5)

    site.move_section(Section.get(slug="cc").id, -1)

    assert slugs() == ["aa", "cc", "bb"]


def test_the_menu_is_ordered_by_itself(either: Settings) -> None:
    make.section("group", "group", in_navigation=False)
    for slug, above in (("aa", None), ("inner", "group"), ("cc", None)):
        make.section(slug, parent=above)

    inner = Section.get(slug="inner").id
    assert site.move_section(inner, -1, in_menu=True, by=COMMAND)
    assert [s for s in slugs() if s != "group"] == ["inner", "aa", "cc"]
    assert not site.move_section(inner, -1, in_menu=True)
    with pytest.raises(Missing):
        site.move_section(Section.get(slug="group").id, 1, in_menu=True)


def test_a_new_section_comes_last(either: Settings) -> None:
    make.section("aa", position=7)
    row = make.section("bb", position=None)

    assert row.position == 8


def test_a_refused_change_inside_a_larger_act_spoils_nothing(either: Settings) -> None:
    row = make.section("aa")
    with database.writing():
        with pytest.raises(Refused):
            rename(row, "desk")
        rename(row, "bb")

    assert slugs() == ["bb"] and Entry.select().count() == 1
