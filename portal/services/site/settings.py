"""Site settings: what the site says of itself, and how large an upload may be."""

from collections.abc import Mapping

from portal.database import writing
from portal.errors import Refused
from portal.models import Setting
from portal.queries import anonymising
from portal.queries.limits import LIMIT_KEYS, Limits
from portal.queries.site import SETTING_KEYS, Site, settings
from portal.roles import Actor
from portal.services import generation
from portal.services.site import words
from portal.services.site.changes import changed, note
from portal.services.site.shapes import fault

KEYS = (*SETTING_KEYS, *LIMIT_KEYS, *anonymising.LABELS)


def change_settings(values: Mapping[str, str], *, by: Actor | None = None) -> None:
    """Store site settings; an empty one is not shown anywhere.

    Raises Refused for a key that the site does not know, and for a value of the wrong shape.
    """
    unknown = sorted(set(values) - set(KEYS))
    if unknown:
        raise Refused(f"没有这样的站点设置：{'、'.join(unknown)}。")
    wanted = {key: clean(key, value) for key, value in values.items()}
    for key, value in wanted.items():
        if sentence := fault(key, value):
            raise Refused(sentence, key)
    with writing():
        before, after = changed(in_force(), wanted)
        if after:
            _store(after)
            note(by, "settings-changed", "settings", None, "站点设置", before, after)
            generation.advance()


def in_force() -> dict[str, str]:
    """Every setting by its key, those never made included."""
    limits = {key: str(mb) for key, mb in vars(Limits()).items()}
    return {**vars(Site()), **limits, **settings(), **anonymising.in_force()}


def clean(key: str, value: str) -> str:
    """The value as it is stored."""
    return words.keywords(value) if key == "keywords" else words.line(value)


def _store(values: Mapping[str, str]) -> None:
    for key, value in values.items():
        Setting.delete().where(Setting.key == key).execute()
        Setting.create(key=key, value=value)
