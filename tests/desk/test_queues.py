"""The first page of the desk: what waits for whom, and the list of all articles."""

from datetime import timedelta

import pytest

from portal.roles import Actor
from portal.services import editing
from portal.services.workflow import moves, placing
from portal.services.workflow import queues as queue_rules
from portal.times import now
from tests import make
from tests.client import Answer, DeskClient
from tests.desk.newsroom import enter
from tests.services import staff


def queues(desk: DeskClient, who: Actor) -> dict[str, list[str]]:
    """What the first page shows this person: the title of each queue → its articles."""
    enter(desk, who)
    page = desk.page("/desk/")
    found = {}
    for section in page.all("//section[@class='queue']"):
        title = "".join(section.find("h2").itertext())
        links = section.xpath(".//a[@class='queue__link']")
        name, number = title.rstrip("）").split("（")
        assert int(number) == len(links)
        found[name] = [each.text for each in links]
    return found


@pytest.fixture
def at(desk: DeskClient) -> staff.Office:
    return staff.office()


def test_each_sees_what_waits_for_them(desk: DeskClient, at: staff.Office) -> None:
    staff.begun(at, staff.text("在写的"))
    staff.submitted(at, staff.text("等审核的"))
    staff.approved(at, staff.text("等签发的"))
    article, revision = staff.submitted(at, staff.text("退回的"))
    moves.send_back(article, revision, at.reviewer, "请改")
    article, revision = staff.approved(at, staff.text("定时的"))
    moves.schedule(article, revision, at.publisher, now() + timedelta(days=1))
    staff.live(at, staff.text("已发布的"))
    editing.begin(at.section.id, at.editor)

    assert queues(desk, at.editor) == {
        "我正在写的": ["退回的", "在写的", "未命名文章（7）"],
        "我送审的": ["等审核的", "等签发的"],
        "定时待发": ["定时的"],
    }
    assert queues(desk, at.reviewer) == {"等我处理": ["等审核的"], "定时待发": ["定时的"]}
    assert queues(desk, at.publisher) == {"等我处理": ["等签发的"], "定时待发": ["定时的"]}
    other = staff.actor("editor", name="other")
    assert queues(desk, other) == {"我正在写的": [], "我送审的": [], "定时待发": ["定时的"]}


def test_nobody_is_asked_to_judge_their_own(desk: DeskClient, at: staff.Office) -> None:
    both = staff.actor("editor", "reviewer", name="both")
    article, revision = staff.begun(at, staff.text("自己写的"), by=both)
    moves.submit(article, revision, both)

    found = queues(desk, both)

    assert found["等我处理"] == [] and found["我送审的"] == ["自己写的"]


def test_three_steps_wait_for_another_reviewer(desk: DeskClient) -> None:
    at = staff.office(3)
    article, revision = staff.submitted(at, staff.text("要两次审核的"))
    moves.approve(article, revision, at.reviewer)

    assert queues(desk, at.reviewer) == {"等我处理": []}
    assert queues(desk, at.second) == {"等我处理": ["要两次审核的"]}
    assert queues(desk, at.publisher) == {"等我处理": []}


def test_one_step_waits_for_the_publisher(desk: DeskClient) -> None:
    at = staff.office(1)
    staff.submitted(at, staff.text("只要签发的"))

    assert queues(desk, at.publisher) == {"等我处理": ["只要签发的"]}
    assert queues(desk, at.reviewer) == {"等我处理": []}


def test_a_draft_of_a_one_step_section_waits_for_nobody_else(desk: DeskClient) -> None:
    at = staff.office(1)
    staff.begun(at, staff.text("还在写的"))

    assert queues(desk, at.publisher) == {"等我处理": []}


def test_the_queues_refresh_by_themselves(desk: DeskClient, at: staff.Office) -> None:
    enter(desk, at.reviewer)
    page = desk.page("/desk/")
    part = page.all("//main//div[@data-hx-get='/desk/queues']")[0]
    assert part.get("data-hx-trigger").startswith("every ")
    staff.submitted(at, staff.text("刚送审的"))

    again = desk.fragment("/desk/queues")

    assert again.words(f"/fragment/div[@id='{part.get('id')}']//a") == ["刚送审的"]


def test_links_of_the_queues_may_be_followed(desk: DeskClient, at: staff.Office) -> None:
    for make_one in (staff.begun, staff.submitted, staff.approved):
        make_one(at)
    editing.begin(at.section.id, at.editor)
    for who in (at.editor, at.reviewer, at.publisher):
        enter(desk, who)
        for link in desk.page("/desk/").all("//main//a/@href"):
            desk.page(link)


@pytest.mark.parametrize("roles", [("auditor",), ("admin",), ("admin", "auditor")])
def test_others_have_no_queues(desk: DeskClient, roles: tuple[str, ...]) -> None:
    enter(desk, staff.actor(*roles))
    page = desk.page("/desk/")

    assert not page.all("//section[@class='queue']")
    for link in page.all("//nav//a/@href"):
        desk.page(link)


def titles(page: Answer) -> list[str]:
    return page.words("//main//a[@class='queue__link']")


def test_the_list_is_narrowed(desk: DeskClient, at: staff.Office) -> None:
    theory = make.section("theory")
    other = staff.actor("editor", name="other")
    staff.begun(at, staff.text("检察开放日"))
    staff.submitted(at, staff.text("送审的开放日"))
    article, _ = staff.live(at, staff.text("撤下的文章"))
    placing.withdraw(article, at.publisher, "有误")
    mine = editing.begin(theory.id, other)
    editing.save(mine, staff.text("100%的把握_和\\斜线"), 0, other)
    enter(desk, other)

    def list_of(query: str) -> list[str]:
        return titles(desk.page(f"/desk/articles/?{query}"))

    assert len(list_of("")) == 4
    assert list_of("q=开放") == ["送审的开放日", "检察开放日"]
    assert list_of("q=100%25") == list_of("q=_") == list_of("q=%5C") == ["100%的把握_和\\斜线"]
    assert list_of("mine=1") == list_of(f"section={theory.id}") == ["100%的把握_和\\斜线"]
    assert list_of("state=submitted") == ["送审的开放日"]
    assert list_of("state=withdrawn") == ["撤下的文章"]
    assert list_of("state=draft&q=开放&section=") == ["检察开放日"]
    assert list_of("state=nonsense&section=nonsense") == list_of("")
    page = desk.page("/desk/articles/?q=没有&state=live")
    assert "没有符合条件的文章" in page.text
    assert page.all("//input[@name='q']/@value") == ["没有"]
    assert page.words("//option[@selected]") == ["已发布"]


def test_the_list_has_pages_that_keep_the_filter(desk: DeskClient, at: staff.Office) -> None:
    for n in range(31):
        staff.begun(at, staff.text(f"第{n}篇"))
    enter(desk, at.editor)

    page = desk.page("/desk/articles/?q=篇&mine=1")

    assert len(titles(page)) == 30
    (last,) = {h for h in page.all("//nav[@aria-label='分页']//a/@href") if "page=2" in h}
    assert titles(desk.page(last)) == ["第0篇"]


def test_who_cannot_write_is_not_asked_to(desk: DeskClient, at: staff.Office) -> None:
    enter(desk, at.reviewer)

    for path in ("/desk/", "/desk/articles/"):
        assert not [h for h in desk.page(path).all("//main//a/@href") if "new" in h or "word" in h]
    desk.page("/desk/articles/new", 403)
    desk.page("/desk/word", 403)


def test_beginning_needs_a_section(desk: DeskClient, at: staff.Office) -> None:
    group = make.section("openness", "group")
    enter(desk, at.editor)

    form = desk.page("/desk/articles/new")
    assert form.words("//option[@value!='']") == ["栏目news"]
    for wrong in ("", "x", "999", str(group.id)):
        page = desk.submit("/desk/articles/new", {"section": wrong}, 422)
        assert page.words("//p[@id='section-error']") == ["错误：请选择一个可以发文章的栏目。"]


def test_what_waits_longest_is_never_pushed_out(
    desk: DeskClient, at: staff.Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_rules, "MOST", 5)
    staff.submitted(at, staff.text("最早送审的"))
    colleague = staff.actor("editor", name="busy")
    for number in range(6):
        article = editing.begin(at.section.id, colleague)
        editing.save(article, staff.text(f"草稿{number}"), 0, colleague)

    assert queues(desk, at.reviewer)["等我处理"] == ["最早送审的"]
    assert queues(desk, at.editor)["我送审的"] == ["最早送审的"]


def test_the_queues_are_for_those_who_work_on_articles(desk: DeskClient) -> None:
    desk.sign_in(make.person("auditor"))

    assert desk.page("/desk/queues", 403)
