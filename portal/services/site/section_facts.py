"""What is said of a section, checked and ready to be stored."""

import re
from collections.abc import Mapping
from typing import Any

from portal import kinds
from portal.errors import Refused
from portal.models import Section
from portal.services.site import words

_SLUG = re.compile(r"[a-z][a-z0-9-]{1,39}")
_RESERVED = frozenset(
    {
        "desk",
        "feed",
        "healthz",
        "links",
        "media",
        "reading",
        "robots",
        "search",
        "sitemap",
        "static",
    }
)
_LONGEST_CYCLE = 3660


def checked(values: Mapping[str, object]) -> dict[str, Any]:
    """The facts of a section as they are stored, without its parent; raises Refused."""
    name = words.needed(values["name"], "name", "栏目名称", 40)
    return {
        "slug": _slug(words.line(values["slug"])),
        "name": name,
        "kind": _kind(str(values["kind"])),
        "description": _description(words.line(values["description"]), name),
        "keywords": _keywords(values["keywords"]),
        "column_type": words.needed(values["column_type"], "column_type", "栏目分类", 40),
        "in_navigation": bool(values.get("in_navigation", False)),
        "update_days": _days(values.get("update_days", 0)),
        "review_steps": _steps(values.get("review_steps", 2)),
    }


def parent(values: Mapping[str, object], own: Section | None = None) -> Section | None:
    """The section that `parent` names by its slug; raises Refused.

    A section cannot lie below itself.
    """
    slug = words.line(values.get("parent"))
    if not slug:
        return None
    found: Section | None = Section.get_or_none(Section.slug == slug)
    if found is None:
        raise Refused(f"上级栏目“{slug}”还不存在。", "parent")
    above: Section | None = found
    while above is not None:
        if own is not None and above.id == own.id:
            raise Refused("栏目不能放在自己或自己的下级栏目下面，请另选上级栏目。", "parent")
        above = above.parent
    return found


def refuse_double(slug: str, own: int = 0) -> None:
    """Raise Refused when another section has this slug."""
    other = Section.get_or_none(Section.slug == slug, Section.id != own)
    if other:
        raise Refused(f"网址名“{slug}”已经是栏目“{other.name}”的，请换一个。", "slug")


def _slug(slug: str) -> str:
    if not _SLUG.fullmatch(slug):
        raise Refused(
            f"栏目网址名“{slug}”不能用，请用 2 到 40 个小写字母、数字或连字符，字母开头。", "slug"
        )
    if slug in _RESERVED:
        raise Refused(f"栏目网址名“{slug}”是网站自己要用的，请换一个。", "slug")
    return slug


def _kind(key: str) -> str:
    if key not in {kind.key for kind in kinds.KINDS}:
        raise Refused(f"没有这样的栏目类型：{key}。", "kind")
    return key


def _description(text: str, name: str) -> str:
    if text.rstrip("。") in ("", name):
        raise Refused(f"请用一句话写明“{name}”栏目发布什么，不要只重复栏目名称。", "description")
    if len(text) > 200:
        raise Refused(f"栏目说明最多 200 个字，现在有 {len(text)} 个。", "description")
    return text


def _keywords(value: object) -> str:
    found = words.keywords(value)
    if not found:
        raise Refused("请写至少一个关键词，几个关键词之间用逗号隔开。", "keywords")
    return found


def _days(value: object) -> int:
    text = words.line(value) or "0"
    if not text.isascii() or not text.isdigit() or int(text[:6]) > _LONGEST_CYCLE:
        raise Refused(
            f"更新周期请填写 0 到 {_LONGEST_CYCLE} 之间的天数，0 表示不要求定期更新。",
            "update_days",
        )
    return int(text)


def _steps(value: object) -> int:
    if str(value) not in ("1", "2", "3"):
        raise Refused("请选择审核步数：一步、两步或三步。", "review_steps")
    return int(str(value))
