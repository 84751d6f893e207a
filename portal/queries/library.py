"""The media library as the desk shows it: its shelves, one file, the rows of a form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from portal.database import rows
from portal.models import Media, Person, RevisionMedia

KINDS = {"image": "图片", "video": "视频", "captions": "字幕", "attachment": "附件"}
"""Kinds of media in the words of the screen."""
_COLUMNS = (
    Media.id,
    Media.kind,
    Media.folder,
    Media.name,
    Media.mime,
    Media.size,
    Media.width,
    Media.height,
    Media.seconds,
    Media.renditions,
    Media.label,
    Media.alt,
    Media.decorative,
    Media.replaced_by,
    Media.blocked,
    Media.created_at,
    Person.display,
)


@dataclass(frozen=True)
class Card:
    """One file of the library; `size` in bytes, `thumb` the address of a small picture or empty."""

    id: int
    kind: str
    folder: str
    name: str
    mime: str
    size: int
    width: int | None
    height: int | None
    seconds: int | None
    renditions: list[list[Any]]
    label: str
    alt: str
    decorative: bool
    replaced_by: int | None
    blocked: bool
    created_at: datetime
    by: str | None

    @property
    def url(self) -> str:
        """The address of the file itself."""
        return f"/media/{self.folder}/{self.name}"

    @property
    def title(self) -> str:
        """What people call it."""
        return self.label or self.name

    @property
    def thumb(self) -> str:
        """The smallest copy of a picture that can be shown."""
        if self.kind != "image" or self.blocked:
            return ""
        return f"/media/{self.folder}/{self.renditions[0][3]}" if self.renditions else self.url

    @property
    def noun(self) -> str:
        """Its kind in words."""
        return KINDS[self.kind]

    @property
    def form(self) -> str:
        """The format as people know it: JPG, PDF."""
        return self.name.rsplit(".", 1)[-1].upper()

    @property
    def lacks_alt(self) -> bool:
        """Whether it is a picture that still needs words."""
        return self.kind == "image" and not self.alt and not self.decorative


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; empty values narrow nothing."""

    kind: str = ""
    text: str = ""
    person: int | None = None
    unused: bool = False
    bare: bool = False
    """Only pictures without words."""
    current: bool = False
    """Only files to be used now: no newer one has replaced them, readers may have them."""


@dataclass(frozen=True)
class Chosen:
    """One row of a field that chooses media, as typed so far."""

    id: int
    kind: str
    url: str
    thumb: str
    label: str
    alt: str
    text: str
    decorative: bool


def shelf(wanted: Wanted, page: int, size: int) -> tuple[list[Card], int]:
    """One page of the library, newest first, and how many there are on all pages."""
    found = _narrowed(wanted)
    total = found.count()
    return _cards(found.order_by(Media.id.desc()).paginate(page, size)), total


def card(number: int) -> Card | None:
    """One file."""
    return next(iter(cards([number])), None)


def cards(numbers: Sequence[int]) -> list[Card]:
    """Several files in the order of their numbers as given."""
    found = {each.id: each for each in _cards(_select().where(Media.id << list(numbers)))}
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def picture_address(number: int) -> str | None:
    """The address of the picture of that number, which plain texts write as `[[图片 12：…]]`."""
    found = card(number)
    return found.url if found and found.kind == "image" else None


def replaced_by(number: int) -> list[Card]:
    """The older files whose place a file took."""
    return _cards(_select().where(Media.replaced_by == number).order_by(Media.id.desc()))


def chosen(picked: Sequence[tuple[int, str, str, bool]]) -> list[Chosen]:
    """Rows for (media, alt, text, decorative) in this order; what is not there is left out."""
    found = {each.id: each for each in cards([each[0] for each in picked])}
    return [
        Chosen(c.id, c.kind, c.url, c.thumb, c.title, alt, text, decorative)
        for number, alt, text, decorative in picked
        if (c := found.get(number))
    ]


def _select() -> Any:
    return Media.select(*_COLUMNS).join(Person, JOIN.LEFT_OUTER)


def _cards(select: Any) -> list[Card]:
    return [Card(*values) for values in rows(select)]


def _narrowed(wanted: Wanted) -> Any:
    select = _select()
    for condition in _conditions(wanted):
        select = select.where(condition)
    return select


def _conditions(wanted: Wanted) -> Iterator[Any]:
    if wanted.kind:
        yield Media.kind == wanted.kind
    if wanted.text:
        yield _says(wanted.text)
    if wanted.person:
        yield Media.person == wanted.person
    if wanted.unused:
        yield ~fn.EXISTS(RevisionMedia.select().where(RevisionMedia.media == Media.id))
    if wanted.bare:
        yield (Media.kind == "image") & (Media.alt == "") & ~Media.decorative
    if wanted.current:
        yield Media.replaced_by.is_null() & ~Media.blocked


def _says(text: str) -> Any:
    condition = Media.label.contains(text) | Media.alt.contains(text) | Media.name.contains(text)
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    return condition | (Media.id == int(text)) if is_number else condition
