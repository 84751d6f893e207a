"""Signing in (登录): the password, then the code of the second step, then the sign-in itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from portal import journal
from portal.database import writing
from portal.errors import Refused
from portal.models import Person
from portal.roles import Actor
from portal.services.accounts import passwords, people, sessions, two_step
from portal.services.accounts.browser import Browser
from portal.services.accounts.facts import login_name
from portal.services.accounts.throttle import Tries
from portal.times import now

HALF = timedelta(minutes=5)
"""How long a right password waits for its code."""
WRONG = "登录名或密码不对，请检查后重新输入。注意大写锁定和中文输入法。"


class TooLate(Refused):
    """The password was right too long ago."""


@dataclass(frozen=True)
class Proven:
    """A person whose password was right."""

    id: int
    has_two_step: bool


def check_password(name: str, password: str, browser: Browser) -> Proven:
    """The person who typed this name and this password.

    Raises Refused, with the same words and after the same time whatever was wrong, and Throttled.
    """
    login = login_name(name)
    person: Person | None = Person.get_or_none(Person.name == login, Person.active)
    mark = browser.known.get(person.id, "") if person else ""
    tries = Tries("password", login or name, browser.address, mark)
    tries.count()
    if not passwords.matches(person.password if person else "", password) or person is None:
        _record_failure(person, browser, "password")
        raise Refused(WRONG)
    tries.succeeded()
    _renew_hash(person, password)
    return Proven(person.id, bool(person.totp))


def check_code(number: int, since: datetime, code: str, browser: Browser) -> None:
    """Make sure that the person whose password was right at `since` has the right code too.

    Raises Refused when the code is wrong, TooLate when the password has to be typed again, and
    Throttled.
    """
    person: Person | None = Person.get_or_none(Person.id == number, Person.active)
    if person is None or not _still_counts(person, since):
        raise TooLate("等得太久了，请重新输入密码。")
    mark = browser.known.get(person.id, "")
    tries = Tries("code", person.name, browser.address, mark)
    tries.count()
    if not two_step.use(person, code, by=sessions.as_actor(person, browser.address)):
        _record_failure(person, browser, "code")
        raise Refused("验证码不对，或者已经用过。请等应用里换出下一个验证码，再输入一次。", "code")
    tries.succeeded()


def begin(number: int, browser: Browser) -> str:
    """Start the sign-in, on the record; the secret for the browser's cookie."""
    person = people.get(number)
    with writing():
        token = sessions.begin(person, browser.address, browser.agent)
        by = sessions.as_actor(person, browser.address)
        journal.record(by, "sign-in", "person", person.id, person.display)
    return token


def _still_counts(person: Person, since: datetime) -> bool:
    changed = person.password_changed_at
    return since > now() - HALF and (changed is None or changed <= since)


def _renew_hash(person: Person, password: str) -> None:
    if not passwords.is_outdated(person.password):
        return
    hashed = passwords.hashed(password)
    with writing():
        Person.update(password=hashed).where(
            Person.id == person.id, Person.password == person.password
        ).execute()


def _record_failure(person: Person | None, browser: Browser, step: str) -> None:
    """On the record, but not what was typed: people type passwords where the name belongs."""
    visitor = Actor(None, "未登录的访客", address=browser.address)
    number, name = (person.id, person.display) if person else (None, "没有这个登录名")
    with writing():
        journal.record(visitor, "sign-in-failed", "person", number, name, after={"step": step})
