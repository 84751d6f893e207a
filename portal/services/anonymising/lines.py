"""A text line by line as it was and as it will be, for people to compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal import privacy
from portal.differences import Run
from portal.differences.results import ADDED, REMOVED, SAME
from portal.privacy import Change
from portal.services.anonymising.sheet import WHOLE, Place, Sheet


@dataclass(frozen=True)
class Line:
    """A line of the text and where it stands: what of it goes and what comes, run by run."""

    place: Place
    before: tuple[Run, ...]
    after: tuple[Run, ...]

    @property
    def changes(self) -> bool:
        return self.before != self.after


def compared(of: Sheet, changes: Sequence[Change]) -> Iterator[Line]:
    """The text line by line, without lines that say nothing."""
    for part in of.parts:
        at = part.start
        for text in of.text[part.start : part.end].split("\n"):
            if text.strip():
                own = sorted(privacy.within(changes, at, at + len(text)), key=lambda c: c.start)
                before, after = _runs(text, own)
                # A link or picture whose address tells something goes as a whole.
                yield Line(part.place, before, () if own and part.place in WHOLE else after)
            at += len(text) + 1


def _runs(text: str, changes: Sequence[Change]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """A line before and after its changes."""
    before, after, done = [], [], 0
    for each in changes:
        same = Run(text[done : each.start], SAME)
        before += [same, Run(text[each.start : each.end], REMOVED)]
        after += [same, Run(each.replacement, ADDED)]
        done = each.end
    rest = Run(text[done:], SAME)
    return _said([*before, rest]), _said([*after, rest])


def _said(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(run for run in runs if run.text)
