"""What an editor keeps readable, place by place: what stays now, and what was left alone before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from portal.privacy import Change, Detection, apply
from portal.queries.anonymising import Kept
from portal.services.anonymising.sheet import Sheet
from portal.services.anonymising.telling import told

_AROUND = 6
"""How many characters on each side tell a place from others of the same text."""


def outcome(
    of: Sheet, proposed: Sequence[Change], made: Sequence[Change], after: Sheet
) -> tuple[tuple[str, ...], tuple[Detection, ...]]:
    """What stays by decision, once for each place, and what the result tells besides.

    With other words around it a name may seem to end elsewhere, and what was off by rule may be
    something to hide: it was on the page, and nobody switched it on.
    """
    seen = told(after.text)
    places = _places(apply(of.text, made), after.text)
    at = {place: each for each in seen for place in places[each.start : each.end]}
    kept: dict[Detection, str] = {}
    for each, start in _unmade(proposed, made):
        size = each.end - each.start
        here = [at[place] for place in range(start, start + size) if place in at]
        kept.update((one, one.text) for one in here or [each.detection] if here or each.on)
    return tuple(kept.values()), tuple(beyond(seen, kept.values()))


def beyond(found: Iterable[Detection], kept: Iterable[str]) -> Iterator[Detection]:
    """What was found and is not kept; each text that is kept excuses one place."""
    excused = Counter(kept)
    for each in found:
        if excused[each.text]:
            excused[each.text] -= 1
        else:
            yield each


def _unmade(proposed: Sequence[Change], made: Sequence[Change]) -> Iterator[tuple[Change, int]]:
    """The changes that are not made, each with its place in the text after those that are."""
    own = {each.detection: each for each in made}
    moved = 0
    for each in sorted(proposed, key=lambda one: one.start):
        change = own.get(each.detection)
        if change:
            moved += len(change.replacement) - (change.end - change.start)
        else:
            yield each, each.start + moved


def _places(before: str, after: str) -> list[int]:
    """For each character of `after`, line breaks included, its place in `before`.

    `before` has the lines of `after` in the same order, and those that went as a whole.
    """
    places: list[int] = []
    lines = iter(before.split("\n"))
    start = 0
    for line in after.split("\n"):
        for other in lines:
            at, start = start, start + len(other) + 1
            if other == line:
                places += range(at, start)
                break
    return places


def spared(of: Sheet, proposed: Sequence[Change], before: Kept) -> frozenset[Detection]:
    """The places that an editor has left before: those first around which nothing has changed."""
    left = Counter(before.texts)
    wanted = [each.detection for each in proposed if each.on and left[each.detection.text]]
    result = set()
    for each in sorted(wanted, key=lambda one: _surrounded(of.text, one) not in before.around):
        if left[each.text]:
            left[each.text] -= 1
            result.add(each)
    return frozenset(result)


def _surrounded(text: str, found: Detection) -> str:
    """A place with the words around it, no further than to the ends of its line."""
    framed, start, end = f"\n{text}\n", found.start + 1, found.end + 1
    before = framed[max(0, start - _AROUND) : start].rpartition("\n")
    after = framed[end : end + _AROUND].partition("\n")
    return "".join((*before[1:], found.text, *after[:2]))
