"""Pages of an imaginary old portal, and what every test of the import asks of them."""

import re
from pathlib import Path

from lxml import html

from portal.page_import import ImportedPage
from portal.page_import.decoding import decode, visible
from portal.page_import.html_tree import is_html
from portal.page_import.identity import folded
from portal.text import plain

FOLDER = Path(__file__).parent
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".html"))
UNREADABLE = {"frames.html", "list.html", "no_body.txt", "no_date.txt", "no_title.txt"}


def sample(name: str) -> bytes:
    """The bytes of one sample."""
    return (FOLDER / name).read_bytes()


def blocks(page: ImportedPage) -> list[str]:
    """The body block by block, as HTML."""
    return page.body_html.split("\n")


def lost(data: bytes, page: ImportedPage) -> list[str]:
    """The pieces of text in a file that are neither in the article nor among the dropped lines."""
    kept = (page.title, page.subtitle, plain(page.body_html), *page.dropped, *page.warnings)
    everything = folded("".join(kept))
    pieces = (piece.lstrip("()（） \xa0\u3000、—－―─-") for piece in _pieces(decode(data)))
    return [
        piece for piece in pieces if re.search(r"\w", piece) and folded(piece) not in everything
    ]


def _pieces(text: str) -> list[str]:
    """What a reader sees of a file, in pieces that no import may tear apart."""
    if not is_html(text):
        return text.splitlines()
    root = html.document_fromstring(re.sub("</(body|html)>", "", text, flags=re.I))
    seen = root.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::title)]")
    return [line for piece in seen for line in visible(piece).splitlines()]
