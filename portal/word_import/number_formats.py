"""Number formats of Word: how a count is written, after ECMA-376 part 1, 17.18.59.

Beyond the end of a short sequence (⑳, 癸) Word goes on with plain digits.
"""

import re
from collections.abc import Callable

from portal.numerals import to_chinese, to_circled

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LAST_LETTER = 780  # where Word stops repeating letters
_PADDED = re.compile(r"(0*)1, ")


def written(count: int, form: str) -> str:
    """A count in one of Word's formats; `custom:001, 002, …` is digits with leading zeros."""
    if form.startswith("custom:"):
        padded = _PADDED.match(form.removeprefix("custom:"))
        return str(count).zfill(len(padded[1]) + 1 if padded else 1)
    return _FORMATS[form](count) if form in _FORMATS else str(count)


def is_known(form: str) -> bool:
    """Whether the format is written as Word writes it."""
    return form in _FORMATS or bool(re.match(rf"custom:{_PADDED.pattern}", form))


def _digits(zero: str) -> Callable[[int], str]:
    table = str.maketrans("0123456789", f"{zero}一二三四五六七八九")
    return lambda count: str(count).translate(table)


def _counting(count: int) -> str:
    """十 up to 99, and digit by digit from 一○○ on."""
    return to_chinese(count) if 1 <= count <= 99 else _digits("○")(count)


def _thousands(count: int) -> str:
    return to_chinese(count) if 1 <= count <= 9999 else _digits("零")(count)


def _spelled_out(count: int) -> str:
    """一十, as sums on cheques are written, rather than 十."""
    spelled = _thousands(count)
    return f"一{spelled}" if spelled.startswith("十") else spelled


def _japanese(count: int) -> str:
    return re.sub("一(?=[十百千])|零", "", _thousands(count)) or "〇"


def _sequence(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if 1 <= count <= len(signs) else str(count)


def _characters(first: int, length: int) -> Callable[[int], str]:
    return _sequence("".join(map(chr, range(first, first + length))))


def _sixty(count: int) -> str:
    if not 1 <= count <= 60:
        return str(count)
    return _STEMS[(count - 1) % 10] + _BRANCHES[(count - 1) % 12]


def _letters(count: int) -> str:
    """A, B, … Z, AA, BB, …"""
    if not 1 <= count <= _LAST_LETTER:
        return str(count)
    repeats, letter = divmod(count - 1, 26)
    return chr(ord("A") + letter) * (repeats + 1)


def _roman(count: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        times, count = divmod(count, size)
        text += sign * times
    return text


def _circled(count: int) -> str:
    return to_circled(count) if 1 <= count <= 20 else str(count)


def _ordinal(count: int) -> str:
    teens = 10 <= count % 100 <= 20
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(_FULL_WIDTH),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "ordinal": _ordinal,
    "hex": lambda count: f"{count:X}",
    "numberInDash": lambda count: f"- {count} -",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _japanese,
    "koreanDigital2": _digits("零"),
    "ideographDigital": _digits("〇"),
    "japaneseDigitalTenThousand": _digits("〇"),
    "taiwaneseDigital": _digits("○"),
    "chineseLegalSimplified": lambda count: _spelled_out(count).translate(_LEGAL),
    "ideographLegalTraditional": lambda count: (
        _spelled_out(count).replace("零", "").translate(_LEGAL_TRADITIONAL)
    ),
    "ideographTraditional": _sequence(_STEMS),
    "ideographZodiac": _sequence(_BRANCHES),
    "ideographZodiacTraditional": _sixty,
    "ideographEnclosedCircle": _characters(0x3220, 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _characters(0x2488, 20),
    "decimalEnclosedParen": _characters(0x2474, 20),
}
