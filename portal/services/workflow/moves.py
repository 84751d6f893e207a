"""Moves on an article's newest revision; each is one transaction with its step and its entry."""

from datetime import datetime
from typing import Any

from portal import journal
from portal.database import lock, writing
from portal.errors import Missing, Overtaken, Refused
from portal.models import Article, Revision, Step
from portal.queries import work as reading
from portal.queries.work import Work
from portal.roles import Actor
from portal.sanitiser.characters import visible
from portal.services import generation, inspection, publication
from portal.services.content import LATEST
from portal.services.workflow import rules
from portal.times import minute, now

ENTRIES = {
    "submit": "article-submitted",
    "take-back": "article-taken-back",
    "return": "article-returned",
    "review": "article-reviewed",
    "confirm": "article-confirmed",
    "approve": "article-approved",
    "publish": "article-published",
    "schedule": "article-scheduled",
    "unschedule": "article-unscheduled",
}
"""What the journal calls each move."""
_INSPECTED = ("submit", "publish", "schedule")
REASON_LIMIT = 1000


def submit(article: int, revision: int, by: Actor) -> None:
    """Hand the newest revision to the reviewers; raises Refused while checks stop it."""
    _take("submit", article, revision, by)


def take_back(article: int, revision: int, by: Actor) -> None:
    """Take a submitted revision back to go on writing."""
    _take("take-back", article, revision, by)


def send_back(article: int, revision: int, by: Actor, reason: str) -> None:
    """Return a revision to its writers with a reason."""
    _take(
        "return",
        article,
        revision,
        by,
        reason=needed(reason, "请写明退回的原因，作者才知道怎么改。"),
    )


def approve(article: int, revision: int, by: Actor, note: str = "") -> None:
    """Pass a revision on: the first of two reviews, or the last one."""
    found = _work(article)
    first = found.steps == 3 and found.revision_state == "submitted"
    _take("review" if first else "approve", article, revision, by, reason=_brief(note))


def confirm(article: int, revision: int, by: Actor) -> None:
    """Confirm that a revision of a legal document tells nobody's name; it stays where it is."""
    _take("confirm", article, revision, by)


def publish(article: int, revision: int, by: Actor) -> None:
    """Show a revision to readers now."""
    with writing():
        _take("publish", article, revision, by)
        ready = Revision.get_by_id(revision)
        if ready.expires_at and ready.expires_at <= now():
            raise Refused("过期时间已经过了，发布后读者在列表里看不到。请先请编辑改过期时间。")
        publication.go_live(ready, now())


def schedule(article: int, revision: int, by: Actor, at: datetime) -> None:
    """Let a revision go live by itself at a time (naive UTC) that is still to come."""
    if at <= now():
        raise Refused("定时发布的时间已经过去。要马上发布，请点“立即发布”。", "publish_at")
    if at > LATEST:
        raise Refused("定时发布的时间太远了，请核对年份。", "publish_at")
    with writing():
        _take("schedule", article, revision, by, publish_at=at)
        expires = Revision.get_by_id(revision).expires_at
        if expires and expires <= at:
            raise Refused("发布时间要早于过期时间，请先请编辑改过期时间。", "publish_at")
        generation.plan()


def unschedule(article: int, revision: int, by: Actor) -> None:
    """Stop a scheduled revision from going live."""
    with writing():
        _take("unschedule", article, revision, by, publish_at=None)
        generation.plan()


def _take(
    move: str, article: int, revision: int, by: Actor, *, reason: str = "", **values: Any
) -> None:
    with writing():
        work = held(article)
        if work.revision != revision:
            raise Overtaken("这篇文章刚刚有了新的版本，请看过最新的版本再处理。")
        rule = rules.find(move, work, reading.hands(work), by)
        if move in _INSPECTED:
            inspection.stop_on_findings(work, Revision.get_by_id(revision))
        state = rule.becomes or work.revision_state
        Revision.update(state=state, **values).where(Revision.id == revision).execute()
        Step.create(revision=revision, person=by.id, move=move, reason=reason)
        after = {"state": state, "revision": work.number, "reason": reason}
        if at := values.get("publish_at"):
            after["publish_at"] = minute(at)
        note(work, ENTRIES[move], by, {"state": work.revision_state}, after)


def held(article: int) -> Work:
    """The article with its row locked until the transaction ends; raises Missing."""
    lock(Article.select(Article.id).where(Article.id == article))
    return _work(article)


def _work(article: int) -> Work:
    found = reading.work(article)
    if found is None:
        raise Missing("没有这篇文章，可能已经删除。")
    return found


def note(work: Work, action: str, by: Actor, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Write an act on an article into the journal."""
    journal.record(by, action, "article", work.id, work.name, before=before, after=after)


def needed(text: str, sentence: str) -> str:
    """A reason that must be given; raises Refused with the sentence when there is none."""
    reason = _brief(text)
    if not reason:
        raise Refused(sentence, "reason")
    return reason


def _brief(text: str) -> str:
    text = visible(text).strip()
    if len(text) > REASON_LIMIT:
        raise Refused(f"请写在 {REASON_LIMIT} 字以内。", "reason")
    return text
