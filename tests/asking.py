"""Asking the search as a visitor would."""

from datetime import datetime

from portal import search, tokens

LATER = datetime(2100, 1, 1)


def asked(question: str, at: datetime = LATER) -> search.Wanted:
    """What a question wants of the index."""
    return search.wanted((word.needle for word in tokens.words(question)), at)


def found(question: str, at: datetime = LATER) -> list[int]:
    """Ids of the articles that a question finds, newest first."""
    wanted = asked(question, at)
    return search.find(wanted) if wanted.words else []
