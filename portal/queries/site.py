"""What the site says of itself: settings, outside links, redirects, the generation."""

from dataclasses import dataclass, fields
from typing import Any

from portal.database import rows
from portal.models import Generation, Link, Redirect, Setting
from portal.prepared import prepared


@dataclass(frozen=True)
class Site:
    """The site settings; an empty one is left out wherever it would be shown."""

    name: str = "检察门户"
    description: str = ""
    keywords: str = ""
    owner: str = ""
    organiser: str = ""
    address: str = ""
    postcode: str = ""
    hours: str = ""
    phone: str = ""
    hotline: str = ""
    email: str = ""
    copyright: str = ""
    icp: str = ""
    police: str = ""
    site_code: str = ""
    support: str = ""

    @property
    def police_number(self) -> str:
        """The digits of the police record, which its public address asks for."""
        return "".join(character for character in self.police if character.isdigit())


SETTING_KEYS = tuple(field.name for field in fields(Site))
SETTING_LABELS = {
    "name": "网站名称",
    "description": "网站简介",
    "keywords": "网站关键词",
    "owner": "主办单位",
    "organiser": "承办单位",
    "address": "办公地址",
    "postcode": "邮政编码",
    "hours": "办公时间",
    "phone": "联系电话",
    "hotline": "服务热线",
    "email": "电子邮箱",
    "copyright": "版权说明",
    "icp": "ICP 备案号",
    "police": "公安备案号",
    "site_code": "网站标识码",
    "support": "技术支持",
}
LINK_GROUPS = {"friends": "友情链接", "channels": "微观检察"}


@dataclass(frozen=True)
class OutsideLink:
    """A link to another site, with one line on what is found there."""

    name: str
    url: str
    description: str


def site() -> Site:
    """The settings in force; keys that this version does not know are passed over."""
    pairs = rows(Setting.select(Setting.key, Setting.value))
    return Site(**{key: value for key, value in pairs if key in SETTING_KEYS})


def links() -> dict[str, list[OutsideLink]]:
    """Outside links by group, in their order."""
    select = Link.select(Link.group, Link.name, Link.url, Link.description).order_by(
        Link.group, Link.position
    )
    groups: dict[str, list[OutsideLink]] = {}
    for group, *rest in rows(select):
        groups.setdefault(group, []).append(OutsideLink(*rest))
    return groups


@dataclass(frozen=True)
class LinkRow:
    """An outside link as the desk sees it."""

    id: int
    group: str
    name: str
    url: str
    description: str


def link_rows() -> list[LinkRow]:
    """Every outside link, in the order of its group."""
    select = Link.select(Link.id, Link.group, Link.name, Link.url, Link.description)
    return [LinkRow(*row) for row in rows(select.order_by(Link.group, Link.position, Link.id))]


def settings() -> dict[str, str]:
    """The settings as they are stored, by key; one that was never set is missing."""
    return dict(rows(Setting.select(Setting.key, Setting.value)))


def redirect(path: str) -> str | None:
    """Where a published path lives now, if it moved."""
    if "\0" in path:  # PostgreSQL cannot even be asked
        return None
    found = _redirect(path)
    return found[0][0] if found else None


@prepared
def _redirect(path: str) -> Any:
    return Redirect.select(Redirect.target).where(Redirect.path == path)


def generation() -> int:
    """The number that changes with every public change."""
    number: int = Generation.select(Generation.number).scalar()
    return number
