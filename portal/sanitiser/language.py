"""Language: which spans really are in another language than the page around them."""

import re

from portal.sanitiser.tree import Element, words

_OF_THE_PAGE = re.compile(r"zh(-Hans)?(-CN)?", re.I)
_ENGLISH = re.compile(r"en(-.*)?", re.I)
_LATIN = re.compile(r"[A-Za-z]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


def is_foreign(span: Element) -> bool:
    """Whether a screen reader should change its voice for this span.

    Word calls digits, spaces and the number 二、 before a list item English.
    """
    language, text = span.attributes["lang"], words(span)
    if _ENGLISH.fullmatch(language):
        return bool(_LATIN.search(text)) and not _IDEOGRAPH.search(text)
    return not _OF_THE_PAGE.fullmatch(language)
