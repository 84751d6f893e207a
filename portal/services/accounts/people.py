"""People: who they are and what they may do."""

from collections.abc import Iterable

from peewee import IntegrityError

from portal import journal
from portal.database import is_sqlite, writing
from portal.errors import Missing, Refused
from portal.models import Invitation, Person, SignIn
from portal.queries import site
from portal.roles import ADMIN, Actor
from portal.services.accounts import passwords
from portal.services.accounts.facts import Facts, checked, facts_of, login_name
from portal.times import now


def named(login: str) -> Person:
    """The person with this login name; raises Refused with the names that there are."""
    person: Person | None = Person.get_or_none(Person.name == login_name(login))
    if person is None:
        names = [each.name for each in Person.select().order_by(Person.name)]
        raise Refused(
            f"没有登录名为“{login}”的人员。现有：{'、'.join(names) or '（还没有人员）'}。", "name"
        )
    return person


def get(number: int) -> Person:
    """The person with this number; raises Missing."""
    person: Person | None = Person.get_or_none(Person.id == number)
    if person is None:
        raise Missing("没有这个人员。请回到人员列表重新选择。")
    return person


def names_of(person: Person) -> tuple[str, ...]:
    """What a password of this person must not be."""
    return person.name, person.display, site.site().name


def add_person(
    name: str, display: str, roles: Iterable[str], *, by: Actor, password: str = ""
) -> Person:
    """Add somebody; without a password they cannot sign in until a link has let them choose one.

    Raises Refused when the name is taken or not of 2 to 40 lower-case letters, digits, `.`, `_`
    or `-`, when a role is not known, or when the password is too easy to guess.
    """
    facts = checked(Facts(name, display, tuple(roles)))
    hashed = ""
    if password:
        passwords.check(password, facts.name, facts.display, site.site().name)
        hashed = passwords.hashed(password)
    with writing():
        _refuse_taken(facts.name)
        try:
            person: Person = Person.create(
                name=facts.name,
                display=facts.display,
                roles=",".join(facts.roles),
                password=hashed,
                password_changed_at=now() if hashed else None,
            )
        except IntegrityError as error:
            raise _taken(facts.name) from error
        after = {"name": facts.name, "display": facts.display, "roles": list(facts.roles)}
        journal.record(by, "person-added", "person", person.id, person.display, after=after)
    return person


def change_person(number: int, facts: Facts, *, by: Actor) -> Person:
    """Change somebody; who may no longer sign in is signed out everywhere at once.

    Raises Refused as `add_person` does, when people would disable themselves, or when nobody
    would be left who can sign in as an administrator.
    """
    facts = checked(facts)
    with writing():
        _stand_in_line()
        person = get(number)
        before = facts_of(person)
        if before == facts:
            return person
        if facts.name != before.name:
            _refuse_taken(facts.name)
        _refuse_own_end(person, facts, by)
        _keep_an_admin(person, facts)
        person.name, person.display = facts.name, facts.display
        person.roles, person.active = ",".join(facts.roles), facts.active
        try:
            person.save(only=[Person.name, Person.display, Person.roles, Person.active])
        except IntegrityError as error:
            raise _taken(facts.name) from error
        if not facts.active:
            SignIn.delete().where(SignIn.person == person).execute()
            Invitation.delete().where(Invitation.person == person).execute()
        _record_change(person, before, facts, by)
    return person


def set_active(number: int, active: bool, *, by: Actor) -> Person:
    """Let somebody sign in again, or no longer."""
    old = facts_of(get(number))
    return change_person(number, Facts(old.name, old.display, old.roles, active), by=by)


def set_roles(number: int, roles: Iterable[str], *, by: Actor) -> Person:
    """Give somebody these roles and no others."""
    old = facts_of(get(number))
    return change_person(number, Facts(old.name, old.display, tuple(roles), old.active), by=by)


def _refuse_taken(name: str) -> None:
    if Person.select().where(Person.name == name).exists():
        raise _taken(name)


def _taken(name: str) -> Refused:
    return Refused(f"登录名“{name}”已经有人用了，请换一个。", "name")


def _stand_in_line() -> None:
    """One change of people at a time; SQLite's write transactions stand in line already."""
    if not is_sqlite():
        list(Person.select(Person.id).order_by(Person.id).for_update().tuples())


def _refuse_own_end(person: Person, facts: Facts, by: Actor) -> None:
    if person.id == by.id and not facts.active:
        raise Refused("不能停用自己。如果确实要停用，请另一位管理员来做。", "active")


def _is_admin(person: Person) -> bool:
    return bool(person.active and person.password and ADMIN in person.roles.split(","))


def _keep_an_admin(person: Person, facts: Facts) -> None:
    stays = facts.active and ADMIN in facts.roles
    if stays or not _is_admin(person):
        return
    if not any(_is_admin(each) for each in Person.select().where(Person.id != person.id)):
        field = "roles" if facts.active else "active"
        raise Refused(
            "这是最后一位能登录的管理员，不能停用，也不能去掉管理员角色。请先设好另一位管理员。",
            field,
        )


def _record_change(person: Person, before: Facts, after: Facts, by: Actor) -> None:
    """Only what is different goes to the journal."""
    old, new = vars(before), vars(after)
    changed = [key for key in old if old[key] != new[key]]
    journal.record(
        by,
        "person-changed",
        "person",
        person.id,
        person.display,
        before={key: old[key] for key in changed},
        after={key: new[key] for key in changed},
    )
