"""What makes two files the same page: the same words, or the same title on the same day."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """A text for comparing: without spaces, full and half width alike."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text)).casefold()


def fingerprint(title: str, published: datetime, texts: Iterable[str]) -> str:
    """A digest of title, day and words that ignores encoding, format, spaces and width."""
    words = (folded(title), f"{published:%Y-%m-%d}", folded("".join(texts)))
    return sha256("\n".join(words).encode()).hexdigest()


def source_key(title: str, published: datetime) -> str:
    """A key that stays when a page's words are corrected: its day and a digest of its title."""
    return f"{published:%Y-%m-%d}-{sha256(folded(title).encode()).hexdigest()[:16]}"
