"""Synonyms and promoted results at the desk, and what readers get of them."""

import pytest

from portal import create_app, database
from portal.models import Article, Entry, Promotion, Synonym
from portal.queries import site
from portal.services import publication
from portal.settings import Settings
from tests import make
from tests.client import DeskClient

PLACE = "/desk/search-words/"
GOOD = {
    "questions": "国家赔偿，赔偿",
    "name": "赔偿怎么申请",
    "url": "/guide/",
    "description": "要带什么",
}


@pytest.fixture
def admin(desk: DeskClient) -> DeskClient:
    desk.sign_in(make.person("admin"))
    return desk


def said(admin: DeskClient, path: str, values: dict[str, str]) -> str:
    """What is wrong with a form."""
    page = admin.submit(path, values, 422)
    return " ".join(page.words("//div[@role='alert']//li"))


def test_empty_lists_say_so(admin: DeskClient) -> None:
    page = admin.page(PLACE)

    assert page.words("//h2") == ["同义词（0 组）", "推荐结果（0 条）"]
    assert len(page.all("//p[@class='empty']")) == 2


@pytest.mark.parametrize("role", ["editor", "reviewer", "publisher", "auditor"])
def test_only_administrators_enter(desk: DeskClient, role: str) -> None:
    desk.sign_in(make.person(role))

    desk.page(PLACE, 403)
    desk.submit(f"{PLACE}promotions/new", GOOD, 403)
    assert not Promotion.select().exists()


def test_synonyms_are_searched_at_once(admin: DeskClient) -> None:
    place = make.section()
    make.article(place, "一起醉驾案件")
    make.article(place, "一起醉酒驾驶案件")
    before = site.generation()

    admin.submit(f"{PLACE}synonyms/new", {"words": "醉驾＝醉酒驾驶、酒驾，醉駕"})

    assert Synonym.get().words == "醉驾,醉酒驾驶,酒驾"
    assert site.generation() == before + 1
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.action, entry.thing_name) == ("synonyms-changed", "醉驾,醉酒驾驶,酒驾")
    page = admin.page("/search?q=醉駕")
    assert page.words("//mark") == ["醉酒驾驶", "醉驾"]
    assert "同时搜索了“醉酒驾驶”“酒驾”。" in page.text
    only = page.all("//a[@class='results__link']/@href")[0]
    alone = admin.page(only)
    assert alone.words("//mark") == ["醉驾"] and "同时搜索" not in alone.text


def test_synonyms_only_for_the_whole_word(admin: DeskClient) -> None:
    make.article(make.section(), "醉酒驾驶案件")
    admin.submit(f"{PLACE}synonyms/new", {"words": "醉驾，醉酒驾驶"})

    assert "没有找到" in admin.page("/search?q=醉驾案件").text
    assert admin.page("/search?q=醉驾 案件").words("//mark") == ["醉酒驾驶", "案件"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "请填写意思相同的词。"),
        ("醉驾", "请至少写两个意思相同的词"),
        ("醉驾，醉駕", "请至少写两个意思相同的词"),
        ("醉驾，！！", "“！！”里没有文字"),
        ("醉驾，" + "长" * 31, "每个词最多 30 个字"),
        ("，".join(f"词{n}" for n in range(21)), "最多写 20 个词"),
        ("国赔，国家赔偿", "“国赔”已经在另一组里：国赔、赔偿。"),
    ],
)
def test_what_is_wrong_with_synonyms_is_said(admin: DeskClient, words: str, sentence: str) -> None:
    admin.submit(f"{PLACE}synonyms/new", {"words": "国赔，赔偿"})

    assert sentence in said(admin, f"{PLACE}synonyms/new", {"words": words})
    assert Synonym.select().count() == 1


def test_changing_and_deleting_synonyms(admin: DeskClient) -> None:
    admin.submit(f"{PLACE}synonyms/new", {"words": "国赔，赔偿"})
    path = f"{PLACE}synonyms/{Synonym.get().id}/"
    assert admin.page(path).all("//input[@value='国赔，赔偿']")

    admin.submit(path, {"words": "国赔，国家赔偿"})
    count = Entry.select().count()
    admin.submit(path, {"words": "国赔，国家赔偿"})
    assert Entry.select().count() == count, "nothing was different"

    assert "国赔、国家赔偿" in admin.page(PLACE).text
    assert "不再同时找出" in admin.page(f"{path}delete").text
    admin.submit(f"{path}delete")
    assert not Synonym.select().exists()
    admin.page(path, 404)


def test_a_promotion_stands_above_the_results(admin: DeskClient) -> None:
    article = make.article(make.section(), "国家赔偿的一件案子")
    admin.submit(f"{PLACE}promotions/new", {**GOOD, "url": str(article)})
    assert Promotion.get().url == f"/news/{article}"

    page = admin.page("/search?q=國家賠償")

    assert page.words("//ul[@aria-label='推荐']//a") == ["赔偿怎么申请"]
    assert "要带什么" in page.text
    assert admin.page("/search?q=案子 赔偿").all("//ul[@aria-label='推荐']"), "one of the words"
    for other in ("案子", "国家赔偿&section=news", "国家赔偿的"):
        assert not admin.page(f"/search?q={other}").all("//ul[@aria-label='推荐']"), other


def test_a_promotion_helps_where_nothing_is_found(admin: DeskClient) -> None:
    article = make.article(make.section(), "怎样申请")
    admin.submit(f"{PLACE}promotions/new", {**GOOD, "questions": "上访", "url": str(article)})

    page = admin.page("/search?q=上访")

    assert "没有找到" in page.text
    assert page.words("//ul[@aria-label='推荐']//a") == ["赔偿怎么申请"]


def test_a_promoted_article_that_was_withdrawn_is_not_shown(admin: DeskClient) -> None:
    place = make.section()
    article = make.article(place, "国家赔偿指南")
    make.article(place, "国家赔偿案子")
    admin.submit(f"{PLACE}promotions/new", {**GOOD, "url": f"/news/{article}"})
    assert admin.page("/search?q=赔偿").all("//ul[@aria-label='推荐']")

    with database.writing():
        publication.take_down(Article.get_by_id(article), "写错了")

    assert not admin.page("/search?q=赔偿").all("//ul[@aria-label='推荐']")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"questions": ""}, "请填写读者会搜的词。"),
        ({"questions": "，，"}, "请填写读者会搜的词，几个词之间用逗号隔开。"),
        ({"name": ""}, "请填写标题。"),
        ({"url": ""}, "请填写文章编号或网址。"),
        ({"url": "999"}, "没有编号为 999 的已发布文章"),
        ({"url": "/news/999"}, "没有编号为 999 的已发布文章"),
        ({"url": "//evil.example"}, "请以 https:// 或 http:// 开头"),
        ({"url": "javascript:alert(1)"}, "请以 https:// 或 http:// 开头"),
        ({"url": "https://检察院"}, "网址不完整"),
        ({"description": "长" * 201}, "最多 200 个字"),
        ({"name": "长" * 81}, "最多 80 个字"),
    ],
)
def test_what_is_wrong_with_a_promotion_is_said(
    admin: DeskClient, wrong: dict[str, str], sentence: str
) -> None:
    assert sentence in said(admin, f"{PLACE}promotions/new", {**GOOD, **wrong})
    assert not Promotion.select().exists()


def test_changing_and_deleting_a_promotion(admin: DeskClient) -> None:
    admin.submit(f"{PLACE}promotions/new", {**GOOD, "url": "https://www.12309.gov.cn/"})
    path = f"{PLACE}promotions/{Promotion.get().id}/"
    assert admin.page(path).all("//input[@value='国家赔偿，赔偿']")

    admin.submit(path, {**GOOD, "name": "去哪里申请赔偿"})
    count = Entry.select().count()
    admin.submit(path, {**GOOD, "name": "去哪里申请赔偿"})
    assert Entry.select().count() == count

    assert "去哪里申请赔偿" in admin.page(PLACE).text
    assert "不再有“去哪里申请赔偿”" in admin.page(f"{path}delete").text
    admin.submit(f"{path}delete")
    assert not Promotion.select().exists()
    admin.page(f"{path}delete", 404)


def test_the_journal_tells_it_in_words(desk: DeskClient) -> None:
    desk.sign_in(make.person("admin", "auditor"))
    desk.submit(f"{PLACE}promotions/new", GOOD)

    page = desk.page("/desk/journal/")

    assert "修改了推荐结果“赔偿怎么申请”" in page.text and "读者会搜的词" in page.text


def test_on_postgresql_too(either: Settings) -> None:
    database.close()
    admin = DeskClient(create_app(either))
    admin.sign_in(make.person("admin"))
    make.article(make.section(), "酒驾案件")
    admin.submit(f"{PLACE}synonyms/new", {"words": "醉驾，酒驾"})
    admin.submit(f"{PLACE}promotions/new", {**GOOD, "questions": "醉驾"})

    page = admin.page("/search?q=醉驾")

    assert page.words("//mark") == ["酒驾"] and page.all("//ul[@aria-label='推荐']")
