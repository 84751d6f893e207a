"""Drafts that save themselves: what a window holds before it is saved as a revision."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from portal import kinds
from portal.database import erased, is_id, lock, rows, writing
from portal.errors import Overtaken, Refused
from portal.models import Article, Draft, Presence
from portal.queries import work as reading
from portal.queries.work import Work
from portal.roles import Actor
from portal.services.workflow import rules
from portal.services.workflow.moves import held
from portal.times import now

Pairs = Sequence[tuple[str, str]]
LIMIT = 2_000_000
"""Characters of one draft; the sanitiser takes a quarter of that as a body."""
MOST = 20
"""How many drafts of one article a person may leave behind; the oldest go."""
_TOKEN = re.compile(r"[0-9a-f]{32}")
_SEALED = "这份文书已经发布，原文和以前的草稿已经按规定销毁，这个页面上的内容不再自动保存。"
_UNSTORABLE = dict.fromkeys((0, *range(0xD800, 0xE000)))
"""Characters that JSON in a database cannot hold; nobody types them."""


@dataclass(frozen=True)
class Kept:
    """Where a window's text is kept now; `apart` when another window had taken its place.

    `warning` says why the text could not be saved as a revision at this moment, if it could not.
    Without a token it is kept nowhere but on the page.
    """

    token: str
    version: int
    saved_at: datetime | None
    apart: bool
    warning: str = ""


def keep(
    article: int, token: str, version: int, based_on: int | None, pairs: Pairs, by: Actor
) -> Kept:
    """Keep what a window holds, in its own row; never over what another window has kept.

    `version` is the one that the window knows; raises Forbidden or Refused when the person may not
    write in this article. That a colleague has submitted it meanwhile is no reason to lose words;
    only what may hold an original that was erased is not kept again.
    """
    if sum(len(name) + len(value) + 1 for name, value in pairs) > LIMIT:
        raise Refused("内容太长，没有自动保存。请把文章分成几篇。")
    storable = [(_storable(name), _storable(value)) for name, value in pairs]
    with writing():
        work = held(article)
        warning = _warning(work, by)
        if _is_sealed(work, token, based_on, by):
            _erase(token, article, by)
            return Kept("", 0, None, apart=False, warning=_SEALED)
        row = _own(token, article, by)
        if row and row.version == version:
            kept = _go_on(row, storable)
        elif row and _is_again(row, version, storable):
            kept = Kept(row.token, row.version, row.saved_at, apart=False)
        else:
            kept = _start(article, by, based_on, storable, apart=row is not None)
            _forget_oldest(article, by)
    return replace(kept, warning=warning)


def _storable(text: str) -> str:
    return text.translate(_UNSTORABLE)


def _warning(work: Work, by: Actor) -> str:
    """Why the article's state allows no writing now; raises Forbidden when the person may not."""
    hands = reading.hands(work)
    rules.find("write", replace(work, revision_state="draft"), hands, by)
    try:
        rules.find("write", work, hands, by)
    except Overtaken as error:
        return error.sentence
    return ""


def stop_sealed(work: Work, token: str, based_on: int, by: Actor) -> None:
    """Raise Overtaken for a window that may hold an original which publishing has erased.

    Raises Forbidden when the person may not write in the article at all.
    """
    if _is_sealed(work, token, based_on, by):
        _warning(work, by)
        raise Overtaken(_SEALED)


def _is_sealed(work: Work, token: str, based_on: int | None, by: Actor) -> bool:
    """Whether a window was opened before readers saw what they see of a legal document now.

    One that was begun from that very revision names a draft which is gone: publishing erased it.
    """
    live, begun = work.live or 0, based_on or 0
    if not kinds.by_key(work.kind).anonymised or begun > live:
        return False
    return begun < live or bool(live and token and _own(token, work.id, by) is None)


def _erase(token: str, article: int, by: Actor) -> None:
    """Let go of a draft from before publication that was not known then."""
    if _own(token, article, by):
        drop(token, by)
        erased()


def _may_write(work: Work, by: Actor) -> bool:
    """Whether the person may write in the article, once its state allows that."""
    as_draft = replace(work, revision_state="draft")
    return "write" in rules.allowed(as_draft, reading.hands(work), by)


def _own(token: str, article: int, by: Actor) -> Draft | None:
    """The person's draft of that token, kept from other windows until the transaction ends."""
    if not _TOKEN.fullmatch(token):
        return None
    mine = (Draft.token == token) & (Draft.article == article) & (Draft.person == by.id)
    lock(Draft.select(Draft.id).where(mine))
    found: Draft | None = Draft.get_or_none(mine)
    return found


def _is_again(row: Draft, version: int, pairs: Pairs) -> bool:
    """Whether a window sends what is kept already, because the answer never reached it."""
    return row.version - 1 == version and row.content == [list(pair) for pair in pairs]


def _go_on(row: Draft, pairs: Pairs) -> Kept:
    at = now()
    Draft.update(content=list(pairs), version=row.version + 1, saved_at=at).where(
        Draft.id == row.id
    ).execute()
    return Kept(row.token, row.version + 1, at, apart=False)


def _start(article: int, by: Actor, based_on: int | None, pairs: Pairs, apart: bool) -> Kept:
    row = Draft.create(
        token=secrets.token_hex(16),
        article=article,
        person=by.id,
        based_on=based_on if based_on and is_id(based_on) else None,
        content=list(pairs),
    )
    return Kept(row.token, row.version, row.saved_at, apart)


def _forget_oldest(article: int, by: Actor) -> None:
    mine = (Draft.article == article) & (Draft.person == by.id)
    newest = Draft.select(Draft.id).where(mine).order_by(Draft.saved_at.desc(), Draft.id.desc())
    kept = [number for (number,) in rows(newest.limit(MOST))]
    Draft.delete().where(mine, Draft.id.not_in(kept)).execute()


def drop(token: str, by: Actor) -> None:
    """Forget a draft of this person, once it is saved as a revision or given up."""
    if not _TOKEN.fullmatch(token):
        return
    with writing():
        Draft.delete().where(Draft.token == token, Draft.person == by.id).execute()


def arrive(article: int, by: Actor) -> None:
    """Say that this person has the article's form open.

    Who may not write in it leaves no trace: being there keeps colleagues from deleting it.
    """
    work = reading.work(article)
    if work is None or not _may_write(work, by):
        return
    with writing():
        lock(Article.select(Article.id).where(Article.id == article))
        Presence.delete().where(
            (Presence.article == article) & (Presence.person == by.id)
            | (Presence.seen_at < now() - 10 * reading.HERE)
        ).execute()
        if Article.select().where(Article.id == article).exists():
            Presence.create(article=article, person=by.id)


def leave(article: int, by: Actor) -> None:
    """Say that this person has closed the form."""
    with writing():
        Presence.delete().where(Presence.article == article, Presence.person == by.id).execute()
