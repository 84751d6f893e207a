"""Planting personal data in texts, so that it is known where each stands."""

import re
from dataclasses import dataclass

_MARK = re.compile("\ue000(\\d+)\ue001")
_THING = re.compile("号(?![牌码])")
"""The 号 of 晋A12345号轿车, which goes with the number."""


@dataclass(frozen=True)
class Truth:
    """One planted piece: `kind` as the detectors call it, and where it stands.

    `person` is a key for names, `first` says that it is the first mention. `open_` pieces may be
    found or not.
    """

    kind: str
    start: int
    end: int
    text: str
    person: str = ""
    first: bool = True
    open_: bool = False


@dataclass(frozen=True)
class Document:
    """A generated text and what was planted in it."""

    title: str
    text: str
    truths: tuple[Truth, ...]


class Sheet:
    """Hands out marks that stand for personal data, and puts the data in their places."""

    def __init__(self) -> None:
        self._planted: list[tuple[str, str, str, bool]] = []

    def plant(self, kind: str, text: str, person: str = "", open_: bool = False) -> str:
        """A mark to be written into the text where the datum is to stand."""
        self._planted.append((kind, text, person, open_))
        return f"\ue000{len(self._planted) - 1}\ue001"

    def document(self, title: str, text: str) -> Document:
        """The text with every mark replaced by what it stands for."""
        parts: list[str] = []
        truths: list[Truth] = []
        seen: set[str] = set()
        length = done = 0
        for mark in _MARK.finditer(text):
            kind, data, person, open_ = self._planted[int(mark[1])]
            between = text[done : mark.start()]
            start = length + len(between)
            thing = _THING.match(text, mark.end()) if kind == "plate" else None
            data += thing[0] if thing else ""
            length, done = start + len(data), thing.end() if thing else mark.end()
            parts += between, data
            first = person not in seen or not person
            truths.append(Truth(kind, start, length, data, person, first, open_))
            seen.add(person)
        return Document(title, "".join(parts) + text[done:], tuple(truths))
