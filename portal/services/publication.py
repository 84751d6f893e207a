"""Publishing: an article, its first revision, its media, its search text, in one transaction."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from portal import kinds, search
from portal.database import rows, writing
from portal.errors import Refused
from portal.models import Article, Media, Revision, RevisionMedia, Section
from portal.sanitiser import clean
from portal.sanitiser.characters import visible
from portal.services import generation
from portal.text import plain

_LINES = ("title", "subtitle", "author", "source", "editor", "summary")
_MEDIA_ADDRESS = re.compile(r'src="/media/([0-9a-f]{16})/')


@dataclass(frozen=True)
class MediaUse:
    """One use of a media row by a revision; `text` and `alt` as in `models.RevisionMedia`."""

    media: int
    role: str
    text: str = ""
    alt: str = ""


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


def publish(
    section: Section,
    content: Content,
    published_at: datetime,
    expires_at: datetime | None = None,
) -> int:
    """Make a live article and return its id; times are naive UTC.

    Raises Refused when the content does not fit the section's kind; nothing is stored then.
    """
    kind = kinds.by_key(section.kind)
    details = kind.clean(content.details)
    content = _legible(content)
    if not content.title:
        raise Refused("文章没有标题。")
    _check_types(content.media)
    if expires_at and expires_at <= published_at:
        raise Refused("过期时间要晚于发布时间。")
    with writing():
        article = Article.create(
            section=section, state="live", published_at=published_at, expires_at=expires_at
        )
        revision = _revision(article, content, details)
        Article.update(live=revision.id).where(Article.id == article.id).execute()
        search.put(article.id, _words(content, kind.words(details), revision.body))
        generation.advance()
    return article.id


def _legible(content: Content) -> Content:
    """The content without characters that nobody sees: they break feeds and hide words."""
    lines: dict[str, Any] = {name: visible(getattr(content, name)).strip() for name in _LINES}
    return replace(
        content,
        keywords=[word for each in content.keywords if (word := visible(each).strip())],
        media=[replace(m, text=visible(m.text), alt=visible(m.alt)) for m in content.media],
        **lines,
    )


_TYPES = {
    "cover": "image",
    "picture": "image",
    "video": "video",
    "captions": "captions",
    "attachment": "attachment",
}
"""The kind of media that each role can show."""


def _check_types(uses: Sequence[MediaUse]) -> None:
    types = dict(
        rows(Media.select(Media.id, Media.kind).where(Media.id << [u.media for u in uses]))
    )
    for use in uses:
        if use.media not in types:
            raise Refused(f"没有编号为 {use.media} 的文件，可能已经删除。")
        if types[use.media] != _TYPES.get(use.role):
            raise Refused(f"编号为 {use.media} 的文件类型不对，不能这样使用（{use.role}）。")


def _revision(article: Article, content: Content, details: Mapping[str, str | int]) -> Revision:
    revision = Revision.create(
        article=article,
        **{name: getattr(content, name) for name in _LINES},
        keywords=",".join(content.keywords),
        body=clean(content.body),
        details=details,
    )
    uses = [*content.media, *_body_media(revision.body)]
    if uses:
        RevisionMedia.insert_many(_rows(revision, uses)).execute()
    return revision


def _body_media(body: str) -> list[MediaUse]:
    folders = list(dict.fromkeys(_MEDIA_ADDRESS.findall(body)))
    if not folders:
        return []
    return [MediaUse(m.id, "body") for m in Media.select().where(Media.folder.in_(folders))]


def _rows(revision: Revision, uses: Sequence[MediaUse]) -> list[dict[str, object]]:
    seen: dict[str, int] = {}
    result = []
    for use in uses:
        position = seen.get(use.role, 0)
        seen[use.role] = position + 1
        row = {"revision": revision.id, "position": position, **vars(use)}
        result.append(row)
    return result


def _words(content: Content, details: str, body: str) -> str:
    media = [part for use in content.media for part in (use.text, use.alt) if part]
    parts = [content.title, content.subtitle, content.author, content.source]
    parts += [plain(body), details, *media, *content.keywords]
    return "\n".join(part for part in parts if part)
