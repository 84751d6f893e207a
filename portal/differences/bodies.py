"""Two bodies compared: their units aligned, and the words of those that changed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portal.differences.alignment import Step, aligned
from portal.differences.notes import OTHER, notes
from portal.differences.results import ADDED, CHANGED, REMOVED, SAME, Block, Run
from portal.differences.units import Key, Unit, units
from portal.differences.wording import lines

APART, GONE, COME = "与上一项分开或者合并了", "移到了别处", "从别处移来"


def bodies(old: str, new: str) -> tuple[Block, ...]:
    """The difference between two bodies of clean HTML, block by block in the order of reading."""
    before, after = units(old), units(new)
    gists = [unit.gist for unit in before], [unit.gist for unit in after]
    steps = aligned([unit.key for unit in before], [unit.key for unit in after], gists)
    return tuple(_blocks(before, after, steps, _moved(before, after, steps)))


def _moved(before: Sequence[Unit], after: Sequence[Unit], steps: Sequence[Step]) -> set[Key]:
    """The keys of units that went in one place and came in another."""
    gone = {before[i].key for i, j in steps if i is not None and j is None}
    come = {after[j].key for i, j in steps if j is not None and i is None}
    return gone & come


def _blocks(
    before: Sequence[Unit], after: Sequence[Unit], steps: Sequence[Step], moved: set[Key]
) -> Iterator[Block]:
    last: Step = (None, None)
    for i, j in steps:
        if j is None and i is not None:
            yield _whole(before[i], REMOVED, (GONE,) if before[i].key in moved else ())
        elif i is None and j is not None:
            yield _whole(after[j], ADDED, (COME,) if after[j].key in moved else ())
        elif i is not None and j is not None:
            block = _both(before[i], after[j])
            apart = last == (i - 1, j - 1) and i > 0 and _shared(before, i) != _shared(after, j)
            yield replace(block, change=CHANGED, notes=(*block.notes, APART)) if apart else block
        last = (i, j)


def _whole(unit: Unit, change: str, told: tuple[str, ...]) -> Block:
    return Block(unit.label, unit.label, change, _run(unit.text, change), told)


def _both(old: Unit, new: Unit) -> Block:
    if old.key == new.key:
        return Block(old.label, new.label, SAME, _run(new.text, SAME))
    runs = lines(old.text, new.text)
    found = tuple(notes(old, new, runs))
    if not found and old.text == new.text:
        found = (OTHER,)
    return Block(old.label, new.label, CHANGED, runs, found)


def _run(text: str, change: str) -> tuple[Run, ...]:
    return (Run(text, change),) if text else ()


def _shared(sequence: Sequence[Unit], place: int) -> int:
    """How many lists, tables and quotations a unit shares with the one before it."""
    pairs = zip(sequence[place - 1].home, sequence[place].home, strict=False)
    return sum(one == other for one, other in pairs)
