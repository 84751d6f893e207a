"""Articles at the desk: begun, written, saved, shown, found."""

from portal.services.workflow import queues
from tests import make
from tests.client import DeskClient
from tests.queries.test_listing import fill

BODY = "<p>示例市人民检察院召开会议，研究部署下一步工作。</p>"


def test_an_article_is_written(desk: DeskClient) -> None:
    place = make.section()
    desk.sign_in(make.person("editor"))
    desk.page("/desk/articles/new")

    begun = desk.submit("/desk/articles/new", {"section": place.id})
    form = desk.page(begun.headers["Location"])
    desk.submit(
        begun.headers["Location"],
        {"act": "save", "title": "会议召开了", "body_html": BODY, "based_on": "0"},
    )

    assert form.all("//textarea[@name='body_text']")
    page = desk.page("/desk/articles/1/edit")
    assert page.all("//input[@name='title']")[0].get("value") == "会议召开了"
    assert "研究部署" in page.all("//textarea[@name='body_text']")[0].text
    for path in ("", "history", "preview", "as-read", "delete", "edit"):
        desk.page(f"/desk/articles/1/{path}")
    assert "会议召开了" in desk.page("/desk/articles/?q=会议&mine=1&state=draft").text
    assert "会议召开了" in desk.page("/desk/").text


def test_a_section_of_one_page_leads_to_that_page(desk: DeskClient) -> None:
    place = make.section("about", "page")
    there = make.article(place, "本院概况")
    desk.sign_in(make.person("editor"))

    answer = desk.submit("/desk/articles/new", {"section": place.id})

    assert answer.headers["Location"] == f"/desk/articles/{there}/"
    assert "只有一页" in desk.page(answer.headers["Location"]).text


def test_the_list_ends_and_says_when_it_is_cut(desk: DeskClient) -> None:
    place = make.section()
    make.article(place, "只有一篇")
    desk.sign_in(make.person("editor"))
    assert desk.page("/desk/articles/").words("//p[@class='count']") == ["共 1 篇"]
    assert "一共只有 1 页" in desk.page("/desk/articles/?page=2", 404).text
    empty = desk.page("/desk/articles/?q=没有的")
    assert empty.all("//p[@class='empty']") and not empty.all("//p[@class='count']")

    fill(place, queues.LISTED)

    (words,) = desk.page("/desk/articles/?page=100").words("//p[@class='count']")
    assert words.startswith("最近 3000 篇，第 100 页，共 100 页。更早的，请用标题")
