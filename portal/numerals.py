"""Chinese numerals as headings use them: 一 to 九千九百九十九, and the circled ① to ㊿."""

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CIRCLED = "".join(
    chr(code)
    for start, count in ((0x2460, 20), (0x3251, 15), (0x32B1, 15))
    for code in range(start, start + count)
)


def to_chinese(number: int) -> str:
    """The numeral of 1–9999: 十一, 二十, 一百零五; `ValueError` outside that range."""
    if not 1 <= number <= 9999:
        raise ValueError(f"no Chinese numeral for {number}")
    spelled, skipped = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if digit:
            spelled += ("零" if skipped else "") + _DIGITS[digit] + unit
        skipped = bool(spelled) and not digit
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


def from_chinese(text: str) -> int:
    """The number that a Chinese or circled numeral means; `ValueError` if it is not well formed."""
    if len(text) == 1 and text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    number = _sum(text.replace("〇", "零"))
    if not 1 <= number <= 9999 or to_chinese(number) != text.replace("〇", "零"):
        raise ValueError(f"not a Chinese numeral: {text!r}")
    return number


def to_circled(number: int) -> str:
    """The circled numeral of 1–50; `ValueError` outside that range."""
    if not 1 <= number <= len(_CIRCLED):
        raise ValueError(f"no circled numeral for {number}")
    return _CIRCLED[number - 1]


def _sum(text: str) -> int:
    """The value of digits and units read from left to right, right only for well-formed text."""
    total, digit = 0, None
    for character in text:
        if character in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[character]
            digit = None
        elif character in _DIGITS:
            digit = _DIGITS.index(character)
        else:
            raise ValueError(f"not a Chinese numeral: {text!r}")
    return total + (digit or 0)
