"""How words sound: pinyin without tones, for finding what was meant when nothing was found."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product

MARK = "\ue002"
"""Before each syllable of a token that is a sound, so that it cannot be taken for letters."""

MOST_READINGS = 3
"""Readings of one character that count, the usual ones first."""

SHORTEST, LONGEST = 2, 8
"""Syllables of a word that is listened to."""

_LONGEST_SYLLABLE = 6
_LETTERS = re.compile(r"[a-z]+")
Heard = tuple[tuple[str, ...], ...]
"""The syllables of a word, each with its possible readings."""


@cache
def _dictionary() -> dict[int, str]:
    """Code point → readings with tones; loaded when first needed, without the list of phrases."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT


@cache
def readings(character: str) -> tuple[str, ...]:
    """The syllables that a character is read as, without tones; none when it is not Chinese."""
    listed = _dictionary().get(ord(character), "")
    if not listed:
        return ()
    from pypinyin.contrib.tone_convert import to_normal

    plain = dict.fromkeys(to_normal(each) for each in listed.split(","))
    return tuple(plain)[:MOST_READINGS]


def sound_tokens(folded: str) -> list[str]:
    """Tokens of the sounds of every two neighbours of a folded text, each once."""
    found: dict[str, None] = {}
    for one, other in pairwise(folded):
        found.update(dict.fromkeys(_pair(readings(one), readings(other))))
    return list(found)


def _pair(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    return (f"{MARK}{first}{MARK}{second}" for first, second in product(one, other))


def heard(needle: str) -> Heard:
    """The syllables of a word in Chinese, or in the letters of pinyin; none when it has no sound."""
    if not _LETTERS.fullmatch(needle):
        syllables = tuple(readings(each) for each in needle)
    else:
        syllables = tuple((each,) for each in _spelled(needle[: LONGEST * _LONGEST_SYLLABLE + 1]))
    fits = SHORTEST <= len(syllables) <= LONGEST and all(syllables)
    return syllables if fits else ()


def asked_tokens(word: Heard) -> list[list[str]]:
    """For each two neighbours the tokens of which one must be there."""
    return [list(_pair(one, other)) for one, other in pairwise(word)]


def sounding_like(word: Heard, folded: str) -> Iterator[str]:
    """Every part of a folded text that is read as the word is."""
    for start in range(len(folded) - len(word) + 1):
        part = folded[start : start + len(word)]
        pairs = zip(part, word, strict=True)
        if all(not set(readings(own)).isdisjoint(wanted) for own, wanted in pairs):
            yield part


def usually(word: Heard, other: str) -> bool:
    """Whether the most usual readings of another word are those of the word."""
    return all(readings(own)[0] in wanted for own, wanted in zip(other, word, strict=True))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(each for code in range(0x4E00, 0x9FA6) for each in readings(chr(code)))


@lru_cache(maxsize=500)
def _spelled(letters: str) -> tuple[str, ...]:
    """The syllables that letters fall into, the longest first; none when some are left over."""
    for length in range(min(_LONGEST_SYLLABLE, len(letters)), 0, -1):
        if letters[:length] in _syllables():
            rest = _spelled(letters[length:])
            if rest or length == len(letters):
                return (letters[:length], *rest)
    return ()
