"""Running the site: settings, sections and outside links."""

import re
from collections.abc import Mapping, Sequence

from portal import kinds
from portal.database import writing
from portal.errors import Refused
from portal.models import Link, Section, Setting
from portal.queries.site import SETTING_KEYS
from portal.services import generation


def change_settings(values: Mapping[str, str]) -> None:
    """Store site settings; raises Refused for a key that the site does not know."""
    unknown = sorted(set(values) - set(SETTING_KEYS))
    if unknown:
        raise Refused(f"没有这样的站点设置：{'、'.join(unknown)}。")
    with writing():
        for key, value in values.items():
            Setting.delete().where(Setting.key == key).execute()
            Setting.create(key=key, value=value)
        generation.advance()


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
_URL_LENGTH = 500
"""Characters of an outside address; a longer one fits no QR code that a phone can read."""


def add_section(values: Mapping[str, object]) -> Section:
    """Add a section; `parent` is a slug, `keywords` a list of words, `position` its place.

    Raises Refused when the kind or the parent is not known, or when the description only repeats
    the name: the page rule wants a sentence there.
    """
    row = {**values, "keywords": ",".join(map(str, _words(values["keywords"])))}
    if row["kind"] not in {kind.key for kind in kinds.KINDS}:
        raise Refused(f"没有这样的栏目类型：{row['kind']}。")
    if str(row["description"]).strip() in ("", row["name"]):
        raise Refused(f"请用一句话写明“{row['name']}”栏目发布什么，不要只重复栏目名称。")
    slug = str(row["slug"])
    if not _SLUG.fullmatch(slug) or slug in _RESERVED:
        raise Refused(
            f"栏目网址名“{slug}”不能用，请用 2 到 40 个小写字母、数字或连字符，字母开头。"
        )
    parent = row.pop("parent", None)
    with writing():
        if parent is not None:
            row["parent"] = Section.get_or_none(Section.slug == parent)
            if row["parent"] is None:
                raise Refused(f"上级栏目“{parent}”还不存在。")
        section = Section.create(**row)
        generation.advance()
    return section


def _words(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else [value]


def replace_links(links: Sequence[Mapping[str, str]]) -> None:
    """Set all outside links, each with group, name, url and description.

    Raises Refused for an address that is not of the web.
    """
    for link in links:
        url = link["url"]
        if not url.startswith(("https://", "http://")) or len(url) > _URL_LENGTH:
            raise Refused(
                f"链接“{link['name']}”的网址请以 https:// 或 http:// 开头，最多 500 个字符。"
            )
    with writing():
        Link.delete().execute()
        for position, link in enumerate(links):
            Link.create(**link, position=position)
        generation.advance()
