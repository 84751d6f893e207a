"""Reading a name of any form at a place of a text where a name is expected."""

import re

from portal.privacy.chinese_names import ChineseNames, Name
from portal.privacy.foreign_names import DottedNames, latin_name
from portal.privacy.given_names import NEVER, USUAL
from portal.privacy.name_ends import HAN, goes_on
from portal.privacy.surnames import COMMON, surname_length

_STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_MASKED = re.compile(rf"[{HAN}]{{1,2}}(?:某+|[*○xX]{{1,3}})(?:[{_STEMS}]{{1,2}}|\d{{1,2}}|)")
_SPACED = re.compile(rf"([{HAN}]) {{1,4}}([{HAN}])(?![{HAN}])")
_WITH_FACTS = re.compile(
    rf"([{HAN}·]{{2,12}}?)(?=[,(] ?(?:男|女|曾用名|又名|别名|化名|绰号|外号|原名|(?:19|20)\d\d"
    rf"|[{HAN}]{{1,3}}族[,)]|公民身份|居民身份|身份证|生于|出生|\d\d岁|时年|现年|殁年|另案|已判|在逃)"
    r"|\n性别)"
)
_SEX = re.compile(r"[,(] ?(?:男|女|曾用名|又名)|\n性别")
_SMALL = re.compile(f"小(?![学时区孩心便腿型车店组吃费路伙额贩名])[{HAN}]")
_NOBODY = re.compile("家属|亲戚|亲属|本人|某|的|单位|公司|未成年|方$")
_NO_NAME = re.compile("[的是系被等某]|家属|亲属|亲戚|近亲|本人|单位|公司|人民|未成年|人员|涉嫌")
_LONGEST_STRANGE = 6
"""So long may a name without a family name and without a dot be."""


class NameForms:
    """The names of one folded text: reads one at a place, weighing all places of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.chinese = ChineseNames(text)
        self.dotted = DottedNames(text)

    def after_role(self, start: int) -> Name | None:
        """The name that begins there, right after a role word; one hidden already as well."""
        return (
            self._masked(start)
            or self._with_facts(start)
            or self.dotted.at(start)
            or self.chinese.at(start, rare=True)
            or self._small(start)
            or self._spaced(start)
            or latin_name(self.text, start)
        )

    def _masked(self, start: int) -> Name | None:
        found = _MASKED.match(self.text, start)
        return Name(start, found.end(), masked=True) if found else None

    def _with_facts(self, start: int) -> Name | None:
        """A name of any kind, because sex, age, people or birth are told right after it."""
        found = _WITH_FACTS.match(self.text, start)
        if not found:
            return None
        name, size = found[1], surname_length(found[1], 0)
        if size and len(name) <= size + 2:
            return None if _NOBODY.search(name) else Name(start, found.end())
        strange = len(name) <= _LONGEST_STRANGE and _SEX.match(self.text, found.end())
        known = ("·" in name or strange) and not _NO_NAME.search(name)
        return Name(start, found.end()) if known else None

    def _small(self, start: int) -> Name | None:
        """A name like 小红, as children are called, that ends there."""
        end = start + 2
        small = _SMALL.match(self.text, start) and self.text[end - 1] in USUAL | COMMON
        return Name(start, end) if small and goes_on(self.text, end) else None

    def _spaced(self, start: int) -> Name | None:
        """A name of two characters that were set apart to be as wide as three."""
        found = _SPACED.match(self.text, start)
        if found and surname_length(found[1], 0) and found[2] not in NEVER:
            return Name(start, found.end())
        return None
