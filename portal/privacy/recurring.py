"""Seeing names that no role word tells: what recurs in a case like a name is likely to be one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from os.path import commonprefix

from portal.privacy.given_names import USUAL
from portal.privacy.name_ends import HAN, goes_on, is_han
from portal.privacy.name_forms import NameForms
from portal.privacy.ordinary_words import ALSO_WORDS, NOT_NAMES
from portal.privacy.persons import Sighting
from portal.privacy.roles import WEAK
from portal.privacy.surnames import COMMON, COMPOUND

_LEADING = frozenset(
    "和与同跟向对将把被由给让叫找是系及为据从有在到因替帮人的称见说后中前时着了下住打骗取借欠还于以即其"
)
"""Characters after which a name may begin in the middle of a sentence."""

_PASSED_TO = frozenset("和与同跟向把将被由给让叫找")
"""Characters after which a person is named to whom something is done."""

_PERSONAL = re.compile(
    r"说|称|讲|供|证|陈述|反映|表示|承认|否认|认为|觉得|报警|报案|打电话|打款|受伤|死亡|驾驶|负责|卖|买|借|住|回|到|去|来"
    r"|[持被将把与和向对给家]|的(?:父|母|妻|夫|儿|女|手机|账户|证言|陈述)"
)
_HANDED = re.compile(r"[转交卖借付还送分汇寄退租打]给了?$")
"""After these somebody is named to whom things or money went, even with two characters."""
_START = re.compile(f"(?<![{HAN}])[{HAN}]|(?<=[{''.join(sorted(_LEADING))}])[{HAN}]")
_PARTS = re.compile(rf"([{HAN}]{{1,6}})·([{HAN}]{{1,6}})(?!·)")
OFTEN = "多次出现"


def recurring(text: str, forms: NameForms, parties: bool) -> Iterator[Sighting]:
    """The likely names in a folded text about a case, each at its first place.

    Where `parties` are named in full, others will be too: then less is asked of a name.
    """
    yield from _with_surname(text, forms, parties)
    yield from _with_dot(text)


def _with_surname(text: str, forms: NameForms, parties: bool) -> Iterator[Sighting]:
    seen: dict[str, int] = {}
    for found in _START.finditer(text):
        start = found.start()
        name = forms.chinese.at(start) if _may_begin(text, start) else None
        if name:
            seen.setdefault(text[start : name.end], start)
    for words, start in seen.items():
        if _is_likely(text, words, forms.chinese.places(words), parties):
            yield Sighting(start, start + len(words), words, OFTEN, WEAK, exact=False)


def _may_begin(text: str, start: int) -> bool:
    begin = text[start : start + 2]
    if begin in COMPOUND:
        return True
    return begin[:1] in COMMON and begin not in NOT_NAMES and begin not in ALSO_WORDS


def _is_likely(text: str, name: str, starts: Sequence[int], parties: bool) -> bool:
    """Whether it is made like a name, ends like one, and recurs or is embedded like one."""
    given = name[2:] if name[:2] in COMPOUND else name[1:]
    ends = [start + len(name) for start in starts]
    ended = sum(goes_on(text, end) for end in ends)
    if not USUAL.issuperset(given) or not ended:
        return False
    acting = any(_PERSONAL.match(text, end) for end in ends)
    if len(starts) == 1:
        (start,) = starts
        if _HANDED.search(text[max(0, start - 3) : start]) and not is_han(text, ends[0]):
            return True
        return len(given) == 2 and (acting or text[start - 1 : start] in _PASSED_TO)
    often = parties and len(ends) > 2 and ended * 4 >= len(ends) * 3
    return len(given) == 2 or often or (acting and ended * 2 >= len(ends))


def _with_dot(text: str) -> Iterator[Sighting]:
    """Names with a dot: what all places with the same characters around the dot share."""
    around: dict[str, list[re.Match[str]]] = defaultdict(list)
    for found in _PARTS.finditer(text):
        around[found[1][-1] + found[2][0]].append(found)
    for places in around.values():
        before = commonprefix([found[1][::-1] for found in places])[::-1]
        after = commonprefix([found[2] for found in places])
        if len(places) > 1 and len(before) > 1 and len(after) > 1:
            name = f"{before}·{after}"
            start = places[0].end(1) - len(before)
            yield Sighting(start, start + len(name), name, OFTEN, WEAK, exact=False)
