"""Articles from Word documents: the document read, its pictures in the library, its text saved."""

import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from portal import kinds, word_import
from portal.database import is_id, writing
from portal.errors import Refused
from portal.models import Section
from portal.queries import work as reading
from portal.roles import Actor
from portal.services import editing, library
from portal.services.anonymising.guard import Unhidden
from portal.services.content import Content, saved
from portal.word_import import WordDocument, WordPicture

_PLACE = re.compile(r'<img[^>]*\bsrc="word:(\d+)"[^>]*>')
_SOURCE = re.compile(r'\bsrc="word:\d+"')
_NAMELESS = (
    "文档里的图片没有带名称和替代文字进媒体库，那里人人看得到。"
    "请看清图里有没有姓名、号码和人脸，再到媒体库写上不指名的替代文字。"
)


@dataclass(frozen=True)
class Made:
    """The article that a document went into, and what of it could not be taken over.

    `left` is a content that nobody has saved: the original of a legal document, made from the
    revision `based_on`.
    """

    article: int
    notices: tuple[str, ...]
    left: Content | None = None
    based_on: int = 0


def begin(media: Path, data: bytes, section: int, source: str, by: Actor) -> Made:
    """A new article from a document; raises Refused when it cannot be read."""
    place = Section.get_or_none(Section.id == section) if is_id(section) else None
    read = _read(data, place.kind if place else "")
    body, lost = _with_pictures(media, read, by)
    content = Content(read.title, body, source=source)
    with writing():
        article = editing.begin(section, by)
        left = _save(article, content, 0, by)
    return Made(article, (*read.notices, *lost), left)


def fill(media: Path, data: bytes, article: int, by: Actor) -> Made:
    """A document's text in the place of an article's body; the title only where there is none."""
    place = reading.work(article)
    read = _read(data, place.kind if place else "")
    body, lost = _with_pictures(media, read, by)
    with writing():
        found = reading.work(article)
        newest = found.revision if found else 0
        before = saved(article, newest) if newest else Content(title="")
        content = replace(before, title=before.title or read.title, body=body)
        left = _save(article, content, newest, by)
    return Made(article, (*read.notices, *lost), left, newest)


def _read(data: bytes, kind: str) -> WordDocument:
    """A document; of an original only the text holds the words of its pictures.

    The library is no place for them: the whole desk sees it.
    """
    read = word_import.read_document(data)
    if not (read.pictures and kind and kinds.by_key(kind).anonymised):
        return read
    pictures = tuple(
        WordPicture(f"文书里的图片{PurePath(each.name).suffix}", each.data, "")
        for each in read.pictures
    )
    return replace(read, pictures=pictures, notices=(_NAMELESS, *read.notices))


def _save(article: int, content: Content, based_on: int, by: Actor) -> Content | None:
    """Save the content, or give it back if it has to be anonymised first."""
    try:
        editing.save(article, content, based_on, by)
    except Unhidden:
        return content
    return None


def _with_pictures(media: Path, read: WordDocument, by: Actor) -> tuple[str, list[str]]:
    """The body with its pictures at their addresses in the library, and what was left out."""
    lost: list[str] = []
    addresses = [_kept(media, picture, lost, by) for picture in read.pictures]

    def placed(match: re.Match[str]) -> str:
        address = addresses[int(match[1])] if int(match[1]) < len(addresses) else None
        return _SOURCE.sub(f'src="{address}"', match[0]) if address else ""

    return _PLACE.sub(placed, read.body), lost


def _kept(media: Path, picture: WordPicture, lost: list[str], by: Actor) -> str | None:
    try:
        row = library.add_media(media, picture.data, picture.name, alt=picture.alt, by=by)
    except Refused as error:
        lost.append(f"图片“{picture.name}”没有放进来：{error.sentence}")
        return None
    return row.url
