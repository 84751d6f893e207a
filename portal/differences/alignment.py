"""Which elements of two sequences belong together: first the same, then those that are alike."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]
Step = tuple[int | None, int | None]
"""A place in the old sequence and one in the new; None where the element is in one only."""

_SMALL = 10_000
"""Two stretches whose lengths multiply to this are small enough for difflib, at any content."""

_ALIKE = 0.3
_TELLING = 8
"""A pair of characters that more elements than this have says little about any of them."""


def aligned(
    old: Sequence[Hashable], new: Sequence[Hashable], gists: tuple[Sequence[str], Sequence[str]]
) -> list[Step]:
    """The way through both sequences, each element once; `gists` are the texts to liken by."""
    steps: list[Step] = []
    i = j = 0
    for next_i, next_j in [*same(old, new), (len(old), len(new))]:
        steps += _gap(range(i, next_i), range(j, next_j), gists)
        if next_i < len(old):
            steps.append((next_i, next_j))
        i, j = next_i + 1, next_j + 1
    return steps


def same(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Places of equal elements, rising in both sequences, in about linear time.

    Elements that occur once in both are the firm ground (Bram Cohen's patience diff); between
    them the search goes on. difflib alone takes minutes over thousands of equal table rows.
    """
    found: list[Pair] = []
    open_ranges = [(0, len(old), 0, len(new))]
    while open_ranges:
        start, end, new_start, new_end = open_ranges.pop()
        while start < end and new_start < new_end and old[start] == new[new_start]:
            found.append((start, new_start))
            start, new_start = start + 1, new_start + 1
        while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
            end, new_end = end - 1, new_end - 1
            found.append((end, new_end))
        a, b = old[start:end], new[new_start:new_end]
        anchors = [(start + i, new_start + j) for i, j in _anchors(a, b)]
        if not anchors:
            found += [(start + i, new_start + j) for i, j in _small_matches(a, b)]
            continue
        found += anchors
        bounds = [(start - 1, new_start - 1), *anchors, (end, new_end)]
        for (i, j), (next_i, next_j) in zip(bounds, bounds[1:], strict=False):
            open_ranges.append((i + 1, next_i, j + 1, next_j))
    return sorted(found)


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Pair]:
    counts, new_counts = Counter(a), Counter(b)
    places = {each: j for j, each in enumerate(b) if new_counts[each] == 1}
    return rising(
        (i, places[each]) for i, each in enumerate(a) if counts[each] == 1 and each in places
    )


def _small_matches(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[Pair]:
    if len(a) * len(b) <= _SMALL:
        for i, j, size in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            yield from ((i + step, j + step) for step in range(size))


def rising(pairs: Iterable[Pair]) -> list[Pair]:
    """The longest choice of pairs, given in rising order of the first, in which both rise."""
    ends: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in pairs:
        length = bisect_left(ends, pair[1], key=lambda end: end[1])
        before[pair] = ends[length - 1] if length else None
        ends[length : length + 1] = [pair]
    chain = []
    place = ends[-1] if ends else None
    while place:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _gap(old: range, new: range, gists: tuple[Sequence[str], Sequence[str]]) -> list[Step]:
    """The way through a stretch without equal elements; what went stands before what came."""
    steps: list[Step] = []
    i, j = old.start, new.start
    for next_i, next_j in [*_alike(old, new, gists), (old.stop, new.stop)]:
        steps += [(place, None) for place in range(i, next_i)]
        steps += [(None, place) for place in range(j, next_j)]
        if next_i < old.stop:
            steps.append((next_i, next_j))
        i, j = next_i + 1, next_j + 1
    return steps


def _alike(old: range, new: range, gists: tuple[Sequence[str], Sequence[str]]) -> list[Pair]:
    """Places of elements that share many pairs of characters, rising in both."""
    if not old or not new:
        return []
    shingles = {place: _shingles(gists[1][place]) for place in new}
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in shingles.items():
        for shingle in own:
            holders[shingle].append(place)
    pairs = []
    for place in old:
        own = _shingles(gists[0][place])
        across = new.start + (place - old.start) * len(new) // len(old)
        best = _best(own, across, holders, shingles)
        if best is not None:
            pairs.append((place, best))
    return rising(pairs)


def _best(
    own: set[str], across: int, holders: dict[str, list[int]], shingles: dict[int, set[str]]
) -> int | None:
    """The place most alike, of those that share telling pairs and of the one straight across."""
    votes = Counter(
        place
        for shingle in own
        if len(holders.get(shingle, ())) <= _TELLING
        for place in holders.get(shingle, ())
    )
    scores = [
        (2 * len(own & shingles[place]) / (len(own) + len(shingles[place])), -place)
        for place in {across, *(place for place, _ in votes.most_common(3))}
    ]
    score, place = max(scores)
    return -place if score >= _ALIKE else None


def _shingles(text: str) -> set[str]:
    framed = f"^{text}$"
    return {framed[i : i + 2] for i in range(len(framed) - 1)}
