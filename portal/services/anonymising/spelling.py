"""Names in the letters of a file's name: Latin ones as they are written, Chinese ones by sound."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from portal.privacy.surnames import surname_length
from portal.tokens.sounds import readings

_PART = re.compile(r"[^\W_]+")


def spells(name: str, words: str) -> bool:
    """Whether words spell a name, its parts in this order or the family name last."""
    letters = _plain(words)
    return any(_pattern(parts).search(letters) for parts in _orders(_parts(name)))


def is_latin(name: str) -> bool:
    """Whether a name is written in letters, so that spelling it is writing it."""
    return not any(map(readings, name))


def _parts(name: str) -> Sequence[str]:
    """Family name and given names; what parts them may stand anywhere between letters."""
    parts: list[str] = _PART.findall(name)
    own = surname_length(name, 0)
    if len(parts) == 1 and 0 < own < len(name):
        return name[:own], name[own:]
    return parts


def _orders(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    yield parts
    if len(parts) > 1:
        yield [*parts[1:], parts[0]]
        yield [parts[-1], *parts[:-1]]


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    """How parts of a name are spelled one after another, with or without a mark between."""
    syllables = [_spelled(sign) for part in parts for sign in part]
    return re.compile(rf"(?<![a-z]){'[-_ .]?'.join(syllables or ['(?!)'])}(?![a-z])")


def _spelled(sign: str) -> str:
    sounds = readings(sign) or [re.escape(_plain(sign)) or "(?!)"]
    return f"(?:{'|'.join(sounds)})"


def _plain(words: str) -> str:
    """Words in small letters, without accents."""
    apart = unicodedata.normalize("NFKD", words.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
