"""Links to other sites: 友情链接 (`friends`) and 微观检察 (`channels`)."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from portal.database import writing
from portal.errors import Missing, Refused
from portal.models import Link
from portal.queries.site import LINK_GROUPS
from portal.roles import Actor
from portal.services import generation
from portal.services.site import words
from portal.services.site.changes import changed, note

_URL_LENGTH = 500
"""Characters of an outside address; a longer one fits no QR code that a phone can read."""
_FACTS = ("group", "name", "url", "description")


def replace_links(links: Sequence[Mapping[str, str]], *, by: Actor | None = None) -> None:
    """Set all outside links, each with group, name, url and description.

    Raises Refused for an address that is not of the web.
    """
    for link in links:
        check_url(link["name"], link["url"])
    with writing():
        before = [each.name for each in Link.select().order_by(Link.group, Link.position)]
        Link.delete().execute()
        for position, link in enumerate(links):
            Link.create(**link, position=position)
        after = [link["name"] for link in links]
        note(by, "links-changed", "links", None, "全部链接", {"links": before}, {"links": after})
        generation.advance()


def add_link(values: Mapping[str, object], *, by: Actor | None = None) -> int:
    """Add a link at the end of its group and return its id; raises Refused."""
    facts = _checked(values)
    with writing():
        _refuse_double(facts)
        link = Link.create(**facts, position=_end(facts["group"]))
        note(by, "links-changed", "links", link.id, link.name, None, facts)
        generation.advance()
    number: int = link.id
    return number


def change_link(link: int, values: Mapping[str, object], *, by: Actor | None = None) -> None:
    """Change a link; one that comes to another group goes to its end. Raises Refused, Missing."""
    facts = _checked(values)
    with writing():
        row = _found(link)
        _refuse_double(facts, but=link)
        before, after = changed(_facts(row), facts)
        if not after:
            return
        moved = {"position": _end(facts["group"])} if "group" in after else {}
        Link.update(**facts, **moved).where(Link.id == link).execute()
        note(by, "links-changed", "links", link, facts["name"], before, after)
        generation.advance()


def move_link(link: int, step: int, *, by: Actor | None = None) -> bool:
    """Move a link one place up (-1) or down (1) in its group; False at the end of the list."""
    with writing():
        row = _found(link)
        group = list(Link.select().where(Link.group == row.group).order_by(Link.position, Link.id))
        at = group.index(row)
        if not 0 <= at + step < len(group):
            return False
        group.insert(at + step, group.pop(at))
        for position, each in enumerate(group):
            Link.update(position=position).where(Link.id == each.id).execute()
        before, after = {"place": at + 1}, {"place": at + 1 + step}
        note(by, "links-changed", "links", link, row.name, before, after)
        generation.advance()
    return True


def delete_link(link: int, *, by: Actor | None = None) -> str:
    """Delete a link and return its name; raises Missing."""
    with writing():
        row = _found(link)
        Link.delete().where(Link.id == link).execute()
        note(by, "links-changed", "links", link, row.name, _facts(row), None)
        generation.advance()
    name: str = row.name
    return name


def _found(link: int) -> Link:
    row: Link | None = Link.get_or_none(Link.id == link)
    if row is None:
        raise Missing("没有这个链接，可能刚被删除了。")
    return row


def _facts(row: Link) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _FACTS}


def _end(group: str) -> int:
    last = Link.select(Link.position).where(Link.group == group).order_by(Link.position.desc())
    return int(last.limit(1).scalar() or 0) + 1


def _checked(values: Mapping[str, object]) -> dict[str, str]:
    group = str(values["group"])
    if group not in LINK_GROUPS:
        raise Refused("请选择链接放在哪一组。", "group")
    name = words.needed(values["name"], "name", "链接名称", 40)
    url = words.line(values["url"])
    check_url(name, url)
    description = words.line(values.get("description"))
    if len(description) > 100:
        raise Refused("说明最多 100 个字。", "description")
    return {"group": group, "name": name, "url": url, "description": description}


def check_url(name: str, url: str) -> None:
    """Raise Refused for an address that is not of the web."""
    if not url.startswith(("https://", "http://")) or len(url) > _URL_LENGTH:
        raise Refused(f"链接“{name}”的网址请以 https:// 或 http:// 开头，最多 500 个字符。", "url")
    if not _has_host(url):
        raise Refused(
            f"链接“{name}”的网址不完整，请从浏览器地址栏整条复制，例如 https://www.spp.gov.cn/ 。",
            "url",
        )


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port  # looking at the port is what checks it
    except ValueError:
        return False
    return "." in host.strip(".") and "@" not in parts.netloc and not set(url) & set(' <>"\\')


def _refuse_double(facts: Mapping[str, str], but: int | None = None) -> None:
    same = Link.get_or_none(
        Link.group == facts["group"], Link.url == facts["url"], Link.id != (but or 0)
    )
    if same:
        raise Refused(f"这一组里已经有这个网址：“{same.name}”。", "url")
