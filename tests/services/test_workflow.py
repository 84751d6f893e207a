"""The workflow: what readers, search, the clock and the journal see after every move."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from portal.errors import Forbidden, Missing, Overtaken, Refused
from portal.models import Article, Revision, Section, Step
from portal.queries import articles, past, site
from portal.queries import work as reading
from portal.roles import Actor
from portal.services import editing, inspection
from portal.services.workflow import moves, placing, rules
from portal.settings import Settings
from portal.times import now
from tests import make
from tests.asking import found
from tests.lists import titles
from tests.services import staff
from tests.services.staff import refused

SOON = timedelta(hours=2)


def test_a_story_in_two_steps(either: Settings) -> None:
    at = staff.office()
    article, first = staff.submitted(at)
    moves.send_back(article, first, at.reviewer, "标题太长")
    second = editing.save(article, staff.text("检察官讲防骗"), first, at.editor)
    moves.submit(article, second, at.editor)
    moves.approve(article, second, at.reviewer)
    moves.publish(article, second, at.publisher)

    found = Article.get_by_id(article)
    assert (found.state, found.live, found.published_at is None) == ("live", second, False)
    assert [r.state for r in Revision.select().order_by(Revision.number)] == ["past", "live"]
    assert [(said.move, said.person, said.text) for said in past.conversation(article)] == [
        ("submit", "wang同志", ""),
        ("return", "li同志", "标题太长"),
        ("submit", "wang同志", ""),
        ("approve", "li同志", ""),
        ("publish", "chen同志", ""),
    ]


def test_a_story_in_three_steps(either: Settings) -> None:
    at = staff.office(3)
    article, revision = staff.submitted(at)
    moves.approve(article, revision, at.reviewer, "可以")
    assert staff.state(article) == ("draft", "reviewed")
    moves.approve(article, revision, at.second)
    assert staff.state(article) == ("draft", "approved")
    moves.publish(article, revision, at.publisher)
    assert staff.state(article) == ("live", "live")


def test_a_story_in_one_step(store: Settings) -> None:
    at = staff.office(1)
    alone = staff.actor("editor", "publisher", name="zhou")
    article, revision = staff.begun(at, by=alone)
    moves.publish(article, revision, alone)
    assert staff.state(article) == ("live", "live")


def seen(article: int) -> tuple[str | None, list[str], list[int]]:
    """What readers get of it: its title at its address, in the list, and its id in the search."""
    story = articles.story(article, now())
    section = Article.get_by_id(article).section_id
    return story and story.title, titles(section), found("社区", now())


def test_readers_see_nothing_before_publication(store: Settings) -> None:
    at = staff.office(3)
    before = site.generation()
    article, revision = staff.submitted(at)
    assert seen(article) == (None, [], [])
    moves.approve(article, revision, at.reviewer)
    moves.approve(article, revision, at.second)
    moves.schedule(article, revision, at.publisher, now() + SOON)
    assert seen(article) == (None, [], []) and site.generation() == before

    moves.publish(article, revision, at.publisher)
    title = staff.TEXT.title
    assert seen(article) == (title, [title], [article]) and site.generation() == before + 1


def test_a_live_article_stays_while_its_next_revision_is_on_its_way(either: Settings) -> None:
    at = staff.office()
    article, old = staff.live(at)
    shown = (seen(article), articles.story(article, now()), site.generation())
    revision = staff.corrected(at, article, staff.text("新的标题", body="<p>改过的话。</p>"))
    moves.schedule(article, revision, at.publisher, now() + SOON)
    moves.unschedule(article, revision, at.publisher)
    moves.send_back(article, revision, at.publisher, "再改")
    moves.submit(article, revision, at.editor)
    moves.take_back(article, revision, at.editor)
    assert (seen(article), articles.story(article, now()), site.generation()) == shown

    moves.submit(article, revision, at.editor)
    moves.approve(article, revision, at.reviewer)
    moves.publish(article, revision, at.publisher)
    assert seen(article) == ("新的标题", ["新的标题"], [])
    assert found("改过的话", now()) == [article]
    assert Revision.get_by_id(old).state == "past"
    assert site.generation() == shown[2] + 1


def test_a_correction_is_not_news(store: Settings) -> None:
    at = staff.office()
    article, _ = staff.live(at)
    first = now() - timedelta(days=3)
    Article.update(published_at=first).where(Article.id == article).execute()
    revision = staff.corrected(at, article, staff.text("更正后的标题"))
    moves.publish(article, revision, at.publisher)
    assert Article.get_by_id(article).published_at == first


def test_withdrawn_corrected_and_live_again(either: Settings) -> None:
    at = staff.office()
    article, first = staff.live(at)
    placing.withdraw(article, at.publisher, "数字有误")
    assert staff.state(article) == ("withdrawn", "past")
    assert seen(article) == (None, [], [])
    assert articles.ledger(article) == articles.Ledger("withdrawn", "数字有误")

    revision = staff.corrected(at, article, staff.text("数字改好了"))
    assert revision != first and seen(article) == (None, [], [])
    moves.publish(article, revision, at.publisher)
    assert seen(article) == ("数字改好了", ["数字改好了"], [article])
    assert Article.get_by_id(article).withdrawn_reason == ""


def test_what_was_withdrawn_may_come_back_word_for_word(store: Settings) -> None:
    at = staff.office()
    article, first = staff.live(at)
    placing.withdraw(article, at.publisher, "先核实一下")
    revision = staff.corrected(at, article, staff.TEXT)
    assert revision != first
    moves.publish(article, revision, at.publisher)
    assert staff.state(article) == ("live", "live")


Move = Callable[[staff.Office, int, int], None]
ENTRIES: dict[str, tuple[str, Move, dict[str, object], dict[str, object]]] = {
    "submit": (
        "draft",
        lambda at, a, r: moves.submit(a, r, at.editor),
        {"state": "draft"},
        {"state": "submitted", "revision": 1, "reason": ""},
    ),
    "take-back": (
        "submitted",
        lambda at, a, r: moves.take_back(a, r, at.editor),
        {"state": "submitted"},
        {"state": "draft", "revision": 1, "reason": ""},
    ),
    "return": (
        "submitted",
        lambda at, a, r: moves.send_back(a, r, at.reviewer, " 标题\0太长 "),
        {"state": "submitted"},
        {"state": "returned", "revision": 1, "reason": "标题太长"},
    ),
    "approve": (
        "submitted",
        lambda at, a, r: moves.approve(a, r, at.reviewer, "写得好"),
        {"state": "submitted"},
        {"state": "approved", "revision": 1, "reason": "写得好"},
    ),
    "publish": (
        "approved",
        lambda at, a, r: moves.publish(a, r, at.publisher),
        {"state": "approved"},
        {"state": "live", "revision": 1, "reason": ""},
    ),
    "unschedule": (
        "scheduled",
        lambda at, a, r: moves.unschedule(a, r, at.publisher),
        {"state": "scheduled"},
        {"state": "approved", "revision": 1, "reason": ""},
    ),
    "withdraw": (
        "live",
        lambda at, a, r: placing.withdraw(a, at.publisher, "数字有误"),
        {"state": "live", "revision": 1},
        {"state": "withdrawn", "reason": "数字有误"},
    ),
    "pin": (
        "live",
        lambda at, a, r: placing.pin(a, at.publisher),
        {"pinned": False},
        {"pinned": True},
    ),
    "unpin": (
        "pinned",
        lambda at, a, r: placing.unpin(a, at.publisher),
        {"pinned": True},
        {"pinned": False},
    ),
}


def brought(at: staff.Office, to: str) -> tuple[int, int]:
    """An article in a state."""
    makers = {"draft": staff.begun, "submitted": staff.submitted, "approved": staff.approved}
    article, revision = makers.get(to, staff.approved)(at)
    if to == "scheduled":
        moves.schedule(article, revision, at.publisher, now() + SOON)
    if to in ("live", "pinned"):
        moves.publish(article, revision, at.publisher)
    if to == "pinned":
        placing.pin(article, at.publisher)
    return article, revision


@pytest.mark.parametrize("move", ENTRIES)
def test_the_journal_tells_every_move(store: Settings, move: str) -> None:
    start, take, before, after = ENTRIES[move]
    at = staff.office()
    article, revision = brought(at, start)
    number = staff.last_entry().number

    take(at, article, revision)

    entry = staff.last_entry()
    assert entry.number == number + 1
    assert (entry.thing, entry.thing_id, entry.thing_name) == (
        "article",
        article,
        staff.TEXT.title,
    )
    assert entry.person in {at.editor.id, at.reviewer.id, at.publisher.id}
    assert entry.address == "10.0.0.8"
    assert (json.loads(entry.before), json.loads(entry.after)) == (before, after)


def test_the_journal_says_for_when(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.approved(at)
    when = now().replace(hour=0, minute=30) + timedelta(days=3)
    moves.schedule(article, revision, at.publisher, when)
    assert json.loads(staff.last_entry().after)["publish_at"] == f"{when:%Y-%m-%d} 08:30"


# Refusals


def attempts(at: staff.Office, article: int, revision: int) -> dict[str, Callable[[Actor], object]]:
    """Every move as a call that only lacks who takes it."""
    return {
        "write": lambda by: editing.save(article, staff.text("别的标题"), revision, by),
        "submit": lambda by: moves.submit(article, revision, by),
        "take-back": lambda by: moves.take_back(article, revision, by),
        "return": lambda by: moves.send_back(article, revision, by, "请改"),
        "approve": lambda by: moves.approve(article, revision, by),
        "publish": lambda by: moves.publish(article, revision, by),
        "schedule": lambda by: moves.schedule(article, revision, by, now() + SOON),
        "unschedule": lambda by: moves.unschedule(article, revision, by),
        "withdraw": lambda by: placing.withdraw(article, by, "有误"),
        "pin": lambda by: placing.pin(article, by),
        "unpin": lambda by: placing.unpin(article, by),
        "move": lambda by: placing.move_to(article, Section.get(slug="other").id, by),
        "take-over": lambda by: placing.take_over(article, by),
        "delete": lambda by: editing.delete(article, by),
    }


@pytest.mark.parametrize("start", ["draft", "submitted", "approved", "scheduled", "live"])
def test_a_refused_move_changes_nothing(store: Settings, start: str) -> None:
    """Whatever the rules do not allow here raises, in the call as in the rules."""
    at = staff.office()
    make.section("other")
    article, revision = brought(at, start)
    work = reading.work(article)
    assert work
    hands = reading.hands(work)
    people = [at.editor, at.reviewer, at.second, at.publisher, staff.actor("admin", "auditor")]
    before, tried = staff.contents(), 0
    for move, attempt in attempts(at, article, revision).items():
        for by in people:
            if move not in rules.allowed(work, hands, by):
                with pytest.raises((Forbidden, Overtaken)) as caught:
                    attempt(by)
                assert caught.value.sentence.endswith("。")
                tried += 1
    assert tried > 50 and staff.contents() == before


def test_an_old_page_moves_nothing(store: Settings) -> None:
    at = staff.office()
    article, first = staff.submitted(at)
    moves.send_back(article, first, at.reviewer, "请改")
    second = editing.save(article, staff.text("改过的标题"), first, at.editor)
    moves.submit(article, second, at.editor)
    with refused(Overtaken, "新的版本"):
        moves.approve(article, first, at.reviewer)
    moves.approve(article, second, at.reviewer)
    with refused(Overtaken, "待签发"):
        moves.approve(article, second, at.second)
    with refused(Overtaken, "新的版本"):
        moves.publish(article, first, at.publisher)


def test_what_is_not_there(either: Settings) -> None:
    at = staff.office()
    article, revision = staff.approved(at)
    other, _ = staff.approved(at, staff.text("另一篇"))
    by = at.publisher
    with refused(Missing):
        moves.publish(99, revision, by)
    with refused(Missing):
        moves.schedule(99, revision, by, now() + SOON)
    with refused(Missing):
        placing.withdraw(99, by, "有误")
    for wrong in (0, 999, 2**31):
        with refused(Overtaken):
            moves.schedule(article, wrong, by, now() + SOON)
        with refused(Overtaken):
            moves.publish(other, wrong, by)
    with refused(Overtaken):
        moves.publish(other, revision, by)


@pytest.mark.parametrize("reason", ["", "  \n", "\0\u200b", "长" * 1001])
def test_reasons_are_asked_for(store: Settings, reason: str) -> None:
    at = staff.office()
    shown, _ = staff.live(at)
    article, revision = staff.submitted(at)
    for attempt in (
        lambda: moves.send_back(article, revision, at.reviewer, reason),
        lambda: placing.withdraw(shown, at.publisher, reason),
    ):
        with refused(Refused) as caught:
            attempt()
        assert caught.value.field == "reason"  # type: ignore[attr-defined]


def test_a_long_note_is_not_cut_off(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.submitted(at)
    with refused(Refused, "1000 字"):
        moves.approve(article, revision, at.reviewer, "好" * 1001)
    moves.approve(article, revision, at.reviewer, "\0好\ud800" * 1000)
    assert Step.select().where(Step.move == "approve").get().reason == "好" * 1000


def test_words_that_no_database_takes(either: Settings) -> None:
    at = staff.office()
    article, revision = staff.submitted(at)
    moves.send_back(article, revision, at.reviewer, "请\0改\ud800\n第二行")
    assert Step.select().where(Step.move == "return").get().reason == "请改\n第二行"
    editing.comment(article, revision, "好\0的\udfff", at.editor)
    assert past.conversation(article)[-1].text == "好的"
    shown, _ = staff.live(at)
    placing.withdraw(shown, at.publisher, "数字\0有误")
    assert Article.get_by_id(shown).withdrawn_reason == "数字有误"


# Checks


def test_stops_keep_a_revision_back(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at, staff.text("", body=""))
    with refused(inspection.Stopped, "检查没有通过.*还有") as caught:
        moves.submit(article, revision, at.editor)
    assert {each.field for each in caught.value.findings} >= {"title", "body"}  # type: ignore[attr-defined]

    for state, attempt in (
        ("approved", lambda: moves.publish(article, revision, at.publisher)),
        ("approved", lambda: moves.schedule(article, revision, at.publisher, now() + SOON)),
    ):
        Revision.update(state=state).where(Revision.id == revision).execute()
        with refused(inspection.Stopped):
            attempt()


def test_advice_does_not(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.submitted(at, staff.text(summary="", keywords=(), source=""))
    assert staff.state(article) == ("draft", "submitted")


def test_what_the_kind_asks_for_is_asked_for(store: Settings) -> None:
    at = staff.office(slug="documents", kind="documents")
    details = {key: value for key, value in make.DOCUMENT.items() if key != "number"}
    article, revision = staff.begun(at, staff.text(details=details))
    with refused(Refused, "文号"):
        moves.submit(article, revision, at.editor)
    second = editing.save(article, staff.text(details=make.DOCUMENT), revision, at.editor)
    moves.submit(article, second, at.editor)


def test_what_is_over_is_not_published(store: Settings) -> None:
    at = staff.office(slug="notices", kind="notices")
    article, revision = staff.approved(at, staff.text(expires_at=now() + SOON))
    with refused(Refused, "过期") as caught:
        moves.schedule(article, revision, at.publisher, now() + SOON)
    assert caught.value.field == "publish_at"  # type: ignore[attr-defined]
    Revision.update(expires_at=now()).where(Revision.id == revision).execute()
    with refused(Refused, "过期"):
        moves.publish(article, revision, at.publisher)


@pytest.mark.parametrize("offset", [timedelta(0), -SOON, timedelta(days=365 * 6000)])
def test_times_to_schedule_for(store: Settings, offset: timedelta) -> None:
    at = staff.office()
    article, revision = staff.approved(at)
    with refused(Refused) as caught:
        moves.schedule(article, revision, at.publisher, now() + offset)
    assert caught.value.field == "publish_at"  # type: ignore[attr-defined]


def test_a_correction_does_not_inherit_the_time_of_the_first_publication(either: Settings) -> None:
    at = staff.office()
    article, revision = staff.approved(at)
    moves.schedule(article, revision, at.publisher, now() + SOON)
    moves.unschedule(article, revision, at.publisher)
    assert Revision.get_by_id(revision).publish_at is None
    moves.schedule(article, revision, at.publisher, now() + SOON)
    moves.publish(article, revision, at.publisher)

    assert Revision.get_by_id(revision).publish_at is None
