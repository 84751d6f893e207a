"""Where a question stands in the text that people read: parts to mark, and a piece around them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from portal.tokens.folding import BLANK, BREAK, CHINESE, level

_HAN = re.compile(f"[{CHINESE}]")
_SENTENCE_END = "。！？；\n"
_CLOSING = "”’」』）》"
_PUNCTUATION = tuple("。！？；：，、…”.!?;:,")


@dataclass(frozen=True)
class Part:
    """A piece of a text; `hit` when it is what was asked for."""

    text: str
    hit: bool = False


def marked(text: str, needles: Iterable[str]) -> list[Part]:
    """The text in parts, what was asked for apart; at most the first fifty places."""
    parts: list[Part] = []
    end = 0
    for start, stop in _places(text, tuple(needles), 50):
        parts += [Part(text[end:start])] if start > end else []
        parts.append(Part(text[start:stop], hit=True))
        end = stop
    return [*parts, Part(text[end:])] if text[end:] else parts


def snippet(text: str, needles: Iterable[str], length: int = 96) -> list[Part]:
    """About `length` characters around the first place, from the start of its sentence if near."""
    wanted = tuple(needles)
    first = next(iter(_places(text, wanted, 1)), (0, 0))
    start = _start(text, first[0], length // 3)
    piece = _in_one_line(text[start : start + length])
    begun = not start or text[start - 1] in _SENTENCE_END + _CLOSING
    before = [] if begun else [Part("…")]
    after = [Part("…")] if start + length < len(text) else []
    return [*before, *marked(piece, wanted), *after]


def _in_one_line(text: str) -> str:
    """A piece of a text, a point between parts that no punctuation parts: cells, names, keywords."""
    joined = ""
    for line in filter(None, (" ".join(line.split()) for line in text.split("\n"))):
        between = " " if joined.endswith(_PUNCTUATION) else " · "
        joined += between + line if joined else line
    return joined


def _start(text: str, place: int, back: int) -> int:
    """Where to begin: after the end of a sentence that is near before the place, else `back`."""
    earliest = max(0, place - back)
    ends = [text.rfind(sign, earliest, place) for sign in _SENTENCE_END]
    nearest = max(ends)
    if nearest < 0:
        return earliest
    rest = text[nearest + 1 : place]
    return place - len(rest.lstrip(_CLOSING))


def _places(text: str, needles: Sequence[str], most: int) -> list[tuple[int, int]]:
    """From where to where, in order, none over another."""
    pattern = _pattern(tuple(sorted(needles, key=len, reverse=True)))
    found: list[tuple[int, int]] = []
    if pattern is None:
        return found
    for match in pattern.finditer(level(text)):
        found.append(match.span())
        if len(found) == most:
            break
    return found


@lru_cache(maxsize=200)
def _pattern(needles: tuple[str, ...]) -> re.Pattern[str] | None:
    kept = [_looks(needle) for needle in needles if needle]
    return re.compile("|".join(kept)) if kept else None


def _looks(needle: str) -> str:
    """A pattern for a folded word in a text that is not folded: Chinese may have blanks in it."""
    parts = [_sign(needle[0])]
    for one, other in zip(needle, needle[1:], strict=False):
        loose = _HAN.match(one) or _HAN.match(other)
        parts.append((r"[^\S\n]*" if loose else "") + _sign(other))
    return "".join(parts)


def _sign(sign: str) -> str:
    if sign == BREAK:
        return r"[\W_]+"
    return r"[^\S\n]+" if sign == BLANK else re.escape(sign)
