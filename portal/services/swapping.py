"""A newer file in the place of an old one: a revision of the article like any other, to be reviewed."""

from dataclasses import replace

from portal.database import writing
from portal.errors import Missing, Refused
from portal.models import Media
from portal.queries import work as reading
from portal.roles import Actor
from portal.services import editing
from portal.services.content import Content, saved


def swap(article: int, old: int, by: Actor) -> int:
    """Save the article's newest revision again with the file that replaced `old`; its id.

    Raises Refused when nothing replaced it or the newest revision no longer uses it, and what
    `editing.save` raises.
    """
    with writing():
        work = reading.work(article)
        before = Media.get_or_none(Media.id == old)
        after = before and Media.get_or_none(Media.id == before.replaced_by)
        if work is None or before is None or not work.revision:
            raise Missing("没有这篇文章或这个文件，可能已经删除。")
        if after is None:
            raise Refused("这个文件还没有新的来代替，请先替换文件。")
        content = saved(article, work.revision)
        swapped = _swapped(content, before, after)
        if swapped == content:
            raise Refused("这篇文章最新的版本里已经不用旧文件了，不需要再换。")
        return editing.save(article, swapped, work.revision, by)


def _swapped(content: Content, before: Media, after: Media) -> Content:
    return replace(
        content,
        body=content.body.replace(f'"{before.url}"', f'"{after.url}"'),
        media=[
            replace(use, media=after.id) if use.media == before.id else use for use in content.media
        ],
    )
