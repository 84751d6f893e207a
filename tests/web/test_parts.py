"""Parts that pages share: the same for all, marked for where each page is, new after a change."""

import pytest

from portal.models import Section
from tests import make
from tests.client import InspectingClient

MENU = "//nav[@id='menu']//a[@aria-current]"


def test_each_page_marks_its_own_place(client: InspectingClient) -> None:
    for slug in ("news", "law"):
        make.section(slug)
    number = make.article(Section.get(Section.slug == "news"))
    expected = {
        "/": ("首页", "page"),
        "/news/": ("栏目news", "page"),
        f"/news/{number}": ("栏目news", "true"),
        "/law/": ("栏目law", "page"),
        "/search": None,
    }

    for _ in range(2):
        for path, mark in expected.items():
            (found,) = client.page(path).all(MENU) or [None]
            assert (found is not None and (found.text, found.get("aria-current"))) == (
                mark or False
            ), path
    assert not client.page("/missing/", 404).all(MENU)


@pytest.mark.parametrize("path", ["/", "/news/"])
def test_what_changes_shows_at_once(client: InspectingClient, path: str) -> None:
    make.section()
    assert "栏目news" in client.page(path).words("//nav[@id='menu']//a")

    make.section("law", name="新栏目")

    assert "新栏目" in client.page(path).words("//nav[@id='menu']//a")
