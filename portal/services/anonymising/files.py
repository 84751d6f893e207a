"""The names of a legal document's files: the whole desk reads them, and readers their addresses."""

import re
from collections.abc import Collection, Iterable

from portal.errors import Refused
from portal.models import Media
from portal.queries import anonymising as reading
from portal.sanitiser.addresses import media_folders
from portal.services.anonymising import originals
from portal.services.anonymising.sheet import sheet
from portal.services.anonymising.telling import told
from portal.services.content import Content
from portal.tokens.sounds import readings

_PLACES = {
    "label": ("名称", "媒体库里人人看得到。请在媒体库里改掉它的名称，再存一次。"),
    "alt": ("替代文字", "媒体库里人人看得到。请在媒体库里改掉它的替代文字，再存一次。"),
    "name": (
        "网址",
        "读者看得到，也改不了。请从文书里去掉这个文件，在媒体库里删除，改好文件名再上传一次。",
    ),
}
"""What the library says of a file: what people call it, and what to do about it."""


def refuse_telling(content: Content, kept: Collection[str], hidden: Collection[str] = ()) -> None:
    """Raise Refused when the library says of a content's file who the document is about.

    `hidden` are the names that the document hides, `kept` what an editor leaves as it is.
    """
    names = [name for name in hidden if len(name) > 1 and name not in kept]
    roles = {use.media: use.role for use in content.media}
    for file in _files(content):
        for place, (called, what_to_do) in _PLACES.items():
            if found := _found(getattr(file, place), names, kept):
                raise Refused(
                    f"文件“{file.label}”（编号 {file.id}）的{called}里有“{found}”，{what_to_do}",
                    roles.get(file.id, "body"),
                )


def people_of(article: int) -> set[str]:
    """The names in the original of an article's newest anonymised revision, while it is there."""
    found = reading.handled(article)
    if found is None or found.original is None:
        return set()
    text = sheet(originals.unpacked(found.original)).text
    return {each.text for each in told(text) if each.kind in ("name", "minor")}


def _files(content: Content) -> Iterable[Media]:
    """The files that a content uses, shows or links to."""
    own = Media.id << [use.media for use in content.media]
    in_body = Media.folder << media_folders(content.body)
    return Media.select().where(own | in_body).order_by(Media.id)


def _found(words: str, names: Collection[str], kept: Collection[str]) -> str:
    """What some words tell of a person: a name that is hidden, or what the detectors find."""
    for name in names:
        if name in words or _spelled(name).search(words.lower()):
            return name
    return next((each.text for each in told(words) if each.text not in kept), "")


def _spelled(name: str) -> re.Pattern[str]:
    """A name in the letters of pinyin; what is not Chinese is never found so."""
    syllables = [f"(?:{'|'.join(readings(each)) or '(?!)'})" for each in name]
    return re.compile(rf"(?<![a-z]){'[-_ ]?'.join(syllables)}(?![a-z])")
