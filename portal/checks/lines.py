"""The lines of a body: the text of each paragraph, heading, item and cell, with its mark-up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from portal.sanitiser.runs import is_block
from portal.sanitiser.tree import Element

PICTURE = "\ufffc"
"""The character that stands for a picture in the text of a line."""

_AS_CHARACTER = {"br": "\n", "img": PICTURE}

_NOT_READ = frozenset({"rt", "rp"})
"""Pronunciation over a word is not part of the sentence."""


@dataclass(frozen=True)
class Change:
    """New words for the characters from `start` to before `end` of a text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, eq=False)
class Piece:
    """One string of the tree: child number `index` of `holder`, from `start` to `end` of the line."""

    start: int
    end: int
    holder: Element
    index: int


@dataclass(frozen=True, eq=False)
class Mark:
    """An inline element and the characters of the line that it covers."""

    start: int
    end: int
    element: Element
    holder: Element


@dataclass(frozen=True, eq=False)
class Line:
    """One run of text in the block `element`, which stands `inside` elements of these names.

    `block` is the ordinal of the top-level block, `offset` the characters before the line in it.
    """

    element: Element
    inside: frozenset[str]
    block: int
    offset: int
    text: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]

    @property
    def name(self) -> str:
        """The element that the line stands in: p, h2, li, td …"""
        return self.element.name

    def marked(self, *names: str) -> Iterator[Mark]:
        """The inline elements of these names, in reading order."""
        return (mark for mark in self.marks if mark.element.name in names)

    def change(self, changes: Iterable[Change]) -> None:
        """Put new words into the tree; they take the mark-up of the first character replaced."""
        for each in sorted(changes, key=lambda change: change.start, reverse=True):
            self._change(each)

    def _change(self, change: Change) -> None:
        ends = [piece.end for piece in self.pieces]
        at = bisect_right if change.start < change.end else bisect_left
        words = change.words
        for piece in self.pieces[at(ends, change.start) :]:
            text = str(piece.holder.children[piece.index])
            before = text[: max(change.start - piece.start, 0)]
            after = text[max(change.end - piece.start, 0) :]
            piece.holder.children[piece.index] = before + words + after
            words = ""
            if piece.end >= change.end:
                return


def lines(root: Element) -> Iterator[Line]:
    """Every line of a body, in reading order."""
    for block, child in enumerate(root.children):
        if isinstance(child, Element):
            offset = 0
            for line in _within(child, frozenset(), block):
                yield replace(line, offset=offset)
                offset += len(line.text)


def _within(element: Element, inside: frozenset[str], block: int) -> Iterator[Line]:
    numbered = enumerate(element.children)
    for are_blocks, group in groupby(numbered, lambda pair: is_block(pair[1])):
        if are_blocks:
            for _, child in group:
                if isinstance(child, Element):
                    yield from _within(child, inside | {element.name}, block)
        else:
            run = _Run()
            for index, _ in group:
                run.take(element, index)
            if run.text.strip():
                yield Line(element, inside, block, 0, run.text, tuple(run.pieces), tuple(run.marks))


class _Run:
    """Gathers neighbouring text and inline elements into one line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def take(self, holder: Element, index: int) -> None:
        node, start = holder.children[index], self._length
        if isinstance(node, str):
            self._add(node)
            self.pieces.append(Piece(start, self._length, holder, index))
            return
        if node.name in _AS_CHARACTER:
            self._add(_AS_CHARACTER[node.name])
        elif node.name not in _NOT_READ:
            for child in range(len(node.children)):
                self.take(node, child)
        self.marks.append(Mark(start, self._length, node, holder))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
