"""Drafts that save themselves: nothing typed is lost, whoever else types, clicks or deletes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from portal import database
from portal.errors import Forbidden, Missing, Refused
from portal.models import Article, Draft, Person, Presence
from portal.queries import past
from portal.queries import work as reading
from portal.services import drafts, editing
from portal.services.workflow import moves, placing
from portal.settings import Settings
from portal.times import now
from tests.services import staff
from tests.services.crew import crew
from tests.services.staff import refused

WORDS = [("title", "标题"), ("body", "<p>写到一半\r\n\t的话 &amp; “引号”🙂</p>"), ("title", "同名")]


def texts(article: int, by: staff.Actor) -> list[str]:
    """What the windows of a person hold, newest first: the last field of each."""
    return [kept.content[-1][1] for kept in reading.unsaved(article, by.id)]


def test_a_window_goes_on_in_its_own_row(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    first = drafts.keep(article, "", 0, revision, WORDS, at.editor)
    second = drafts.keep(article, first.token, first.version, revision, [("a", "b")], at.editor)

    assert (second.token, second.version, second.apart) == (first.token, 2, False)
    assert not first.apart and first.version == 1 and not second.warning
    (kept,) = reading.unsaved(article, at.editor.id)
    assert kept.content == [["a", "b"]] and kept.based_on == revision
    assert now() - kept.saved_at < timedelta(seconds=9)


def test_it_comes_back_as_it_was_typed(either: Settings) -> None:
    at = staff.office()
    article = editing.begin(at.section.id, at.editor)
    drafts.keep(article, "", 0, None, WORDS, at.editor)
    (kept,) = reading.unsaved(article, at.editor.id)
    assert [tuple(pair) for pair in kept.content] == WORDS and kept.based_on is None


def test_two_windows_of_one_person(either: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    one = drafts.keep(article, "", 0, revision, [("t", "甲一")], at.editor)
    drafts.keep(article, one.token, 1, revision, [("t", "甲二")], at.editor)
    other = drafts.keep(article, one.token, 1, revision, [("t", "乙")], at.editor)
    assert other.apart and other.token != one.token
    assert sorted(texts(article, at.editor)) == ["乙", "甲二"]
    drafts.keep(article, other.token, other.version, revision, [("t", "乙二")], at.editor)
    drafts.keep(article, one.token, 2, revision, [("t", "甲三")], at.editor)
    assert sorted(texts(article, at.editor)) == ["乙二", "甲三"]


def test_an_answer_that_was_lost(either: Settings) -> None:
    """The window sends the same again, under the version that it knows."""
    at = staff.office()
    article, revision = staff.begun(at)
    one = drafts.keep(article, "", 0, revision, [("t", "甲")], at.editor)
    lost = drafts.keep(article, one.token, one.version, revision, WORDS, at.editor)
    again = drafts.keep(article, one.token, one.version, revision, WORDS, at.editor)
    assert again == lost and not again.apart
    for version, words in ((0, WORDS), (one.version, WORDS[:1]), (9, WORDS)):
        assert drafts.keep(article, one.token, version, revision, words, at.editor).apart
    assert Draft.select().count() == 4


def test_the_draft_of_a_colleague_is_out_of_reach(store: Settings) -> None:
    at = staff.office()
    other = staff.actor("editor", name="zhou")
    article, revision = staff.begun(at)
    placing.take_over(article, other)
    mine = drafts.keep(article, "", 0, revision, [("t", "我的")], at.editor)
    theirs = drafts.keep(article, mine.token, mine.version, revision, [("t", "他的")], other)
    assert theirs.token != mine.token
    drafts.drop(mine.token, other)
    assert texts(article, at.editor) == ["我的"] and texts(article, other) == ["他的"]
    drafts.drop(mine.token, at.editor)
    assert texts(article, at.editor) == []


def test_a_token_is_of_one_article(store: Settings) -> None:
    at = staff.office()
    (one, first), (other, second) = staff.begun(at), staff.begun(at, staff.text("另一篇"))
    kept = drafts.keep(one, "", 0, first, [("t", "甲")], at.editor)
    drafts.keep(other, kept.token, kept.version, second, [("t", "乙")], at.editor)
    assert (texts(one, at.editor), texts(other, at.editor)) == (["甲"], ["乙"])


def test_a_save_ends_its_own_draft_only(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    one = drafts.keep(article, "", 0, revision, [("t", "甲")], at.editor)
    drafts.keep(article, "", 0, revision, [("t", "乙")], at.editor)
    editing.save(article, staff.text("新的"), revision, at.editor, one.token)
    assert texts(article, at.editor) == ["乙"]
    again = drafts.keep(article, one.token, one.version, revision, [("t", "又写")], at.editor)
    assert not again.apart and sorted(texts(article, at.editor)) == ["乙", "又写"]


@pytest.mark.parametrize("role", ["reviewer", "publisher", "admin", "auditor"])
@pytest.mark.parametrize("submitted", [False, True])
def test_who_may_not_write_keeps_nothing(store: Settings, role: str, submitted: bool) -> None:
    at = staff.office()
    by = staff.actor(role, name="zhou")
    article, revision = staff.submitted(at) if submitted else staff.begun(at)
    with refused(Forbidden, "“编辑”角色"):
        drafts.keep(article, "", 0, revision, WORDS, by)


@pytest.mark.parametrize("submitted", [False, True])
def test_a_stranger_takes_over_first(store: Settings, submitted: bool) -> None:
    at = staff.office()
    by = staff.actor("editor", name="zhou")
    article, revision = staff.submitted(at) if submitted else staff.begun(at)
    with refused(Forbidden, "接手编辑"):
        drafts.keep(article, "", 0, revision, WORDS, by)


def test_typing_goes_on_while_a_colleague_submits(store: Settings) -> None:
    """The words cannot become a revision now; they are kept all the same."""
    at = staff.office()
    article, revision = staff.begun(at)
    kept = drafts.keep(article, "", 0, revision, [("t", "一半")], at.editor)
    moves.submit(article, revision, at.editor)
    late = drafts.keep(article, kept.token, kept.version, revision, [("t", "全文")], at.editor)
    assert "待审核" in late.warning and late.token == kept.token
    moves.send_back(article, revision, at.reviewer, "请改")
    on = drafts.keep(article, late.token, late.version, revision, [("t", "改过")], at.editor)
    assert not on.warning and texts(article, at.editor) == ["改过"]


def test_limits(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    drafts.keep(article, "", 0, revision, [("t", "字" * (drafts.LIMIT - 2))], at.editor)
    for pairs in (
        [("t", "字" * drafts.LIMIT)],
        [("名" * drafts.LIMIT, "")],
        [("名" * 999, "")] * (drafts.LIMIT // 1000 + 1),
    ):
        with refused(Refused, "太长"):
            drafts.keep(article, "", 0, revision, pairs, at.editor)


def test_the_oldest_of_too_many_go(store: Settings) -> None:
    at = staff.office()
    other = staff.actor("editor", name="zhou")
    article, revision = staff.begun(at)
    placing.take_over(article, other)
    drafts.keep(article, "", 0, revision, [("t", "同事的")], other)
    for number in range(drafts.MOST + 3):
        drafts.keep(article, "", 0, revision, [("t", f"{number}")], at.editor)
    assert texts(article, at.editor) == [f"{n}" for n in range(drafts.MOST + 2, 2, -1)]
    assert texts(article, other) == ["同事的"]


HOSTILE = "坏\0的\ud800字\udfff符\ufffe\u202e\x1b"


def test_hostile_words(either: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    kept = drafts.keep(article, HOSTILE, -1, 10**30, [(HOSTILE, HOSTILE)], at.editor)
    (found,) = reading.unsaved(article, at.editor.id)
    assert found.content == [["坏的字符\ufffe\u202e\x1b"] * 2] and found.based_on is None
    on = drafts.keep(article, kept.token, kept.version, -5, [("'; DROP", '{"a":')], at.editor)
    assert on.token == kept.token
    for token in (HOSTILE, "", "x" * 100_000, "%00"):
        drafts.drop(token, at.editor)
        saved = editing.save(article, staff.TEXT, revision, at.editor, token)
        assert saved == revision
    assert reading.unsaved(article, at.editor.id)[0].content == [["'; DROP", '{"a":']]


def test_an_article_that_is_gone(either: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    kept = drafts.keep(article, "", 0, revision, WORDS, at.editor)
    drafts.arrive(article, at.editor)
    editing.delete(article, at.editor)
    assert not Article.select().exists() and not Draft.select().exists()
    with refused(Missing, "可能已经删除"):
        drafts.keep(article, kept.token, kept.version, revision, WORDS, at.editor)
    drafts.arrive(article, at.editor)
    drafts.leave(article, at.editor)
    drafts.drop(kept.token, at.editor)
    assert not Presence.select().exists()


# Who is there


def test_colleagues_see_who_is_there(store: Settings) -> None:
    at = staff.office()
    other = staff.actor("editor", name="zhou")
    article, _ = staff.begun(at)
    placing.take_over(article, other)
    for by in (at.editor, other, at.editor):
        drafts.arrive(article, by)
    assert reading.present(article, at.editor.id, now()) == ["zhou同志"]
    assert reading.present(article, other.id, now()) == ["wang同志"]
    assert reading.present(article, None, now()) == ["wang同志", "zhou同志"]
    assert reading.present(article, None, now() + 2 * reading.HERE) == []
    drafts.leave(article, other)
    assert reading.present(article, at.editor.id, now()) == []


def test_who_went_away_without_a_word_is_forgotten(store: Settings) -> None:
    at = staff.office()
    one, _ = staff.begun(at)
    other, _ = staff.begun(at, staff.text("另一篇"))
    drafts.arrive(one, at.editor)
    Presence.update(seen_at=now() - timedelta(hours=1)).execute()
    drafts.arrive(other, at.editor)
    assert [row.article_id for row in Presence.select()] == [other]


def test_nobody_deletes_what_a_colleague_is_writing(store: Settings) -> None:
    at = staff.office()
    other = staff.actor("editor", name="zhou")
    article, _ = staff.begun(at)
    placing.take_over(article, other)
    drafts.arrive(article, other)
    drafts.arrive(article, at.editor)
    with refused(Refused, "zhou同志"):
        editing.delete(article, at.editor)
    drafts.leave(article, other)
    editing.delete(article, at.editor)
    assert not Article.select().exists()


def test_nobody_deletes_what_a_colleague_has_not_saved(either: Settings) -> None:
    at = staff.office()
    others = [staff.actor("editor", name=name) for name in ("zhou", "qian")]
    article, revision = staff.begun(at)
    for other in others * 2:
        placing.take_over(article, other)
        drafts.keep(article, "", 0, revision, WORDS, other)
    drafts.keep(article, "", 0, revision, WORDS, at.editor)
    with refused(Refused, "^qian同志、zhou同志还有没保存的内容，请先请他保存或放弃。$"):
        editing.delete(article, at.editor)
    Person.update(active=False).where(Person.name == "zhou").execute()
    with refused(Refused, "^qian同志还有"):
        editing.delete(article, at.editor)
    for kept in reading.unsaved(article, others[1].id):
        drafts.drop(kept.token, others[1])
    editing.delete(article, at.editor)
    assert not Article.select().exists() and not Draft.select().exists()


@pytest.mark.parametrize("make", [staff.begun, staff.submitted])
def test_who_may_not_write_holds_nobody_up(store: Settings, make: Any) -> None:
    at = staff.office()
    article, _ = make(at)
    for by in (staff.actor("editor", name="zhou"), at.reviewer, at.editor):
        drafts.arrive(article, by)
    assert reading.present(article, None, now()) == ["wang同志"]


# At the same moment


def test_threads_of_one_window(either: Settings) -> None:
    """The network delivers one window's saves twice, or out of order."""
    at = staff.office()
    article, revision = staff.begun(at)
    kept = drafts.keep(article, "", 0, revision, [("t", "起头")], at.editor)

    def keep(number: int) -> bool:
        try:
            words = [("t", f"{number}")]
            done = drafts.keep(article, kept.token, kept.version, revision, words, at.editor)
            drafts.arrive(article, at.editor)
            return done.apart
        finally:
            database.close()

    with ThreadPoolExecutor(4) as pool:
        apart = list(pool.map(keep, range(8)))

    assert sorted(apart) == [False] + [True] * 7
    assert sorted(texts(article, at.editor)) == sorted(f"{n}" for n in range(8))
    assert Presence.select().count() == 1


def test_processes(either: Settings) -> None:
    """One round each of what two windows, or two people, do at the same moment."""
    at = staff.office()
    other = staff.actor("editor", name="zhou")
    article, revision = staff.begun(at)
    placing.take_over(article, other)
    mine = drafts.keep(article, "", 0, revision, [("t", "起头")], at.editor)
    database.close()
    with crew(either) as many:
        for _ in range(8):
            assert set(many.all(["arrive", article, at.editor.id])) == {"None"}
        tokens = many.all(
            *(["keep", article, mine.token, 1, f"窗口{n}", at.editor.id] for n in range(4))
        )
        assert len(set(tokens)) == 4 and mine.token in tokens
        assert sorted(texts(article, at.editor)) == [f"窗口{n}" for n in range(4)]

        for round_ in range(6):
            said = many.all(
                *(
                    ["save", article, f"第{round_}轮{n}", revision, person]
                    for n, person in enumerate([at.editor.id, other.id] * 2)
                )
            )
            won = [each for each in said if each != "Overtaken"]
            assert len(won) == 1, said
            revision = int(won[0])
            assert staff.newest_of(article).id == revision
        numbers = [past.number for past in past.history(article)]
        assert numbers == list(range(7, 0, -1))
        assert [past.state for past in past.history(article)] == ["draft"] + ["past"] * 6

        # Three wait for a pinned place that only one can have, and nobody waits for ever.
        shown = [staff.live(at, staff.text(f"置顶{n}"))[0] for n in range(6)]
        for each in shown[:2]:
            placing.pin(each, at.publisher)
        database.close()
        said = many.all(*(["place", "pin", each, at.publisher.id] for each in shown[2:]))
        assert sorted(said) == ["None", "Refused", "Refused", "Refused"]
        assert Article.select().where(Article.pinned).count() == 3
        ready = [staff.approved(at, staff.text(f"待发{n}")) for n in range(2)]
        database.close()
        said = many.all(
            ["move", "publish", *ready[0], at.publisher.id],
            ["place", "unpin", shown[0], at.publisher.id],
            ["move", "publish", *ready[1], at.publisher.id],
            ["place", "withdraw", shown[1], at.publisher.id, "有误"],
        )
        assert said == ["None"] * 4
