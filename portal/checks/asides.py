"""What stands beside the prose: keywords, numbers, file names, and what attributes in a body say.

People or their machines come upon all of it, but it has forms of its own: only what must be told
nowhere is looked for here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from portal.checks.body import Placed
from portal.checks.draft import Draft
from portal.checks.lines import Change
from portal.checks.manuscript import APART, NO_PROSE, Manuscript, Passage, plain
from portal.privacy import readable

_SAID = (("img", "alt"), ("a", "title"), ("abbr", "title"))
"""Attributes whose words people read or hear."""


def asides(of: Manuscript) -> Iterator[Passage]:
    """The texts of a draft that are no passages of its prose."""
    for number, word in enumerate(of.draft.keywords):
        yield plain("keywords", word, partial(_put_keyword, of.draft, number), number * APART)
    for key, value in of.draft.details.items():
        if isinstance(value, str) and key in NO_PROSE:
            yield plain(f"details.{key}", value, partial(of.put_detail, key))
    yield from _in_body(of)
    for number, use in enumerate(of.draft.uses):
        yield Passage(use.role, use.name, None, number * APART)


def _in_body(of: Manuscript) -> Iterator[Passage]:
    for name, attribute in _SAID:
        for placed in of.elements(name):
            words = placed.element.attributes.get(attribute, "")
            yield _within(
                of, placed, words, partial(placed.element.attributes.__setitem__, attribute)
            )
    for placed in of.elements("rt"):
        words = "".join(child for child in placed.element.children if isinstance(child, str))
        yield _within(of, placed, words, partial(_speak, placed))
    for placed in of.elements("a"):
        yield _address(of, placed)
    for placed in of.elements("img"):
        name = readable(placed.element.attributes["src"])
        yield Passage("body", name, None, block=placed.block)


def _within(of: Manuscript, placed: Placed, words: str, put: Callable[[str], None]) -> Passage:
    def rewritten(text: str) -> Draft:
        put(text)
        return of.rewritten()

    return plain("body", words, rewritten, block=placed.block)


def _speak(placed: Placed, text: str) -> None:
    placed.element.children = [text]


def _address(of: Manuscript, placed: Placed) -> Passage:
    """The address of a link, as people would read it; changed, it would lead nowhere."""

    def unlinked(_: Iterable[Change]) -> Draft:
        placed.element.name, placed.element.attributes = "span", {}
        return of.rewritten()

    address = readable(placed.element.attributes.get("href", ""))
    return Passage("body", address, unlinked, 0, None, placed.block, "去掉链接，保留文字")


def _put_keyword(draft: Draft, number: int, text: str) -> Draft:
    words = list(draft.keywords)
    words[number] = text
    return replace(draft, keywords=tuple(words))
