"""Links one by one: added, changed, moved, deleted, and noted."""

import json

import pytest

from portal.errors import Missing, Refused
from portal.models import Entry, Link
from portal.queries import site as about
from portal.roles import COMMAND
from portal.services import site
from portal.settings import Settings


def link(name: str, group: str = "friends") -> dict[str, object]:
    url = f"https://www.example.cn/{name}"
    return {"group": group, "name": name, "url": url, "description": ""}


def names(group: str = "friends") -> list[str]:
    return [each.name for each in about.links().get(group, [])]


def test_each_link_goes_to_the_end_of_its_group(either: Settings) -> None:
    for name, group in (("a", "friends"), ("x", "channels"), ("b", "friends")):
        site.add_link(link(name, group), by=COMMAND)

    assert names() == ["a", "b"] and names("channels") == ["x"]
    assert about.generation() == 4
    assert [each.action for each in Entry.select()] == ["links-changed"] * 3


def test_changing_notes_the_difference(either: Settings) -> None:
    number = site.add_link(link("a"))
    site.add_link(link("x", "channels"))
    site.change_link(number, {**link("a", "channels"), "name": "新"}, by=COMMAND)
    site.change_link(number, {**link("a", "channels"), "name": "新"}, by=COMMAND)

    entry = Entry.get()
    assert json.loads(entry.before) == {"group": "friends", "name": "a"}
    assert json.loads(entry.after) == {"group": "channels", "name": "新"}
    assert names("channels") == ["x", "新"] and Entry.select().count() == 1


def test_moving(either: Settings) -> None:
    numbers = {name: site.add_link(link(name)) for name in "abc"}
    site.add_link(link("x", "channels"))

    assert site.move_link(numbers["c"], -1, by=COMMAND) and names() == ["a", "c", "b"]
    assert site.move_link(numbers["a"], 1) and names() == ["c", "a", "b"]
    assert not site.move_link(numbers["c"], -1) and not site.move_link(numbers["b"], 1)
    assert (Entry.get().before, Entry.get().after) == ('{"place": 3}', '{"place": 2}')


def test_links_of_the_demo_can_be_moved(either: Settings) -> None:
    site.replace_links([link("a"), link("x", "channels"), link("b")])  # type: ignore[list-item]

    site.move_link(Link.get(name="b").id, -1)

    assert names() == ["b", "a"]


def test_deleting(either: Settings) -> None:
    number = site.add_link(link("a"))

    assert site.delete_link(number, by=COMMAND) == "a"

    assert names() == [] and json.loads(Entry.get().before)["name"] == "a"


def test_nothing_that_is_not_there(either: Settings) -> None:
    for act in (
        lambda: site.change_link(9, link("a")),
        lambda: site.move_link(9, 1),
        lambda: site.delete_link(9),
    ):
        with pytest.raises(Missing):
            act()


def test_a_group_that_the_site_does_not_show(either: Settings) -> None:
    with pytest.raises(Refused) as refused:
        site.add_link(link("a", "enemies"))

    assert refused.value.field == "group" and not Link.select().exists()
