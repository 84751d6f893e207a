"""The text of clean HTML, and making changes of that text in the HTML."""

from bisect import bisect_left
from collections.abc import Iterable
from html import escape

from portal.privacy.html_source import Reader, Source, Span
from portal.privacy.proposals import Change


def text_of(html: str) -> str:
    """The text of clean HTML: a line for each block, tabs between cells.

    What is said beside it (alternatives of pictures, titles, addresses of links and pictures, dates
    for machines, pronunciations) stands in lines of its own at the end.
    """
    return "".join(Reader(html).source.characters)


def parts_of(html: str) -> list[tuple[str, str]]:
    """The pieces of `text_of`, which are its lines: first the text itself, under no name.

    What is said beside it has the name `alt`, `title`, `href`, `src`, `datetime` or `rt`.
    """
    source = Reader(html).source
    return [(name, "".join(source.characters[start:end])) for name, start, end in source.parts]


def apply_html(html: str, changes: Iterable[Change]) -> str:
    """The HTML after the changes that are on; their offsets are those of `text_of(html)`.

    A changed word takes the mark-up of its first character. A pronunciation or a date for machines
    that would still tell what was hidden goes; of a link whose address tells it, the text stays,
    and a picture whose address tells it goes.
    Clean the result before storing it.
    """
    source = Reader(html).source
    changed: list[int] = []
    for change in changes:
        pieces = [piece for piece in source.places[change.start : change.end] if piece >= 0]
        if change.on and pieces:
            for piece in pieces:
                source.pieces[piece] = ""
            source.pieces[pieces[0]] = escape(change.replacement)
            changed += pieces
    _forget(source, sorted(changed))
    return "".join(source.pieces)


def _forget(source: Source, changed: list[int]) -> None:
    """Take out what would tell of the changed pieces in another way."""
    read = sorted({*changed} - {*source.pronounced})
    for span in source.spans:
        if span.name == "ruby" and _touched(read, span.content, span.close):
            first = bisect_left(source.pronounced, span.content)
            for piece in source.pronounced[first : bisect_left(source.pronounced, span.close)]:
                source.pieces[piece] = ""
        date = span.name == "time" and _touched(changed, span.content, span.close)
        if date or _touched(changed, span.whole, span.whole + 1):
            _unwrap(source, span)


def _touched(changed: list[int], first: int, last: int) -> bool:
    """Whether a piece between two was changed."""
    return bisect_left(changed, first) < bisect_left(changed, last)


def _unwrap(source: Source, span: Span) -> None:
    """Take an element's tags away; its content stays."""
    for piece in [*range(span.first, span.content), span.close]:
        source.pieces[piece] = ""
