"""Links at the desk: two groups, their order, adding, changing, deleting."""

import pytest

from portal.models import Entry, Link
from tests import make
from tests.client import DeskClient

HTMX = {"HX-Request": "true", "HX-Target": "links"}
GOOD = {
    "group": "friends",
    "name": "最高人民检察院",
    "url": "https://www.spp.gov.cn/",
    "description": "要闻和司法解释",
}


@pytest.fixture
def admin(desk: DeskClient) -> DeskClient:
    desk.sign_in(make.person("admin"))
    return desk


def add(admin: DeskClient, name: str, group: str = "friends") -> int:
    admin.submit(
        "/desk/links/new",
        {"group": group, "name": name, "url": f"https://www.example.cn/{len(name)}/{name}"},
    )
    number: int = Link.select().order_by(Link.id.desc()).get().id
    return number


def test_an_empty_list_says_so(admin: DeskClient) -> None:
    page = admin.page("/desk/links/")

    assert page.words("//h2") == ["友情链接（0 个）", "微观检察（0 个）"]
    assert len(page.all("//p[@class='empty']")) == 2


@pytest.mark.parametrize("role", ["editor", "reviewer", "publisher", "auditor"])
def test_only_administrators_enter(desk: DeskClient, role: str) -> None:
    desk.sign_in(make.person(role))

    desk.page("/desk/links/", 403)
    desk.submit("/desk/links/new", GOOD, 403)
    assert not Link.select().exists()


def test_added_links_are_shown_to_readers(admin: DeskClient) -> None:
    page = admin.page("/desk/links/new?group=friends")
    assert page.all("//input[@name='group' and @value='friends' and @checked]")

    admin.submit("/desk/links/new", GOOD)

    assert "已添加链接“最高人民检察院”。" in admin.page("/desk/links/").text
    assert admin.page("/").all("//a[@href='https://www.spp.gov.cn/']")
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.action, entry.thing_name) == ("links-changed", "最高人民检察院")
    assert '"url": "https://www.spp.gov.cn/"' in entry.after and entry.before == "{}"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"group": ""}, "请选择放在哪一组。"),
        ({"name": ""}, "请填写名称。"),
        ({"url": "www.spp.gov.cn"}, "请以 https:// 或 http:// 开头"),
        ({"url": "javascript:alert(1)"}, "请以 https:// 或 http:// 开头"),
        ({"url": "https://检察院"}, "网址不完整"),
        ({"url": "https://user@www.spp.gov.cn/"}, "网址不完整"),
        ({"url": "https://www.spp.gov.cn:port/"}, "网址不完整"),
        ({"url": "https://www.spp.gov.cn/ x"}, "网址不完整"),
        ({"url": "https://[::1"}, "网址不完整"),
        ({"description": "长" * 101}, "最多 100 个字"),
    ],
)
def test_what_is_wrong_is_said(admin: DeskClient, wrong: dict[str, str], sentence: str) -> None:
    page = admin.submit("/desk/links/new", {**GOOD, **wrong}, 422)

    assert sentence in " ".join(page.words("//div[@role='alert']"))
    assert not Link.select().exists()


def test_the_same_address_twice_in_a_group(admin: DeskClient) -> None:
    admin.submit("/desk/links/new", GOOD)
    page = admin.submit("/desk/links/new", {**GOOD, "name": "又一个"}, 422)
    assert "这一组里已经有这个网址" in page.text

    admin.submit("/desk/links/new", {**GOOD, "group": "channels"})
    assert Link.select().count() == 2


def test_changing(admin: DeskClient) -> None:
    one, two = add(admin, "甲"), add(admin, "乙乙")
    add(admin, "丙丙丙", "channels")
    page = admin.page(f"/desk/links/{one}/")
    assert page.all("//input[@name='name' and @value='甲']")

    admin.submit(f"/desk/links/{one}/", {**GOOD, "group": "channels", "name": "甲院"})

    page = admin.page("/desk/links/")
    assert page.words("//section[1]//a[@class='tree__link']") == ["乙乙"]
    assert page.words("//section[2]//a[@class='tree__link']") == ["丙丙丙", "甲院"]
    assert Link.get_by_id(two).name == "乙乙"
    count = Entry.select().count()
    admin.submit(
        f"/desk/links/{two}/", {"group": "friends", "name": "乙乙", "url": Link.get_by_id(two).url}
    )
    assert Entry.select().count() == count, "nothing was different"


def test_moving_with_and_without_scripts(admin: DeskClient) -> None:
    add(admin, "甲")
    two = add(admin, "乙乙")

    admin.submit(f"/desk/links/{two}/move", {"step": "up"})
    page = admin.page("/desk/links/")
    assert page.words("//section[1]//a[@class='tree__link']") == ["乙乙", "甲"]
    assert page.words("//p[@class='said']")[-1] == "“乙乙”已上移一位。"

    part = admin.submit(f"/desk/links/{two}/move", {"step": "down"}, 200, headers=HTMX)
    assert part.words("//*[@id='status']") == ["“乙乙”已下移一位。"]
    assert part.all(f"//button[@id='link-{two}-down' and @aria-disabled='true']")


def test_deleting_asks_first(admin: DeskClient) -> None:
    one = add(admin, "甲")

    assert "“友情链接”里不再有“甲”" in admin.page(f"/desk/links/{one}/delete").text
    assert Link.select().exists()
    admin.submit(f"/desk/links/{one}/delete")

    assert not Link.select().exists()
    assert "已删除链接“甲”。" in admin.page("/desk/links/").text
    admin.page(f"/desk/links/{one}/", 404)
