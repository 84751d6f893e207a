"""What the site says of itself, and where moved addresses lead."""

import pytest

from portal.models import Redirect, Setting
from portal.queries import site
from portal.queries.site import OutsideLink, Site
from portal.services import site as running
from portal.settings import Settings


def test_an_empty_portal_has_a_name(either: Settings) -> None:
    assert site.site() == Site() and Site().name
    assert site.links() == {}
    assert site.generation() == 1


def test_settings_of_another_version_are_passed_over(either: Settings) -> None:
    running.change_settings({"name": "示例市人民检察院"})
    Setting.create(key="colour", value="blue")

    assert site.site() == Site(name="示例市人民检察院")


def test_the_police_number_is_its_digits() -> None:
    assert Site(police="示公网安备 12345678901234号").police_number == "12345678901234"
    assert Site().police_number == ""


def test_links_by_group_in_their_order(either: Settings) -> None:
    def link(group: str, name: str) -> dict[str, str]:
        return {"group": group, "name": name, "url": f"https://example.cn/{name}"}

    running.replace_links([link("friends", "z"), link("channels", "m"), link("friends", "a")])

    assert site.links() == {
        "channels": [OutsideLink("m", "https://example.cn/m", "")],
        "friends": [
            OutsideLink("z", "https://example.cn/z", ""),
            OutsideLink("a", "https://example.cn/a", ""),
        ],
    }


@pytest.mark.parametrize("path", ["/", "/old", "/old/7.html?", "/\0", "/\ud7ff", "/" + "x" * 9000])
def test_any_path_may_be_asked_for(either: Settings, path: str) -> None:
    Redirect.create(path="/old/7.html", target="/news/")

    assert site.redirect(path) is None
    assert site.redirect("/old/7.html") == "/news/"
