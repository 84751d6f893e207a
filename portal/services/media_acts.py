"""What every act on a file of the media library needs: its row, its names, a lock, an entry."""

from collections.abc import Sequence
from typing import Any

from portal import journal
from portal.database import is_sqlite, proxy
from portal.errors import Missing
from portal.models import Media
from portal.queries.media_uses import Use
from portal.roles import Actor

_LOCK = 20_260_802
"""Any number; PostgreSQL lets one transaction at a time hold it."""


def found(number: int) -> Media:
    """The row of a file; raises Missing."""
    media = Media.get_or_none(Media.id == number)
    if media is None:
        raise Missing(f"媒体库里没有编号为 {number} 的文件，可能已经删除。")
    return media


def names_of(media: Media) -> list[str]:
    """The names on disk of a file and its lighter copies."""
    return [media.name, *(rendition[3] for rendition in media.renditions)]


def titles(uses: Sequence[Use]) -> str:
    """The articles of some uses, for a sentence: the first three and how many there are."""
    names = "、".join(f"《{each.title or '未命名'}》{_holder(each)}" for each in uses[:3])
    return names + (f"等 {len(uses)} 篇文章" if len(uses) > 3 else "")


def _holder(use: Use) -> str:
    return f"（{use.writer}的未保存草稿）" if use.writer else ""


def alone() -> None:
    """Let no other process add or remove files until this transaction ends."""
    if not is_sqlite():  # SQLite's write transactions stand in line already
        proxy.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))


def note(by: Actor, action: str, media: Media, **facts: dict[str, Any]) -> None:
    """Write an act on a file into the journal, which only grows: no words that people chose.

    A label or an alternative may name somebody, and would stay there after its file has gone.
    """
    name = f"{media.name}（编号 {media.id}）"
    journal.record(by, action, "media", media.id, name, **facts)
