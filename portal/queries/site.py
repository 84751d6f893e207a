"""What the site says of itself: settings, outside links, redirects, the generation."""

from dataclasses import dataclass, fields

from portal.database import rows
from portal.models import Generation, Link, Redirect, Setting


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


def redirect(path: str) -> str | None:
    """Where a published path lives now, if it moved."""
    if "\0" in path:  # PostgreSQL cannot even be asked
        return None
    row = Redirect.get_or_none(Redirect.path == path)
    return row.target if row else None


def generation() -> int:
    """The number that changes with every public change."""
    number: int = Generation.select(Generation.number).scalar()
    return number
