"""The number label that a paragraph begins with: 一、 （一） 1. （1）, whole or without its numeral."""

import re
from dataclasses import dataclass

from portal.numerals import from_chinese

CHINESE, ARABIC = "chinese", "arabic"

_NUMERAL = r"(?P<numeral>[一二三四五六七八九十百零〇]+|[0-9]{1,2})?\s*"
_POINTED = re.compile(rf"\s*{_NUMERAL}(?P<mark>、(?!、)|[.．](?![0-9.．]))\s*(?=\S)")
_BRACKETED = re.compile(rf"\s*[（(]\s*{_NUMERAL}(?P<mark>[)）])\s*(?=\S)")
_HALF_BRACKET = re.compile(r"\s*(?P<mark>[)）])\s*(?=\S)")
_LATIN_AFTER_POINT = re.compile(r"\s*[.．]\s*[^\u4e00-\u9fff《“]")
_SENTENCE_END = re.compile(r"[。！？；!?;]")

_LEVELS = {("、", CHINESE): 0, (".", CHINESE): 0, ("()", CHINESE): 1}
_LEVELS |= {("、", ARABIC): 2, (".", ARABIC): 2, ("()", ARABIC): 3}


@dataclass(frozen=True)
class Label:
    """What a paragraph begins with: 二、 has mark 、, （二） has (), 2. has a point, a lone ） has ).

    `number` is None where the numeral was lost, and `place` is the offset where it belongs.
    """

    mark: str
    system: str
    number: int | None
    place: int

    @property
    def level(self) -> int | None:
        """0 for 一、, 1 for （一）, 2 for 1. and 1、, 3 for （1）; None while the system is unknown."""
        return _LEVELS.get((self.mark, self.system))


def is_heading_like(text: str) -> bool:
    """Whether a text is as short as a heading (40 characters) and holds no end of a sentence."""
    return 0 < len(text.strip()) <= 40 and not _SENTENCE_END.search(text)


def label_of(text: str) -> Label | None:
    """The number label that a text begins with, also when only its punctuation is left."""
    if found := _POINTED.match(text):
        mark = "、" if found["mark"] == "、" else "."
        if not found["numeral"] and _LATIN_AFTER_POINT.match(text):
            return None
    elif found := _BRACKETED.match(text):
        mark = "()"
    else:
        half = _HALF_BRACKET.match(text)
        return Label(")", "", None, half.start("mark")) if half else None
    numeral, place = found["numeral"], found.start("mark")
    if not numeral:
        return Label(mark, "", None, place)
    try:
        number = int(numeral) if numeral.isascii() else from_chinese(numeral)
    except ValueError:
        return None
    return Label(mark, ARABIC if numeral.isascii() else CHINESE, number, place)
