"""Writing: every save is a revision of its own, nobody overwrites anybody, history comes back."""

import json
from datetime import datetime, timedelta

import pytest

from portal.errors import Forbidden, Missing, Overtaken, Refused
from portal.models import Article, Comment, Draft, Entry, Revision, RevisionMedia, Section, Step
from portal.queries import past
from portal.queries import work as reading
from portal.services import drafts, editing
from portal.services.content import Content, MediaUse, stored
from portal.services.workflow import moves
from portal.settings import Settings
from portal.times import now
from tests import make
from tests.services import staff
from tests.services.staff import refused


def whole(media: int, cover: int) -> Content:
    """A content in which nothing is empty."""
    return Content(
        title="标题",
        subtitle="副标题",
        author="作者",
        source="本院",
        editor="责任编辑",
        summary="摘要",
        keywords=["普法", "防诈骗"],
        body="<h2>一、小标题</h2>\n<p>正文。</p>",
        details={},
        media=[
            MediaUse(cover, "cover", alt="一块颜色"),
            MediaUse(media, "attachment", "附件名"),
            MediaUse(cover, "cover", decorative=True, alt="装饰的图不要说明"),
        ],
        publish_at=datetime(2030, 1, 2, 3, 4),
        expires_at=datetime(2030, 2, 3, 4, 5),
    )


def attachment(root: Settings) -> int:
    from portal.services import library

    return library.add_media(root.media, b"%PDF-1.7 ", "表.pdf").id


def test_begin(store: Settings) -> None:
    at = staff.office()
    article = editing.begin(at.section.id, at.editor)
    found = reading.work(article)
    assert found and (found.state, found.revision, found.person) == ("draft", 0, at.editor.id)
    entry = staff.last_entry()
    assert (entry.action, entry.thing_id) == ("article-begun", article)
    assert json.loads(entry.after) == {"section": at.section.name}


def test_begin_is_for_editors_and_sections_with_articles(store: Settings) -> None:
    at = staff.office()
    group = make.section("openness", "group")
    with refused(Forbidden, "“编辑”角色"):
        editing.begin(at.section.id, at.publisher)
    for place in (group.id, 0, 99, 10**30):
        with refused(Refused, "选择一个") as caught:
            editing.begin(place, at.editor)
        assert caught.value.field == "section"  # type: ignore[attr-defined]


def test_everything_is_saved_and_read_back(either: Settings) -> None:
    at = staff.office()
    cover = make.picture(either.media)
    content = whole(attachment(either), cover.id)
    body = content.body + f'\n<p><img src="{cover.url}" alt="图"></p>'
    article, revision = staff.begun(at, Content(**{**vars(content), "body": body}))

    back = stored(Revision.get_by_id(revision))
    assert back.media == [
        MediaUse(content.media[1].media, "attachment", "附件名"),
        MediaUse(cover.id, "cover", alt="一块颜色"),
        MediaUse(cover.id, "cover", decorative=True),
    ]
    assert {**vars(back), "media": 0} == {**vars(content), "body": body, "media": 0}
    assert RevisionMedia.select().where(RevisionMedia.role == "body").count() == 1
    assert editing.save(article, back, revision, at.editor) == revision, "nothing has changed"
    assert Revision.select().count() == 1


def test_every_field_that_changes_makes_a_revision(either: Settings) -> None:
    at = staff.office()
    cover = make.picture(either.media)
    content = whole(attachment(either), cover.id)
    article, revision = staff.begun(at, content)
    changes: list[dict[str, object]] = [
        {name: "改过的"} for name in ("title", "subtitle", "author", "source", "editor", "summary")
    ]
    changes += [
        {"body": "<p>改过的。</p>"},
        {"keywords": ["改过的"]},
        {"keywords": []},
        {"media": content.media[:1]},
        {"media": []},
        {"publish_at": None},
        {"expires_at": None},
    ]
    for number, change in enumerate(changes, 2):
        content = Content(**{**vars(content), **change})  # type: ignore[arg-type]
        made = editing.save(article, content, revision, at.editor)
        assert made != revision and Revision.get_by_id(made).number == number, change
        assert editing.save(article, content, made, at.editor) == made
        revision = made
    states = [past.state for past in past.history(article)]
    assert states == ["draft"] + ["past"] * len(changes)


@pytest.mark.parametrize("state", ["draft", "returned", "live"])
def test_nothing_new_when_nothing_changed(store: Settings, state: str) -> None:
    at = staff.office()
    article, revision = staff.live(at) if state == "live" else staff.begun(at)
    if state == "returned":
        moves.submit(article, revision, at.editor)
        moves.send_back(article, revision, at.reviewer, "请改")
    entries = Entry.select().count()
    assert editing.save(article, staff.TEXT, revision, at.editor) == revision
    assert staff.newest_of(article).state == state
    assert Revision.select().count() == 1 and Entry.select().count() == entries


def test_the_same_said_otherwise_is_the_same(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at, staff.text(keywords=["普法,反诈", "， 社区"]))
    assert stored(Revision.get_by_id(revision)).keywords == ["普法", "反诈", "社区"]
    same = staff.text(
        f" {staff.TEXT.title}\u200b\0 ",
        keywords=["普法", "", "反诈", " 社区 "],
        body=f"<div onclick=x()>{staff.TEXT.body}</div><script>x()</script>",
    )
    assert editing.save(article, same, revision, at.editor) == revision


def test_a_draft_may_be_unfinished(store: Settings) -> None:
    at = staff.office(slug="documents", kind="documents")
    article, revision = staff.begun(at, Content(""))
    assert staff.newest_of(article).title == ""
    work = reading.work(article)
    assert work and work.name == f"未命名文章（{article}）"
    assert staff.last_entry().thing_name == work.name
    with refused(Refused, "文书日期") as caught:
        editing.save(article, Content("", details={"date": "五月"}), revision, at.editor)
    assert caught.value.field == "date"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"body": "字" * 3_000_000}, ""),
        ({"details": {"nonsense": 1}}, "nonsense"),
        ({"media": [MediaUse(99, "cover")]}, "99"),
        ({"media": [MediaUse(10**30, "cover")]}, "删除"),
        ({"expires_at": datetime(9999, 12, 31, 23)}, "年份"),
        ({"publish_at": datetime(9999, 12, 31, 23)}, "年份"),
        (
            {"publish_at": datetime(2030, 1, 2), "expires_at": datetime(2030, 1, 2)},
            "晚于",
        ),
    ],
)
def test_what_cannot_be_stored_is_refused(
    store: Settings, wrong: dict[str, object], sentence: str
) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    with refused(Refused, sentence or None):
        editing.save(article, staff.text("别的", **wrong), revision, at.editor)


def test_a_body_shows_pictures_by_no_other_role(store: Settings) -> None:
    at = staff.office()
    cover = make.picture(store.media)
    article, revision = staff.begun(at)
    for use in (MediaUse(cover.id, "body"), MediaUse(cover.id, "video"), MediaUse(cover.id, "\0")):
        with refused(Refused, "类型不对"):
            editing.save(article, staff.text(media=[use]), revision, at.editor)


# Two people


def two(at: staff.Office) -> tuple[int, int, staff.Actor]:
    """An article of two editors."""
    from portal.services.workflow import placing

    other = staff.actor("editor", name="zhou")
    article, revision = staff.begun(at)
    placing.take_over(article, other)
    return article, revision, other


def test_the_second_of_two_is_told(store: Settings) -> None:
    at = staff.office()
    article, revision, other = two(at)
    theirs = editing.save(article, staff.text("同事的"), revision, other)
    with refused(Overtaken, "同事保存了新的版本"):
        editing.save(article, staff.text("我的"), revision, at.editor)
    assert staff.newest_of(article).id == theirs


def test_both_are_kept(either: Settings) -> None:
    at = staff.office()
    article, revision, other = two(at)
    theirs = editing.save(article, staff.text("同事的"), revision, other)
    kept = drafts.keep(article, "", 0, revision, [("title", "我的")], at.editor)
    newest = editing.keep_both(article, staff.text("我的"), theirs, at.editor, kept.token)
    assert [(past.title, past.state) for past in past.history(article)] == [
        ("同事的", "draft"),
        ("我的", "past"),
        ("同事的", "past"),
        (staff.TEXT.title, "past"),
    ]
    assert staff.newest_of(article).id == newest and not Draft.select().exists()

    third = editing.save(article, staff.text("又一版"), newest, other)
    with refused(Overtaken):
        editing.keep_both(article, staff.text("迟到的"), newest, at.editor)
    assert staff.newest_of(article).id == third


@pytest.mark.parametrize("state", ["submitted", "approved"])
def test_what_is_being_judged_is_not_rewritten(store: Settings, state: str) -> None:
    at = staff.office()
    article, revision = {"submitted": staff.submitted, "approved": staff.approved}[state](at)
    first = revision
    for attempt in (
        lambda: editing.save(article, staff.text("偷偷改"), revision, at.editor),
        lambda: editing.restore(article, first, at.editor),
        lambda: editing.keep_both(article, staff.text("偷偷改"), revision, at.editor),
        lambda: editing.delete(article, at.editor),
    ):
        with refused(Overtaken):
            attempt()


# History


def test_an_old_revision_comes_back(store: Settings) -> None:
    at = staff.office()
    cover = make.picture(store.media)
    old = staff.text("旧的", media=[MediaUse(cover.id, "cover", alt="图")])
    article, first = staff.begun(at, old)
    second = editing.save(article, staff.text("新的"), first, at.editor)
    third = editing.restore(article, first, at.editor)
    assert [past.title for past in past.history(article)] == ["旧的", "新的", "旧的"]
    assert stored(Revision.get_by_id(third)) == stored(Revision.get_by_id(first))
    assert Revision.get_by_id(second).state == "past"
    entry = staff.last_entry()
    assert entry.action == "article-restored" and json.loads(entry.after)["from"] == 1
    entries = entry.number
    assert editing.restore(article, third, at.editor) == third
    assert staff.last_entry().number == entries, "it was the newest already"


def test_only_revisions_of_the_article_come_back(either: Settings) -> None:
    at = staff.office()
    article, _ = staff.begun(at)
    _, foreign = staff.begun(at, staff.text("别的文章"))
    for wrong in (foreign, 0, 999, 2**31, 10**30):
        with refused(Missing, "没有这个版本"):
            editing.restore(article, wrong, at.editor)
        with refused(Missing, "没有这个版本"):
            editing.comment(article, wrong, "意见", at.editor)


def test_comments(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.submitted(at)
    editing.comment(article, revision, "  请核对数字\r\n第二段  ", at.reviewer)
    said = past.conversation(article)[-1]
    assert (said.person, said.move) == ("li同志", "") and said.text.startswith("请核对数字")
    assert staff.last_entry().action == "article-commented"
    for wrong in ("", " \0\u200b ", "长" * 2001):
        with refused(Refused) as caught:
            editing.comment(article, revision, wrong, at.reviewer)
        assert caught.value.field == "text"  # type: ignore[attr-defined]


def test_delete_takes_all_of_it(either: Settings) -> None:
    at = staff.office()
    cover = make.picture(either.media)
    kept, _ = staff.begun(at, staff.text("留下的"))
    article, revision = staff.begun(at, staff.text(media=[MediaUse(cover.id, "cover")]))
    moves.submit(article, revision, at.editor)
    editing.comment(article, revision, "意见", at.reviewer)
    moves.take_back(article, revision, at.editor)
    drafts.keep(article, "", 0, revision, [("t", "x")], at.editor)
    editing.delete(article, at.editor)
    assert [row.id for row in Article.select()] == [kept]
    for table in (Draft, Comment, Step, RevisionMedia):
        assert not table.select().exists(), table
    assert Revision.select().count() == 1 and Section.select().count() == 1
    entry = staff.last_entry()
    assert (entry.action, entry.thing_id) == ("article-deleted", article)
    assert json.loads(entry.before) == {"title": staff.TEXT.title, "revision": 1}


def test_what_readers_have_seen_is_never_deleted(store: Settings) -> None:
    at = staff.office()
    article, _ = staff.live(at)
    with refused(Overtaken, "已发布"):
        editing.delete(article, at.editor)
    staff.corrected(at, article, staff.text("更正"), until="draft")
    with refused(Overtaken):
        editing.delete(article, at.editor)


def test_times_are_whole(store: Settings) -> None:
    at = staff.office()
    article, revision = staff.begun(at)
    made = Revision.get_by_id(revision)
    assert made.person_id == at.editor.id and now() - made.created_at < timedelta(seconds=9)
