"""Sections at the desk: the tree, its order, adding, changing, deleting."""

from datetime import timedelta

import pytest

from portal.models import Entry, Redirect, Section
from portal.times import now, to_beijing
from tests import make
from tests.client import DeskClient

HTMX = {"HX-Request": "true", "HX-Target": "sections"}
GOOD = {
    "name": "检察要闻",
    "slug": "news",
    "kind": "news",
    "description": "发布本院的最新消息。",
    "keywords": "检察新闻，办案动态",
    "column_type": "新闻动态",
    "parent": "",
    "in_navigation": "y",
    "update_days": "14",
    "review_steps": "2",
}


@pytest.fixture
def admin(desk: DeskClient) -> DeskClient:
    desk.sign_in(make.person("admin"))
    return desk


def days_ago(days: int) -> object:
    return to_beijing(now() - timedelta(days=days))


def test_an_empty_portal_says_what_to_do(admin: DeskClient) -> None:
    page = admin.page("/desk/sections/")

    assert "还没有栏目" in page.text and page.all("//a[@href='/desk/sections/new']")


@pytest.mark.parametrize("role", ["editor", "reviewer", "publisher", "auditor"])
def test_only_administrators_enter(desk: DeskClient, role: str) -> None:
    make.section()
    desk.sign_in(make.person(role))

    for path in ("/desk/sections/", "/desk/sections/new", "/desk/sections/1/"):
        assert "管理员" in desk.page(path, 403).text
    desk.submit("/desk/sections/1/delete", status=403)
    desk.submit("/desk/sections/1/move", {"step": "up"}, 403)
    assert Section.select().count() == 1


def test_the_tree_says_how_each_section_stands(admin: DeskClient) -> None:
    group = make.section("openness", "group")
    make.section("reports", parent=group.slug, update_days=30)
    news = make.section("news", update_days=14)
    late = make.section("late", update_days=10)
    soon = make.section("soon", update_days=10)
    make.article(news, at=days_ago(1))  # type: ignore[arg-type]
    make.article(late, at=days_ago(22))  # type: ignore[arg-type]
    make.article(soon, at=days_ago(7))  # type: ignore[arg-type]

    page = admin.page("/desk/sections/")
    lights = [
        " ".join(words.split("（")[0].split())
        for words in page.words("//p[contains(@class, 'light ')]")
    ]
    assert lights == [
        "不要求定期更新",
        "还没有文章，应当每 30 天更新一次",
        "正常",
        "已超期 12 天",
        "还有 3 天",
    ]
    assert page.words("//ol[@class='tree']/li//ol//a[@class='tree__link']") == ["栏目reports"]
    assert "1 个栏目超过了更新周期：栏目late" in " ".join(page.words("//p[@class='notice-box']"))
    assert "1 篇文章" in page.words(f"//li[@id='section-{news.id}']")[0]


def test_adding(admin: DeskClient) -> None:
    admin.page("/desk/sections/new")

    answer = admin.submit("/desk/sections/new", GOOD)

    assert answer.headers["Location"] == "/desk/sections/"
    assert "已添加栏目“检察要闻”" in admin.page("/desk/sections/").text
    row = Section.get()
    assert (row.slug, row.keywords, row.update_days) == ("news", "检察新闻,办案动态", 14)
    assert row.in_navigation and row.parent is None
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.action, entry.thing_name, entry.name) == (
        "section-added",
        "检察要闻",
        "admin同志",
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "请填写栏目名称。"),
        ({"slug": "检察"}, "请用 2 到 40 个小写字母"),
        ({"slug": "desk"}, "是网站自己要用的"),
        ({"description": "检察要闻。"}, "不要只重复栏目名称"),
        ({"keywords": "，"}, "请写至少一个关键词"),
        ({"column_type": ""}, "请填写栏目分类"),
        ({"update_days": "两周"}, "0 到 3660 之间的天数"),
        ({"review_steps": "9"}, "不是有效的"),
        ({"kind": "blog"}, "不是有效的"),
        ({"parent": "nowhere"}, "不是有效的"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    admin: DeskClient, wrong: dict[str, str], sentence: str
) -> None:
    page = admin.submit("/desk/sections/new", {**GOOD, **wrong}, 422)

    assert sentence in " ".join(page.words("//div[@role='alert']"))
    if "description" not in wrong:
        assert GOOD["description"] in page.text
    assert not Section.select().exists()


def test_changing_keeps_what_was_typed_and_what_is_fixed(admin: DeskClient) -> None:
    news = make.section()
    make.article(news)
    page = admin.page(f"/desk/sections/{news.id}/")
    assert not page.all("//select[@name='kind']")
    assert "不能再改" in page.text

    admin.submit(f"/desk/sections/{news.id}/", {**GOOD, "kind": "pictures", "review_steps": "3"})

    row = Section.get()
    assert (row.kind, row.name, row.review_steps) == ("news", "检察要闻", 3)
    assert "已保存" in admin.page("/desk/sections/").text


def test_a_new_address_leads_on_from_the_old_one(admin: DeskClient) -> None:
    news = make.section()
    articles = [make.article(news) for _ in range(21)]
    form = {**GOOD, "slug": "yaowen"}

    admin.submit(f"/desk/sections/{news.id}/", form)

    assert "/yaowen/" in admin.page("/desk/sections/").text
    for old, new in {
        "/news/": "/yaowen/",
        "/news/?page=2": "/yaowen/?page=2",
        "/news/feed.xml": "/yaowen/feed.xml",
        f"/news/{articles[0]}": f"/yaowen/{articles[0]}",
    }.items():
        assert admin.get(old, 301).headers["Location"] == new
        admin.get(new)
    assert admin.get("/news", 308).headers["Location"] == "/news/"
    assert admin.get("/news/?page=%0d%0a", 301).headers["Location"] == "/yaowen/"


def test_an_address_with_a_past_is_taken_over_knowingly(admin: DeskClient) -> None:
    news = make.section()
    admin.submit(f"/desk/sections/{news.id}/", {**GOOD, "slug": "yaowen"})

    page = admin.submit("/desk/sections/new", GOOD, 422)
    assert "旧网址现在转到“检察要闻”" in page.text
    assert page.all("//input[@name='take_over']")

    admin.submit("/desk/sections/new", {**GOOD, "take_over": "y"})
    admin.page("/news/")
    assert not Redirect.select().exists()


def test_moving_with_and_without_scripts(admin: DeskClient) -> None:
    for slug in ("aa", "bb", "cc"):
        make.section(slug)
    last = Section.get(slug="cc").id
    path = f"/desk/sections/{last}/move"

    admin.submit(path, {"step": "up"})
    page = admin.page("/desk/sections/")
    assert "“栏目cc”已上移一位。" in page.words("//p[@class='said']")
    assert page.words("//a[@class='tree__link']") == ["栏目aa", "栏目cc", "栏目bb"]

    part = admin.submit(path, {"step": "up"}, 200, headers=HTMX)
    assert part.words("//a[@class='tree__link']") == ["栏目cc", "栏目aa", "栏目bb"]
    assert part.words("//*[@id='status']") == ["“栏目cc”已上移一位。"]
    assert part.all(f"//button[@id='tree-{last}-up' and @aria-disabled='true']")

    part = admin.submit(path, {"step": "up"}, 200, headers=HTMX)
    assert part.words("//*[@id='status']") == ["“栏目cc”已经是第一个了。"]
    admin.submit(path, {"step": "sideways"}, 400)
    admin.submit("/desk/sections/999/move", {"step": "up"}, 404)


def test_the_main_menu_has_an_order_of_its_own(admin: DeskClient) -> None:
    group = make.section("group", "group", in_navigation=False)
    for slug, parent in (("aa", None), ("bb", "group"), ("cc", None)):
        make.section(slug, parent=parent)
    inner = Section.get(slug="bb").id
    data = {"step": "up", "among": "menu"}

    part = admin.submit(f"/desk/sections/{inner}/move", data, 200, headers=HTMX)

    assert part.words("//span[@class='order__name']") == ["栏目bb", "栏目aa", "栏目cc"]
    assert admin.page("/").words("//nav[@id='menu']//a") == ["首页", "栏目bb", "栏目aa", "栏目cc"]
    admin.submit(f"/desk/sections/{group.id}/move", data, 404)


def test_deleting_asks_first(admin: DeskClient) -> None:
    news = make.section()
    path = f"/desk/sections/{news.id}/delete"

    assert "/news/ 会转到首页" in admin.page(path).text
    assert Section.select().exists(), "asking deletes nothing"
    admin.submit(path)

    assert not Section.select().exists()
    assert "已删除栏目“栏目news”。" in admin.page("/desk/sections/").text
    assert admin.get("/news/", 301).headers["Location"] == "/"
    admin.page(path, 404)


def test_what_is_not_empty_is_not_deleted(admin: DeskClient) -> None:
    group = make.section("group", "group")
    make.section("inner", parent="group")
    news = make.section()
    make.article(news)

    for row, words in ((group, "1 个下级栏目"), (news, "1 篇文章")):
        path = f"/desk/sections/{row.id}/delete"
        page = admin.page(path)
        assert words in page.text and not page.all("//form[contains(@action, 'delete')]")
        assert words in " ".join(admin.submit(path, status=422).words("//div[@role='alert']"))
    assert Section.select().count() == 3
