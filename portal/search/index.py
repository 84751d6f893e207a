"""Writing the index: the words of a revision, and which revisions readers can find."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from peewee import EXCLUDED

from portal.database import is_sqlite, proxy, rows
from portal.models import DocumentFacts, Indexed, Wording
from portal.search.engines import engine
from portal.tokens import fold, tokens
from portal.tokens.sounds import sound_tokens

_LOCK = 20_260_803
"""Any number; PostgreSQL lets one transaction at a time hold it."""
_GAP = 500
"""How many taken numbers are read at a time when a free one is looked for."""
_DAY = 86_400


@dataclass(frozen=True)
class Facts:
    """What a legal document is looked up by; `year` is that of its date."""

    section: int
    type: str
    year: int
    cause: str
    unit: str


@dataclass(frozen=True)
class Text:
    """What of a revision a search finds; `lines` are everything but title and keywords."""

    title: str
    lines: Sequence[str] = ()
    keywords: Sequence[str] = ()
    facts: Facts | None = None
    """Of a legal document."""


def keep(revision: int, text: Text) -> None:
    """Write down the words of a revision, in place of what was there."""
    shown = "\n".join(each for each in (text.title, *text.lines, *text.keywords) if each)
    sounds = (sound_tokens(fold(each)) for each in (text.title, *text.keywords))
    Wording.insert(
        revision=revision,
        head=len(fold(text.title)),
        stale=False,
        sounds=" ".join(dict.fromkeys(token for each in sounds for token in each)),
        folded=fold(shown),
        shown=zlib.compress(shown.encode()),
    ).on_conflict(
        conflict_target=[Wording.revision],
        update={
            name: getattr(EXCLUDED, name) for name in ("head", "stale", "sounds", "folded", "shown")
        },
    ).execute()


def put(article: int, revision: int, text: Text, at: datetime) -> None:
    """Write down the words of a revision, and let readers find its article by them alone.

    `at` is when it was published, naive UTC.
    """
    old = remove(article)
    keep(revision, text)
    number = _number(at, old)
    Indexed.insert(id=number, article=article, revision=revision).execute()
    if text.facts:
        DocumentFacts.insert(id=number, article=article, **vars(text.facts)).execute()
    own = engine()
    proxy.execute_sql(own.insert, (number, own.row(_words(revision))))


def remove(article: int) -> int | None:
    """Forget an article and return its number; its words are taken out as they were put in."""
    row = Indexed.get_or_none(Indexed.article == article)
    if row is None:
        return None
    values = (row.id, " ".join(_words(row.revision))) if is_sqlite() else (row.id,)
    proxy.execute_sql(engine().delete, values)
    Indexed.delete().where(Indexed.id == row.id).execute()
    DocumentFacts.delete().where(DocumentFacts.id == row.id).execute()
    number: int = row.id
    return number


def move(article: int, section: int) -> None:
    """Say that an article now stands in another section."""
    DocumentFacts.update(section=section).where(DocumentFacts.article == article).execute()


def _words(revision: int) -> list[str]:
    kept = Wording.get_by_id(revision)
    return [*tokens(kept.folded), *kept.sounds.split()]


def _number(at: datetime, old: int | None) -> int:
    """The second of a time, or the next one that no other article has; the old one if it fits."""
    wish = int(at.replace(tzinfo=UTC).timestamp())
    if old is not None and wish <= old < wish + _DAY:
        return old
    if not is_sqlite():  # SQLite's write transactions stand in line already
        proxy.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    if not Indexed.select().where(Indexed.id == wish).exists():
        return wish
    while True:
        above = Indexed.select(Indexed.id).where(Indexed.id >= wish).order_by(Indexed.id)
        taken = {number for (number,) in rows(above.limit(_GAP))}
        free = next((n for n in range(wish, wish + _GAP) if n not in taken), None)
        if free is not None:
            return free
        wish += _GAP
