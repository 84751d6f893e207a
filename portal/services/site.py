"""Running the site: settings, sections and outside links."""

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
    """Set all outside links, each with group, name, url and description."""
    with writing():
        Link.delete().execute()
        for position, link in enumerate(links):
            Link.create(**link, position=position)
        generation.advance()
