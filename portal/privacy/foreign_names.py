"""Reading names of other forms: with dots between their parts, or in Latin letters."""

import re
from collections import defaultdict
from functools import cached_property

from portal.privacy.chinese_names import Name
from portal.privacy.given_names import NEVER
from portal.privacy.name_ends import HAN, is_han, word_follows

_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,4}}")
_LATIN = re.compile(
    r"[A-Z][a-z'-]+(?: [A-Z][A-Za-z'.-]*){0,3}(?![A-Za-z])"
    r"|[A-Z]{2,}(?: [A-Z]{2,}){1,3}(?![A-Za-z])"
)
_SHORTEST_LATIN = 4
_SHORTEST_PART, _LONGEST_PART = 2, 8
_ENOUGH = 200
"""So many places of a name are looked at to see where it ends."""


def latin_name(text: str, start: int) -> Name | None:
    """The name in Latin letters that begins there."""
    found = _LATIN.match(text, start)
    long = found and found.end() - start >= _SHORTEST_LATIN
    return Name(start, found.end()) if found and long else None


class DottedNames:
    """The names like 阿依古丽·买买提 of one folded text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sizes: dict[str, int] = {}

    @cached_property
    def _dots(self) -> dict[str, list[int]]:
        """Where what follows a dot begins, by the two characters before the dot."""
        dots: dict[str, list[int]] = defaultdict(list)
        for found in re.finditer("·", self._text):
            dots[self._text[max(0, found.start() - 2) : found.start()]].append(found.end())
        return dots

    def at(self, start: int) -> Name | None:
        """The name with dots that begins there; where it ends, other places may show."""
        found = _DOTTED.match(self._text, start)
        if not found or not NEVER.isdisjoint(found[0].partition("·")[0]):
            return None
        last = self._text.rindex("·", start, found.end()) + 1
        before = self._text[start:last]
        if before not in self._sizes:
            self._sizes[before] = self._size_after(before)
        size = self._sizes[before]
        return Name(start, min(found.end(), last + size) if size else found.end(), bool(size))

    def _size_after(self, before: str) -> int:
        """How long the last part of a name is, by the place where it ends soonest; 0 if unknown."""
        places = self._dots[before[-3:-1]][:_ENOUGH]
        same = [place for place in places if self._text.endswith(before, 0, place)]
        return min(map(self._size_at, same), default=0)

    def _size_at(self, place: int) -> int:
        end = place + _SHORTEST_PART
        while is_han(self._text, end) and end - place < _LONGEST_PART:
            if self._text[end] in NEVER or word_follows(self._text, end):
                break
            end += 1
        return end - place
