"""Bodies as text and text as bodies: block by block, each checked by reading it back."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from portal.errors import Refused
from portal.plain_body import holders, lists, marks, pictures, tables
from portal.plain_body.kept import Kept, block_label
from portal.plain_body.pictures import Address
from portal.plain_body.reading import blocks_of
from portal.sanitiser import CleanHtml, clean
from portal.sanitiser.characters import visible
from portal.sanitiser.parsing import parse
from portal.sanitiser.shape import shaped
from portal.sanitiser.tree import Element, write

_SIGNS = {"h2": "#", "h3": "##", "h4": "###"}

Writer = Callable[[Element, Kept], list[str]]


def to_text(body: str) -> str:
    """The text that stands for a body of clean HTML in a plain text box."""
    return "\n\n".join("\n".join(lines) for lines in _written(_blocks(body), Kept()))


def to_html(text: str, base: str, picture: Address) -> CleanHtml:
    """The body that a text stands for; `base` is the one it was made from, empty for a new one.

    `picture` knows the address of each picture in the library by its number. Raises Refused, with
    a sentence for people, for a mark that leads nowhere.
    """
    kept = Kept()
    for _ in _written(_blocks(base), kept):
        pass
    return clean(_html(blocks_of(_lines(text), kept, picture)))


def _blocks(body: str) -> list[Element]:
    return [block for block in shaped(parse(body)) if isinstance(block, Element)]


def _lines(text: str) -> list[str]:
    """The lines that say something, as the sanitiser lets their characters through."""
    lines = visible(re.sub("\r\n?", "\n", text)).split("\n")
    return [line.strip() for line in lines if line.strip()]


def _written(blocks: Sequence[Element], kept: Kept) -> Iterator[list[str]]:
    """The lines of each block, and between two that would become one, a line that parts them."""
    last = ""
    for block in blocks:
        lines = _first_exact(block, kept)
        if marks.joins(last, lines[0]):
            yield [f"[[{marks.APART}]]"]
        yield lines
        last = lines[-1]


def _first_exact(block: Element, kept: Kept) -> list[str]:
    """The lines of the first way to write the block that reads back as the same HTML."""
    count, html = len(kept), write(block)
    for writer in _WRITERS.get(block.name, ()):
        lines = writer(block, kept)
        if lines and _read_back(lines, kept) == html:
            return lines
        kept.forget(count)
    return [f"[[{marks.KEPT} {kept.keep(block, block_label(block))}]]"]


def _read_back(lines: Sequence[str], kept: Kept) -> str | None:
    try:
        return _html(blocks_of(lines, kept, _no_picture))
    except Refused:
        return None


def _html(blocks: Iterable[Element]) -> str:
    return "\n".join(map(write, blocks))


def _no_picture(_: int) -> None:
    """Know no picture: what is written is only ever a kept one."""


def _paragraph(block: Element, kept: Kept) -> list[str]:
    if pictures.is_picture(block):
        return _picture(block, kept)
    return [marks.escaped_line(holders.written(block, kept))]


def _heading(block: Element, kept: Kept) -> list[str]:
    return [f"{_SIGNS[block.name]} {holders.written(block, kept)}"]


def _picture(block: Element, kept: Kept) -> list[str]:
    return [pictures.written(block, kept)] if pictures.is_picture(block) else []


def _rule(block: Element, kept: Kept) -> list[str]:
    return [f"[[{marks.RULE}]]"]


def _quotation(block: Element, kept: Kept) -> list[str]:
    inner = [child for child in block.children if isinstance(child, Element)]
    return [f"> {line}" for lines in _written(inner, kept) for line in lines]


_WRITERS: dict[str, tuple[Writer, ...]] = {
    "p": (_paragraph,),
    **dict.fromkeys(_SIGNS, (_heading,)),
    **dict.fromkeys(("ol", "ul"), (lists.written,)),
    "table": (tables.written, tables.written_kept),
    "figure": (_picture,),
    "hr": (_rule,),
    "blockquote": (_quotation,),
}
