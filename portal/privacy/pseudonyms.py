"""What persons are called instead of their names: 李某甲, 李某乙, one for each, always the same."""

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from portal.privacy.detection import Detection
from portal.privacy.name_ends import HAN
from portal.privacy.surnames import surname_length


class Naming(StrEnum):
    """How persons are called: 李某甲 always, or 李某某 where nobody else has that family name."""

    STEMS = "stems"
    PLAIN = "plain"


_STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_TAKEN = re.compile(rf"[{HAN}A-Z]某(?:[{_STEMS}]|\d{{1,3}})")


def pseudonyms(
    text: str, detections: Iterable[Detection], naming: Naming = Naming.STEMS
) -> dict[str, str]:
    """A pseudonym for each person key, in order of first mention.

    Those that stand in the text already are not given again. Who is called by less first, as 老陈,
    is named by what is certain.
    """
    taken = {found[0] for found in _TAKEN.finditer(text)}
    counts: Counter[str] = Counter()
    kept: dict[str, str] = {}
    mentions = _mentions(detections)
    for each in mentions:
        kept.setdefault(each.person, "")
    for each in sorted(mentions, key=lambda one: not one.certain):
        kept[each.person] = kept[each.person] or _kept(each.text)
    alike = Counter(each[-1] for each in kept.values())
    names: dict[str, str] = {}
    for person, beginning in kept.items():
        plain = f"{beginning}某某"
        alone = naming is Naming.PLAIN and alike[beginning[-1]] == 1 and plain not in text
        names[person] = plain if alone else _next(beginning, counts, taken)
    return names


def _mentions(detections: Iterable[Detection]) -> list[Detection]:
    people = [each for each in detections if each.kind in ("name", "minor") and each.person]
    return sorted(people, key=lambda each: each.start)


def _kept(name: str) -> str:
    """What stays of a name: the family name, of others the first character."""
    return name[0].upper() if "·" in name else name[: max(1, surname_length(name, 0))].upper()


def _next(kept: str, counts: Counter[str], taken: set[str]) -> str:
    """The next pseudonym of that beginning which nobody has."""
    while True:
        counts[kept] += 1
        number = counts[kept]
        mark = _STEMS[number - 1] if number <= len(_STEMS) else str(number)
        if f"{kept[-1]}某{mark}" not in taken:
            return f"{kept}某{mark}"
