"""Articles at the desk: begun, written, saved, shown, found."""

from tests import make
from tests.client import DeskClient

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
