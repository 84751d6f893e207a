"""Characters: which may be in a text at all, and white space as a browser would show it."""

import re
from itertools import chain

_UNSEEN = chain(
    range(0x09),  # controls, except tab, line feed, form feed and carriage return
    (0x0B,),
    range(0x0E, 0x20),
    range(0x7F, 0xA0),
    (0xAD, 0x200B, 0x2060, 0xFEFF),  # soft hyphen and zero-width space: they hide words from search
    range(0x202A, 0x202F),  # direction overrides and isolates: they make a text read as another
    range(0x2066, 0x206A),
    range(0xD800, 0xE000),  # halves of surrogate pairs: no encoding can store them
    range(0xFDD0, 0xFDF0),
    range(0xFFF9, 0xFFFD),
    (0xFFFE, 0xFFFF),
    range(0xE0000, 0xE0080),  # tag characters: invisible text
)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_UNSEEN, None),
    **dict.fromkeys((0x0C, 0x0D), " "),
    **dict.fromkeys((0x2028, 0x2029), "\n"),
}
_SPACES = re.compile(r"[ \t\n]+")
_CHINESE = r"\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_SHARED = "“”‘’…—"  # punctuation of Chinese and English: it takes the side of its neighbour
_BROKEN_LINE = re.compile(
    f"(?<=[{_CHINESE}])\n(?=[{_CHINESE}{_SHARED}])|(?<=[{_SHARED}])\n(?=[{_CHINESE}])"
)


def visible(text: str) -> str:
    """The text without characters that nobody sees and that only deceive or break things."""
    return text.translate(_TABLE)


def flowing(text: str) -> str:
    """The text with each run of white space as one space, as browsers show it.

    A line break between two Chinese characters goes altogether: Word breaks its HTML at 80
    columns, and browsers would show a gap there. No-break and ideographic spaces stay.
    """
    runs = _SPACES.sub(lambda run: "\n" if "\n" in run[0] else " ", text)
    return _BROKEN_LINE.sub("", runs).replace("\n", " ")
