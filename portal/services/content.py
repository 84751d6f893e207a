"""What a revision says: checked, cleaned, and written down with the media that it uses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from portal.database import is_id
from portal.errors import Missing, Refused
from portal.kinds.base import Kind
from portal.models import Article, Media, Revision, RevisionMedia
from portal.roles import Actor
from portal.sanitiser import clean
from portal.sanitiser.addresses import media_folders
from portal.sanitiser.characters import visible
from portal.services import wording

LATEST = datetime(2200, 1, 1)
"""No time of an article is later: the calendar of the database and of the clock ends somewhere."""
LONGEST_TITLE = 500
"""Characters; the form takes fewer. What is longer fits no index of PostgreSQL, and no reader."""
LINES = ("title", "subtitle", "author", "source", "editor", "summary")


@dataclass(frozen=True)
class MediaUse:
    """One use of a media row by a revision; `text` and `alt` as in `models.RevisionMedia`."""

    media: int
    role: str
    text: str = ""
    alt: str = ""
    decorative: bool = False


@dataclass(frozen=True)
class Content:
    """What a revision says; `body` is any HTML and is cleaned on the way in."""

    title: str
    body: str = ""
    subtitle: str = ""
    author: str = ""
    source: str = ""
    editor: str = ""
    summary: str = ""
    keywords: Sequence[str] = ()
    details: Mapping[str, object] = field(default_factory=dict)
    media: Sequence[MediaUse] = ()
    publish_at: datetime | None = None
    """When it is to go live, naive UTC; as soon as it is published if empty."""
    expires_at: datetime | None = None


def checked(kind: Kind, content: Content, *, complete: bool) -> Content:
    """The content as it will be stored; raises Refused when it does not fit the kind.

    A draft need not be `complete`: what is required may still be missing.
    """
    lines: dict[str, Any] = {name: _line(getattr(content, name)) for name in LINES}
    result = replace(
        content,
        body=clean(content.body),
        keywords=[word for each in content.keywords for word in _keywords(each)],
        details=kind.clean(content.details, complete=complete),
        media=sorted(map(_legible, content.media), key=lambda use: use.role),
        **lines,
    )
    _check_title(result.title, complete)
    _check_times(result)
    files = _files(result.media)
    _check_types(result.media, files)
    if complete:
        _refuse_blocked([*files.values(), *_in_body(result.body)])
    return replace(result, media=[_worded(use, files[use.media]) for use in result.media])


def _worded(use: MediaUse, file: Media) -> MediaUse:
    """A picture without words of its own takes those of the library, as they are now.

    They are copied: what the library says later changes no article without a review.
    """
    bare = file.kind == "image" and not use.alt and not use.decorative
    return replace(use, alt=file.alt) if bare else use


def _legible(use: MediaUse) -> MediaUse:
    return replace(use, text=_line(use.text), alt="" if use.decorative else _line(use.alt))


def _line(text: str) -> str:
    """Text without characters that nobody sees: they break feeds and hide words."""
    return visible(text).strip()


def _keywords(text: str) -> list[str]:
    """They are stored joined by commas, so a comma always parts two."""
    return [word for part in re.split("[,，]", text) if (word := _line(part))]


def _check_title(title: str, complete: bool) -> None:
    if complete and not title:
        raise Refused("文章没有标题。", "title")
    if len(title) > LONGEST_TITLE:
        raise Refused(f"标题有 {len(title)} 字，太长了。请缩短到 {LONGEST_TITLE} 字以内。", "title")


def _check_times(content: Content) -> None:
    for field_name in ("publish_at", "expires_at"):
        time = getattr(content, field_name)
        if time and time > LATEST:
            raise Refused("时间太远了，请核对年份。", field_name)
    if content.publish_at and content.expires_at and content.expires_at <= content.publish_at:
        raise Refused("过期时间要晚于发布时间。", "expires_at")


_TYPES = {
    "cover": "image",
    "picture": "image",
    "video": "video",
    "captions": "captions",
    "attachment": "attachment",
}
"""The kind of media that each role can show."""


def _files(uses: Sequence[MediaUse]) -> dict[int, Media]:
    wanted = [use.media for use in uses if is_id(use.media)]
    return {media.id: media for media in Media.select().where(Media.id << wanted)}


def _check_types(uses: Sequence[MediaUse], files: Mapping[int, Media]) -> None:
    for use in uses:
        if use.media not in files:
            raise Refused(f"没有编号为 {use.media} 的文件，可能已经删除。", use.role)
        if files[use.media].kind != _TYPES.get(use.role):
            raise Refused(f"编号为 {use.media} 的文件类型不对，不能用在这里，请换一个。", use.role)


def _refuse_blocked(files: Sequence[Media]) -> None:
    for file in files:
        if file.blocked:
            raise Refused(
                f"编号为 {file.id} 的文件“{file.label}”已经停止公开，读者打不开。"
                "请换掉它，或者请签发人先在媒体库里恢复公开。"
            )


def store(article: Article, content: Content, by: Actor, state: str) -> Revision:
    """Write checked content as the article's next revision."""
    number = Revision.select().where(Revision.article == article.id).count() + 1
    revision = Revision.create(
        article=article,
        number=number,
        person=by.id,
        state=state,
        **{name: getattr(content, name) for name in LINES},
        keywords=",".join(content.keywords),
        body=content.body,
        details=content.details,
        publish_at=content.publish_at,
        expires_at=content.expires_at,
    )
    uses = [*content.media, *_body_media(content.body)]
    if uses:
        RevisionMedia.insert_many(_rows(revision, uses)).execute()
    wording.keep(revision)
    return revision


def _body_media(body: str) -> list[MediaUse]:
    return [MediaUse(file.id, "body") for file in _in_body(body)]


def _in_body(body: str) -> list[Media]:
    folders = media_folders(body)
    return list(Media.select().where(Media.folder.in_(folders))) if folders else []


def _rows(revision: Revision, uses: Sequence[MediaUse]) -> list[dict[str, object]]:
    seen: dict[str, int] = {}
    result = []
    for use in uses:
        position = seen.get(use.role, 0)
        seen[use.role] = position + 1
        result.append({"revision": revision.id, "position": position, **vars(use)})
    return result


def saved(article: int, revision: int) -> Content:
    """The content of one of an article's revisions; raises Missing."""
    found = Revision.get_or_none(Revision.id == revision, Revision.article == article)
    if found is None:
        raise Missing("没有这个版本，可能已经删除。")
    return stored(found)


def stored(revision: Revision) -> Content:
    """The content of a revision, read back."""
    uses = (
        RevisionMedia.select()
        .where(RevisionMedia.revision == revision.id, RevisionMedia.role != "body")
        .order_by(RevisionMedia.role, RevisionMedia.position)
    )
    return Content(
        **{name: getattr(revision, name) for name in LINES},
        body=revision.body,
        keywords=[word for word in revision.keywords.split(",") if word],
        details=revision.details,
        media=[MediaUse(u.media_id, u.role, u.text, u.alt, u.decorative) for u in uses],
        publish_at=revision.publish_at,
        expires_at=revision.expires_at,
    )
