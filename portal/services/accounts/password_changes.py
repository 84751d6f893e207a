"""Changing a password: by its owner, by a link, or by a command; every other sign-in ends."""

from portal import journal
from portal.database import writing
from portal.errors import Refused
from portal.models import Invitation, Person, SignIn
from portal.roles import Actor
from portal.services.accounts import passwords, people, throttle
from portal.services.accounts.browser import Browser
from portal.services.accounts.throttle import Tries
from portal.times import now


def change(number: int, typed: str, new: str, browser: Browser, *, by: Actor, keep: int) -> None:
    """Change one's own password, of which `typed` is the old one; the sign-in `keep` goes on.

    Raises Refused when the old one is wrong or the new one too easy to guess, and Throttled.
    """
    person = people.get(number)
    prove(person, typed, browser)
    passwords.check(new, *people.names_of(person))
    put(person, passwords.hashed(new), by=by, keep=keep)


def set_password(person: Person, new: str, *, by: Actor) -> None:
    """Give somebody a password; raises Refused when it is too easy to guess."""
    passwords.check(new, *people.names_of(person))
    put(person, passwords.hashed(new), by=by)


def prove(person: Person, typed: str, browser: Browser) -> None:
    """Make sure that the person knows their password; raises Refused and Throttled."""
    mark = browser.known.get(person.id, "")
    tries = Tries("proof", person.name, browser.address, mark)
    tries.count()
    if not passwords.matches(person.password, typed):
        raise Refused("现在的密码不对，请重新输入。", "password_now")
    tries.succeeded()


def put(person: Person, hashed: str, *, by: Actor, keep: int | None = None) -> None:
    """Store a new hash; sign-ins other than `keep` end, and open links no longer work.

    Whoever had tried the old password too often may sign in with the new one at once.
    """
    with writing():
        Person.update(password=hashed, password_changed_at=now()).where(
            Person.id == person.id
        ).execute()
        SignIn.delete().where(SignIn.person == person, SignIn.id != (keep or 0)).execute()
        Invitation.delete().where(Invitation.person == person).execute()
        throttle.forgive(person.name)
        journal.record(by, "password-changed", "person", person.id, person.display)
