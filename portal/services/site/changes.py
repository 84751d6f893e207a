"""What a change leaves in the journal: only what is different, before and after."""

from collections.abc import Mapping
from typing import Any

from portal import journal
from portal.roles import Actor

Facts = Mapping[str, Any]


def changed(before: Facts, after: Facts) -> tuple[dict[str, Any], dict[str, Any]]:
    """The keys of `after` whose values differ, as they were and as they are."""
    keys = [key for key in after if before.get(key) != after[key]]
    return {key: before.get(key) for key in keys}, {key: after[key] for key in keys}


def note(
    by: Actor | None,
    action: str,
    thing: str,
    number: int | None,
    name: str,
    before: Facts | None = None,
    after: Facts | None = None,
) -> None:
    """Write an act into the journal, unless it is part of a larger one."""
    if by is not None:
        journal.record(by, action, thing, number, name, before=before, after=after)
