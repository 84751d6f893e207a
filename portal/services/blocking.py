"""Taking a file of the media library from the public, and giving it back."""

from pathlib import Path

from portal import media_store
from portal.database import writing
from portal.errors import Forbidden, Refused
from portal.models import Media
from portal.queries.media_uses import where_public
from portal.roles import PUBLISHER, Actor
from portal.services.media_acts import alone, found, names_of, note, titles


def block(root: Path, number: int, *, by: Actor) -> None:
    """Take a file from the public that no article shows or is about to; its row and bytes stay."""
    media = _for_publishers(number, by)
    if media.blocked:
        return
    with writing():
        alone()
        if uses := where_public(number):
            raise Refused(
                f"{titles(uses)}正在给读者看这个文件，或者快要发布。请先撤下、退回文章，或者在文章里换掉它。"
            )
        _set_blocked(media, True, by)
        media_store.block(root, media.folder, names_of(media))


def release(root: Path, number: int, *, by: Actor) -> None:
    """Give a blocked file back to the public at its old address."""
    media = _for_publishers(number, by)
    if not media.blocked:
        return
    with writing():
        alone()
        _set_blocked(media, False, by)
        media_store.release(root, media.folder, names_of(media))


def _for_publishers(number: int, by: Actor) -> Media:
    if not by.may(PUBLISHER):
        raise Forbidden("停止和恢复公开文件需要“签发”角色。")
    return found(number)


def _set_blocked(media: Media, blocked: bool, by: Actor) -> None:
    Media.update(blocked=blocked).where(Media.id == media.id).execute()
    note(by, "media-blocked" if blocked else "media-released", media, after={"url": media.url})
