"""What to put in the place of each kind of personal data, by the style of the office."""

import re
from enum import StrEnum

from portal.privacy.address_parts import county
from portal.privacy.detection import KINDS


class Style(StrEnum):
    """How an office anonymises: it deletes, as courts do, or masks the characters that identify."""

    DELETE = "delete"
    MASK = "mask"


_KEPT = {"id-number": 10, "phone": 3, "bank-card": 4, "plate": 2, "passport": 1}
"""How many characters a mask leaves at the beginning."""

_DIGITS = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ〇○零一二三四五六七八九十]")
_SIGN = re.compile(r"[^\W_]")


def removed(kind: str, labelled: bool) -> str:
    """The words for something that was taken out of the middle of a sentence."""
    return "（已隐去）" if labelled else f"（{KINDS[kind]}已隐去）"


def masked(kind: str, text: str, kept: int | None = None) -> str:
    """The text with the signs hidden that identify somebody; of a number the first may be kept."""
    if kind == "address":
        return f"{county(text)}**"
    if kind == "birth-date":
        return _masked_birth(text)
    if kind == "email":
        return f"***{text[text.find('@') :]}" if "@" in text else "***"
    if kind == "health":
        return "**"
    return _masked_after(text, _KEPT.get(kind, 0) if kept is None else kept)


def _masked_birth(text: str) -> str:
    """A birth date of which only the year can be read: 1963年**月**日."""
    year = re.match(r"[^年\-./]{4}(?=[年\-./])", text)
    rest = text[year.end() :] if year else text
    return (year[0] if year else "") + re.sub(rf"(?:{_DIGITS.pattern})+", "**", rest)


def _masked_after(text: str, kept: int) -> str:
    """Every letter and digit after the first few as `*`; marks between them stay."""
    seen = 0
    signs = []
    for sign in text:
        counts = _SIGN.match(sign) is not None
        seen += counts
        signs.append("*" if counts and seen > kept else sign)
    return "".join(signs)
