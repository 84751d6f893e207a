"""People as the desk's lists show them, and where they are signed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from peewee import fn

from portal.database import rows
from portal.models import Person, RecoveryCode, SignIn
from portal.roles import ROLES


@dataclass(frozen=True)
class PersonLine:
    """One person; times are UTC."""

    id: int
    login: str
    display: str
    roles: tuple[str, ...]
    active: bool
    has_password: bool
    has_two_step: bool
    signed_in_at: datetime | None


@dataclass(frozen=True)
class SignInLine:
    """One signed-in browser; times are UTC."""

    id: int
    address: str
    agent: str
    begun_at: datetime
    seen_at: datetime


def people() -> list[PersonLine]:
    """Everybody, those who may sign in first, then by name."""
    return [_line(each) for each in Person.select().order_by(Person.active.desc(), Person.name)]


def person(number: int) -> PersonLine | None:
    """One person, or None."""
    found = Person.get_or_none(Person.id == number)
    return _line(found) if found else None


def sign_ins(number: int, seen_after: datetime, begun_after: datetime) -> list[SignInLine]:
    """Where a person is signed in, the last used first."""
    select = (
        SignIn.select(SignIn.id, SignIn.address, SignIn.agent, SignIn.created_at, SignIn.seen_at)
        .where(
            SignIn.person == number, SignIn.seen_at > seen_after, SignIn.created_at > begun_after
        )
        .order_by(SignIn.seen_at.desc(), SignIn.id.desc())
    )
    return [SignInLine(*row) for row in rows(select)]


def recovery_codes_left(number: int) -> int:
    """How many recovery codes a person has not used."""
    left: int = (
        RecoveryCode.select(fn.COUNT(RecoveryCode.id)).where(RecoveryCode.person == number).scalar()
    )
    return left


def _line(found: Person) -> PersonLine:
    return PersonLine(
        found.id,
        found.name,
        found.display,
        tuple(role for role in ROLES if role in found.roles.split(",")),
        found.active,
        bool(found.password),
        bool(found.totp),
        found.signed_in_at,
    )


def names(people: Iterable[int]) -> list[str]:
    """What colleagues call these people."""
    select = Person.select(Person.display).where(Person.id << list(people)).order_by(Person.id)
    return [name for (name,) in rows(select)]
