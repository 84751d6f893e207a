"""The library of legal documents: facts, words, pages, odd addresses; the page of one document."""

from datetime import datetime, timedelta
from random import Random
from urllib.parse import quote

import pytest

from portal import create_app, database
from portal.models import Article, Revision, Section
from portal.privacy import text_of
from portal.roles import COMMAND
from portal.services import demo, publication, search_words
from portal.services.anonymising.telling import told
from portal.services.workflow import placing
from portal.settings import Settings
from portal.word_import import read_document
from tests import make
from tests.client import Answer, InspectingClient
from tests.statements import counted

START = datetime(2026, 1, 1, 9)
KINDS = ("起诉书", "起诉书", "不起诉决定书")


def document(place: Section, n: int, title: str = "", **facts: str) -> int:
    """A live document, each an hour after the one before."""
    details = {**make.DOCUMENT, "number": f"示检刑诉〔2026〕{n}号", **facts}
    at = START + timedelta(hours=n)
    return make.article(place, title or f"第{n}份", at, details=details)


@pytest.fixture
def library(client: InspectingClient) -> InspectingClient:
    """Six documents of two types, two years, two causes and two offices."""
    place = make.section("documents", "documents", name="法律文书公开")
    for n in range(6):
        document(
            place,
            n,
            type=KINDS[n % 3],
            date=f"{2025 + n % 2}-03-0{n + 1}",
            cause="盗窃罪" if n < 4 else "诈骗罪",
            unit="示例市人民检察院" if n else "上级检察院",
            basis="判决已生效。",
        )
    return client


def titles(page: Answer) -> list[str]:
    return page.words("//table[@class='documents']/tbody/tr/th/a")


def heading(page: Answer) -> str:
    (words,) = page.words("//h2[@id='results-title']")
    return words


def choices(page: Answer, name: str) -> list[str]:
    return page.words(f"//select[@name='{name}']/option")


def test_facts_are_offered_with_counts(library: InspectingClient) -> None:
    page = library.page("/documents/")

    assert heading(page) == "共 6 条"
    assert titles(page) == [f"第{n}份" for n in reversed(range(6))]
    assert choices(page, "type") == ["全部", "起诉书（4）", "不起诉决定书（2）"]
    assert choices(page, "year") == ["全部", "2026 年（3）", "2025 年（3）"]
    assert choices(page, "cause") == ["全部", "盗窃罪（4）", "诈骗罪（2）"]
    assert choices(page, "unit") == ["全部", "示例市人民检察院（5）", "上级检察院（1）"]
    assert page.words("//table/caption") == ["法律文书公开，共 6 条"]
    assert len(page.all("//thead//th[@scope='col']")) == 6
    assert page.words("//tbody/tr[1]//dt")[:2] == ["文书类型：", "文号："]
    assert page.all("//a[@href='https://www.12309.gov.cn/']")


def test_facts_narrow_together(library: InspectingClient) -> None:
    page = library.page("/documents/?q=&type=起诉书&year=2026&cause=&unit=")

    assert heading(page) == "起诉书，2026 年：共 2 条"
    assert titles(page) == ["第3份", "第1份"]
    assert choices(page, "type") == ["全部", "起诉书（2）", "不起诉决定书（1）"]
    assert choices(page, "cause") == ["全部", "盗窃罪（2）"]
    assert page.words("//option[@selected]") == ["起诉书（2）", "2026 年（2）"]
    assert page.words("//ul[@class='hints']//a") == ["去掉起诉书", "去掉2026 年", "看全部文书"]
    assert page.all("//meta[@name='robots']")
    without = page.all("//ul[@class='hints']//a/@href")
    assert heading(library.page(without[0])) == "2026 年：共 3 条"


def test_a_section_is_counted_once_a_generation(library: InspectingClient) -> None:
    def counting(address: str) -> int:
        with counted() as seen:
            library.page(address)
        return sum("GROUP BY d.type" in statement for statement in seen)

    addresses = (
        "/documents/",
        "/documents/?type=起诉书",
        "/documents/?cause=没有的",
        "/documents/",
    )
    assert [counting(each) for each in addresses] == [1, 0, 0, 0]

    document(Section.get(), 9, type="抗诉书")

    assert "抗诉书（1）" in choices(library.page("/documents/"), "type")
    assert counting("/documents/?type=抗诉书") == 0


def test_only_words_are_counted_in_part(
    library: InspectingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("documents", "document_counts"):
        monkeypatch.setattr(f"portal.search.{module}.TALLIED", 3)

    assert choices(library.page("/documents/"), "unit")[1] == "示例市人民检察院（5）"
    some = library.page("/documents/?q=份")
    assert choices(some, "type") == ["全部", "起诉书（2+）", "不起诉决定书（1+）"]


def test_words_are_found_within(library: InspectingClient) -> None:
    news = make.section("news")
    make.article(news, "新闻里的水源")
    place = Article.get().section
    document(place, 7, "水源保护案", type="支持起诉书")
    document(place, 8, "别的", cause="污染水源")

    page = library.page("/documents/?q=水源")

    assert heading(page) == "“水源”：共 2 条"
    assert titles(page) == ["别的", "水源保护案"]
    assert page.words("//table//mark") == ["水源", "水源"]
    assert choices(page, "type") == ["全部", "起诉书（1）", "支持起诉书（1）"]
    assert titles(library.page("/documents/?q=水源&type=支持起诉书")) == ["水源保护案"]


def test_synonyms_are_found_and_said(library: InspectingClient) -> None:
    search_words.add_synonym("水源,饮水", by=COMMAND)
    document(Article.get().section, 9, "饮水工程案")

    page = library.page("/documents/?q=水源")

    assert titles(page) == ["饮水工程案"]
    assert page.words("//p[@class='results__note']") == ["同时搜索了“饮水”。"]


@pytest.mark.parametrize(
    "query",
    ["type=没有", "year=1999", "year=abc", "year=99999999999999999999", "q=zzzz"]
    + ["q=%E3%80%82", "unit=' OR 1=1 --", "type=" + "长" * 500, "q=水源&type=没有"],
)
def test_what_is_not_there_is_an_empty_list_with_a_way_out(
    library: InspectingClient, query: str
) -> None:
    page = library.page(f"/documents/?{query}")

    assert heading(page).endswith("没有找到") and not titles(page)
    ways = page.all("//ul[@class='hints']//a/@href")
    assert any(heading(library.page(each)) == "共 6 条" for each in ways)


def test_odd_addresses_are_no_errors(library: InspectingClient) -> None:
    random = Random(7)  # noqa: S311 - repeatable on purpose
    signs = [chr(n) for n in range(1, 127)] + ["〔", "“", "𠀀", "\ufffe"]
    for name in ("q", "type", "year", "cause", "unit"):
        for _ in range(20):
            value = "".join(random.choices(signs, k=random.choice((1, 5, 300))))
            library.page(f"/documents/?{name}={quote(value)}")


@pytest.mark.parametrize("page", ["0", "x", "9", "9" * 40])
def test_a_page_that_is_not_there(library: InspectingClient, page: str) -> None:
    library.page(f"/documents/?type=起诉书&page={page}", 404)


def test_pages_carry_the_conditions(client: InspectingClient) -> None:
    place = make.section("documents", "documents")
    for n in range(45):
        document(place, n, type=KINDS[n % 3])

    page = client.page("/documents/?type=起诉书&page=2")

    assert heading(page) == "起诉书：共 30 条，第 2 页，共 2 页"
    assert len(titles(page)) == 10
    (previous,) = page.all("//nav[@aria-label='分页']//a[text()='上一页']/@href")
    seen = titles(client.page(previous)) + titles(page)
    assert seen == [f"第{n}份" for n in reversed(range(45)) if n % 3 < 2]


def test_pinned_first_only_in_the_whole(library: InspectingClient) -> None:
    Article.update(pinned=True).where(Article.id == Article.select().first().id).execute()

    whole, some = library.page("/documents/"), library.page("/documents/?type=起诉书")

    assert titles(whole)[0] == "第0份" and titles(some)[0] == "第4份"
    order = "//p[@class='results__note']"
    assert whole.words(order) == ["按公开时间排列，置顶的在最前，其余新的在前。"]
    assert some.words(order) == ["按公开时间排列，新的在前。"]
    assert not library.page("/documents/?q=第0份").all(order), "one document has no order"


def test_quotes_are_not_doubled(library: InspectingClient) -> None:
    page = library.page("/documents/?q=“公开、公平”")

    assert heading(page) == "“公开、公平”：没有找到"
    assert page.words("//ul[@class='hints']//a") == ["去掉“公开、公平”"]
    assert page.words("//p[@class='empty']/a") == ["在全站里搜“公开、公平”"]


def test_a_fragment_says_what_was_found(library: InspectingClient) -> None:
    part = library.fragment("/documents/?type=起诉书")

    assert part.words("//*[@id='status']") == ["法律文书公开，起诉书：共 4 条。"]
    assert part.words("/*/title")[0].startswith("起诉书 - 法律文书公开")
    assert part.all("//*[@id='results']//form") and part.all("//*[@id='results-title'][@tabindex]")


def test_only_what_readers_may_see(library: InspectingClient) -> None:
    first, second, *_ = Article.select().order_by(Article.id)
    with database.writing():
        publication.take_down(first, "有误。")
    Article.update(published_at=datetime(2099, 1, 1)).where(Article.id == second.id).execute()

    page = library.page("/documents/?unit=示例市人民检察院")

    assert heading(page).endswith("共 4 条") and "第1份" not in titles(page)
    assert choices(library.page("/documents/"), "unit") == ["全部", "示例市人民检察院（4）"]


def test_moving_takes_the_facts_along(library: InspectingClient) -> None:
    other = make.section("archive", "documents", review_steps=1)
    article = Article.select().order_by(Article.id).first()

    placing.move_to(article.id, other.id, by=COMMAND)

    assert heading(library.page("/documents/")) == "共 5 条"
    assert titles(library.page("/archive/?unit=上级检察院")) == ["第0份"]


def test_statements(either: Settings) -> None:
    place = make.section("documents", "documents")
    for n in range(30):
        document(place, n, type=KINDS[n % 3])
    database.close()
    client = InspectingClient(create_app(either))

    for query in ("", "?type=起诉书", "?q=第1份", "?q=第1份&type=起诉书&year=2026", "?q=zzzz"):
        client.page(f"/documents/{query}")
        with counted() as statements:
            client.page(f"/documents/{query}")
        assert len(statements) <= 8, (query, statements)


def test_a_document_is_a_sheet(library: InspectingClient) -> None:
    place = Article.get().section
    article = document(place, 9, number="示检刑诉[2026]9号", date="2026-03-01")

    page = library.page(f"/documents/{article}")

    assert page.words("//*[@class='sheet']/p") == [
        "示例市人民检察院",
        "起诉书",
        "示检刑诉〔2026〕9号",
    ]
    assert page.words("//*[contains(@class, 'prose')]/p[last()]") == [
        "示例市人民检察院2026年3月1日"
    ]
    assert "公开依据" in page.words("//dl[@class='document-facts']//dt")
    assert "《人民检察院案件信息公开工作规定》" in page.text
    assert page.all("//a[@href='https://www.12309.gov.cn/']")


def test_a_signature_is_not_written_twice(client: InspectingClient) -> None:
    place = make.section("documents", "documents")
    body = "<p>正文。</p><p>示例市人民检察院<br>检察官（姓名已隐去）<br>二〇二六年四月一日</p>"
    article = make.article(place, details=make.DOCUMENT, body=body)

    page = client.page(f"/documents/{article}")

    assert len(page.all("//*[contains(@class, 'prose')]/p")) == 2


def test_an_other_document_is_called_by_its_title(client: InspectingClient) -> None:
    place = make.section("documents", "documents")
    details = {**make.DOCUMENT, "type": "其他法律文书"}
    article = make.article(place, "检察意见书", details=details)

    page = client.page(f"/documents/{article}")

    assert page.words("//*[@class='sheet__name']") == ["检察意见书"]


def test_a_document_to_download_says_its_type_and_size(demo_client: InspectingClient) -> None:
    """What the reader gets is the hidden text that the page shows, under its public address."""
    name = "2026-06-02-qisu-jufu-baochou.docx"
    (file,) = [each for each in demo.files() if name in str(each.facts.get("attachments"))]
    article = Article.select().join(Revision, on=Article.live == Revision.id)
    found = article.where(Revision.title == file.facts["title"]).get()

    page = demo_client.page(f"/documents/{found.id}")

    assert page.words("//section[@class='attachments']/h2") == ["文书下载"]
    (link,) = page.all("//section[@class='attachments']//a[@download]")
    assert " ".join(link.itertext()) == "陈某甲拒不支付劳动报酬案起诉书 （DOCX，4 KB）"
    sent = demo_client.get(link.get("href"))
    assert sent.headers["Content-Disposition"] == f"attachment; filename={name}"
    words = read_document(sent.response.data).body
    assert "被告人陈某甲，女，高中文化" in words and not told(text_of(words))
