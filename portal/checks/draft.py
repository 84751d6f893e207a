"""What a check reads and what it says: a draft, and the findings on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

STOP, ADVICE = "stop", "advice"


@dataclass(frozen=True)
class PictureUse:
    """One use of a media file: `role` is cover, picture, attachment, video or captions.

    `name` is the file name; `text` the words beside a picture or the title of an attachment.
    """

    role: str
    name: str
    alt: str
    decorative: bool
    text: str


@dataclass(frozen=True)
class Draft:
    """An article as it would be submitted now.

    `body` is clean HTML, `kind` the key of the section's kind, `details` its fields, `office` the
    office's own name; `today` and `expires` are days in Beijing. An `anonymised` one may tell
    nothing that identifies people.
    """

    title: str
    subtitle: str
    summary: str
    source: str
    author: str
    editor: str
    keywords: tuple[str, ...]
    body: str
    kind: str
    anonymised: bool
    details: Mapping[str, object]
    uses: tuple[PictureUse, ...]
    today: date
    expires: date | None
    office: str


@dataclass(frozen=True)
class Finding:
    """One thing that a check found, said in words, with the place and a repair if there is one.

    `field` is the form field; a field of the kind is `details.<key>`, a media use is its role.
    `block` counts the top-level elements of the body from 0. `quote` stands in the text as it is.
    """

    key: str
    level: str
    field: str
    sentence: str
    quote: str
    block: int | None
    repair: str
