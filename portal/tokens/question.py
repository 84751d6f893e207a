"""What a visitor asks for: words, parted by blanks and commas, and phrases between quotes."""

import re
from dataclasses import dataclass

from portal.tokens.folding import fold

LONGEST = 100
"""Characters of a question that count; nobody types more by hand."""

QUOTES = '"“”„＂「」『』'
_PARTING = r"\s,，、。；;！!？?｡､"
_PIECE = re.compile(rf"[{QUOTES}]([^{QUOTES}]+)[{QUOTES}]|([^{_PARTING}{QUOTES}]+)")


@dataclass(frozen=True)
class Word:
    """One thing that must occur: as `typed`, and folded; `quoted` asks for it and nothing else."""

    typed: str
    needle: str
    quoted: bool = False


def words(question: str) -> tuple[Word, ...]:
    """The words and phrases of a question, each once; nothing in it is an operator."""
    found: dict[str, Word] = {}
    for phrase, word in _PIECE.findall(question[:LONGEST]):
        typed = (phrase or word).strip()
        needle = fold(typed)
        if needle:
            found.setdefault(needle, Word(typed, needle, bool(phrase)))
    return tuple(found.values())
