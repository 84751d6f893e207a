"""Search tokens: every Chinese character by itself, Latin words and numbers whole.

Text and question pass the same function, so a phrase of tokens is found exactly where the
characters stand side by side. A marker token stands where punctuation stood: without it, the end
of one sentence and the beginning of the next would match as if they were one word.
"""

import re
import unicodedata

BREAK = "\ue000"
"""The marker: a private-use character, which no text and no question can turn into a token."""

LONGEST = 255
"""Characters of a Latin word that count; PostgreSQL takes no token beyond 2,046."""

_TOKEN = re.compile(r"[0-9a-z]+|[^\W_]", re.UNICODE)
_GAP = re.compile(r"\s+")


def normal(text: str) -> str:
    """Full-width forms and case folded away (NFKC, lower case)."""
    return unicodedata.normalize("NFKC", text).lower()


def stored(text: str) -> str:
    """The tokens of a text to be indexed, separated by spaces, with break markers."""
    words: list[str] = []
    end = 0
    folded = normal(text)
    for match in _TOKEN.finditer(folded):
        between = folded[end : match.start()]
        if words and (_GAP.sub("", between) or "\n" in between):
            words.append(BREAK)
        words.append(match.group()[:LONGEST])
        end = match.end()
    return " ".join(words)


def phrases(question: str) -> list[list[str]]:
    """What a visitor asks for: one list of tokens for each run without blanks or punctuation."""
    runs = re.split(r"[^\w]+|_+", normal(question))
    found = [[word[:LONGEST] for word in _TOKEN.findall(run)] for run in runs]
    return [run for run in found if run]
