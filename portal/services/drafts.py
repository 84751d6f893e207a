"""Drafts that save themselves: what a window holds before it is saved as a revision."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from portal.database import lock, writing
from portal.errors import Refused
from portal.models import Article, Draft, Presence
from portal.queries import work as reading
from portal.roles import Actor
from portal.services.workflow import rules
from portal.services.workflow.moves import held
from portal.times import now

Pairs = Sequence[tuple[str, str]]
LIMIT = 2_000_000
"""Characters of one draft; the sanitiser takes a quarter of that as a body."""
MOST = 20
"""How many drafts of one article a person may leave behind; the oldest go."""


@dataclass(frozen=True)
class Kept:
    """Where a window's text is kept now; `apart` when another window had taken its place."""

    token: str
    version: int
    saved_at: datetime
    apart: bool


def keep(
    article: int, token: str, version: int, based_on: int | None, pairs: Pairs, by: Actor
) -> Kept:
    """Keep what a window holds, in its own row; never over what another window has kept.

    `version` is the one that the window knows; raises Forbidden, Overtaken or Refused when the
    person may not write in this article now.
    """
    if sum(len(value) for _, value in pairs) > LIMIT:
        raise Refused("内容太长，没有自动保存。请把文章分成几篇。")
    with writing():
        work = held(article)
        rules.find("write", work, reading.hands(work), by)
        lock(Draft.select(Draft.id).where(Draft.token == token))
        row = Draft.get_or_none(
            Draft.token == token, Draft.article == article, Draft.person == by.id
        )
        if row and row.version == version:
            return _go_on(row, pairs)
        apart = row is not None
        kept = _start(article, by, based_on, pairs, apart)
        _forget_oldest(article, by)
    return kept


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
        based_on=based_on,
        content=list(pairs),
    )
    return Kept(row.token, row.version, row.saved_at, apart)


def _forget_oldest(article: int, by: Actor) -> None:
    mine = reading.unsaved(article, by.id)
    for old in mine[MOST:]:
        Draft.delete().where(Draft.token == old.token).execute()


def drop(token: str, by: Actor) -> None:
    """Forget a draft of this person, once it is saved as a revision or given up."""
    with writing():
        Draft.delete().where(Draft.token == token, Draft.person == by.id).execute()


def arrive(article: int, by: Actor) -> None:
    """Say that this person has the article's form open."""
    with writing():
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
