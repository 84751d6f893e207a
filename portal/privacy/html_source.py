"""Clean HTML in pieces: its tags and characters, and which of these are its text."""

import re
from dataclasses import dataclass, field
from html import unescape

from portal.sanitiser import POLICY

_TOKEN = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>|[^<]+|<")
_CHARACTER = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|.", re.S)
_SAID = re.compile(r' (?P<name>alt|title|href)="(?P<value>[^"]*)"')
_PERSONAL_LINK = re.compile(r"mailto:|tel:")
_VOID = frozenset({"br", "hr", "img"})
_PRONOUNCED = frozenset({"rt", "rp"})
_CELLS = frozenset({"td", "th"})
_BREAKING = (POLICY.blocks | {"br"}) - _CELLS


@dataclass
class Span:
    """An element: the first piece of its start tag, of its content, and its end tag.

    `link` are the pieces of an address that is personal itself.
    """

    name: str
    first: int
    content: int = 0
    close: int = 0
    link: range = range(0)


@dataclass
class Source:
    """HTML as pieces that together are it again; `characters` are its text, each with its piece.

    A character that stands for no piece, a break between blocks or cells, has the place -1.
    """

    pieces: list[str] = field(default_factory=list)
    characters: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    pronounced: list[int] = field(default_factory=list)


class Reader:
    """Takes clean HTML apart."""

    def __init__(self, html: str) -> None:
        self.source = Source()
        self._open: list[Span] = []
        self._broken = True
        self._at_cell = False
        self._cells = self._row = 0
        self._said: list[range] = []
        for token in _TOKEN.finditer(html):
            self._token(token)
        for pieces in self._said:
            self._broken = True
            self._add(pieces)

    def _token(self, token: re.Match[str]) -> None:
        name = token["name"]
        if name is None:
            self._text(token[0])
            return
        self._at_cell = self._at_cell and name != "tr"
        self._broken = self._broken or (name in _BREAKING and not self._at_cell)
        if token["close"]:
            self._end(name, token[0])
        else:
            self._start(name, token[0])

    def _start(self, name: str, tag: str) -> None:
        if name == "tr":
            self._cells, self._row = 0, len(self.source.characters)
        elif name in _CELLS:
            self._cell()
        span = Span(name, len(self.source.pieces))
        self._tag(span, tag)
        span.content = len(self.source.pieces)
        self.source.spans.append(span)
        if name not in _VOID:
            self._open.append(span)

    def _tag(self, span: Span, tag: str) -> None:
        """Take a start tag apart: what its attributes say to people is text as well."""
        done = 0
        for found in _SAID.finditer(tag):
            personal = _PERSONAL_LINK.match(found["value"]) is not None
            if found["name"] != "href" or personal:
                self.source.pieces.append(tag[done : found.start("value")])
                value = self._split(found["value"])
                self._said.append(value)
                span.link = value if personal else span.link
                done = found.end("value")
        self.source.pieces.append(tag[done:])

    def _end(self, name: str, tag: str) -> None:
        while self._open:
            span = self._open.pop()
            span.close = len(self.source.pieces)
            if span.name == name:
                break
        self.source.pieces.append(tag)

    def _text(self, text: str) -> None:
        pieces = self._split(text)
        if any(span.name in _PRONOUNCED for span in self._open):
            self.source.pronounced += pieces
        elif text.strip(" \n\t") or not self._broken:
            self._add(pieces)

    def _split(self, text: str) -> range:
        """Add each character of some source as a piece."""
        first = len(self.source.pieces)
        self.source.pieces += (found[0] for found in _CHARACTER.finditer(text))
        return range(first, len(self.source.pieces))

    def _add(self, pieces: range) -> None:
        """Take pieces as characters of the text."""
        if self._broken:
            self._separate("\n")
        self._at_cell = False
        self.source.characters += (unescape(self.source.pieces[piece])[:1] for piece in pieces)
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
