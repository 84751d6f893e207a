"""Moves of the workflow at the desk: their buttons, their refusals with the fresh state, their pages."""

from datetime import timedelta

import pytest

from portal.models import Article, Person, Revision
from portal.services import drafts, editing
from portal.services.content import Content
from portal.services.workflow import moves, placing
from portal.times import from_beijing, local, minute, now
from tests import make
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import enter, faults, newest, state
from tests.services import staff

BUTTONS = "//main//form[@method='post']//button"


def path(article: int, move: str = "") -> str:
    return f"/desk/articles/{article}/{move}"


def take(desk: DeskClient, article: int, move: str, status: int = 303, **typed: str) -> Answer:
    """Press a button of the workflow on the newest revision."""
    data = {"revision": str(newest(article).id), **typed}
    return desk.submit(path(article, move), data, status)


def buttons(page: Answer) -> list[str]:
    """What can be pressed in the main part: buttons and links that look like them."""
    return page.words(f"{BUTTONS} | //main//a[contains(@class, 'button')]")


def test_the_whole_way(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)

    enter(desk, at.editor)
    take(desk, article, "submit")
    take(desk, article, "take-back")
    take(desk, article, "submit")
    enter(desk, at.reviewer)
    take(desk, article, "return", reason="第二段的数字请核对。")
    enter(desk, at.editor)
    page = desk.page(path(article))
    assert "第二段的数字请核对。" in page.words("//ol[@class='talk']//p[@class='talk__text']")
    second = editing.save(article, staff.text("改好了"), newest(article).id, at.editor)
    take(desk, article, "submit")
    enter(desk, at.reviewer)
    assert f"/desk/articles/{article}/changes" in desk.page(path(article)).all("//a/@href")
    take(desk, article, "approve")
    enter(desk, at.publisher)
    take(desk, article, "publish")
    assert state(article) == ("live", "live") and Article.get().live == second
    take(desk, article, "pin")
    take(desk, article, "unpin")
    assert "撤下的原因" in desk.page(path(article, "withdraw")).text
    take(desk, article, "withdraw", reason="内容有误，更正后重新发布。")
    page = desk.page(path(article))
    assert "内容有误，更正后重新发布。" in page.text
    assert page.words("//span[@class='tag tag--withdrawn']") == ["已撤下"]


def test_three_steps_say_which(desk: DeskClient) -> None:
    at = staff.office(3)
    article, _ = staff.submitted(at)

    enter(desk, at.reviewer)
    assert "一审通过" in buttons(desk.page(path(article)))
    take(desk, article, "approve")
    page = desk.page(path(article))
    assert "审核通过" not in buttons(page) and "一审通过" not in buttons(page)
    enter(desk, at.second)
    assert "审核通过" in buttons(desk.page(path(article)))
    take(desk, article, "approve")
    assert state(article) == ("draft", "approved")


def test_one_step_is_published_by_whoever_may(desk: DeskClient) -> None:
    place = make.section("news", review_steps=1)
    alone = staff.actor("editor", "publisher", name="zhou")
    article = editing.begin(place.id, alone)
    editing.save(article, staff.TEXT, 0, alone)
    enter(desk, alone)

    assert "立即发布" in buttons(desk.page(path(article)))
    take(desk, article, "publish")

    assert state(article) == ("live", "live")


def test_a_return_needs_a_reason(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.submitted(at)
    enter(desk, at.reviewer)

    page = take(desk, article, "return", 422, reason=" \u200b ")

    assert "请写明退回的原因" in faults(page)[0]
    assert page.all("//textarea[@name='reason'][@aria-invalid='true']")
    long = take(desk, article, "return", 422, reason="长" * 1001)
    assert long.all("//textarea[@name='reason']")[0].text.count("长") == 1001
    assert state(article) == ("draft", "submitted")


@pytest.mark.parametrize(
    ("move", "who", "status"),
    [
        ("approve", "reviewer", 409),
        ("return", "reviewer", 409),
        ("publish", "publisher", 409),
        ("schedule", "publisher", 409),
        ("unschedule", "publisher", 409),
        ("submit", "editor", 409),
        ("take-back", "editor", 409),
        ("withdraw", "publisher", 409),
        ("pin", "publisher", 409),
    ],
)
def test_a_move_that_came_too_late_shows_where_it_stands(
    desk: DeskClient, move: str, who: str, status: int
) -> None:
    at = staff.office()
    article, revision = staff.submitted(at)
    moves.send_back(article, revision, at.reviewer, "请改")
    if move == "submit":
        moves.submit(article, revision, at.editor)
    enter(desk, getattr(at, who))

    soon = local(now() + timedelta(hours=1))
    page = take(desk, article, move, status, reason="原因", publish_at=soon)

    assert page.words("//span[contains(@class, 'tag')]")[0] in ("已退回", "待审核")
    assert "请看看最新的情况" in faults(page)[0]


def test_a_decision_on_an_older_revision(desk: DeskClient) -> None:
    at = staff.office()
    article, revision = staff.submitted(at)
    moves.take_back(article, revision, at.editor)
    second = editing.save(article, staff.text("悄悄改了"), revision, at.editor)
    moves.submit(article, second, at.editor)
    enter(desk, at.reviewer)

    page = desk.submit(path(article, "approve"), {"revision": revision}, 409)

    assert "刚刚有了新的版本" in faults(page)[0] and "悄悄改了" in page.text
    assert page.all(f"//input[@name='revision'][@value='{second}']")


def test_nobody_judges_their_own(desk: DeskClient) -> None:
    at = staff.office()
    both = staff.actor("editor", "reviewer", "publisher", name="all")
    article, _ = staff.begun(at, by=both)
    enter(desk, both)
    take(desk, article, "submit")

    page = desk.page(path(article))
    assert not {"审核通过", "立即发布"} & set(buttons(page))
    refused = take(desk, article, "approve", 403)
    assert "要由别的同事来做" in faults(refused)[0]
    assert state(article) == ("draft", "submitted")


@pytest.mark.parametrize("who", ["editor", "reviewer", "publisher"])
def test_pages_have_no_buttons_that_would_be_refused(desk: DeskClient, who: str) -> None:
    """What a page offers works, for every state; nothing else is offered."""
    at = staff.office()
    made = [staff.begun(at), staff.submitted(at), staff.approved(at), staff.live(at)]
    actor = getattr(at, who)
    enter(desk, actor)
    for article, _ in made:
        page = desk.page(path(article))
        for link in page.all("//main//a[contains(@class, 'button')]/@href"):
            desk.page(link)
        for form in page.all("//main//form[@method='post']"):
            move = form.get("action").rsplit("/", 1)[1]
            if move != "comment":
                assert move in _allowed(article, actor), (who, move)


def _allowed(article: int, actor: staff.Actor) -> set[str]:
    from portal.queries import work
    from portal.services.workflow import rules

    found = work.work(article)
    assert found
    allowed = set(rules.allowed(found, work.hands(found), actor))
    return allowed | ({"approve"} if "review" in allowed else set())


def test_the_address_alone_says_why(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.live(at)
    enter(desk, at.editor)
    for move in ("withdraw", "schedule"):
        assert "需要“签发”角色" in desk.page(path(article, move), 403).text
    assert "删除草稿" in desk.page(path(article, "delete"), 409).text
    assert "需要“签发”角色" in desk.page(path(article, "move"), 403).text
    enter(desk, at.reviewer)
    assert "需要“编辑”角色" in desk.page(path(article, "edit"), 403).text


def test_a_schedule_says_its_time_in_words(desk: DeskClient) -> None:
    at = staff.office()
    article, revision = staff.approved(at)
    enter(desk, at.publisher)
    assert "定时发布" in desk.page(path(article)).words("//main//a")

    page = desk.page(path(article, "schedule?at=2099-05-08T15:30"))
    assert "在2099年5月8日（星期五）下午3:30发布" in buttons(page)
    take(desk, article, "schedule", publish_at="2099-05-08T15:30")

    assert state(article) == ("draft", "scheduled")
    assert Revision.get_by_id(revision).publish_at == from_beijing(
        now().replace(2099, 5, 8, 15, 30, 0)
    )
    shown = desk.page(path(article))
    assert "2099年5月8日（星期五）下午3:30" in shown.text
    take(desk, article, "unschedule")
    assert state(article) == ("draft", "approved")


def test_the_time_that_was_wished_for_is_a_button(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.approved(at, staff.text(publish_at=from_beijing(now().replace(2099, 1, 2))))
    enter(desk, at.publisher)

    page = desk.page(path(article))

    assert any(each.startswith("在2099年1月2日") for each in buttons(page))
    desk.submit(
        path(article, "schedule"),
        {
            n.get("name"): n.get("value")
            for n in page.all("//form[contains(@action, 'schedule')]//input")
        },
    )
    assert state(article) == ("draft", "scheduled")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "请写明发布的日期和时间"),
        ("明天", "请写成 2026-05-08 09:30"),
        ("2020-01-01T09:00", "已经过去"),
        ("9999-12-31T23:59", "太远了"),
        ("9999-12-31T23:59+00:00", "请写成"),
    ],
)
def test_a_time_that_cannot_be(desk: DeskClient, typed: str, sentence: str) -> None:
    at = staff.office()
    article, _ = staff.approved(at)
    enter(desk, at.publisher)

    page = take(desk, article, "schedule", 422, publish_at=typed)

    assert sentence in page.words("//p[@class='field__error']")[0]
    assert page.all("//input[@name='at']")[0].get("value") == typed
    if typed:
        asked = desk.page(path(article, "schedule"), 422, query_string={"at": typed})
        assert asked.all("//p[@class='field__error']") and not asked.all(
            "//input[@name='publish_at']"
        )
    assert state(article) == ("draft", "approved")


def test_a_withdrawal_needs_a_reason_and_keeps_a_long_one(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.live(at)
    enter(desk, at.publisher)

    page = take(desk, article, "withdraw", 422, reason="")
    assert "读者会看到它" in page.words("//p[@class='field__error']")[0]
    long = take(desk, article, "withdraw", 422, reason="长" * 1001)
    assert long.all("//textarea[@name='reason']")[0].text.count("长") == 1001
    assert state(article) == ("live", "live")


def test_moving_to_another_section(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.live(at)
    other, papers = make.section("theory"), make.section("papers", "documents")
    enter(desk, at.publisher)

    page = desk.page(path(article, "move"))
    assert [o.get("value") for o in page.all("//option[@value!='']")] == [str(other.id)]
    for wrong, sentence in (
        ("", "没有这个栏目"),
        ("999", "没有这个栏目"),
        (str(papers.id), "只能移到同一类"),
        (str(at.section.id), "已经在这个栏目里"),
    ):
        refused = take(desk, article, "move", 422, section=wrong)
        assert sentence in refused.words("//p[@id='section-error']")[0]
    take(desk, article, "move", section=str(other.id))
    assert Article.get_by_id(article).section_id == other.id


def test_a_fourth_pinned_article(desk: DeskClient) -> None:
    at = staff.office()
    made = [staff.live(at)[0] for _ in range(4)]
    for each in made[:3]:
        placing.pin(each, at.publisher)
    enter(desk, at.publisher)

    assert "已经置顶了 3 篇" in faults(take(desk, made[3], "pin", 422))[0]


def test_deleting_asks_first(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    enter(desk, at.editor)

    asked = desk.page(path(article, "delete"))
    assert "全部 1 个版本" in asked.text and Article.select().count() == 1
    take(desk, article, "delete")
    assert not Article.select().count()
    desk.page(path(article), 404)
    desk.submit(path(article, "submit"), {"revision": "1"}, 404)


def test_nobody_deletes_what_a_colleague_is_writing(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    other = staff.actor("editor", name="other")
    placing.take_over(article, other)
    drafts.arrive(article, other)
    enter(desk, at.editor)

    page = take(desk, article, "delete", 422)

    assert "other同志正在编辑这篇文章" in faults(page)[0]
    assert "确定删除" in buttons(page) and Article.select().count() == 1


def test_publishing_what_the_checks_stop(desk: DeskClient) -> None:
    place = make.section("news", review_steps=1)
    alone = staff.actor("editor", "publisher", name="zhou")
    article = editing.begin(place.id, alone)
    editing.save(article, Content("", "<p>没有标题。</p>"), 0, alone)
    enter(desk, alone)

    for move in ("submit", "publish", "schedule"):
        soon = local(now() + timedelta(hours=1))
        page = take(desk, article, move, 422, publish_at=soon)
        assert "检查没有通过" in faults(page)[0]
        assert page.all("//div[@id='findings']//li")
    assert state(article) == ("draft", "draft")


def test_an_expired_notice(desk: DeskClient) -> None:
    at = staff.office(kind="notices")
    article, _ = staff.approved(at, staff.text(expires_at=now() + timedelta(seconds=5)))
    Revision.update(expires_at=now() - timedelta(days=1)).execute()
    enter(desk, at.publisher)

    page = take(desk, article, "publish", 422)

    assert "过期" in faults(page)[0]
    for each in ("", "preview", "as-read", "history"):
        desk.page(path(article, each))
    assert minute(newest(article).expires_at) in desk.page(path(article)).text


def test_comments(desk: DeskClient) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    other, _ = staff.begun(at)
    enter(desk, at.reviewer)

    take(desk, article, "comment", text="标题可以再短一点。\n第二行")
    assert "标题可以再短一点。" in desk.page(path(article)).text
    empty = take(desk, article, "comment", 422, text=" ")
    assert "意见还没有写" in faults(empty)[0]
    long = take(desk, article, "comment", 422, text="长" * 2001)
    assert long.all("//textarea[@name='text']")[0].text.count("长") == 2001
    desk.submit(path(other, "comment"), {"revision": revision, "text": "别篇的版本"}, 404)


def test_taking_over(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    other = staff.actor("editor", name="other")
    enter(desk, other)

    page = desk.page(path(article))
    assert "接手编辑" in buttons(page) and "编辑" not in buttons(page)
    take(desk, article, "take-over")
    page = desk.page(path(article))
    assert "编辑" in buttons(page) and "接手编辑" not in buttons(page)


def test_people_of_one_name_may_still_take_over(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    other = staff.actor("editor", name="other")
    Person.update(display="wang同志").where(Person.id == other.id).execute()
    newsroom.enter(desk, other)

    assert "接手编辑" in buttons(desk.page(path(article)))
