"""People of a small office, articles on their way through it, and what the database holds."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest

from portal.database import is_sqlite, proxy
from portal.errors import PortalError
from portal.models import ALL, REBUILT, Article, Entry, Generation, Revision, Section
from portal.roles import Actor
from portal.services import editing
from portal.services.accounts.sessions import as_actor
from portal.services.content import Content
from portal.services.workflow import moves
from tests import make

TEXT = Content(
    "检察官走进社区讲防骗",
    "<p>示例市人民检察院的检察官来到社区，用身边的案子讲怎样防范电信诈骗。</p>",
    source="本院",
    summary="检察官来到社区讲怎样防范电信诈骗。",
    keywords=["普法", "防诈骗"],
)


def actor(*roles: str, name: str = "") -> Actor:
    """Somebody new with these roles, signed in."""
    return as_actor(make.person(*roles, name=name), "10.0.0.8")


@dataclass(frozen=True)
class Office:
    """One section, and one person for each part of the work."""

    section: Section
    editor: Actor
    reviewer: Actor
    second: Actor
    publisher: Actor


def office(steps: int = 2, **section: Any) -> Office:
    """An office whose section wants so many steps."""
    return Office(
        make.section(**{"slug": "news", **section, "review_steps": steps}),
        actor("editor", name="wang"),
        actor("reviewer", name="li"),
        actor("reviewer", name="zhao"),
        actor("publisher", name="chen"),
    )


def text(title: str = TEXT.title, **other: Any) -> Content:
    """A content that passes every check, under another title."""
    return replace(TEXT, title=title, **other)


def begun(at: Office, content: Content = TEXT, by: Actor | None = None) -> tuple[int, int]:
    """A new article with one saved revision: both ids."""
    by = by or at.editor
    article = editing.begin(at.section.id, by)
    return article, editing.save(article, content, 0, by)


def submitted(at: Office, content: Content = TEXT) -> tuple[int, int]:
    """An article handed to the reviewers."""
    article, revision = begun(at, content)
    moves.submit(article, revision, at.editor)
    return article, revision


def approved(at: Office, content: Content = TEXT) -> tuple[int, int]:
    """An article that only wants a publisher; in a section of two steps."""
    article, revision = submitted(at, content)
    if at.section.kind == "documents":
        moves.confirm(article, revision, at.second)
    moves.approve(article, revision, at.reviewer)
    return article, revision


def live(at: Office, content: Content = TEXT) -> tuple[int, int]:
    """An article that readers see; in a section of two steps."""
    article, revision = approved(at, content)
    moves.publish(article, revision, at.publisher)
    return article, revision


def corrected(at: Office, article: int, content: Content, *, until: str = "approved") -> int:
    """The next revision of an article, written, submitted and approved, or stopped before that."""
    newest = newest_of(article)
    revision = editing.save(article, content, newest.id, at.editor)
    if until != "draft":
        moves.submit(article, revision, at.editor)
    if until == "approved":
        moves.approve(article, revision, at.reviewer)
    return revision


def newest_of(article: int) -> Revision:
    """The revision with the highest number."""
    found: Revision = (
        Revision.select()
        .where(Revision.article == article)
        .order_by(Revision.number.desc())
        .first()
    )
    return found


def state(article: int) -> tuple[str, str]:
    """The states of an article and of its newest revision."""
    return Article.get_by_id(article).state, newest_of(article).state


def next_due() -> datetime | None:
    """When something that was scheduled is to happen next."""
    found: datetime | None = Generation.get().next_due
    return found


def last_entry() -> Entry:
    """The newest entry of the journal."""
    found: Entry = Entry.select().order_by(Entry.number.desc()).first()
    return found


def contents() -> str:
    """Everything that is stored, search index included, as one fingerprint."""
    index = "search_text_data" if is_sqlite() else "search_text"
    names = [f'"{table._meta.table_name}"' for table in (*ALL, *REBUILT)] + [index]
    asked = {name: proxy.execute_sql(f"SELECT * FROM {name} ORDER BY 1") for name in names}  # noqa: S608
    held = {name: found.fetchall() for name, found in asked.items()}
    return hashlib.sha256(repr(held).encode()).hexdigest()


@contextmanager
def refused(
    error: type[PortalError] | tuple[type[PortalError], ...] = PortalError,
    sentence: str | None = None,
) -> Iterator[pytest.ExceptionInfo[PortalError]]:
    """The block raises this error, says why in Chinese, and changes nothing at all."""
    before = contents()
    with pytest.raises(error, match=sentence) as caught:
        yield caught
    said = caught.value.sentence
    assert said.endswith(("。", "）")) and any("\u4e00" <= c <= "\u9fff" for c in said), said
    assert contents() == before
