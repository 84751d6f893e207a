"""The way in for whoever sets the portal up: a link for an administrator while there is none."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from portal.models import Person
from portal.queries import site
from portal.roles import ADMIN, COMMAND, ROLES
from portal.services import demo
from portal.services.accounts import invitations, people

LASTS = timedelta(hours=24)
NAME = "admin"


@dataclass(frozen=True)
class Way:
    """Where to choose a password, and the name to sign in with from then on."""

    path: str
    login: str


def way_in() -> Way | None:
    """A new link for an administrator, or None when one of them can sign in already.

    A link that was not used is replaced: its secret is not kept anywhere, and nobody could show it
    again.
    """
    admins = [each for each in Person.select().order_by(Person.id) if _is_admin(each)]
    if any(each.password for each in admins):
        return None
    person = admins[0] if admins else _new()
    token = invitations.invite(person, by=COMMAND, lasts=LASTS)
    return Way(invitations.path(token), person.name)


def _is_admin(person: Person) -> bool:
    return bool(person.active and ADMIN in person.roles.split(","))


def _new() -> Person:
    """An administrator, who in the demo office may try everything."""
    roles = ROLES if site.site().name == demo.office() else (ADMIN,)
    return people.add_person(_free_name(), "管理员", roles, by=COMMAND)


def _free_name() -> str:
    taken = {each.name for each in Person.select(Person.name)}
    names = (NAME if n == 1 else f"{NAME}{n}" for n in count(1))
    return next(name for name in names if name not in taken)
