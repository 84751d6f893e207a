"""What does not count in a search: width, case, traditional forms, blanks, kinds of punctuation."""

import re
import unicodedata
from functools import cache
from itertools import chain

from portal.tokens import simplified

BREAK = "\ue000"
"""Where punctuation or a line break stood: a private-use character, which no text turns into."""

BLANK = "\ue001"
"""Where a blank parts two words that are not Chinese."""

CHINESE = (
    r"\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf\u3400-\u9fff"
    r"\U00020000-\U0003ffff"
)
"""What is written without blanks, as the inside of a pattern's brackets."""

_UNSEEN = chain(
    (0xAD, 0xFEFF),
    range(0x180B, 0x1810),
    range(0x200B, 0x2010),  # zero-width blanks and joiners, marks of direction
    range(0x202A, 0x202F),
    range(0x2060, 0x2070),
    range(0xFE00, 0xFE10),  # variation selectors
    range(0xE0000, 0xE01F0),
)
_BETWEEN = re.compile(r"[\W_]+")
_BESIDE_CHINESE = re.compile(f"(?<=[{CHINESE}]){BLANK}|{BLANK}(?=[{CHINESE}])")


def fold(text: str) -> str:
    """The signs of a text with their markers, none of them at an end."""
    known = unicodedata.normalize("NFKC", text).lower().translate(_same())
    marked = _BESIDE_CHINESE.sub("", _BETWEEN.sub(_marker, known))
    return marked.strip(BREAK + BLANK)


def _marker(between: re.Match[str]) -> str:
    run = between[0]
    return BLANK if run.isspace() and "\n" not in run else BREAK


@cache
def _same() -> dict[int, str | None]:
    return {**simplified.table(), **dict.fromkeys(_UNSEEN, None)}


class _Levelled(dict[int, str]):
    """Each character as `fold` leaves it when that is one character, else itself."""

    def __missing__(self, code: int) -> str:
        own = chr(code)
        folded = unicodedata.normalize("NFKC", own).lower().translate(_same())
        self[code] = folded if len(folded) == 1 else own
        return self[code]


_LEVELLED = _Levelled()


def level(text: str) -> str:
    """A text of the same length, folded character by character, to find places in the original."""
    return text.translate(_LEVELLED)
