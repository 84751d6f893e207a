"""The media library: a file on disk and its row, once for every content and address."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from peewee import IntegrityError

from portal import media_store
from portal.database import writing
from portal.errors import Forbidden, Refused
from portal.media_store import Stored
from portal.models import Media, RevisionMedia
from portal.queries.library import KINDS
from portal.queries.limits import limits
from portal.queries.media_uses import where_mentioned
from portal.roles import EDITOR, PUBLISHER, Actor
from portal.sanitiser.characters import visible
from portal.services.alternatives import alternative
from portal.services.media_acts import alone, found, names_of, note, titles

KEEPERS = (EDITOR, PUBLISHER)
"""Roles that may upload and change files."""
_LONGEST_LABEL = 120


@dataclass(frozen=True)
class Added:
    """The row of a file that was handed in, and whether it is a new one."""

    media: Media
    is_new: bool


def add_media(
    root: Path,
    data: bytes | IO[bytes],
    name: str,
    *,
    alt: str = "",
    seconds: int | None = None,
    label: str = "",
    decorative: bool = False,
    by: Actor | None = None,
) -> Media:
    """Store a file and its row; the same content again gives the row that is there.

    Without `by` it is part of a larger act, which the journal names as a whole. Raises Refused when
    the type or size is not taken.
    """
    facts = dict[str, Any](alt=alt, label=label, decorative=decorative, seconds=seconds)
    return add(root, data, name, by=by, **{k: v for k, v in facts.items() if v}).media


def add(
    root: Path,
    data: bytes | IO[bytes],
    name: str,
    *,
    by: Actor | None,
    folder: str = "",
    **facts: Any,
) -> Added:
    """The same, saying whether the content is new; `facts` are columns of `models.Media`.

    In a `folder` that is told the content gets an address of its own, wherever else it is.
    """
    if by:
        _allow(by)
    source = media_store.opened(data)
    known = _known(media_store.digest(source), name, folder)
    if known and (root / known.folder / known.name).exists():
        return Added(known, False)
    kept, folder = (known.name, known.folder) if known else ("", folder)
    stored = media_store.accept(root, source, name, limits().by_kind(), kept, folder)
    return _registered(root, source, stored, by, {"label": shown_name(name), **facts})


def _registered(
    root: Path, source: IO[bytes], stored: Stored, by: Actor | None, facts: dict[str, Any]
) -> Added:
    """Give a stored file its row."""
    row = {**_row(stored), **facts, "person": by.id if by else None}
    with writing():
        alone()
        # Another process may have been faster; its row stands.
        fresh = not Media.select().where(Media.folder == stored.folder).exists()
        Media.insert(row).on_conflict_ignore().execute()
        media = Media.get(Media.folder == stored.folder)
        if not (root / media.folder / media.name).exists():
            # Somebody deleted the same content between the file and its row.
            again = media.name, limits().by_kind(), media.name, media.folder
            media_store.accept(root, source, *again)
        if fresh and by:
            note(by, "media-added", media, after={"type": media.mime, "size": media.size})
    return Added(media, fresh)


def _known(sha256: str, name: str, folder: str) -> Media | None:
    """The row of a content, the one in force if it has several; raises Refused when it is blocked."""
    alike = list(Media.select().where(Media.sha256 == sha256).order_by(Media.id))
    for each in alike:
        if each.blocked:
            raise Refused(
                f"“{shown_name(name)}”和编号为 {each.id} 的文件内容一样，那个文件已经停止公开。"
                "要再用它，请签发人先在媒体库里恢复公开。"
            )
    here = [each for each in alike if folder in ("", each.folder)]
    return max(here, key=lambda each: (each.replaced_by is None, each.id), default=None)


def add_described(
    root: Path,
    data: bytes | IO[bytes],
    name: str,
    *,
    alt: str,
    decorative: bool,
    kind: str,
    by: Actor,
) -> Media:
    """Add one file of a kind (any when empty); a picture is only taken with its words.

    A picture that is there already keeps the words that it has.
    """
    source = media_store.opened(data)
    found = media_store.kind(source, name, kind)
    if kind and found != kind:
        wanted = media_store.TAKEN.get(kind, "别的文件")
        here = KINDS.get(kind, "别的文件")
        raise Refused(f"“{name}”是{KINDS[found]}，这里要选{here}。请选择 {wanted}。", "file")
    if found != "image":
        return add(root, source, name, by=by).media
    text = alternative(alt, decorative=decorative, label=name)
    added = add(root, source, name, by=by, alt=text, decorative=decorative)
    if not added.is_new and not added.media.alt and not added.media.decorative:
        describe(added.media.id, alt=text, decorative=decorative, by=by)
    return added.media


def describe(
    number: int, *, alt: str, decorative: bool, by: Actor, label: str | None = None
) -> None:
    """Set a picture's text alternative, or that it is decoration, and what the desk calls a file."""
    _allow(by)
    media = found(number)
    facts: dict[str, Any] = {"label": media.label if label is None else _label(label)}
    if media.kind == "image":
        text = alternative(alt, decorative=decorative, label=media.label)
        facts |= {"alt": text, "decorative": decorative}
    changed = [key for key, value in facts.items() if getattr(media, key) != value]
    if not changed:
        return
    with writing():
        Media.update(facts).where(Media.id == number).execute()
        note(by, "media-changed", media, after={"changed": changed})


def replace(root: Path, number: int, data: bytes | IO[bytes], name: str, *, by: Actor) -> Media:
    """A newer file of the same kind takes a file's place; articles keep the old one until changed.

    The new row inherits label, text alternative and decoration. The same content under another name
    gets a new address by it.
    """
    _allow(by)
    old = found(number)
    source = media_store.opened(data)
    folder = _checked_replacement(old, media_store.kind(source, name), source, name)
    facts = {"alt": old.alt, "decorative": old.decorative, "label": old.label}
    added = add(root, source, name, by=by, folder=folder, **facts)
    with writing():
        Media.update(replaced_by=None).where(Media.id == added.media.id).execute()
        Media.update(replaced_by=added.media.id).where(Media.id == number).execute()
        after = {"replaced_by": added.media.id}
        note(by, "media-replaced", old, before={"replaced_by": old.replaced_by}, after=after)
    return added.media


def _checked_replacement(old: Media, kind: str, source: IO[bytes], name: str) -> str:
    """The folder apart for what has only a new name, empty for a new content; raises Refused."""
    if old.kind != kind:
        raise Refused(f"原来的文件是{KINDS[old.kind]}，请选择一个{KINDS[old.kind]}文件。", "file")
    if old.sha256 != media_store.digest(source):
        return ""
    if media_store.stem(name) == PurePosixPath(old.name).stem:
        raise Refused(
            "新文件和原来的文件一模一样，请选择改好的文件。"
            "只想换网址的，请先在电脑上改文件名里的字母和数字，再选它。",
            "file",
        )
    return media_store.folder_apart(old.sha256, name)


def delete(root: Path, number: int, *, by: Actor) -> None:
    """Delete a file that no version and no draft of any article uses: first its row, then it."""
    _allow(by)
    media = found(number)
    try:
        with writing():
            _refuse_used(number, by)
            Media.update(replaced_by=None).where(Media.replaced_by == number).execute()
            Media.delete().where(Media.id == number).execute()
            note(by, "media-deleted", media, before={"url": media.url})
    except IntegrityError as error:  # an article was saved with it in this very moment
        raise Refused("刚刚有文章用上了这个文件，不能删除。") from error
    _discard(root, media)


def _refuse_used(number: int, by: Actor) -> None:
    if uses := where_mentioned(number, by.id):
        raise Refused(f"{titles(uses)}还在用这个文件，不能删除。请先在文章里换掉它。")
    if RevisionMedia.select().where(RevisionMedia.media == number).exists():
        raise Refused("还有文章在用这个文件，不能删除。")


def _discard(root: Path, media: Media) -> None:
    """Remove the files, unless the same content has come in again; stopping here does no harm."""
    with writing():
        alone()
        if not Media.select().where(Media.folder == media.folder).exists():
            media_store.discard(root, media.folder, names_of(media))


def _allow(by: Actor) -> None:
    if not by.may(*KEEPERS):
        raise Forbidden("只有“编辑”和“签发”可以上传和修改媒体库里的文件。")


def _row(stored: Stored) -> dict[str, Any]:
    return {**vars(stored), "renditions": [list(each) for each in stored.renditions]}


def shown_name(name: str) -> str:
    """What the desk calls a file at first: its name without the folders of somebody's computer."""
    bare = PurePosixPath(visible(name).replace("\\", "/")).name
    return " ".join(bare.split())[:_LONGEST_LABEL]


def _label(text: str) -> str:
    label = " ".join(visible(text).split())
    if not label:
        raise Refused("请写名称，方便以后找到这个文件。", "label")
    if len(label) > _LONGEST_LABEL:
        raise Refused(f"名称最多 {_LONGEST_LABEL} 个字。", "label")
    return label
