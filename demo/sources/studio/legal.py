"""Legal documents to download: the text that an article shows, as a Word file."""

import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from studio.word import paragraph, write

_BLOCKS = ("h2", "p", "li")


def download(article: Path, target: Path) -> None:
    """Write the document of an article file: its office, type and number, then its text."""
    _, facts, body = article.read_text("utf-8").split("+++\n", 2)
    details: dict[str, Any] = tomllib.loads(facts)["details"]
    head = (
        paragraph(details["unit"], side="center")
        + paragraph(details["type"], "Heading1", side="center")
        + paragraph(details["number"], side="right")
    )
    write(target, tomllib.loads(facts)["title"], head + _text(body))


def _text(body: str) -> str:
    reader = _Reader()
    reader.feed(body)
    return "".join(reader.paragraphs)


class _Reader(HTMLParser):
    """The paragraphs of a body; items of a list carry their number or a dash as text.

    Each line of a signature is a paragraph: readers of plain text skip Word's line breaks.
    """

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._words = self._mark = self._side = ""
        self._number = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ol", "ul"):
            self._number = 1 if tag == "ol" else 0
        elif tag == "li":
            self._mark = f"{self._number}. " if self._number else "— "
            self._number += bool(self._number)
        elif tag == "br":
            self._words += "\n"
        if tag in _BLOCKS:
            self._words = ""
            self._side = "right" if ("class", "align-right") in attrs else ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            style = "Heading2" if tag == "h2" else ""
            mark = self._mark if tag == "li" else ""
            for line in (mark + self._words).split("\n"):
                self.paragraphs.append(paragraph(line.strip(), style, side=self._side))
