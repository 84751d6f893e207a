"""Calling people by less than their name: by the given name alone, or as 老陈 and 小陈."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from portal.privacy.given_names import USUAL
from portal.privacy.mentions import (
    INTRODUCING,
    LIKELY,
    NOUNS,
    PERSONAL,
    Mention,
    leads,
    of_business,
)
from portal.privacy.name_ends import goes_on, is_han
from portal.privacy.ordinary_words import ALSO_WORDS, NOT_NAMES, WORDS_WITHOUT_SURNAME
from portal.privacy.persons import Person
from portal.privacy.roles import ROLES, STAY
from portal.privacy.surnames import SINGLE, surname_length

_CALLED = re.compile(
    '(?:名叫|叫做|叫|喊|小名|乳名|之子|之女|其子|其女|儿子|女儿|弟弟|妹妹|哥哥|姐姐|妻子|丈夫)[“"‘]?$'
)
_JOINING = frozenset("和与及、")
_NO_PERSON = frozenset("时车路麦米康计石童花树河山白家江云金项常单满阳谷干区乡师")
"""With 老 or 小 before them these are words: 小时, 老家, 小车."""

_SIZE = 2


def calls(text: str, people: Mapping[str, Person]) -> Iterator[Mention]:
    """The places of a folded text where one of the `people`, and nobody else, can be meant.

    Those who act in office are among them, so that theirs are not taken for somebody else's.
    """
    given = _givens(people)
    names = given | _families(people)
    for found in re.finditer(_any_of({call[0] for call in names}), text):
        start = found.start()
        call = text[start : start + _SIZE]
        if call not in names or not _is_known(people[names[call]], start):
            continue
        if _is_given(text, start, given) if call in given else _is_family(text, start):
            yield Mention(start, start + _SIZE, names[call], LIKELY)


def _any_of(signs: set[str]) -> str:
    return f"[{re.escape(''.join(sorted(signs)))}]" if signs else "(?!)"


def _is_known(person: Person, start: int) -> bool:
    """Whether it is a private person; of those who are only likely, after they are named."""
    return person.weight != STAY and (person.certain or start > person.first)


def _givens(people: Mapping[str, Person]) -> dict[str, str]:
    """The full name by each given name of two characters that only one of them has."""
    full: dict[str, set[str]] = defaultdict(set)
    for name in people:
        size = surname_length(name, 0)
        given = name[size:]
        if size and len(given) == _SIZE and given not in people:
            full[given].add(name)
    return {given: names.pop() for given, names in full.items() if len(names) == 1}


def _families(people: Mapping[str, Person]) -> dict[str, str]:
    """The name of the only one of that family, by 老陈 and 小陈."""
    full: dict[str, dict[int, str]] = defaultdict(dict)
    for name, person in people.items():
        if name[0] in SINGLE - _NO_PERSON and surname_length(name, 0) == 1 and "·" not in name:
            full[name[0]].setdefault(id(person), name)
    return {
        before + family: next(iter(names.values()))
        for family, names in full.items()
        for before in "老小"
        if len(names) == 1 and before + family not in people
    }


def _is_given(text: str, start: int, givens: Collection[str]) -> bool:
    """Whether a given name stands by itself there, and one sign more shows a person.

    Of one that is a word too, that has to be another person beside it, or what only people do.
    """
    end = start + _SIZE
    if _CALLED.search(text[max(0, start - 4) : start]) and not is_han(text, end):
        return True
    given = text[start:end]
    if not USUAL.issuperset(given) or not leads(text, start) or not _ends(text, end):
        return False
    if _is_joined(text, start, givens) or PERSONAL.match(text, end):
        return True
    if given in ALSO_WORDS or given in NOT_NAMES or given in WORDS_WITHOUT_SURNAME:
        return text[start - 1 : start] in INTRODUCING and is_han(text, end)
    return is_han(text, start - 1)


def _is_joined(text: str, start: int, givens: Collection[str]) -> bool:
    """Whether 和 or 、 stands between that given name and another one, or another full name."""
    end = start + _SIZE
    after, before = text[end + 1 : end + 1 + _SIZE], text[max(0, start - 1 - _SIZE) : start - 1]
    joined_after = text[end : end + 1] in _JOINING and after in givens
    return joined_after or (start > 0 and text[start - 1] in _JOINING and before in givens)


def _is_family(text: str, start: int) -> bool:
    """Whether 老陈 stands there by itself, perhaps after a role word."""
    after_role = any(text[max(0, start - size) : start] in ROLES for size in range(2, 6))
    return (after_role or leads(text, start)) and _ends(text, start + 2)


def _ends(text: str, end: int) -> bool:
    """Whether no longer word, no place and no name of a business goes on there."""
    if text[end : end + 1] in NOUNS:
        return False
    going = goes_on(text, end) or text[end] in _JOINING or PERSONAL.match(text, end)
    return bool(going) and not of_business(text, end)
