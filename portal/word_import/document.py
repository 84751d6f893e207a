"""What reading a Word file yields."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WordPicture:
    """A picture of the document as a JPEG, PNG or WebP file; `alt` is empty if it has none."""

    name: str
    data: bytes
    alt: str


@dataclass(frozen=True)
class WordDocument:
    """A Word document as an article; the title is empty when the document names none.

    `body` is HTML that is not sanitised; `<img src="word:0">` stands for `pictures[0]`.
    `notices` are sentences for the editor: what was left out, and what to look at.
    """

    title: str
    body: str
    pictures: tuple[WordPicture, ...]
    notices: tuple[str, ...]
