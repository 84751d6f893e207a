"""Adding to the chain: each entry carries a keyed hash of itself and of the one before."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.database import is_sqlite, proxy, rows
from portal.journal.wording import ACTIONS
from portal.models import Entry
from portal.roles import Actor
from portal.secrets import secret
from portal.times import now

START = "0" * 64
"""What the first entry names as the one before it."""
FIELDS = (
    "number",
    "at",
    "person",
    "name",
    "address",
    "action",
    "thing",
    "thing_id",
    "thing_name",
    "before",
    "after",
    "previous",
)
_LOCK = 20_260_801
"""Any number; PostgreSQL lets one transaction at a time hold it, and so add to the chain."""

_key: list[bytes] = []


def attach(data: Path) -> None:
    """Use the secret of this data folder, made when it is not there yet."""
    _key[:] = [secret(data, "journal")]


def record(
    by: Actor,
    action: str,
    thing: str,
    thing_id: int | None,
    thing_name: str,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Add an entry; `action` is a key of `wording.ACTIONS`, `before` and `after` can be JSON."""
    if action not in ACTIONS:
        raise KeyError(action)
    if not is_sqlite():  # SQLite's write transactions stand in line already
        proxy.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    last = rows(Entry.select(Entry.number, Entry.hash).order_by(Entry.number.desc()).limit(1))
    number, previous = last[0] if last else (0, START)
    row: dict[str, Any] = {
        "number": number + 1,
        "at": now(),
        "person": by.id,
        "name": by.name,
        "address": by.address[:64],
        "action": action,
        "thing": thing,
        "thing_id": thing_id,
        "thing_name": thing_name,
        "before": as_json(before),
        "after": as_json(after),
        "previous": previous,
    }
    Entry.insert(**row, hash=seal(row)).execute()


def as_json(facts: Mapping[str, Any] | None) -> str:
    """JSON that is the same for the same facts."""
    return json.dumps(dict(facts or {}), ensure_ascii=False, sort_keys=True, default=str)


def seal(row: Mapping[str, Any]) -> str:
    """The keyed hash (HMAC-SHA-256, hexadecimal) of an entry's `FIELDS`."""
    words = json.dumps([str(row[name]) for name in FIELDS], ensure_ascii=False)
    return hmac.new(_key[0], words.encode(), hashlib.sha256).hexdigest()
