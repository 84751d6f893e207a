"""A content as one text, and the changes of that text made in the content."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from portal import privacy
from portal.privacy import Change, apply, apply_html, parts_of, within
from portal.services.content import LINES, Content

_FIRST = "title"
"""The line that stands before the body, as readers have it."""
Place = tuple[str | int, ...]
"""Where a part of a content stands: `("title",)`, `("details", "cause")`, `("media", 0, "alt")`.

`("body",)` is what readers see of it, `("body", "href")` an address of a link in it, as `parts_of`
calls what is said beside a text.
"""
WHOLE: frozenset[Place] = frozenset(("body", name) for name in privacy.WHOLE)
"""Where what tells something goes with the link, the picture or the date that it is part of."""


@dataclass(frozen=True)
class Part:
    """A part of the content and where it stands in the text."""

    place: Place
    start: int
    end: int


@dataclass(frozen=True)
class Sheet:
    """A content and its text: a line for each part, the body as `text_of` reads it."""

    content: Content
    text: str
    parts: tuple[Part, ...]

    def place(self, at: int) -> Place:
        """Where a character of the text stands in the content."""
        return self.parts[bisect_right([part.start for part in self.parts], at) - 1].place


def sheet(content: Content) -> Sheet:
    """The text of everything that people read in a content."""
    parts: list[Part] = []
    texts: list[str] = []
    at = 0
    for place, text in _texts(content):
        parts.append(Part(place, at, at + len(text)))
        texts.append(text)
        at += len(text) + 1
    return Sheet(content, "\n".join(texts), tuple(parts))


def rewritten(of: Sheet, changes: Sequence[Change]) -> Content:
    """The content after the changes that are on."""
    body = [part for part in of.parts if part.place[0] == "body"]
    new = {part.place: _part(of, part, changes) for part in of.parts if part not in body}
    content = of.content
    return replace(
        content,
        **{name: new[(name,)] for name in LINES},  # type: ignore[arg-type]
        body=apply_html(content.body, within(changes, body[0].start, body[-1].end)),
        keywords=[new["keywords", n] for n, _ in enumerate(content.keywords)],
        details={key: new.get(("details", key), value) for key, value in content.details.items()},
        media=[
            replace(use, alt=new["media", n, "alt"], text=new["media", n, "text"])
            for n, use in enumerate(content.media)
        ],
    )


def _part(of: Sheet, part: Part, changes: Iterable[Change]) -> str:
    own = within(changes, part.start, part.end)
    return apply(of.text[part.start : part.end], own)


def _texts(content: Content) -> Iterator[tuple[Place, str]]:
    yield (_FIRST,), content.title
    for name, text in parts_of(content.body):
        yield ("body", name) if name else ("body",), text
    for name in LINES:
        if name != _FIRST:
            yield (name,), getattr(content, name)
    for number, word in enumerate(content.keywords):
        yield ("keywords", number), word
    for key, value in content.details.items():
        if isinstance(value, str):
            yield ("details", key), value
    for number, use in enumerate(content.media):
        yield ("media", number, "alt"), use.alt
        yield ("media", number, "text"), use.text
