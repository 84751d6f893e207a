"""What the form keeps by itself: drafts of several windows, who is here, checks and repairs."""

from datetime import timedelta

from portal.models import Draft, Presence
from portal.services import drafts, editing
from portal.services.workflow import moves, placing
from portal.times import now
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import (
    HTMX,
    autosave,
    edit_path,
    faults,
    newest,
    opened,
    send,
    send_rich,
    value,
)
from tests.services import staff


def begun(desk: DeskClient) -> tuple[int, staff.Office]:
    """A blank article whose editor is signed in."""
    at = staff.office()
    newsroom.enter(desk, at.editor)
    return editing.begin(at.section.id, at.editor), at


def kept(answer: Answer) -> tuple[str, str]:
    """The draft's token and version after an autosave."""
    return value(answer, "draft"), value(answer, "version")


def test_typing_is_kept_and_offered_again(desk: DeskClient) -> None:
    article, _ = begun(desk)
    page = opened(desk, article)
    assert kept(page) == ("", "0")

    first = autosave(desk, page, title="写了一点", body_text="一句")
    token, version = kept(first)
    assert "已自动保存" in first.words("//p[@class='kept__words']")[0]
    second = autosave(desk, page, title="写了两点", draft=token, version=version)

    assert kept(second) == (token, "2") and Draft.select().count() == 1
    again = opened(desk, article)
    assert (value(again, "title"), kept(again)) == ("写了两点", (token, "2"))
    assert "自动保存、还没有正式保存的内容" in again.text


def test_the_rich_editor_is_kept_as_html(desk: DeskClient) -> None:
    article, _ = begun(desk)

    autosave(desk, opened(desk, article), body_html="<p>甲<b>乙</b></p>", body_text=None)

    again = opened(desk, article)
    assert value(again, "body_html") == "<p>甲<strong>乙</strong></p>"
    send_rich(desk, again, "save", title="题")
    assert newest(article).body == "<p>甲<strong>乙</strong></p>"


def test_two_windows_of_one_person_keep_both(desk: DeskClient) -> None:
    article, _ = begun(desk)
    page = opened(desk, article)
    token, _ = kept(autosave(desk, page, title="左边的窗口"))

    other = autosave(desk, page, title="右边的窗口", draft=token, version="0")

    assert kept(other)[0] != token
    assert "另一个窗口" in other.text
    again = opened(desk, article)
    assert value(again, "title") == "右边的窗口"
    assert f"{edit_path(article)}?draft={token}" in again.all("//main//a/@href")
    assert value(desk.page(f"{edit_path(article)}?draft={token}"), "title") == "左边的窗口"


def test_after_saving_in_one_window_the_other_is_offered(desk: DeskClient) -> None:
    article, _ = begun(desk)
    page = opened(desk, article)
    token, _ = kept(autosave(desk, page, title="左边的窗口"))
    autosave(desk, page, title="右边的窗口")

    send(desk, opened(desk, article), "save")

    again = opened(desk, article)
    assert value(again, "title") == "右边的窗口"
    assert f"{edit_path(article)}?draft={token}" in again.all("//main//a/@href")
    overview = desk.page(f"/desk/articles/{article}/")
    assert f"{edit_path(article)}?draft={token}" in overview.all("//main//a/@href")


def test_a_draft_that_was_saved_on_another_way_is_not_offered(desk: DeskClient) -> None:
    """A request that was on its way while the button was pressed leaves one behind."""
    article, _ = begun(desk)
    page = opened(desk, article)
    send(desk, page, "save", title="题", body_text="一段话")
    autosave(desk, page, title="题", body_text="一段话")

    assert Draft.select().count() == 1
    again = opened(desk, article)
    assert "没有正式保存" not in again.text


def test_behind_a_colleague_is_said(desk: DeskClient) -> None:
    article, at = begun(desk)
    other = staff.actor("editor", name="other")
    send(desk, opened(desk, article), "save", title="第一版")
    page = opened(desk, article)
    placing.take_over(article, other)
    editing.save(article, staff.text("同事的"), newest(article).id, other)

    answer = autosave(desk, page, title="我的")

    assert "已经保存了新的版本" in answer.text
    again = opened(desk, article)
    assert value(again, "title") == "同事的"
    assert "接着写" in again.text


def test_a_sign_in_that_ended_is_said_in_words(desk: DeskClient) -> None:
    article, _ = begun(desk)
    page = opened(desk, article)
    desk.submit("/desk/sign-out")

    answer = autosave(desk, page, 401, title="还在写")

    assert answer.headers["HX-Reswap"] == "none"
    assert answer.all("//a[contains(@href, '/desk/sign-in')]")
    assert not Draft.select().count()


def test_the_whole_form_comes_back_after_signing_in(desk: DeskClient) -> None:
    article, at = begun(desk)
    page = opened(desk, article)
    desk.raw.delete_cookie("desk", path="/desk")

    ask = send(desk, page, "save", 401, title="没有丢", body_text="正文一段")
    hidden = {each.get("name"): each.get("value") for each in ask.all("//input[@type='hidden']")}
    assert hidden["kept-title"] == "没有丢" and hidden["kept-act"] == "save"
    newsroom.enter(desk, at.editor)
    kept_fields = {n.removeprefix("kept-"): v for n, v in hidden.items() if n.startswith("kept-")}
    desk.submit(edit_path(article), kept_fields)

    assert newest(article).title == "没有丢"


def test_a_missing_token_is_said_in_words(desk: DeskClient) -> None:
    article, _ = begun(desk)
    path = f"/desk/articles/{article}/autosave"

    answer = desk.post(path, {"title": "没有口令"}, 400, **HTMX)

    assert answer.headers["HX-Reswap"] == "none" and "刷新页面" in answer.text
    assert not Draft.select().count()


def test_autosaving_in_a_colleagues_article_is_refused(desk: DeskClient) -> None:
    article, _ = begun(desk)
    page = opened(desk, article)
    newsroom.enter(desk, staff.actor("editor", name="other"))

    answer = autosave(desk, page, 403, title="别人的文章")

    assert "接手编辑" in answer.text and not Draft.select().count()


def test_another_persons_draft_is_never_touched(desk: DeskClient) -> None:
    article, at = begun(desk)
    send(desk, opened(desk, article), "save", title="第一版")
    token, version = kept(autosave(desk, opened(desk, article), title="王的内容"))
    other = staff.actor("editor", name="other")
    newsroom.enter(desk, other)
    desk.submit(f"/desk/articles/{article}/take-over")

    page = opened(desk, article)
    assert value(page, "title") == "第一版"
    mine = autosave(desk, page, title="另一人", draft=token, version=version)
    assert kept(mine)[0] != token
    desk.page(f"/desk/articles/{article}/preview?draft={token}", 404)
    desk.get(f"/desk/articles/{article}/as-read?draft={token}", 404)
    desk.page(f"/desk/articles/{article}/discard?draft={token}", 404)
    desk.submit(f"/desk/articles/{article}/discard", {"draft": token})
    assert value(desk.page(f"{edit_path(article)}?draft={token}"), "title") == "另一人"
    newsroom.enter(desk, at.editor)
    assert value(opened(desk, article), "title") == "王的内容"


def test_giving_up_asks_first(desk: DeskClient) -> None:
    article, _ = begun(desk)
    send(desk, opened(desk, article), "save", title="保存过的")
    gone = send(desk, opened(desk, article), "discard", title="不要的改动")

    asked = desk.page(gone.headers["Location"])
    token = value(asked, "draft")
    assert Draft.select().count() == 1
    assert f"{edit_path(article)}?draft={token}" in asked.all("//main//a/@href")
    desk.submit(f"/desk/articles/{article}/discard", {"draft": token})

    assert not Draft.select().count()
    assert value(opened(desk, article), "title") == "保存过的"


def test_who_else_is_here(desk: DeskClient) -> None:
    article, at = begun(desk)
    other = staff.actor("editor", name="other")
    editing.save(article, staff.TEXT, 0, at.editor)
    placing.take_over(article, other)
    drafts.arrive(article, other)
    path = f"/desk/articles/{article}/presence"

    assert "other同志也打开了这篇文章" in opened(desk, article).text
    assert "other同志" in desk.submit(path, status=200, **HTMX).text
    Presence.update(seen_at=now() - timedelta(minutes=2)).where(
        Presence.person == other.id
    ).execute()
    alone = desk.submit(path, status=200, **HTMX)
    assert "也打开了" not in alone.text and alone.all("//div[@id='others'][@data-hx-post]")
    assert [p.person_id for p in Presence.select()].count(at.editor.id) == 1


def test_submitting_leaves_the_form(desk: DeskClient) -> None:
    article, _ = begun(desk)
    page = opened(desk, article)
    assert Presence.select().count() == 1

    text = staff.TEXT
    send_rich(
        desk,
        page,
        "submit",
        title=text.title,
        body_html=text.body,
        source="本院",
        summary=text.summary,
        keywords="普法",
    )

    assert not Presence.select().count()


def test_checking_with_and_without_scripts(desk: DeskClient) -> None:
    article, _ = begun(desk)
    typed = {"title": "题", "body_text": "他说：“请坐。"}

    whole = send(desk, opened(desk, article), "check", 200, **typed)
    data = {**typed, "based_on": "0"}
    part = desk.submit(f"/desk/articles/{article}/check", data, 200, **HTMX)

    for answer in (whole, part):
        assert answer.all("//div[@id='findings']//a[@href='#body_text'][@data-block='0']")
    assert whole.all("//h3[@id='findings-title'][@autofocus]")
    assert not part.all("//h3[@autofocus]")
    assert "检查完成，发现" in part.text


def test_a_check_says_what_it_cannot_read(desk: DeskClient) -> None:
    article, _ = begun(desk)
    data = {"title": "题", "publish_at": "明天"}

    part = desk.submit(f"/desk/articles/{article}/check", data, 200, **HTMX)

    assert "现在还不能检查：发布时间请写成" in part.words("//div[@id='findings']")[0]


def test_pasting(desk: DeskClient) -> None:
    begun(desk)

    data = {"html": "<p style='x'>甲<script>1</script></p>", "csrf_token": desk.token()}
    clean = desk.raw.post("/desk/paste", data=data)
    assert (clean.status_code, clean.get_data(as_text=True)) == (200, "<p>甲</p>")


def test_pasting_too_much_is_a_sentence(desk: DeskClient) -> None:
    begun(desk)

    for html in ("<p>长</p>" * 70_000, "<div>" * 5000):
        answer = desk.raw.post("/desk/paste", data={"html": html, "csrf_token": desk.token()})
        assert answer.status_code == 422
        sentence = answer.get_data(as_text=True)
        assert sentence.startswith("正文") and "<" not in sentence and len(sentence) < 200


def test_every_kind_of_fault_stays_a_sentence(desk: DeskClient) -> None:
    article, _ = begun(desk)

    long = {"body_text": "a" * 1_200_000, "summary": "b" * 900_000}
    said = autosave(desk, opened(desk, article), 400, **long)

    assert "太长" in said.text and not Draft.select().count()
    assert faults(opened(desk, article)) == []


def test_what_cannot_be_saved_now_is_kept_with_the_reason(desk: DeskClient) -> None:
    article, at = begun(desk)
    page = opened(desk, article)
    revision = editing.save(article, staff.TEXT, 0, at.editor)
    moves.submit(article, revision, at.editor)

    answer = autosave(desk, page, title="送审以后又写的", body_text="一句")

    assert "现在是“待审核”" in answer.words("//p[@class='kept__words']")[0]
    assert Draft.select().count() == 1
