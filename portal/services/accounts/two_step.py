"""The second step (两步验证): codes of an app (TOTP), and recovery codes on paper."""

import secrets
import unicodedata
from datetime import UTC

import pyotp
from pyotp.exceptions import OTPVerificationError

from portal import journal
from portal.database import writing
from portal.errors import Refused
from portal.models import Person, RecoveryCode
from portal.queries import site
from portal.roles import Actor
from portal.secrets import fingerprint
from portal.services.accounts import password_changes, people
from portal.services.accounts.browser import Browser
from portal.times import now

WINDOW = 1
"""Steps of 30 seconds by which a telephone's clock may be wrong."""
CODES = 8
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that look alike on paper."""
_LENGTH = 10


def new_secret() -> str:
    """A secret for an app, in base32."""
    return pyotp.random_base32()


def address(secret: str, login: str) -> str:
    """The otpauth address that an app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=f"{site.site().name}采编台")


def turn_on(secret: str, code: str, *, by: Actor) -> list[str]:
    """Turn it on for oneself once the app shows the right code; the new recovery codes.

    Raises Refused when the code is wrong or it is on already.
    """
    step = _step(secret, _plain(code))
    if step is None:
        raise Refused(
            "验证码不对。请输入应用里现在显示的 6 位数字，并检查手机的时间是否准确。", "code"
        )
    with writing():
        changed = (
            Person.update(totp=secret, totp_step=step)
            .where(Person.id == by.id, Person.totp == "")
            .execute()
        )
        if not changed:
            raise Refused("两步验证已经开启，不用再设置。")
        journal.record(by, "totp-on", "person", by.id, by.name)
        return _new_codes(people.get(by.id or 0))


def turn_off(password: str, browser: Browser, *, by: Actor) -> None:
    """Turn it off for oneself; raises Refused when the password is wrong, and Throttled."""
    person = people.get(by.id or 0)
    password_changes.prove(person, password, browser)
    reset(person, by=by)


def renew_codes(password: str, browser: Browser, *, by: Actor) -> list[str]:
    """New recovery codes instead of the old ones; raises Refused and Throttled."""
    person = people.get(by.id or 0)
    password_changes.prove(person, password, browser)
    if not person.totp:
        raise Refused("两步验证没有开启，不需要恢复码。")
    with writing():
        journal.record(by, "recovery-codes-renewed", "person", person.id, person.display)
        return _new_codes(person)


def reset(person: Person, *, by: Actor) -> None:
    """Turn it off for somebody, as after the loss of a telephone."""
    with writing():
        changed = (
            Person.update(totp="", totp_step=0)
            .where(Person.id == person.id, Person.totp != "")
            .execute()
        )
        RecoveryCode.delete().where(RecoveryCode.person == person).execute()
        if changed:
            journal.record(by, "totp-off", "person", person.id, person.display)


def use(person: Person, typed: str, *, by: Actor) -> bool:
    """Whether this is a code of the app or a recovery code; it is used up by this."""
    code = _plain(typed)
    if len(code) == _LENGTH:
        return _use_recovery(person, code, by)
    step = _step(person.totp, code) if person.totp else None
    if step is None:
        return False
    with writing():
        used: int = (
            Person.update(totp_step=step)
            .where(Person.id == person.id, Person.totp == person.totp, Person.totp_step < step)
            .execute()
        )
    return used == 1


def _use_recovery(person: Person, code: str, by: Actor) -> bool:
    with writing():
        used: int = (
            RecoveryCode.delete()
            .where(RecoveryCode.person == person, RecoveryCode.code == fingerprint(code))
            .execute()
        )
        if used:
            journal.record(by, "recovery-code-used", "person", person.id, person.display)
    return used == 1


def _step(secret: str, code: str) -> int | None:
    """The time step whose code this is, or None."""
    if len(code) != 6 or not code.isascii() or not code.isdigit():
        return None
    at = now().replace(tzinfo=UTC)
    try:
        return pyotp.TOTP(secret).verify_and_get_timecode(code, for_time=at, valid_window=WINDOW)
    except OTPVerificationError:
        return None


def _plain(typed: str) -> str:
    """What was typed, however it was grouped, and with a Chinese keyboard's wide digits."""
    wide = unicodedata.normalize("NFKC", typed[:100]).lower()
    return "".join(wide.replace("-", " ").split())


def _new_codes(person: Person) -> list[str]:
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(CODES)]
    RecoveryCode.delete().where(RecoveryCode.person == person).execute()
    for code in codes:
        RecoveryCode.create(person=person, code=fingerprint(code))
    return [f"{code[:5]}-{code[5:]}" for code in codes]
