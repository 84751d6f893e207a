"""Separation of duties: a second pair of eyes for every revision, unless the section wants none."""

import pytest

from portal.errors import Forbidden, Overtaken, Refused
from portal.models import Article, Section
from portal.queries import work as reading
from portal.services import editing
from portal.services.workflow import moves, placing
from portal.settings import Settings
from portal.times import now
from tests import make
from tests.services import staff
from tests.services.staff import refused
from tests.services.test_workflow import SOON

ALL = ("editor", "reviewer", "publisher")


def test_nobody_judges_what_they_wrote(store: Settings) -> None:
    at = staff.office()
    all_in_one = staff.actor(*ALL, name="zhou")
    article, revision = staff.begun(at, by=all_in_one)
    moves.submit(article, revision, all_in_one)
    with refused(Forbidden, "您写的内容"):
        moves.approve(article, revision, all_in_one)
    moves.approve(article, revision, at.reviewer)
    with refused(Forbidden, "您写的内容"):
        moves.publish(article, revision, all_in_one)
    with refused(Forbidden, "您写的内容"):
        moves.schedule(article, revision, all_in_one, now() + SOON)
    moves.publish(article, revision, at.publisher)


def test_nobody_takes_two_steps(either: Settings) -> None:
    at = staff.office(3)
    all_in_one = staff.actor(*ALL, name="zhou")
    article, revision = staff.submitted(at)
    moves.approve(article, revision, all_in_one)
    for attempt in (moves.approve, moves.publish):
        with refused((Forbidden, Overtaken)):
            attempt(article, revision, all_in_one)
    moves.approve(article, revision, at.reviewer)
    with refused(Forbidden, "已经经手"):
        moves.publish(article, revision, all_in_one)
    with refused(Forbidden, "已经经手"):
        moves.schedule(article, revision, all_in_one, now() + SOON)
    moves.schedule(article, revision, at.publisher, now() + SOON)
    with refused(Forbidden, "已经经手"):
        moves.publish(article, revision, all_in_one)


def test_to_submit_is_a_step_too(store: Settings) -> None:
    """Who took an article over and submitted it without a word of their own."""
    at = staff.office()
    helper = staff.actor(*ALL, name="zhou")
    article, revision = staff.begun(at)
    placing.take_over(article, helper)
    moves.submit(article, revision, helper)
    with refused(Forbidden, "已经经手"):
        moves.approve(article, revision, helper)
    moves.take_back(article, revision, at.editor)
    moves.submit(article, revision, at.editor)
    moves.approve(article, revision, helper)


def test_a_second_writer_of_the_round_is_barred_too(store: Settings) -> None:
    at = staff.office()
    both = staff.actor(*ALL, name="zhou")
    article, first = staff.begun(at)
    placing.take_over(article, both)
    second = editing.save(article, staff.text("第二个人写的"), first, both)
    third = editing.save(article, staff.text("第一个人又改了"), second, at.editor)
    moves.submit(article, third, at.editor)
    with refused(Forbidden, "您写的内容"):
        moves.approve(article, third, both)
    moves.approve(article, third, at.reviewer)
    with refused(Forbidden, "您写的内容"):
        moves.publish(article, third, both)


def test_a_new_round_begins_when_a_revision_goes_live(either: Settings) -> None:
    at = staff.office()
    both = staff.actor(*ALL, name="zhou")
    article, revision = staff.begun(at, by=both)
    moves.submit(article, revision, both)
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)

    placing.take_over(article, at.editor)
    second = editing.save(article, staff.text("更正"), revision, at.editor)
    moves.submit(article, second, at.editor)
    moves.approve(article, second, both)
    with refused(Forbidden, "已经经手"):
        moves.publish(article, second, both)
    moves.publish(article, second, at.publisher)


def test_after_a_withdrawal_a_new_round_begins(store: Settings) -> None:
    at = staff.office()
    both = staff.actor(*ALL, name="zhou")
    article, revision = staff.begun(at, by=both)
    moves.submit(article, revision, both)
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)
    placing.withdraw(article, at.publisher, "有误")
    placing.take_over(article, at.editor)
    second = editing.save(article, staff.text("更正"), revision, at.editor)
    moves.submit(article, second, at.editor)
    moves.approve(article, second, both)


def test_one_step_leaves_it_to_one_person(store: Settings) -> None:
    at = staff.office(1)
    alone = staff.actor(*ALL, name="zhou")
    article, revision = staff.begun(at, by=alone)
    moves.submit(article, revision, alone)
    moves.schedule(article, revision, alone, now() + SOON)
    moves.unschedule(article, revision, alone)
    moves.schedule(article, revision, alone, now() + SOON)
    moves.publish(article, revision, alone)
    assert staff.state(article) == ("live", "live")


def test_who_scheduled_may_publish_at_once_or_stop_it(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.approved(at)
    moves.schedule(article, revision, at.publisher, now() + SOON)
    moves.unschedule(article, revision, at.publisher)
    moves.schedule(article, revision, at.publisher, now() + SOON)
    moves.publish(article, revision, at.publisher)
    assert staff.state(article) == ("live", "live")


def test_after_a_return_the_same_reviewers_go_on(store: Settings) -> None:
    at = staff.office(3)
    article, revision = staff.submitted(at)
    moves.approve(article, revision, at.reviewer)
    moves.send_back(article, revision, at.second, "请改")
    moves.submit(article, revision, at.editor)
    moves.approve(article, revision, at.reviewer)
    moves.approve(article, revision, at.second)
    moves.send_back(article, revision, at.reviewer, "还是要改")
    changed = editing.save(article, staff.text("改过了"), revision, at.editor)
    moves.submit(article, changed, at.editor)
    moves.approve(article, changed, at.second)
    moves.approve(article, changed, at.reviewer)
    moves.publish(article, changed, at.publisher)


# Owners


def test_colleagues_take_over_first(store: Settings) -> None:
    at = staff.office()
    other = staff.actor("editor", name="zhou")
    article, revision = staff.begun(at)
    for attempt in (
        lambda: editing.save(article, staff.text("抢着写"), revision, other),
        lambda: moves.submit(article, revision, other),
        lambda: editing.delete(article, other),
    ):
        with refused(Forbidden, "接手编辑"):
            attempt()

    placing.take_over(article, other)
    entries = staff.last_entry()
    assert (entries.action, entries.person) == ("article-taken-over", other.id)
    placing.take_over(article, other)
    assert staff.last_entry().number == entries.number, "twice is once"
    second = editing.save(article, staff.text("接着写"), revision, other)
    assert editing.save(article, staff.text("一起写"), second, at.editor)


def test_what_was_begun_and_not_saved_can_be_taken_over(either: Settings) -> None:
    at = staff.office()
    other = staff.actor("editor", name="zhou")
    article = editing.begin(at.section.id, at.editor)
    with refused(Forbidden, "接手编辑"):
        editing.save(article, staff.TEXT, 0, other)

    placing.take_over(article, other)

    assert staff.last_entry().action == "article-taken-over"
    assert editing.save(article, staff.TEXT, 0, other)
    assert at.editor.id not in reading.hands(reading.work(article)).own  # type: ignore[arg-type]
    placing.take_over(article, at.editor)


@pytest.mark.parametrize("role", ["reviewer", "publisher", "admin", "auditor"])
def test_only_editors_take_over(store: Settings, role: str) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    by = staff.actor(role, name="zhou")
    with refused(Forbidden, "“编辑”角色"):
        placing.take_over(article, by)


def test_imported_articles_belong_to_nobody_yet(store: Settings) -> None:
    at = staff.office()
    article = make.article(at.section, "老网站的文章", source="本院")
    found = Article.get_by_id(article)
    other = staff.actor("editor", name="zhou")
    revision = editing.save(article, staff.text("老文章的更正"), found.live, at.editor)
    with refused(Forbidden, "接手编辑"):
        editing.save(article, staff.text("再改"), revision, other)
    moves.submit(article, revision, at.editor)
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)
    assert staff.state(article) == ("live", "live")


# Sections that come to want other steps


@pytest.mark.parametrize("begun", ["submitted", "reviewed", "approved", "scheduled"])
@pytest.mark.parametrize("steps", [1, 2, 3])
def test_no_state_is_a_dead_end(store: Settings, begun: str, steps: int) -> None:
    at = staff.office(3)
    article, revision = staff.submitted(at)
    if begun != "submitted":
        moves.approve(article, revision, at.reviewer)
    if begun in ("approved", "scheduled"):
        moves.approve(article, revision, at.second)
    if begun == "scheduled":
        moves.schedule(article, revision, at.publisher, now() + SOON)
    Section.update(review_steps=steps).where(Section.id == at.section.id).execute()

    if begun == "scheduled":
        moves.unschedule(article, revision, at.publisher)
    moves.send_back(article, revision, at.publisher if steps == 1 else at.second, "请改")
    second = editing.save(article, staff.text("改过的标题"), revision, at.editor)
    moves.submit(article, second, at.editor)
    for reviewer in [at.reviewer, at.second][: steps - 1]:
        moves.approve(article, second, reviewer)
    moves.publish(article, second, at.publisher)
    assert staff.state(article) == ("live", "live")


def test_whose_words_were_restored_may_not_judge_them(store: Settings) -> None:
    at = staff.office()
    both = staff.actor("editor", "reviewer", name="both")
    article = editing.begin(at.section.id, both)
    old = editing.save(article, staff.text("甲写的"), 0, both)
    placing.take_over(article, at.editor)
    new = editing.save(article, staff.text("乙写的"), old, at.editor)
    moves.submit(article, new, at.editor)
    moves.approve(article, new, at.reviewer)
    moves.publish(article, new, at.publisher)

    restored = editing.restore(article, old, at.editor)
    moves.submit(article, restored, at.editor)

    with pytest.raises(Forbidden, match="有您写的内容"):
        moves.approve(article, restored, both)


def test_what_is_live_does_not_move_past_more_reviews(store: Settings) -> None:
    at = staff.office()
    strict = make.section("strict", review_steps=3)
    article, _ = staff.live(at)

    with pytest.raises(Refused, match="审核的步数更多"):
        placing.move_to(article, strict.id, at.publisher)
