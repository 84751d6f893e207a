"""The site as it is at this moment: its settings, its generation, and what is due next."""

from dataclasses import dataclass
from datetime import datetime

from peewee import JOIN

from portal.database import rows
from portal.models import Generation, Setting
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
    found = rows(
        Generation.select(Generation.number, Generation.next_due, Setting.key, Setting.value).join(
            Setting, JOIN.LEFT_OUTER, on=(Generation.id == 1)
        )
    )
    pairs = {key: value for _, _, key, value in found if key in SETTING_KEYS}
    return Present(Site(**pairs), found[0][0], found[0][1])
