"""The site as it is at this moment: its settings, its generation, and what is due next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import JOIN

from portal.models import Generation, Setting
from portal.prepared import prepared
from portal.queries.site import SETTING_KEYS, Site


@dataclass(frozen=True)
class Present:
    """`next_due` (naive UTC) is when a scheduled or expiring article changes what readers see."""

    site: Site
    generation: int
    next_due: datetime | None

    def is_due(self, at: datetime) -> bool:
        """Whether something that was scheduled waits to be done."""
        return self.next_due is not None and self.next_due <= at


def present() -> Present:
    """All of it in one statement."""
    found = _present()
    pairs = {key: value for _, _, key, value in found if key in SETTING_KEYS}
    return Present(Site(**pairs), found[0][0], found[0][1])


@prepared
def _present() -> Any:
    columns = (Generation.number, Generation.next_due, Setting.key, Setting.value)
    return Generation.select(*columns).join(Setting, JOIN.LEFT_OUTER, on=(Generation.id == 1))
