"""Moves on the article itself: withdraw, pin, move to another section, take over."""

from portal import kinds, search
from portal.database import lock, writing
from portal.errors import Refused
from portal.models import Article, Revision, Section, Step
from portal.queries import work as reading
from portal.queries.work import Work
from portal.roles import Actor
from portal.services import generation, publication
from portal.services.workflow import rules
from portal.services.workflow.moves import held, needed, note, unschedule
from portal.times import now

MOST_PINNED = 3
"""How many articles of one section may stand before the newest."""


def withdraw(article: int, by: Actor, reason: str) -> None:
    """Take a live article from the readers, who get the reason in its place."""
    reason = needed(reason, "请写明撤下的原因，读者会看到它。")
    with writing():
        work = _allowed("withdraw", article, by)
        if work.revision_state == "scheduled":
            unschedule(article, work.revision, by)
        shown = Article.get_by_id(article)
        Step.create(revision=shown.live, person=by.id, move="withdraw", reason=reason)
        publication.take_down(shown, reason)
        before = {"state": "live", "revision": Revision.get_by_id(shown.live).number}
        note(work, "article-withdrawn", by, before, {"state": "withdrawn", "reason": reason})


def pin(article: int, by: Actor) -> None:
    """Let an article stand before newer ones in its section."""
    with writing():
        work = _allowed("pin", article, by)
        if work.pinned:
            return
        lock(Section.select(Section.id).where(Section.id == work.section))
        if _pinned(work.section) >= MOST_PINNED:
            raise Refused(f"“{work.section_name}”已经置顶了 {MOST_PINNED} 篇，请先取消一篇。")
        _set(article, pinned=True)
        note(work, "article-pinned", by, {"pinned": False}, {"pinned": True})


def _pinned(section: int) -> int:
    """How many pinned articles readers see there now."""
    found: int = (
        Article.select()
        .where(
            Article.section == section,
            Article.pinned,
            Article.expires_at.is_null() | (Article.expires_at > now()),
        )
        .count()
    )
    return found


def unpin(article: int, by: Actor) -> None:
    """Put a pinned article back in its place by time."""
    with writing():
        work = _allowed("unpin", article, by)
        if work.pinned:
            _set(article, pinned=False)
            note(work, "article-unpinned", by, {"pinned": True}, {"pinned": False})


def _target(section: int, work: Work) -> Section:
    """The section of that id, kept from others; raises Refused where the article cannot stand."""
    lock(Section.select(Section.id).where(Section.id == section))
    target: Section | None = Section.get_or_none(Section.id == section)
    if target is None:
        raise Refused("没有这个栏目，可能刚刚删除，请重新选择。", "section")
    if target.kind != work.kind:
        label = kinds.by_key(work.kind).label
        raise Refused(f"只能移到同一类（{label}）的栏目。", "section")
    if not work.is_new and target.review_steps > work.steps:
        raise Refused(
            f"“{target.name}”审核的步数更多，已经发布过的文章不能直接移进去。"
            "请在那个栏目里新建一篇，按它的步骤送审。",
            "section",
        )
    if target.id == work.section:
        raise Refused("文章已经在这个栏目里了。", "section")
    return target


def move_to(article: int, section: int, by: Actor) -> None:
    """Put an article into another section of the same kind.

    Its old address needs no entry of its own: the id leads to the article from any section.
    """
    with writing():
        work = _allowed("move", article, by)
        target = _target(section, work)
        _set(article, section=target, pinned=False)
        search.move(article, target.id)
        note(
            work,
            "article-moved",
            by,
            {"section": work.section_name},
            {"section": target.name},
        )


def take_over(article: int, by: Actor) -> None:
    """Let an editor go on with what a colleague began."""
    with writing():
        work = _allowed("take-over", article, by)
        if by.id in reading.hands(work).own:
            return
        if work.revision:
            Step.create(revision=work.revision, person=by.id, move="take-over")
        else:  # nothing is written yet that a step could stand at
            Article.update(person=by.id).where(Article.id == article).execute()
        note(work, "article-taken-over", by, {"person": work.person}, {"person": by.id})


def _allowed(move: str, article: int, by: Actor) -> Work:
    work = held(article)
    rules.find(move, work, reading.hands(work), by)
    return work


def _set(article: int, **values: object) -> None:
    generation.hold()
    Article.update(**values).where(Article.id == article).execute()
    generation.advance()
