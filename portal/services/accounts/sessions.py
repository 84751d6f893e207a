"""Sign-ins (登录): one row per signed-in browser, so that each can be ended from anywhere."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from portal import journal
from portal.database import writing
from portal.models import Person, SignIn
from portal.prepared import prepared
from portal.queries import accounts
from portal.roles import Actor
from portal.secrets import fingerprint
from portal.times import now

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
TOUCH = timedelta(minutes=1)
"""How old the last sign of life may be before it is written again."""
KEPT = timedelta(days=2)
"""How long a row stays; until then a browser whose sign-in has expired is recognised."""


@dataclass(frozen=True)
class SignedIn:
    """A living sign-in: its row, and the person as an actor."""

    id: int
    actor: Actor
    login: str


def begin(person: Person, address: str, agent: str) -> str:
    """Start a sign-in and return the secret for the browser's cookie."""
    token, at = secrets.token_urlsafe(32), now()
    with writing():
        SignIn.delete().where(SignIn.created_at < at - KEPT).execute()
        SignIn.create(
            token=fingerprint(token), person=person, address=address[:64], agent=agent[:200]
        )
        Person.update(signed_in_at=at).where(Person.id == person.id).execute()
    return token


def resume(token: str, address: str, *, active: bool = True) -> SignedIn | None:
    """The sign-in that a browser's secret stands for, or None when it has ended.

    Only `active` requests, those that somebody made by hand, keep it from ending by idleness.
    """
    at = now()
    found = _living(fingerprint(token), at - IDLE, at - LONGEST)
    if not found:
        return None
    ((sign_in, seen_at, login, person, display, roles),) = found
    if active and at - seen_at > TOUCH:
        with writing():
            SignIn.update(seen_at=at).where(SignIn.id == sign_in).execute()
    return SignedIn(sign_in, _actor(person, display, roles, address), login)


@prepared
def _living(token: str, seen: datetime, begun: datetime) -> Any:
    """Every request of the desk asks for this."""
    alive = (SignIn.seen_at > seen) & (SignIn.created_at > begun)
    return (
        SignIn.select(
            SignIn.id, SignIn.seen_at, Person.name, Person.id, Person.display, Person.roles
        )
        .join(Person)
        .where(SignIn.token == token, alive, Person.active)
    )


def whose(token: str) -> int | None:
    """Whose sign-in a browser's secret stood for, expired or not; None when it was ended."""
    found: int | None = (
        SignIn.select(SignIn.person).where(SignIn.token == fingerprint(token)).scalar()
    )
    return found


def living(person: int) -> list[accounts.SignInLine]:
    """The sign-ins of a person that have not ended, the last used first."""
    at = now()
    return accounts.sign_ins(person, at - IDLE, at - LONGEST)


def end(sign_in: int) -> None:
    """End a sign-in; one that is over already stays so."""
    with writing():
        SignIn.delete().where(SignIn.id == sign_in).execute()


def end_token(token: str) -> None:
    """End the sign-in of a browser's secret, if there is one."""
    with writing():
        SignIn.delete().where(SignIn.token == fingerprint(token)).execute()


def sign_out(sign_in: int, *, by: Actor) -> None:
    """End one's own sign-in in this browser."""
    with writing():
        end(sign_in)
        journal.record(by, "sign-out", "person", by.id, by.name)


def revoke(sign_in: int, *, by: Actor) -> None:
    """End one's own sign-in in another browser; that of somebody else is not touched."""
    with writing():
        mine = (SignIn.id == sign_in) & (SignIn.person == by.id)
        row = SignIn.get_or_none(mine)
        if row and SignIn.delete().where(mine).execute():
            before = {"address": row.address, "agent": row.agent}
            journal.record(by, "sign-in-revoked", "person", by.id, by.name, before=before)


def revoke_all(person: Person, *, by: Actor, keep: int | None = None) -> int:
    """End all sign-ins of a person, except the one to `keep`; how many there were."""
    with writing():
        ended: int = (
            SignIn.delete().where(SignIn.person == person, SignIn.id != (keep or 0)).execute()
        )
        if ended:
            before = {"sign_ins": ended}
            journal.record(
                by, "sign-in-revoked", "person", person.id, person.display, before=before
            )
    return ended


def as_actor(person: Person, address: str) -> Actor:
    """The person as one who acts from a network address."""
    return _actor(person.id, person.display, person.roles, address)


def _actor(person: int, display: str, roles: str, address: str) -> Actor:
    return Actor(person, display, frozenset(roles.split(",")) - {""}, address)
