"""Names: everybody seen by a sign, and every place where one of them is named."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from portal.privacy import aliases, listings, mentions, name_calls
from portal.privacy.detection import Detection
from portal.privacy.mentions import CLEAR, DOUBTFUL, Mention
from portal.privacy.minors import young
from portal.privacy.name_forms import NameForms
from portal.privacy.name_reasons import reason, role_of
from portal.privacy.persons import Person, Persons
from portal.privacy.recurring import recurring
from portal.privacy.roles import HIDE, WEAK
from portal.privacy.sightings import after_roles
from portal.privacy.signs_after import before_signs

_CASE = re.compile("检察|法院|公诉|起诉|诉讼|被告|原告|嫌疑|涉嫌|被害|申诉|案|救助|矫正")
"""Only in a text about a case is a name with a weak sign, or none, to be hidden."""

_MINOR_ROLE = re.compile("未成年|幼女|女童|男童|女婴|男婴|儿童")


def names(text: str, numbers: Iterable[Detection]) -> list[Detection]:
    """The names of private persons in a folded text; `numbers` are those found in it before."""
    persons = _seen(text, numbers)
    private = persons.private()
    found = list(mentions.places(text, private, persons.signs))
    minors = {id(private[name]) for name in young(text, {each.end: each.name for each in found})}
    minors |= {id(one) for one in private.values() if _MINOR_ROLE.search(one.sign)}
    found += name_calls.calls(text, persons.by_name)
    found.sort(key=lambda each: each.start)
    keys = _keys([private[each.name] for each in found])
    return [
        _detection(text, persons, each, keys[id(person)], id(person) in minors)
        for each in found
        for person in [private[each.name]]
    ]


def _seen(text: str, numbers: Iterable[Detection]) -> Persons:
    """Everybody who is named with a sign, and what else each is called."""
    forms, persons = NameForms(text), Persons()
    in_case = _CASE.search(text) is not None
    for seen in chain(
        after_roles(text, forms),
        before_signs(text, forms),
        listings.beside_numbers(text, forms, numbers),
        listings.under_headings(text, forms),
    ):
        if in_case or seen.weight != WEAK or seen.sign in listings.SIGNS:
            persons.see(seen)
    _tell_aliases(text, persons)
    parties = any(one.weight == HIDE for one in persons.by_name.values())
    for seen in recurring(text, forms, parties) if in_case else ():
        persons.see(seen)
    return persons


def _tell_aliases(text: str, persons: Persons) -> None:
    """Give the persons the other names that are told of them."""
    places = sorted(persons.signs)
    for alias in aliases.told(text):
        place = aliases.bearer(text, alias.start, places)
        if place is None:
            persons.see(alias)
        else:
            persons.call(persons.by_name[text[slice(*place)]], alias.name)


def _keys(people: Sequence[Person]) -> dict[int, str]:
    """A key for each person, in the order of first mention."""
    keys: dict[int, str] = {}
    for person in people:
        keys.setdefault(id(person), f"p{len(keys) + 1}")
    return keys


def _detection(text: str, persons: Persons, mention: Mention, key: str, minor: bool) -> Detection:
    person = persons.by_name[mention.name]
    sign = persons.signs.get((mention.start, mention.end))
    return Detection(
        "minor" if minor else "name",
        mention.start,
        mention.end,
        text[mention.start : mention.end],
        key,
        "" if mention.sense == DOUBTFUL else role_of(person.sign),
        mention.sense == CLEAR and person.certain,
        reason(person, mention, sign, minor),
    )
