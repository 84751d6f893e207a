"""The hard stop: documents of cases in which a minor is accused or was harmed stay unpublished."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from portal.privacy import identity
from portal.privacy.birth_dates import births
from portal.privacy.case_days import days_of_case
from portal.privacy.digit_runs import numbers
from portal.privacy.folding import folded
from portal.privacy.juvenile_signs import Sign, enough, is_criminal, minors_said, pupils_said
from portal.privacy.minors import is_minor, young_ages
from portal.privacy.party_lines import Said, of_relative, said_of_party

_TOLD = "写明的年龄不满十八周岁，涉及未成年人的文书一律不公开。"
_AT_ACT = "按出生日期和案发日期（{}）计算，此人案发时未满十八周岁，文书一律不公开。"
_AT_LATEST = "按出生日期计算，到文中最晚的日期（{}）此人还未满十八周岁，文书一律不公开。"
_ADULT_AGE = re.compile(r"(?<!\d)(?:1[89]|[2-9]\d) ?(?:周)?岁")


@dataclass(frozen=True)
class Stop:
    """Why a document must not be published: the words that show it, and a sentence for people."""

    start: int
    end: int
    text: str
    why: str


def juvenile(text: str) -> Stop | None:
    """The first sign, if any, that a plain document is of a case of a minor."""
    plain = folded(text)
    ages = _Ages(plain)
    stops = [*enough(plain), *_young(plain), *ages.reckoned(), *_said(plain), *ages.pupils()]
    if not stops:
        return None
    start, end, why = min(stops)
    return Stop(start, end, text[start:end], why)


def _young(text: str) -> Iterator[Sign]:
    """The ages under eighteen that are told of a party, a person harmed or a witness."""
    for age in young_ages(text):
        if said_of_party(text, age.start()):
            yield *age.span(), _TOLD


def _said(text: str) -> Iterator[Sign]:
    """Where such a person is said to be a minor, or anybody named in a criminal case."""
    criminal = is_criminal(text)
    for sign in minors_said(text):
        in_brackets = text[sign[0] - 1 : sign[0]] == "("
        named = criminal and in_brackets and not of_relative(text, sign[0])
        if named or said_of_party(text, sign[0]):
            yield sign


class _Ages:
    """How old people of one folded document were, by their birth dates and the dates in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._act, self._latest = days_of_case(text)
        self._born = list(_born(text))

    def reckoned(self) -> Iterator[Sign]:
        """The birth dates of parties, persons harmed and witnesses who were under eighteen."""
        for start, end, birth in self._born:
            said = said_of_party(self._text, start)
            if said and (why := self._young(birth, said.civil)):
                yield start, end, why

    def pupils(self) -> Iterator[Sign]:
        """Where such persons are said to go to school, unless their age is told and is not young."""
        for sign in pupils_said(self._text):
            said = said_of_party(self._text, sign[0])
            if said and not self._is_grown(said):
                yield sign

    def _young(self, birth: date, civil: bool) -> str:
        """Why somebody is taken for a minor, or nothing; what a civil case is about may be old."""
        if self._act and not civil and is_minor(birth, self._act):
            return _AT_ACT.format(_in_words(self._act))
        if self._latest and is_minor(birth, self._latest):
            return _AT_LATEST.format(_in_words(self._latest))
        return ""

    def _is_grown(self, said: Said) -> bool:
        known = bool(self._latest) and any(said.start <= each[0] < said.end for each in self._born)
        return known or _ADULT_AGE.search(self._text, said.start, said.end) is not None


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _born(text: str) -> Iterator[tuple[int, int, date]]:
    """Where birth dates and identity numbers stand in a folded text, and the birth that each tells."""
    yield from births(text)
    for number in chain.from_iterable(numbers(text)):
        whole = len(number.digits) == 18 and identity.judged(text, number)
        if whole and (birth := identity.birth(number.digits)):
            yield number.start, number.end, birth
