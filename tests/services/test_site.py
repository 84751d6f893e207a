"""Running the site: settings, sections and links are checked and changed as a whole."""

from typing import Any

import pytest
from peewee import DatabaseError

from portal.errors import Refused
from portal.models import Link, Section, Setting
from portal.queries import site as about
from portal.queries.site import Site
from portal.services import site
from portal.settings import Settings
from tests import make


def test_settings_are_changed_and_kept(either: Settings) -> None:
    site.change_settings({"name": "示例市人民检察院", "phone": "0000-1234567"})
    site.change_settings({"phone": "", "icp": "示ICP备00000000号"})
    site.change_settings({})

    assert about.site() == Site(name="示例市人民检察院", icp="示ICP备00000000号")
    assert Setting.select().count() == 3


def test_unknown_settings_are_refused_by_name(either: Settings) -> None:
    with pytest.raises(Refused, match="没有这样的站点设置：colour、size。"):
        site.change_settings({"size": "1", "name": "示例", "colour": "2"})

    assert not Setting.select().exists() and about.generation() == 1


def test_a_section_is_stored_as_given(either: Settings) -> None:
    group = make.section("openness", "group")
    row = make.section("about", "page", parent="openness", keywords=["本院", "概况"], update_days=7)

    stored = Section.get(slug="about")
    assert (stored, stored.parent, stored.keywords) == (row, group, "本院,概况")
    assert (stored.kind, stored.update_days, stored.position) == ("page", 7, 2)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"kind": "blog"}, "没有这样的栏目类型：blog。"),
        ({"parent": "nowhere"}, "上级栏目“nowhere”还不存在。"),
        ({"description": ""}, "请用一句话写明“栏目news”栏目发布什么"),
        ({"description": " 栏目news "}, "请用一句话写明“栏目news”栏目发布什么"),
    ],
)
def test_sections_that_are_refused(either: Settings, values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        make.section(**values)

    assert not Section.select().exists() and about.generation() == 1


def test_one_section_for_each_address(either: Settings) -> None:
    make.section()

    with pytest.raises(Refused, match="网址名“news”已经是栏目“栏目news”的"):
        make.section()

    assert Section.select().count() == 1 and about.generation() == 2


def test_links_are_replaced_as_a_whole(either: Settings) -> None:
    good = {"group": "friends", "name": "上级院", "url": "https://example.cn/", "description": ""}
    site.replace_links([good, {**good, "name": "法院"}])
    assert [link.name for link in Link.select().order_by(Link.position)] == ["上级院", "法院"]

    with pytest.raises(DatabaseError):
        site.replace_links(
            [{**good, "name": "先写进去的"}, {"name": "没有分组", "url": good["url"]}]
        )
    assert {link.name for link in Link.select()} == {"上级院", "法院"}

    site.replace_links([])
    assert about.links() == {}


@pytest.mark.parametrize("slug", ["", "a/b", "..", "x?y", "search", "static", "新闻", "a" * 60])
def test_slugs_that_cannot_be_addresses_are_refused(store: Settings, slug: str) -> None:
    with pytest.raises(Refused, match="栏目网址名“"):
        make.section(slug, name="某栏目")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x", "https://" + "x" * 600]
)
def test_addresses_that_are_not_of_the_web_are_refused(store: Settings, url: str) -> None:
    link = {"group": "friends", "name": "某站", "url": url, "description": ""}
    with pytest.raises(Refused, match="某站"):
        site.replace_links([link])
