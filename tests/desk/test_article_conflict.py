"""Two people on one article: a save that comes second shows both versions and loses neither."""

import pytest

from portal.models import Draft, Revision
from portal.services import editing
from portal.services.accounts.sessions import as_actor
from portal.services.content import Content
from portal.services.workflow import placing
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import newest, opened, send, send_rich, value
from tests.services import staff

MINE, THEIRS = "我的这句话写在这里。", "同事的那句话也很要紧。"


@pytest.fixture
def overtaken(desk: DeskClient) -> tuple[int, Answer]:
    """An article, and its form as it was opened before a colleague saved the second revision."""
    at = staff.office()
    other = staff.actor("editor", name="other")
    article, first = staff.begun(at)
    newsroom.enter(desk, at.editor)
    page = opened(desk, article)
    placing.take_over(article, other)
    editing.save(article, staff.text("同事的标题", body=f"<p>{THEIRS}</p>"), first, other)
    return article, page


def conflict(desk: DeskClient, page: Answer, act: str = "save") -> Answer:
    return send_rich(desk, page, act, 409, title="我的标题", body_html=f"<p>{MINE}</p>")


def bodies(article: int) -> list[str]:
    found = Revision.select().where(Revision.article == article).order_by(Revision.number)
    return [each.body for each in found]


@pytest.mark.parametrize("act", ["save", "submit", "overwrite", "keep-theirs"])
def test_both_versions_are_shown(desk: DeskClient, overtaken: tuple[int, Answer], act: str) -> None:
    article, page = overtaken

    shown = conflict(desk, page, act)

    assert "other同志保存了第 2 版" in shown.text
    assert shown.words("//dt[@class='changes__label']") == ["标题"]
    left, right = (shown.words(f"//td[{n}]") for n in (1, 2))
    assert THEIRS in "".join(left) and MINE in "".join(right)
    assert MINE not in "".join(left) and THEIRS not in "".join(right)
    assert len(bodies(article)) == 2
    assert Draft.select().count() == 1


def test_merging(desk: DeskClient, overtaken: tuple[int, Answer]) -> None:
    article, page = overtaken

    form = send(desk, conflict(desk, page), "merge", 200)

    assert value(form, "title") == "我的标题" and value(form, "body_text") == MINE
    link = f"/desk/articles/{article}/preview?revision={newest(article).id}"
    assert form.all(f"//p[@class='notice-box']/a[@href='{link}']")
    # A browser that is closed now comes back to the same text, and to no second conflict.
    assert value(opened(desk, article), "title") == "我的标题"
    send(desk, opened(desk, article), "save", body_text=MINE + THEIRS)
    assert bodies(article)[-1] == f"<p>{MINE}{THEIRS}</p>"
    assert not Draft.select().count()


def test_mine_goes_on_top(desk: DeskClient, overtaken: tuple[int, Answer]) -> None:
    article, page = overtaken

    send(desk, conflict(desk, page), "overwrite")

    assert bodies(article)[1:] == [f"<p>{THEIRS}</p>", f"<p>{MINE}</p>"]
    assert newest(article).title == "我的标题"
    assert not Draft.select().count()


def test_theirs_goes_on_top_and_mine_is_in_the_history(
    desk: DeskClient, overtaken: tuple[int, Answer]
) -> None:
    article, page = overtaken

    send(desk, conflict(desk, page), "keep-theirs")

    assert bodies(article)[1:] == [f"<p>{THEIRS}</p>", f"<p>{MINE}</p>", f"<p>{THEIRS}</p>"]
    assert newest(article).title == "同事的标题"
    assert not Draft.select().count()


@pytest.mark.parametrize("act", ["overwrite", "keep-theirs"])
def test_a_third_version_is_shown_before_it_is_passed_over(
    desk: DeskClient, overtaken: tuple[int, Answer], act: str
) -> None:
    article, page = overtaken
    shown = conflict(desk, page)
    by = as_actor(newest(article).person, "10.0.0.8")
    editing.save(article, Content("第三版"), newest(article).id, by)

    again = send(desk, shown, act, 409)

    assert "保存了第 3 版" in again.text
    send(desk, again, act)
    assert "第三版" in [r.title for r in Revision.select()]


def test_a_conflict_with_what_cannot_be_saved(
    desk: DeskClient, overtaken: tuple[int, Answer]
) -> None:
    article, page = overtaken
    shown = send(desk, page, "save", 409, title="长" * 199)

    refused = desk.post(
        f"/desk/articles/{article}/edit",
        {**_hidden(shown), "title": "长" * 201, "act": "overwrite"},
        422,
    )

    assert value(refused, "title") == "长" * 201


def _hidden(page: Answer) -> dict[str, str]:
    return {each.get("name"): each.get("value") for each in page.all("//main//input")}


def test_the_same_text_is_no_conflict(desk: DeskClient, overtaken: tuple[int, Answer]) -> None:
    article, page = overtaken

    send_rich(desk, page, "save", title="同事的标题", body_html=f"<p>{THEIRS}</p>")

    assert len(bodies(article)) == 2 and not Draft.select().count()


def test_a_second_window_of_ones_own(desk: DeskClient) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    newsroom.enter(desk, at.editor)
    left, right = opened(desk, article), opened(desk, article)
    send(desk, left, "save", title="左边")

    shown = send(desk, right, "save", 409, title="右边")

    assert "您在另一个窗口保存了第 2 版" in shown.text


def test_times_pictures_and_own_fields_are_shown(desk: DeskClient) -> None:
    at = staff.office(kind="documents")
    article, first = staff.begun(at)
    newsroom.enter(desk, at.editor)
    page = opened(desk, article)
    editing.save(article, staff.text(details={"cause": "盗窃罪"}), first, at.editor)

    shown = send(
        desk, page, "save", 409, detail_cause="诈骗罪", publish_at="2027-01-01T09:00", keywords="新"
    )

    assert shown.words("//dt[@class='changes__label']") == ["关键词", "希望的发布时间", "案由"]
