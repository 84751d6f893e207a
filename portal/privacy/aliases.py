"""Other names of a person: 曾用名, 绰号 and the like, told after the name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from portal.privacy.name_ends import HAN
from portal.privacy.persons import Sighting
from portal.privacy.roles import KIN

_WORD = r"曾用名|曾用过的名字|又名|别名|化名|原名|本名|小名|乳名|绰号|外号|诨名|诨号|网名"
_QUOTED = r"[“‘\"「『](?P<quoted>[^”’\"」』\n]{1,12})[”’\"」』]"
_ONLY_QUOTED = r"人称|艺名|英文名|法名|自称"
_BARE = rf"(?P<bare>(?![了的是不一])[{HAN}]{{1,4}}|[A-Za-z][A-Za-z0-9_ ]{{1,15}})(?=[,、;。)\n]|$)"
_ALIAS = re.compile(
    rf"(?P<word>{_WORD})(?:为|是|叫|:| ){{0,3}}(?:{_QUOTED}|{_BARE})"
    rf"|(?P<called>{_ONLY_QUOTED})(?:为|是|叫|:| ){{0,3}}{_QUOTED.replace('quoted', 'call')}"
)
_MORE = re.compile(rf"(?:[、和]| )?(?:{_QUOTED}|(?<=、){_BARE})")
_NONE = frozenset({"无", "没有", "不详", "不明", "未知", "同上"})
_REACH = 60


def told(text: str) -> Iterator[Sighting]:
    """Every other name in a folded text, with the word that tells it."""
    for found in _ALIAS.finditer(text):
        word = found["word"] or found["called"]
        yield from _one(found, word)
        more = _MORE.match(text, found.end())
        while more:
            yield from _one(more, word)
            more = _MORE.match(text, more.end())


def _one(found: re.Match[str], word: str) -> Iterator[Sighting]:
    group = next(key for key in ("quoted", "bare", "call") if found.groupdict().get(key))
    name = found[group]
    if len(name) > 1 and name not in _NONE and "某" not in name and "*" not in name:
        yield Sighting(found.start(group), found.end(group), name, word, KIN)


def bearer(text: str, at: int, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The last of the places of names, in order, before an alias that is told at a place.

    None when it stands in another sentence or too far away.
    """
    before = bisect_right(places, (at, at))
    if not before:
        return None
    start, end = places[before - 1]
    near = at - start <= _REACH and not re.search("[。;\n]", text[end:at])
    return (start, end) if near else None
