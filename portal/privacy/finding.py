"""Finding personal data in a text: every detector over the folded text, then what wins."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from portal.privacy import bank_cards, identity, phones
from portal.privacy.addresses import addresses
from portal.privacy.birth_dates import birth_dates
from portal.privacy.certificates import certificates, passports
from portal.privacy.detection import Detection, settled
from portal.privacy.digit_runs import Number, numbers
from portal.privacy.folding import folded
from portal.privacy.health import health_hints
from portal.privacy.names import names
from portal.privacy.net_accounts import emails, net_accounts
from portal.privacy.phones import fixed
from portal.privacy.plates import plates
from portal.privacy.surroundings import office_speaks

_JUDGES = (
    ("id-number", identity.judged),
    ("phone", phones.judged),
    ("bank-card", bank_cards.judged),
)
_DETECTORS = (
    certificates,
    passports,
    emails,
    net_accounts,
    fixed,
    plates,
    birth_dates,
    addresses,
    health_hints,
)
_REACH = 200


def find(text: str) -> list[Detection]:
    """The personal data in a plain text, in order, none overlapping; lines are taken as blocks."""
    plain = folded(text)
    digits = list(_numbers(plain))
    found = settled([*digits, *(one for detect in _DETECTORS for one in detect(plain))])
    people = settled(names(plain, found))
    return [
        replace(each, text=text[each.start : each.end])
        for each in settled([*people, *_owned(plain, found, people)])
    ]


def _numbers(text: str) -> Iterator[Detection]:
    """The identity, telephone and card numbers in a folded text."""
    done = 0
    for possible in numbers(text):
        if possible[0].start < done or _is_case_number(text, possible[-1]):
            continue
        for number in possible:
            for kind, judged in _JUDGES:
                if verdict := judged(text, number):
                    place = number.start, number.end
                    yield Detection(kind, *place, text[slice(*place)], "", "", *verdict)
                    done = number.end
                    break
            if done > number.start:
                break


def _is_case_number(text: str, number: Number) -> bool:
    """Whether a number counts documents of a year: 〔2026〕12号."""
    return text[max(0, number.start - 1)] in "])第" and text[number.end : number.end + 1] == "号"


def _owned(text: str, found: list[Detection], people: list[Detection]) -> Iterator[Detection]:
    """The detections with the person named last before them on the same line."""
    starts = [person.start for person in people]
    for each in found:
        before = bisect_left(starts, each.start)
        person = people[before - 1] if before else None
        near = person and each.start - person.start <= _REACH
        between = text[person.end : each.start] if person and near else "\n"
        named = "\n" not in between
        sure = each.certain or (each.kind == "landline" and named and "。" not in between)
        if each.kind == "landline" and not sure and office_speaks(text, each.start, each.end):
            continue
        yield replace(each, person=person.person if person and named else "", certain=sure)
