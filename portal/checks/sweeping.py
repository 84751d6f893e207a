"""Problems of many small places: one finding for a whole body, and one repair for all of it."""

from collections.abc import Callable, Iterator, Sequence

from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Passage, Problem

_AROUND = 4

_Places = list[tuple[Passage, list[Change]]]


def swept(
    manuscript: Manuscript,
    changes: Callable[[Passage], Sequence[Change]],
    sentence: str,
    repair: str,
) -> Iterator[Problem]:
    """One problem for the body and one for each other text in which something is to be changed.

    `sentence` and `repair` may hold `{count}`, the number of places.
    """
    body: _Places = []
    for passage in manuscript.passages:
        found = sorted(changes(passage), key=lambda change: change.start)
        if found and passage.line:
            body.append((passage, found))
        elif found:
            count = len(found)
            yield passage.problem(
                sentence.format(count=count), *_around(found[0]), repair.format(count=count), found
            )
    if body:
        yield _of_body(manuscript, body, sentence, repair)


def _of_body(manuscript: Manuscript, places: _Places, sentence: str, repair: str) -> Problem:
    def mend() -> None:
        for passage, changes in places:
            if passage.line:
                passage.line.change(changes)

    (first, found), count = places[0], sum(len(changes) for _, changes in places)
    assert first.line  # noqa: S101 - the body's passages are lines
    return manuscript.problem(
        first.line,
        sentence.format(count=count),
        repair.format(count=count),
        mend,
        _around(found[0]),
    )


def _around(change: Change) -> tuple[int, int]:
    return max(change.start - _AROUND, 0), change.end + _AROUND
