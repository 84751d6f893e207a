"""The search page: what is found, marked, narrowed, ordered and paged; what helps when nothing is."""

from datetime import datetime
from random import Random
from urllib.parse import unquote

import pytest

from portal import create_app, database
from portal.models import Article, Section
from portal.services import publication, search_words
from portal.services.content import MediaUse
from portal.settings import Settings
from tests import make
from tests.client import Answer, InspectingClient
from tests.statements import counted


def ask(client: InspectingClient, question: str, more: str = "", status: int = 200) -> Answer:
    return client.page(f"/search?q={question}{more}", status)


def titles(page: Answer) -> list[str]:
    return page.words("//p[@class='result__title']/a")


def heading(page: Answer) -> str:
    (words,) = page.words("//h2[@id='results-title']")
    return words


def facet(page: Answer, key: str) -> dict[str, str]:
    """The choices of a facet: what is written → where it leads."""
    links = page.all(f"//ul[preceding-sibling::p[@id='facet-{key}']]//a")
    return {" ".join("".join(each.itertext()).split()): unquote(each.get("href")) for each in links}


@pytest.fixture
def small(client: InspectingClient) -> InspectingClient:
    """Five articles in three sections of two kinds, over two years."""
    news, theory = make.section("news"), make.section("theory")
    pictures = make.section("pictures", "pictures")
    make.article(news, "水源一", datetime(2025, 6, 1))
    make.article(news, "水源二", datetime(2026, 1, 1, 0, 30))
    make.article(theory, "水源三", datetime(2026, 2, 1))
    make.article(pictures, "水源四", datetime(2026, 3, 1))
    make.article(news, "别的事", datetime(2026, 3, 1))
    return client


def test_before_anything_is_asked(client: InspectingClient) -> None:
    for path in ("/search", "/search?q=", "/search?q=%20%20"):
        page = client.page(path)
        assert "可以输入标题或正文里的词" in page.text and not page.all("//h2[@id='results-title']")
    client.page("/search?q=&page=2", 404)


def test_what_is_found_is_marked_in_its_context(client: InspectingClient) -> None:
    body = "<p>开头的话。</p><p>前一句。青禾街道的檢察 建议已经落实，很好。</p>"
    article = make.article(make.section(), "一份<检察>建议", body=body)

    page = ask(client, "检察 建议")

    assert heading(page) == "“检察 建议”共 1 条"
    assert titles(page) == ["一份<检察>建议"]
    assert page.words("//p[@class='result__title']//mark") == ["检察", "建议"]
    assert page.words("//p[@class='result__words']//mark") == ["檢察", "建议"]
    assert page.words("//p[@class='result__words']") == ["青禾街道的檢察 建议已经落实，很好。"]
    assert page.words("//p[@class='result__facts']//time") == ["2026-05-08"]
    assert page.all(f"//p[@class='result__title']/a[@href='/news/{article}']")


def test_words_of_media_show_where_they_stand(client: InspectingClient, settings: Settings) -> None:
    picture = make.picture(settings.media)
    use = MediaUse(picture.id, "picture", text="桥下的水变清了", alt="一座石桥")
    make.article(make.section("pictures", "pictures"), "图说", media=[use])

    assert ask(client, "石桥").words("//mark") == ["石桥"]


def test_facets_with_counts(small: InspectingClient) -> None:
    page = ask(small, "水源")

    assert list(facet(page, "section")) == [
        "全部",
        "栏目news（2）",
        "栏目theory（1）",
        "栏目pictures（1）",
    ]
    assert list(facet(page, "kind")) == ["全部", "新闻（3）", "图说（1）"]
    assert list(facet(page, "year")) == ["全部", "2026 年（3）", "2025 年（1）"]
    assert not page.all("//details[@open]")


def test_facets_combine(small: InspectingClient) -> None:
    page = small.page(facet(ask(small, "水源"), "year")["2026 年（3）"])
    assert titles(page) == ["水源四", "水源三", "水源二"]
    assert page.all("//details[@open]")
    assert page.words("//ul[preceding-sibling::p[@id='facet-year']]//a[@aria-current]") == [
        "2026 年（3）"
    ]
    assert list(facet(page, "section"))[1:] == [
        "栏目news（1）",
        "栏目theory（1）",
        "栏目pictures（1）",
    ]

    page = small.page(facet(page, "section")["栏目news（1）"])
    assert titles(page) == ["水源二"] and heading(page) == "“水源”（栏目news，2026 年）共 1 条"
    assert list(facet(page, "year")) == ["全部", "2026 年（1）", "2025 年（1）"]
    assert "（栏目news，2026 年）" in page.words("//title")[0]

    page = small.page(facet(page, "year")["全部"])
    assert titles(page) == ["水源二", "水源一"]
    pictures = ask(small, "水源", "&kind=pictures")
    assert titles(pictures) == ["水源四"] and heading(pictures) == "“水源”（图说）共 1 条"
    assert "（图说）" in pictures.words("//title")[0]
    nothing = ask(small, "水源", "&kind=pictures&year=2025")
    assert "这个范围里没有" in nothing.text
    assert titles(small.page(nothing.all("//p[@class='empty']/a/@href")[0])) != []


@pytest.mark.parametrize(
    "more",
    [
        "&section=nowhere",
        "&kind=x",
        "&year=26",
        "&year=二〇二六",
        "&year=99999",
        "&page=0",
        "&page=x",
    ],
)
def test_what_there_is_not(small: InspectingClient, more: str) -> None:
    ask(small, "水源", more, 404)


def test_counts_are_capped_and_say_so(
    small: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("finding", "search_facets", "search"):
        room = "portal.search" if place == "finding" else "portal.web.public"
        monkeypatch.setattr(f"{room}.{place}.CAPPED", 2)
    monkeypatch.setattr("portal.search.find.__defaults__", (3, 0))

    page = ask(small, "水源")

    assert heading(page) == "“水源”超过 2 条，列出最新的 2 条，第 1 页，共 1 页"
    assert len(titles(page)) == 2
    assert list(facet(page, "year")) == ["全部", "2026 年（2+）", "2025 年（1）"]


def test_a_tally_that_is_not_complete_promises_nothing(
    small: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.search.finding.TALLIED", 2)

    page = ask(small, "水源")

    assert list(facet(page, "year")) == ["全部", "2026 年（2+）", "2025 年"]
    assert set(facet(page, "section")) == {
        "全部",
        "栏目news",
        "栏目theory（1+）",
        "栏目pictures（1+）",
    }
    assert titles(small.page(facet(page, "year")["2025 年"])) == ["水源一"]


def test_best_match_or_newest_first(
    client: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = make.section()
    make.article(place, "水源保护办法", datetime(2024, 1, 1))
    make.article(place, "别的文章", datetime(2026, 1, 1), body="<p>也提到水源。</p>")

    assert titles(ask(client, "水源")) == ["别的文章", "水源保护办法"]
    best = ask(client, "水源", "&order=match")
    assert titles(best) == ["水源保护办法", "别的文章"]
    assert best.words("//div[@aria-label='排列']/a[@aria-current]") == ["最相关在前"]

    monkeypatch.setattr("portal.web.public.search.RANKED", 1)
    many = ask(client, "水源", "&order=match")
    assert titles(many) == ["别的文章", "水源保护办法"] and "仍按时间排列" in many.text


def test_several_words_are_offered_the_best_match(client: InspectingClient) -> None:
    place = make.section()
    make.article(place, "水源保护办法", datetime(2024, 1, 1))
    make.article(place, "别的文章", datetime(2026, 1, 1), body="<p>保护水源。</p>")

    def offered(question: str, more: str = "") -> bool:
        return "请选“最相关在前”" in ask(client, question, more).text

    assert offered("水源 保护")
    assert not offered("水源") and not offered("水源 保护", "&order=match")
    assert not offered("水源 办法"), "a single result has no order"


def test_pages_keep_what_was_chosen(client: InspectingClient) -> None:
    place = make.section()
    for n in range(25):
        make.article(place, f"水源{n}", datetime(2026, 1, 1 + n))

    page = ask(client, "水源", "&section=news&year=2026")
    link = page.all("//nav[@class='pagination']//a[text()='2']")[0]
    assert link.get("data-hx-target") == link.get("data-hx-select") == "#results"
    second = client.page(link.get("href"))

    assert titles(second) == [f"水源{n}" for n in range(4, -1, -1)]
    assert heading(second) == "“水源”（栏目news，2026 年）共 25 条，第 2 页，共 2 页"
    assert second.all("//ol[@start='21']") and "第 2 页" in second.words("//title")[0]
    ask(client, "水源", "&section=news&year=2026&page=3", 404)


def test_the_fragment_has_title_words_and_results(small: InspectingClient) -> None:
    part = small.fragment("/search?q=水源&year=2025", target="results")

    assert part.words("/*/title") == ["搜索“水源”（2025 年） - 检察门户"]
    assert part.words("//*[@id='status']") == ["搜索“水源”，共 1 条。"]
    assert part.all("//*[@id='results']//h2[@tabindex='-1']")
    wrong = small.fragment("/search?q=水源&page=9", target="results", status=404)
    assert wrong.headers["HX-Reswap"] == "none"


def test_words_that_sound_alike_are_offered(client: InspectingClient) -> None:
    place = make.section()
    make.article(place, "检察开放日")
    make.article(place, "检察听证")

    for question in ("建查", "jiancha"):
        page = ask(client, question)
        assert heading(page) == f"“{question}”没有找到"
        assert page.words("//h3[1]/following-sibling::ul[1]//a") == ["检察（2 条）"]
    page = ask(client, "建查 听证")
    assert page.words("//h3[1]/following-sibling::ul[1]//a") == ["检察 听证（1 条）"]
    assert titles(client.page(page.all("//ul[@class='hints']//a/@href")[0])) == ["检察听证"]


def test_parts_of_the_question_are_offered(client: InspectingClient) -> None:
    place = make.section()
    make.article(place, "检察建议书")
    make.article(place, "送达回证，来电12309")

    assert ask(client, "水利 检察 没有").words("//h3[1]/following-sibling::ul[1]//a") == [
        "检察（1 条）"
    ]
    long = ask(client, "检察建议书送达")
    assert long.words("//h3[1]/following-sibling::ul[1]//a") == [
        "检察建议书（1 条）",
        "送达（1 条）",
    ]
    number = ask(client, "0351-12309")
    assert number.words("//h3[1]/following-sibling::ul[1]//a") == ["12309（1 条）"]


def hints(page: Answer) -> list[str]:
    """The questions offered, each with what it leaves out; sections and the site map left aside."""
    return page.words("//ul[@class='hints'][following-sibling::h3]/li")


def test_what_is_left_out_is_said(client: InspectingClient) -> None:
    place = make.section()
    make.article(place, "公开透明，公正办案")
    make.article(place, "来电12309")

    assert hints(ask(client, "公开 公平 公正")) == ["公开 公正（1 条），不找“公平”"]
    assert hints(ask(client, "“公开、公平”")) == ["公开（1 条），不找“公平”"]
    assert hints(ask(client, "公开透明月")) == ["公开透明（1 条），不找“月”"]
    assert hints(ask(client, "0351-12309")) == ["12309（1 条），不找“0351”"]
    assert hints(ask(client, "公开 甲 乙 丙 丁 戊 己")) == [
        "公开（1 条），不找“甲”“乙”“丙”等 6 个词"
    ]


@pytest.mark.parametrize("question", ["“公开、公平”", '"公开、公平"', "「公开、公平」"])
def test_quotes_are_not_doubled(client: InspectingClient, question: str) -> None:
    page = ask(client, question)

    assert heading(page) == f"{question}没有找到" and "标点的位置要一样" in page.text
    assert page.words("//title")[0].startswith(f"搜索{question} - ")


def test_what_quotes_do_is_what_the_page_says(client: InspectingClient) -> None:
    said = client.page("/search").words("//p[@class='results__note']")[0]
    make.article(make.section(), "公益诉讼听证", body="<p>引领，服务。</p>")

    assert "不拆成几个词" in said and titles(ask(client, "“听证公益”")) == []
    assert "汉字之间的空格不算" in said and len(titles(ask(client, "“公益 诉讼”"))) == 1
    assert "标点的位置要一样" in said and titles(ask(client, "“引领服务”")) == []
    assert len(titles(ask(client, "“引领；服务”"))) == 1


def test_words_of_the_desk_in_the_question_come_first(client: InspectingClient) -> None:
    place = make.section()
    make.article(place, "举报电话")
    make.article(place, "醉酒驾驶案件")
    promoted = {"questions": "举报", "name": "检务指南", "url": "/guide/", "description": ""}
    search_words.add_promotion(promoted)
    search_words.add_synonym("醉驾，醉酒驾驶")

    page = ask(client, "怎么举报")
    assert page.words("//ul[@class='promoted']//a") == ["检务指南"]
    assert hints(page) == ["举报（1 条），不找“怎么”"]
    assert hints(ask(client, "怎么举报 举报谁"))[0] == "举报（1 条），不找“怎么”“谁”"
    page = ask(client, "醉驾处罚")
    assert not page.all("//ul[@class='promoted']")
    assert hints(page) == ["醉驾（1 条），不找“处罚”"]
    assert titles(client.page(page.all("//ul[@class='hints']//a/@href")[0])) == ["醉酒驾驶案件"]


def test_sections_to_browse_when_nothing_helps(client: InspectingClient) -> None:
    make.section(name="检察要闻")

    page = ask(client, "zzzz")

    assert "没有哪篇文章里有这些字" in page.text
    assert page.words("//ul[@class='hints']//a") == ["检察要闻", "网站地图"]


QUESTIONS = ("水源", "水源 治理", "“水源”", "水圆", "没有这种说法", "水源&section=news&year=2026")


@pytest.mark.parametrize("question", QUESTIONS)
def test_at_most_eight_statements(small: InspectingClient, question: str) -> None:
    with counted() as seen:
        ask(small, question)

    assert len(seen) <= 8, seen


SIGNS = [chr(code) for code in range(128)]


@pytest.mark.parametrize("question", [
    *SIGNS,
    "".join(SIGNS),
    "'" * 10_000,
    '"' * 10_000,
    "党" * 10_000,
    "党 " * 5000,
    "\" OR 1=1 --",
    "words:* NEAR(a b, 3) NOT c",
    "党* ^建 {x y}: -z +w",
    "');DROP TABLE article;--",
    "‮​\ufeff\ud7ff\ue000\ue001\ue002jian\ue002cha",
    "<script>alert(1)</script>",
    "{{ 7*7 }}%(x)s{0}",
    "😀👨‍👩‍👧",
    "ﷺ" * 100,
])  # fmt: skip
def test_strange_questions(small: InspectingClient, question: str) -> None:
    page = small.page("/search", query_string={"q": question})

    assert page.words("//h1") == ["搜索"] and not page.all("//main//script")
    assert Article.select().count() == 5


def test_any_question_on_both_databases(either: Settings) -> None:
    database.close()
    client = InspectingClient(create_app(either))
    make.article(make.section(), "水源保护，党与建设 open day")
    random = Random(5)  # noqa: S311 - repeatable on purpose
    signs = "水源党建\"'*^%_\\()-:|&!<>,;{}[]~+=\0\t\n AORNDopenday“”0351。，"

    for _ in range(60):
        question = "".join(random.choices(signs, k=random.randrange(1, 9)))
        client.page("/search", query_string={"q": question, "order": random.choice(["", "match"])})
    assert titles(ask(client, "水圆")) == [] and "水源（1 条）" in ask(client, "水圆").text
    assert titles(ask(client, "“open day” 党", "&section=news&year=2026")) != []
    assert Section.select().count() == 1


def test_withdrawn_articles_are_gone_at_once(small: InspectingClient) -> None:
    article = Article.get()
    assert len(titles(ask(small, "水源"))) == 4

    with database.writing():
        publication.take_down(article, "写错了")

    assert len(titles(ask(small, "水源"))) == 3
