"""Sign-ins (登录): one row per signed-in browser, so that each can be ended from anywhere."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from portal.database import writing
from portal.models import Person, SignIn
from portal.roles import Actor
from portal.times import now

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
TOUCH = timedelta(minutes=1)
"""How old the last sign of life may be before it is written again."""


@dataclass(frozen=True)
class SignedIn:
    """A living sign-in: its row, and the person as an actor."""

    id: int
    actor: Actor
    login: str


def begin(person: Person, address: str, agent: str) -> str:
    """Start a sign-in and return the secret for the browser's cookie."""
    token = secrets.token_urlsafe(32)
    with writing():
        SignIn.create(token=_digest(token), person=person, address=address[:64], agent=agent[:200])
    return token


def resume(token: str, address: str, *, active: bool = True) -> SignedIn | None:
    """The sign-in that a browser's secret stands for, or None when it has ended.

    Only `active` requests, those that somebody made by hand, keep it from ending by idleness.
    """
    at = now()
    found = (
        SignIn.select(SignIn, Person)
        .join(Person)
        .where(
            SignIn.token == _digest(token),
            SignIn.seen_at > at - IDLE,
            SignIn.created_at > at - LONGEST,
            Person.active,
        )
        .first()
    )
    if found is None:
        return None
    if active and at - found.seen_at > TOUCH:
        with writing():
            SignIn.update(seen_at=at).where(SignIn.id == found.id).execute()
    return SignedIn(found.id, as_actor(found.person, address), found.person.name)


def end(sign_in: int) -> None:
    """End a sign-in; one that is over already stays so."""
    with writing():
        SignIn.delete().where(SignIn.id == sign_in).execute()


def as_actor(person: Person, address: str) -> Actor:
    """The person as one who acts from a network address."""
    roles = frozenset(person.roles.split(",")) - {""}
    return Actor(person.id, person.display, roles, address)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
