"""People: who they are and what they may do."""

import re
from collections.abc import Iterable

from portal import journal
from portal.database import writing
from portal.errors import Refused
from portal.models import Person
from portal.roles import NAMES, Actor

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


def add_person(name: str, display: str, roles: Iterable[str], *, by: Actor) -> Person:
    """Add somebody who cannot sign in yet: they have no password.

    Raises Refused when the name is taken or not of 2 to 40 lower-case letters, digits, `.`, `_`
    or `-`, or when a role is not known.
    """
    name, display = name.strip().lower(), display.strip()
    chosen = sorted(set(roles))
    if not _NAME.fullmatch(name):
        raise Refused("登录名请用 2 到 40 个小写字母、数字、点、横线或下划线。", "name")
    if set(chosen) - set(NAMES):
        raise Refused(f"没有这样的角色：{'、'.join(sorted(set(chosen) - set(NAMES)))}。", "roles")
    with writing():
        if Person.select().where(Person.name == name).exists():
            raise Refused(f"登录名“{name}”已经有人用了，请换一个。", "name")
        person = Person.create(name=name, display=display or name, roles=",".join(chosen))
        after = {"name": name, "display": person.display, "roles": chosen}
        journal.record(by, "person-added", "person", person.id, person.display, after=after)
    return person
