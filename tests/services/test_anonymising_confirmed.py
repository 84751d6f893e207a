"""A second person confirms what was hidden, and what readers never saw is sealed when it is live."""

from dataclasses import replace
from datetime import timedelta

import pytest

from portal.errors import Forbidden, Overtaken, Refused
from portal.models import Anonymising, Article, Draft, Revision, RevisionMedia, Step
from portal.queries import anonymising as reading
from portal.queries import past, work
from portal.services import drafts, editing, generation
from portal.services.anonymising.decisions import Decisions
from portal.services.content import Content, stored
from portal.services.inspection import Stopped
from portal.services.workflow import due, moves, placing, queues, rules
from portal.times import now
from tests import make
from tests.services import case, staff
from tests.services.staff import Office

pytestmark = pytest.mark.usefixtures("either")


def handed_on(at: Office) -> tuple[int, int]:
    """A legal document on its way to the reviewers."""
    article = case.begun(at)
    revision = case.hidden(at, article)
    moves.submit(article, revision, at.editor)
    return article, revision


def live(at: Office) -> tuple[int, int]:
    article, revision = handed_on(at)
    publish(at, article, revision)
    return article, revision


def publish(at: Office, article: int, revision: int) -> None:
    """What is left to do with a document that was handed on."""
    moves.confirm(article, revision, at.reviewer)
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)


def allowed(article: int, by: staff.Actor) -> list[str]:
    found = work.work(article)
    assert found
    return rules.allowed(found, work.hands(found), by)


def test_nothing_goes_on_before_somebody_confirmed() -> None:
    at = case.office()
    article, revision = handed_on(at)

    with staff.refused(Forbidden, "还没有人确认"):
        moves.approve(article, revision, at.reviewer)
    assert "approve" not in allowed(article, at.reviewer)
    assert [each.work.id for each in queues.of(at.reviewer).to_decide] == [article]

    moves.confirm(article, revision, at.reviewer)

    assert staff.newest_of(article).state == "submitted"
    assert staff.last_entry().action == "article-confirmed"
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)
    assert case.state(article) == "live"


def test_who_wrote_it_does_not_confirm_it() -> None:
    at = case.office()
    both = staff.actor("editor", "reviewer", "publisher", name="all")
    article = case.begun(at, both)
    revision = case.hidden(at, article, by=both)

    with staff.refused(Forbidden, "要由另一位同事来确认"):
        moves.confirm(article, revision, both)


def test_one_step_does_not_spare_the_second_pair_of_eyes() -> None:
    at = case.office(1)
    alone = staff.actor("editor", "publisher", name="zhou")
    article = case.begun(at, alone)
    revision = case.hidden(at, article, by=alone)

    with staff.refused(Forbidden, "只有一步审核的栏目也是这样"):
        moves.publish(article, revision, alone)

    moves.confirm(article, revision, at.publisher)
    moves.publish(article, revision, alone)
    assert case.state(article) == "live"


def test_a_change_voids_the_confirmation() -> None:
    at = case.office()
    article, revision = handed_on(at)
    moves.confirm(article, revision, at.reviewer)
    moves.take_back(article, revision, at.editor)
    content = replace(stored(Revision.get_by_id(revision)), summary="换了一句。")
    second = editing.save(article, content, revision, at.editor)
    moves.submit(article, second, at.editor)

    with staff.refused(Forbidden, "要重新确认"):
        moves.approve(article, second, at.reviewer)
    with staff.refused(Overtaken):
        moves.confirm(article, revision, at.reviewer)


def test_once_is_enough() -> None:
    at = case.office()
    article, revision = handed_on(at)
    moves.confirm(article, revision, at.reviewer)

    with staff.refused(Overtaken, "已经确认过了"):
        moves.confirm(article, revision, at.publisher)
    assert reading.confirmed(revision)


def test_other_articles_need_no_confirmation() -> None:
    at = staff.office()
    article, revision = staff.submitted(at)

    with staff.refused(Overtaken):
        moves.confirm(article, revision, at.reviewer)
    moves.approve(article, revision, at.reviewer)


def test_a_number_that_was_kept_stops_the_document() -> None:
    at = case.office()
    article = case.begun(at)
    kept = Decisions(seen=frozenset(["110105198503122114#1"]))
    revision = case.hidden(at, article, decisions=kept)

    with staff.refused(Stopped, "身份证号码"):
        moves.submit(article, revision, at.editor)


def test_going_live_erases_originals_and_drafts() -> None:
    at = case.office()
    article, _ = handed_on(at)
    drafts.keep(article, "", 0, None, [("title", "李大明")], at.editor)
    revision = staff.newest_of(article).id
    moves.confirm(article, revision, at.reviewer)
    moves.approve(article, revision, at.reviewer)
    assert Anonymising.get().original

    moves.publish(article, revision, at.publisher)

    assert Anonymising.get().original is None
    assert not Draft.select().count()
    found = reading.handled(article)
    assert found and found.original is None and found.counts["name"] == 11


def test_a_window_from_before_the_publication_does_not_bring_the_original_back() -> None:
    at = case.office()
    article = case.begun(at)
    kept = drafts.keep(article, "", 0, None, [("title", "李大明")], at.editor)
    first = case.hidden(at, article)
    early = drafts.keep(article, "", 0, first, [("summary", "甲")], at.editor)
    following(at, article, replace(stored(Revision.get_by_id(first)), summary="乙"))

    for token, version, based_on in (
        (kept.token, kept.version, None),
        ("", 0, None),
        (early.token, early.version, first),
    ):
        again = drafts.keep(article, token, version, based_on, [("title", "李大明")], at.editor)
        assert not again.token and again.saved_at is None and "不再自动保存" in again.warning

    assert not Draft.select().count()


def test_nor_does_a_window_that_was_opened_on_what_then_went_live() -> None:
    at = case.office()
    article, revision = handed_on(at)
    typed = [("title", "李大明")]
    kept = drafts.keep(article, "", 0, revision, typed, at.editor)
    publish(at, article, revision)

    again = drafts.keep(article, kept.token, kept.version, revision, typed, at.editor)

    assert not again.token and "不再自动保存" in again.warning
    assert not Draft.select().count()
    found = work.work(article)
    assert found
    with staff.refused(Overtaken, "已经按规定销毁"):
        drafts.stop_sealed(found, kept.token, revision, at.editor)
    other = staff.actor("editor", name="other")
    with staff.refused(Forbidden, "别的同事负责"):
        drafts.stop_sealed(found, kept.token, 0, other)
    drafts.stop_sealed(found, "", revision, at.editor)


def test_a_draft_that_publication_did_not_know_goes_when_it_is_touched() -> None:
    at = case.office()
    article, _ = live(at)
    kept = Draft.create(token="a" * 32, article=article, person=at.editor.id, content=[])

    assert not drafts.keep(article, kept.token, 1, None, [("title", "李大明")], at.editor).token

    assert not Draft.select().count()


def test_a_correction_of_what_is_live_is_kept_as_ever() -> None:
    at = case.office()
    article, revision = live(at)

    kept = drafts.keep(article, "", 0, revision, [("title", "更正")], at.editor)
    content = replace(stored(Revision.get_by_id(revision)), summary="更正了一句。")
    second = editing.save(article, content, revision, at.editor)
    other = drafts.keep(article, "", 0, second, [("title", "再改")], at.editor)
    behind = drafts.keep(article, kept.token, kept.version, revision, [("title", "又")], at.editor)

    assert all(each.token and not each.warning for each in (kept, other, behind))


def test_other_articles_keep_what_a_window_from_before_holds() -> None:
    at = staff.office()
    article, _ = staff.live(at)

    assert drafts.keep(article, "", 0, None, [("title", "早就打开的")], at.editor).token


def test_what_readers_never_saw_is_sealed() -> None:
    at = case.office()
    article = case.begun(at)
    body = case.BODY + "<p>路过的阿福看见了。</p>"
    first = case.hidden(at, article, replace(case.ORIGINAL, body=body))
    content = stored(Revision.get_by_id(first))
    second = case.hidden(at, article, content, Decisions(names=("阿福",)), based_on=first)
    moves.submit(article, second, at.editor)
    moves.confirm(article, second, at.reviewer)
    moves.approve(article, second, at.reviewer)
    assert "阿福" in Revision.get_by_id(first).body

    moves.publish(article, second, at.publisher)

    sealed = Revision.get_by_id(first)
    assert (sealed.state, sealed.title, sealed.body, sealed.details) == ("sealed", "", "", {})
    assert sealed.person_id == at.editor.id
    with staff.refused(Refused, "已经销毁"):
        editing.restore(article, first, at.editor)


def test_what_was_kept_in_a_sealed_revision_is_erased_too() -> None:
    at = case.office()
    article = case.begun(at)
    kept = Decisions(seen=frozenset(["@李大明", "@赵四海"]))
    first = case.hidden(at, article, decisions=kept)
    content = stored(Revision.get_by_id(first))
    hiding = replace(kept, on=frozenset(["@李大明"]))
    second = case.hidden(at, article, content, hiding, first)
    assert "李大明" not in repr(vars(stored(Revision.get_by_id(second))))
    moves.submit(article, second, at.editor)
    moves.confirm(article, second, at.reviewer)
    moves.approve(article, second, at.reviewer)
    assert "李大明" in repr([row.kept for row in Anonymising.select()])

    moves.publish(article, second, at.publisher)

    assert [row.kept for row in Anonymising.select()] == [["赵四海"], ["赵四海"]]


def test_a_restored_revision_stands_beside_its_own_original() -> None:
    at = case.office()
    other = staff.actor("editor", name="zhou")
    article = case.begun(at)
    first = case.hidden(at, article, decisions=Decisions(seen=frozenset(["@赵四海"])))
    placing.take_over(article, other)
    content = replace(case.ORIGINAL, summary="重写了。")
    second = case.hidden(at, article, content, based_on=first, by=other)

    third = editing.restore(article, first, other)

    found = reading.handled(article)
    assert found and (found.revision, found.person) == (third, "wang同志")
    assert found.kept == ("赵四海",) and found.original
    assert found.original["summary"] == case.ORIGINAL.summary
    again = replace(stored(Revision.get_by_id(third)), summary="改过。")
    fourth = editing.save(article, again, third, other)
    fifth = editing.restore(article, second, at.editor)
    found = reading.handled(article)
    assert found and (found.revision, found.person) == (fifth, "zhou同志")

    editing.restore(article, fourth, at.editor)

    found = reading.handled(article)
    assert found and (found.person, found.kept) == ("wang同志", ("赵四海",))


def test_what_readers_saw_stays_for_comparison_unless_it_was_withdrawn() -> None:
    at = case.office()
    article, first = live(at)
    content = stored(Revision.get_by_id(first))
    second = following(at, article, replace(content, summary="更正了一句。"))
    assert Revision.get_by_id(first).state == "past" and Revision.get_by_id(first).body
    placing.withdraw(article, at.publisher, "文书里的内容有误。")

    following(at, article, replace(content, summary="又更正了一句。"))

    assert {each.state for each in Revision.select().where(Revision.id << [first, second])} == {
        "sealed"
    }


def following(at: Office, article: int, content: Content) -> int:
    """The next revision, published."""
    revision = editing.save(article, content, staff.newest_of(article).id, at.editor)
    moves.submit(article, revision, at.editor)
    publish(at, article, revision)
    return revision


def test_other_articles_are_not_sealed() -> None:
    at = staff.office()
    article, first = staff.live(at)
    drafts.keep(article, "", 0, None, [("title", "没有保存的")], at.editor)
    second = staff.corrected(at, article, staff.text("第二版"))
    moves.publish(article, second, at.publisher)

    assert Revision.get_by_id(first).title and Draft.select().count() == 1


def test_imported_documents_keep_what_was_public() -> None:
    at = case.office()
    article = make.article(at.section, "旧文书", details=case.DETAILS)
    first = Article.get_by_id(article).live

    following(
        at,
        article,
        stored(Revision.get_by_id(first)).__class__(
            "新的标题",
            "<p>更正了。</p>",
            summary="更正。",
            keywords=["文书"],
            source="本院",
            details=case.DETAILS,
        ),
    )

    assert Revision.get_by_id(first).title == "旧文书"
    assert not RevisionMedia.select().count() and Step.select().count()


def test_the_clock_erases_originals_too() -> None:
    at = case.office()
    article, revision = handed_on(at)
    moves.confirm(article, revision, at.reviewer)
    moves.approve(article, revision, at.reviewer)
    later = now() + timedelta(hours=1)
    moves.schedule(article, revision, at.publisher, later)
    assert Anonymising.get().original

    due.carry_out(later + timedelta(seconds=1))

    assert case.state(article) == "live" and Anonymising.get().original is None


def test_the_clock_publishes_nothing_that_nobody_confirmed() -> None:
    """Scheduled before there was such a step, as only a database can say now."""
    at = case.office()
    article, revision = handed_on(at)
    when = now() + timedelta(hours=1)
    Revision.update(state="scheduled", publish_at=when).where(Revision.id == revision).execute()
    generation.plan()

    due.carry_out(when)

    waiting = staff.newest_of(article)
    assert (case.state(article), waiting.state, waiting.publish_at) == ("draft", "approved", None)
    assert staff.next_due() is None, "it is not tried again"
    assert staff.last_entry().action == "article-unscheduled"
    said = past.conversation(article)[-1]
    assert said.move == "unschedule" and "还没有人确认" in said.text
    assert Anonymising.get().original

    moves.confirm(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)
    assert case.state(article) == "live"
