"""Plain-text tools: HTML to text, excerpts, sizes of files in words."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "tr",
        "caption",
        "figcaption",
        "blockquote",
        "div",
        "table",
        "ul",
        "ol",
        "figure",
        "br",
        "hr",
        "pre",
    ]
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(re.sub(r"\s+", " ", data))


def plain(html: str) -> str:
    """The words of clean HTML, one block a line."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)


def excerpt(text: str, length: int) -> str:
    """At most `length` characters of a text in one line, ending in … when something was left out."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip("，、；：,; ") + "…"


def file_size(size: int) -> str:
    """A file size in words: 812 B, 36 KB, 1.4 MB."""
    if size < 1024:
        return f"{size} B"
    kilobytes = round(size / 1024)
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{size / 1024 / 1024:.1f} MB"


def duration(seconds: int) -> str:
    """A length of time in words: 48 秒, 1 分 05 秒."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} 分 {rest:02d} 秒" if minutes else f"{rest} 秒"
