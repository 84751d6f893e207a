"""Symbols: characters that Word names by a font and a place in it."""

import re

from mammoth.docx.dingbats import dingbats

_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,5}")
_PRIVATE = range(0xE000, 0xF900)
_NO_CHARACTERS = range(0xD800, 0xE000), (0xFFFE, 0xFFFF)
_FONT_PLACES = 0xF000


def symbol(font: str, place: str) -> str:
    """The character for a place (hexadecimal) in a font; empty when nobody knows it."""
    if not _HEXADECIMAL.fullmatch(place):
        return ""
    code = int(place, 16)
    for candidate in (code, code - _FONT_PLACES):
        if (font, candidate) in dingbats:
            return chr(dingbats[font, candidate])
    is_plain = code >= 0x20 and not any(code in each for each in (_PRIVATE, *_NO_CHARACTERS))
    return chr(code) if is_plain else ""
