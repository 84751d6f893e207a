"""What a comparison finds: runs of text within blocks, and gaps where nothing changed."""

from dataclasses import dataclass

SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"


@dataclass(frozen=True)
class Run:
    """A stretch of text that stayed (`same`), came (`added`) or went (`removed`)."""

    text: str
    change: str


@dataclass(frozen=True)
class Block:
    """A paragraph, item, row or picture; `changed` when it is in both revisions but differs.

    `was` is what it is called in the old revision, `label` what it is called in the new one; one
    that is in a single revision is called the same twice. `notes` say in words what no run
    shows: 链接由 /a 改为 /b.
    """

    was: str
    label: str
    change: str
    runs: tuple[Run, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gap:
    """So many blocks that did not change, left out."""

    count: int
