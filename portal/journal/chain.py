"""Adding to the chain: each entry carries a keyed hash of itself and of the one before."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from portal.database import lock, proxy, rows, writing
from portal.journal import head, keeping
from portal.journal.wording import ACTIONS
from portal.models import Entry, Generation
from portal.roles import Actor
from portal.times import now

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


def attach(data: Path) -> None:
    """Use the secret of this data folder, made when it is not there yet."""
    if keeping.attach(data):
        head.begin()


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
    row: dict[str, Any] = {
        "person": by.id,
        "name": by.name,
        "address": by.address[:64],
        "action": action,
        "thing": thing,
        "thing_id": thing_id,
        "thing_name": thing_name,
        "before": as_json(before),
        "after": as_json(after),
    }
    with writing():
        _append(row)
        proxy.after_commit(head.follow)


def _append(row: dict[str, Any]) -> None:
    # One at a time. A lock of the journal's own would be taken before the generation's row by some
    # acts and after it by others, and two such acts would wait for each other for ever.
    lock(Generation.select(Generation.id))
    last = rows(Entry.select(Entry.number, Entry.hash).order_by(Entry.number.desc()).limit(1))
    number, previous = last[0] if last else (0, head.START)
    row |= {"number": number + 1, "at": now(), "previous": previous}
    Entry.insert(**row, hash=seal(row[name] for name in FIELDS)).execute()


def as_json(facts: Mapping[str, Any] | None) -> str:
    """JSON that is the same for the same facts."""
    return json.dumps(dict(facts or {}), ensure_ascii=False, sort_keys=True, default=str)


def seal(values: Iterable[Any]) -> str:
    """The keyed hash of an entry: the values of its `FIELDS`, in their order."""
    words = [None if value is None else str(value) for value in values]
    return keeping.keyed(json.dumps(words, ensure_ascii=False))
