"""Characters as the checks speak of them: parts for regular expressions."""

import re

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, for use between the brackets of an expression."""

_WORD = re.compile(rf"[{HAN}A-Za-z0-9]")


def has_words(text: str) -> bool:
    """Whether there is anything to read besides punctuation and pictures."""
    return bool(_WORD.search(text))


def count_words(text: str) -> int:
    """How many Chinese characters, letters and digits there are."""
    return len(_WORD.findall(text))
