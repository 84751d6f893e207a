"""One-time links (设置密码的链接) with which people choose a password themselves."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from portal import journal
from portal.database import writing
from portal.errors import Missing, Refused
from portal.models import Invitation, Person
from portal.roles import Actor
from portal.secrets import fingerprint
from portal.services.accounts import password_changes, passwords, people, sessions
from portal.services.accounts.browser import Browser
from portal.services.accounts.signing_in import Proven
from portal.times import now

LASTS = timedelta(hours=72)
OVER = "这个链接已经用过，或者过了期。请找管理员要一个新的链接。"


@dataclass(frozen=True)
class Invited:
    """Whom a link invites, and until when (UTC)."""

    login: str
    display: str
    until: datetime


def path(token: str) -> str:
    """Where the link leads."""
    return f"/desk/welcome/{token}"


def invite(person: Person, *, by: Actor, lasts: timedelta = LASTS) -> str:
    """Make a link, in place of any other that the person has; the secret in it.

    Raises Refused for somebody who may not sign in.
    """
    token = secrets.token_urlsafe(32)
    with writing():
        if not people.get(person.id).active:
            raise Refused(f"“{person.display}”已经停用，请先启用，再发链接。")
        Invitation.delete().where(Invitation.person == person).execute()
        Invitation.create(token=fingerprint(token), person=person, expires_at=now() + lasts)
        hours = int(lasts.total_seconds() // 3600)
        after = {"hours": hours}
        journal.record(by, "person-invited", "person", person.id, person.display, after=after)
    return token


def whose(token: str) -> Invited:
    """Whom a link invites; it stays good. Raises Missing when it is over."""
    row = _living(token)
    return Invited(row.person.name, row.person.display, row.expires_at)


def accept(token: str, password: str, browser: Browser) -> Proven:
    """Choose a password with a link, which is then used up, and become the person it invites.

    Raises Refused when the password is too easy to guess, and Missing when the link is over.
    """
    row = _living(token)
    person: Person = row.person
    passwords.check(password, *people.names_of(person))
    hashed = passwords.hashed(password)
    with writing():
        used = (
            Invitation.delete()
            .where(Invitation.token == fingerprint(token), Invitation.expires_at > now())
            .execute()
        )
        if not used:
            raise Missing(OVER)
        password_changes.put(person, hashed, by=sessions.as_actor(person, browser.address))
    return Proven(person.id, bool(person.totp))


def _living(token: str) -> Invitation:
    row: Invitation | None = (
        Invitation.select(Invitation, Person)
        .join(Person)
        .where(Invitation.token == fingerprint(token), Invitation.expires_at > now(), Person.active)
        .first()
    )
    if row is None:
        raise Missing(OVER)
    return row
