"""The names of a legal document's files: the whole desk reads them, and readers their addresses."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from portal.errors import Refused
from portal.models import Media
from portal.queries import anonymising as reading
from portal.sanitiser.addresses import media_folders
from portal.services.anonymising import originals
from portal.services.anonymising.sheet import sheet
from portal.services.anonymising.spelling import is_latin, spells
from portal.services.anonymising.telling import NAMES, told
from portal.services.content import Content

_PLACES = {
    "label": ("名称", "媒体库里人人看得到。请在媒体库里改掉它的名称，再存一次。"),
    "alt": ("替代文字", "媒体库里人人看得到。请在媒体库里改掉它的替代文字，再存一次。"),
    "name": (
        "网址",
        "读者看得到。请在电脑上改好文件名再上传：在媒体库里打开这个文件，点“替换成新文件”，"
        "选改了名的同一个文件，就有新的网址；再在文书里换成新文件。",
    ),
}
"""What the library says of a file: what people call it, and what to do about it."""


@dataclass(frozen=True)
class Telling:
    """What the library says of one of a content's files, and whom or what that tells.

    `is_sure` unless it only sounds like a name, which an editor may know better; `field` is where
    the content has the file.
    """

    file: int
    label: str
    place: str
    words: str
    found: str
    is_sure: bool
    field: str

    @property
    def key(self) -> str:
        """A key for decisions about it."""
        return f"file#{self.file}#{self.place}"

    @property
    def called(self) -> str:
        """Whose and which words they are."""
        return f"文件“{self.label}”（编号 {self.file}）的{_PLACES[self.place][0]}"

    @property
    def what_to_do(self) -> str:
        """How somebody changes these words."""
        return _PLACES[self.place][1]

    @property
    def sentence(self) -> str:
        """What is wrong, and what to do."""
        if self.is_sure:
            return f"{self.called}里有“{self.found}”，{self.what_to_do}"
        return (
            f"{self.called}里有“{self.words}”，读起来像“{self.found}”。"
            f"不是指这个人的，请在“隐名处理”页上去掉它前面的勾；是的，{self.what_to_do}"
        )


def tellings(content: Content, kept: Collection[str], hidden: Collection[str]) -> Iterator[Telling]:
    """What the library says of a content's files that the document must not tell.

    `hidden` are the names that the document hides, `kept` what an editor leaves as it is.
    """
    names = [name for name in hidden if len(name) > 1 and name not in kept]
    roles = {use.media: use.role for use in content.media}
    for file in _files(content):
        for place in _PLACES:
            words = getattr(file, place)
            if found := _found(words, names, kept):
                field = roles.get(file.id, "body")
                yield Telling(file.id, file.label, place, words, *found, field)


def refuse_telling(content: Content, kept: Collection[str], hidden: Collection[str] = ()) -> None:
    """Raise Refused when the library says of a content's file who the document is about.

    Words that only sound like a name pass once an editor keeps them.
    """
    for each in tellings(content, kept, hidden):
        if each.is_sure or each.words not in kept:
            raise Refused(each.sentence, each.field)


def people_of(article: int) -> set[str]:
    """The names in the original of an article's newest anonymised revision, while it is there."""
    found = reading.handled(article)
    if found is None or found.original is None:
        return set()
    text = sheet(originals.unpacked(found.original)).text
    return {each.text for each in told(text) if each.kind in NAMES}


def _files(content: Content) -> Iterable[Media]:
    """The files that a content uses, shows or links to."""
    own = Media.id << [use.media for use in content.media]
    in_body = Media.folder << media_folders(content.body)
    return Media.select().where(own | in_body).order_by(Media.id)


def _found(words: str, names: Collection[str], kept: Collection[str]) -> tuple[str, bool] | None:
    """What some words tell of a person, and whether surely: what is written, then what sounds."""
    written = [name for name in names if name in words]
    written += [each.text for each in told(words) if each.text not in kept]
    spelled = [name for name in names if spells(name, words)]
    for found in (*written, *filter(is_latin, spelled)):
        return found, True
    return (spelled[0], False) if spelled else None
