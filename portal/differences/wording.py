"""Which words changed between two texts, in stretches that a person can read.

Words here are what must not be torn: dates, whole numbers, Latin words, clusters of punctuation,
single Chinese characters. A stretch that stayed between two changes is joined to them when it is
next to nothing: single characters that happen to be equal make confetti of a rewritten sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from portal.differences.alignment import aligned
from portal.differences.results import ADDED, REMOVED, SAME, Run

_CHINESE = r"\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(
    r"\d{2,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d+(?:[.,:：]\d+)*[%％‰]?"
    rf"|[{_CHINESE}]|[^\W\d_{_CHINESE}]+|\s+|[^\w\s]+|.",
    re.S,
)
_SENTENCE = re.compile(r"[^。！？；!?;\n↵]*[。！？；!?;\n↵]+[”’」』）)]*|[^。！？；!?;\n↵]+")
_LONG = 300
"""Words from which on sentences are compared before words."""
_MOST_COMPARISONS = 100_000

Change = tuple[str, str, str]
"""What went, what came, and what stayed after them."""


def lines(old: str, new: str) -> tuple[Run, ...]:
    """The difference between two plain texts of one line."""
    return _runs(_joined(list(_changes(old, new))))


def _changes(old: str, new: str) -> Iterator[Change]:
    if old == new:
        yield "", "", old
        return
    a, b = _WORD.findall(old), _WORD.findall(new)
    if max(len(a), len(b)) > _LONG:
        yield from _by_sentence(_SENTENCE.findall(old), _SENTENCE.findall(new))
    else:
        yield from _by_word(a, b)


def _by_sentence(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for i, j in aligned(old, new, (old, new)):
        went, came = "" if i is None else old[i], "" if j is None else new[j]
        if went == came:
            yield "", "", went
        else:
            yield from _by_word(_WORD.findall(went), _WORD.findall(came))


def _by_word(a: Sequence[str], b: Sequence[str]) -> Iterator[Change]:
    """The changes between two lists of words."""
    head = _equal(a, b)
    tail = _equal(a[head:][::-1], b[head:][::-1])
    yield "", "", "".join(a[:head])
    yield from _matched(a[head : len(a) - tail], b[head : len(b) - tail])
    yield "", "", "".join(a[len(a) - tail :])


def _equal(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words at the start of both are equal."""
    pairs = zip(a, b, strict=False)
    return next(
        (place for place, (one, other) in enumerate(pairs) if one != other), min(len(a), len(b))
    )


def _matched(a: Sequence[str], b: Sequence[str]) -> Iterator[Change]:
    """The changes as difflib finds them; all at once when that would take long."""
    if _comparisons(a, b) > _MOST_COMPARISONS:
        yield "".join(a), "".join(b), ""
        return
    i = j = 0
    for start, new_start, size in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        yield "".join(a[i:start]), "".join(b[j:new_start]), "".join(a[start : start + size])
        i, j = start + size, new_start + size


def _comparisons(a: Sequence[str], b: Sequence[str]) -> int:
    counts = Counter(b)
    return sum(counts[word] for word in a)


def _joined(changes: Sequence[Change]) -> list[Change]:
    """The changes, with those made one that hardly anything parts."""
    result: list[Change] = []
    for went, came, stayed in changes:
        if not (went or came) and result:
            result[-1] = (*result[-1][:2], result[-1][2] + stayed)
            continue
        if result and _is_confetti(result[-1], went, came):
            before = result.pop()
            went, came = before[0] + before[2] + went, before[1] + before[2] + came
        result.append((went, came, stayed))
    return result


def _is_confetti(before: Change, went: str, came: str) -> bool:
    """Whether what stayed after a change is too little to be worth showing before the next one."""
    if not before[2]:
        return True
    if not (before[0] or before[1]) or not (went or came):
        return False
    weight = sum(map(str.isalnum, before[2]))
    smaller = min(max(len(before[0]), len(before[1])), max(len(went), len(came)))
    return weight < 2 or weight * 4 < smaller


def _runs(changes: Sequence[Change]) -> tuple[Run, ...]:
    parts = [
        (kind, text)
        for went, came, stayed in changes
        for kind, text in ((REMOVED, went), (ADDED, came), (SAME, stayed))
        if text
    ]
    return tuple(
        Run("".join(text for _, text in group), kind)
        for kind, group in groupby(parts, lambda part: part[0])
    )
