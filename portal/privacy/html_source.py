"""Clean HTML in pieces: its tags and characters, and which of these are its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from portal.privacy.dates import says_date
from portal.privacy.readable import readable
from portal.sanitiser import POLICY

_TOKEN = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>|[^<]+|<")
_CHARACTER = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|.", re.S)
_SAID = re.compile(r' (?P<name>alt|title|href|src|datetime)="(?P<value>[^"]*)"')
WHOLE = frozenset({"href", "src", "datetime"})
"""Attributes that go as a whole, and their element's tags with them."""
_BORN = "出生"
"""Before a date that only machines see: what else would it be kept from people for."""
_VOID = frozenset({"br", "hr", "img"})
_PRONOUNCED = frozenset({"rt", "rp"})
_CELLS = frozenset({"td", "th"})
_BREAKING = (POLICY.blocks | {"br"}) - _CELLS


@dataclass
class Span:
    """An element: the first piece of its start tag, of its content, and its end tag.

    `whole` is the piece of its attribute that goes as a whole, `text` where its text begins.
    """

    name: str
    first: int
    content: int = 0
    close: int = 0
    whole: int = -1
    text: int = 0


@dataclass
class Aside:
    """What is said beside the text: `name` is the attribute, or `rt` for pronunciations of a word.

    Each character of its text has the piece that it is in.
    """

    name: str
    text: str
    places: list[int]


@dataclass
class Source:
    """HTML as pieces that together are it again; `characters` are its text, each with its piece.

    A character that stands for no piece, a break between blocks or cells, has the place -1.
    `parts` are the text itself, under no name, and what is said beside it: name, start, end.
    """

    pieces: list[str] = field(default_factory=list)
    characters: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    pronounced: list[int] = field(default_factory=list)
    parts: list[tuple[str, int, int]] = field(default_factory=list)


class Reader:
    """Takes clean HTML apart."""

    def __init__(self, html: str) -> None:
        self.source = Source()
        self._open: list[Span] = []
        self._broken = True
        self._at_cell = False
        self._cells = self._row = 0
        self._asides: list[Aside] = []
        self._spoken: Aside | None = None
        for token in _TOKEN.finditer(html):
            self._token(token)
        self.source.parts.append(("", 0, len(self.source.characters)))
        for aside in self._asides:
            self._beside(aside)

    def _token(self, token: re.Match[str]) -> None:
        name = token["name"]
        if name is None:
            self._text(token[0])
            return
        self._at_cell = self._at_cell and name != "tr"
        if name in _BREAKING:
            self._broken = self._broken or not self._at_cell
            self._spoken = None
        if token["close"]:
            self._end(name, token[0])
        else:
            self._start(name, token[0])

    def _start(self, name: str, tag: str) -> None:
        if name == "tr":
            self._cells, self._row = 0, len(self.source.characters)
        elif name in _CELLS:
            self._cell()
        span = Span(name, len(self.source.pieces), text=len(self.source.characters))
        self._tag(span, tag)
        span.content = len(self.source.pieces)
        self.source.spans.append(span)
        if name in _VOID:
            span.close = span.first
        else:
            self._open.append(span)

    def _tag(self, span: Span, tag: str) -> None:
        """Take a start tag apart: what its attributes say to people is text as well."""
        done = 0
        for found in _SAID.finditer(tag):
            name, value = found["name"], found["value"]
            self.source.pieces.append(tag[done : found.start("value")])
            if name in WHOLE:
                span.whole = len(self.source.pieces)
                self.source.pieces.append(value)
                if name != "datetime":
                    self._whole(name, span, readable(unescape(value)))
            else:
                pieces = self._split(value)
                self._asides.append(Aside(name, self._words(pieces), [*pieces]))
            done = found.end("value")
        self.source.pieces.append(tag[done:])

    def _whole(self, name: str, span: Span, says: str, before: str = "") -> None:
        """Read an attribute that goes as a whole, with a word of ours before it."""
        places = [-1] * len(before) + [span.whole] * len(says)
        self._asides.append(Aside(name, before + says, places))

    def _date(self, span: Span) -> None:
        """Read the date of an element for machines, unless its text says the same."""
        says = self.source.pieces[span.whole]
        if not says_date(says, "".join(self.source.characters[span.text :])):
            self._whole("datetime", span, says, _BORN)

    def _end(self, name: str, tag: str) -> None:
        while self._open:
            span = self._open.pop()
            span.close = len(self.source.pieces)
            if span.name == "time" and span.whole >= 0:
                self._date(span)
            if span.name == name:
                break
        self.source.pieces.append(tag)

    def _text(self, text: str) -> None:
        pieces = self._split(text)
        if any(span.name in _PRONOUNCED for span in self._open):
            self.source.pronounced += pieces
            if self._open[-1].name != "rp":
                self._pronounce(pieces)
            return
        if text.strip() and not any(span.name == "ruby" for span in self._open):
            self._spoken = None
        if text.strip(" \n\t") or not self._broken:
            self._add(pieces)

    def _pronounce(self, pieces: Sequence[int]) -> None:
        """Take pieces as pronounced over a word; over words side by side it is one text."""
        if self._spoken is None:
            self._spoken = Aside("rt", "", [])
            self._asides.append(self._spoken)
        self._spoken.text += self._words(pieces)
        self._spoken.places += pieces

    def _beside(self, aside: Aside) -> None:
        """Let what is said beside the text follow it, in a line of its own."""
        if aside.text.strip():
            self.source.characters += "\n", *aside.text
            self.source.places += -1, *aside.places
            end = len(self.source.characters)
            self.source.parts.append((aside.name, end - len(aside.text), end))

    def _split(self, text: str) -> range:
        """Add each character of some source as a piece."""
        first = len(self.source.pieces)
        self.source.pieces += (found[0] for found in _CHARACTER.finditer(text))
        return range(first, len(self.source.pieces))

    def _words(self, pieces: Sequence[int]) -> str:
        """The characters that pieces stand for, one each."""
        return "".join(unescape(self.source.pieces[piece])[:1] or " " for piece in pieces)

    def _add(self, pieces: Sequence[int]) -> None:
        """Take pieces as characters of the text."""
        if self._broken:
            self._separate("\n")
        self._at_cell = False
        self.source.characters += self._words(pieces)
        self.source.places += pieces

    def _cell(self) -> None:
        """Begin a cell: a tab parts it from the one before, whatever blocks are in them."""
        self._cells += 1
        if self._cells > 1:
            if self._row == len(self.source.characters):
                self._separate("\n")
            self._separate("\t")
            self._at_cell = True

    def _separate(self, character: str) -> None:
        self._broken = False
        if self.source.characters:
            self.source.characters.append(character)
            self.source.places.append(-1)
