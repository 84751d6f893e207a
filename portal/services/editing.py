"""Writing articles: begin, save as a revision, restore, comment, delete what nobody published."""

from collections.abc import Collection

from portal import journal, kinds
from portal.database import erased, is_id, writing
from portal.errors import Forbidden, Missing, Overtaken, Refused
from portal.models import Article, Comment, Revision, Section, Step
from portal.queries import colleagues
from portal.queries import work as reading
from portal.queries.sections import only_article
from portal.queries.work import Work
from portal.roles import EDITOR, Actor
from portal.sanitiser.characters import visible
from portal.services import drafts
from portal.services.anonymising import guard, originals
from portal.services.anonymising.sealing import SEALED
from portal.services.content import Content, checked, store, stored
from portal.services.workflow import rules
from portal.services.workflow.moves import held, note
from portal.times import now

COMMENT_LIMIT = 2000
_AS_IT_IS = ("draft", "returned", "live")
"""States in which there is no use for a second revision of the same words; what was withdrawn
may come back word for word."""


def begin(section: int, by: Actor) -> int:
    """A new, empty article in a section; its id."""
    if not by.may(EDITOR):
        raise Forbidden("写文章需要“编辑”角色。请找管理员开通。")
    with writing():
        place = Section.get_or_none(Section.id == section) if is_id(section) else None
        if place is None or not kinds.by_key(place.kind).has_articles:
            raise Refused("请选择一个可以发文章的栏目。", "section")
        if kinds.by_key(place.kind).single and only_article(place.id):
            raise Refused(f"“{place.name}”只有一页，已经有了，请打开那一页修改。", "section")
        article = Article.create(section=place, person=by.id)
        after = {"section": place.name}
        journal.record(by, "article-begun", "article", article.id, "未命名文章", after=after)
    return article.id


def save(
    article: int,
    content: Content,
    based_on: int,
    by: Actor,
    draft: str = "",
    *,
    kept: Collection[str] | None = None,
) -> int:
    """Save a content as the next revision and return its id; nothing new if nothing changed.

    `based_on` is the id of the newest revision that the writer has seen (0: none); raises
    Overtaken when there is a newer one. `draft` is the token of the unsaved draft that this ends.
    Raises Unhidden for the original of a legal document; `kept` are the words that its editor has
    just decided to leave as they are, instead of those of the revision before.
    """
    with writing():
        work = held(article)
        rules.find("write", work, reading.hands(work), by)
        if work.revision != based_on:
            raise Overtaken("您编辑的时候，同事保存了新的版本。两边的内容都在，请选择怎么办。")
        ready = checked(kinds.by_key(work.kind), content, complete=False)
        guard.stop_originals(work, ready, kept)
        revision = _store(work, ready, by)
        if draft:
            drafts.drop(draft, by)
    return revision


def _store(work: Work, content: Content, by: Actor) -> int:
    newest = Revision.get_or_none(Revision.id == work.revision)
    if newest and newest.state in _AS_IT_IS and stored(newest) == content:
        return work.revision
    if newest and newest.state in ("draft", "returned"):
        Revision.update(state="past").where(Revision.id == newest.id).execute()
    article = Article.get_by_id(work.id)
    revision = store(article, content, by, "draft")
    journal.record(
        by,
        "article-saved",
        "article",
        work.id,
        content.title or work.name,
        before={"revision": work.number, "title": work.title},
        after={"revision": revision.number, "title": content.title},
    )
    return revision.id


def keep_both(article: int, content: Content, theirs: int, by: Actor, draft: str = "") -> int:
    """Put one's own content into the history and go on with the colleague's revision."""
    with writing():
        save(article, content, theirs, by, draft)
        return restore(article, theirs, by)


def restore(article: int, revision: int, by: Actor) -> int:
    """Make an old revision's content the newest again, as a revision of its own; its id."""
    with writing():
        work = held(article)
        rules.find("write", work, reading.hands(work), by)
        old = _revision(article, revision)
        if old.state == SEALED:
            raise Refused("这一版的文字已经销毁，不能恢复。")
        made = _store(work, stored(old), by)
        if made != work.revision:
            # The words are still their author's, who may not judge them now either.
            Step.create(revision=made, person=old.person_id, move="lent")
            originals.carry(old, made)
            note(work, "article-restored", by, {"revision": work.number}, {"from": old.number})
    return made


def _revision(article: int, number: int) -> Revision:
    found: Revision | None = None
    if is_id(number):
        found = Revision.get_or_none(Revision.id == number, Revision.article == article)
    if found is None:
        raise Missing("没有这个版本。")
    return found


def comment(article: int, revision: int, text: str, by: Actor) -> None:
    """Say something about a revision to colleagues."""
    text = visible(text).strip()
    if not text:
        raise Refused("意见还没有写。", "text")
    if len(text) > COMMENT_LIMIT:
        raise Refused(f"意见请写在 {COMMENT_LIMIT} 字以内。", "text")
    with writing():
        work = held(article)
        of = _revision(article, revision)
        Comment.create(revision=of, person=by.id, text=text)
        note(work, "article-commented", by, {}, {"text": text})


def delete(article: int, by: Actor) -> None:
    """Delete an article that was never published, with its revisions and one's own drafts."""
    with writing():
        work = held(article)
        rules.find("delete", work, reading.hands(work), by)
        if others := reading.present(article, by.id, now()):
            raise Refused(f"{'、'.join(others)}正在编辑这篇文章，现在不能删除。请先和同事说好。")
        if others := colleagues.keepers(article, by.id):
            raise Refused(f"{'、'.join(others)}还有没保存的内容，请先请他保存或放弃。")
        note(work, "article-deleted", by, {"title": work.title, "revision": work.number}, {})
        Article.delete().where(Article.id == article).execute()
        if kinds.by_key(work.kind).anonymised:
            erased()
