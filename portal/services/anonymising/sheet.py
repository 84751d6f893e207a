"""A content as one text, and the changes of that text made in the content."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from portal.privacy import Change, apply, apply_html, text_of, within
from portal.services.content import Content

_LINES = ("title", "subtitle", "summary")
Place = tuple[str | int, ...]
"""Where a part of a content stands: `("title",)`, `("details", "cause")`, `("media", 0, "alt")`."""


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
    """The content after the changes that are on; who wrote and who published stay as they are."""
    new = {part.place: _part(of, part, changes) for part in of.parts}
    content = of.content
    return replace(
        content,
        **{name: new[(name,)] for name in (*_LINES, "body")},  # type: ignore[arg-type]
        keywords=[new["keywords", n] for n, _ in enumerate(content.keywords)],
        details={key: new.get(("details", key), value) for key, value in content.details.items()},
        media=[
            replace(use, alt=new["media", n, "alt"], text=new["media", n, "text"])
            for n, use in enumerate(content.media)
        ],
    )


def _part(of: Sheet, part: Part, changes: Iterable[Change]) -> str:
    own = within(changes, part.start, part.end)
    if part.place == ("body",):
        return apply_html(of.content.body, own)
    return apply(of.text[part.start : part.end], own)


def _texts(content: Content) -> Iterator[tuple[Place, str]]:
    yield ("title",), content.title
    yield ("body",), text_of(content.body)
    for name in _LINES[1:]:
        yield (name,), getattr(content, name)
    for number, word in enumerate(content.keywords):
        yield ("keywords", number), word
    for key, value in content.details.items():
        if isinstance(value, str):
            yield ("details", key), value
    for number, use in enumerate(content.media):
        yield ("media", number, "alt"), use.alt
        yield ("media", number, "text"), use.text
