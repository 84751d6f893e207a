"""Checks for personal data: numbers of people that must not be published, and cases of minors."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from portal import privacy
from portal.checks.asides import asides
from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Passage, Problem
from portal.privacy import KINDS, Detection

_BARRED = {"id-number": 6, "passport": 1}
"""What stands in no article, and how many of its first signs a mask leaves."""
_BARRED_IN_ANONYMISED = {**_BARRED, "bank-card": 4, "phone": 3}
_DOUBTFUL = {"bank-card": 4, "phone": 3, "plate": 2, "birth-date": 0, "certificate": 0}


def _barred(manuscript: Manuscript) -> Iterator[Problem]:
    kinds = _BARRED_IN_ANONYMISED if manuscript.draft.anonymised else _BARRED
    for passage, start, each in _found(manuscript):
        if each.kind in kinds:
            sentence = f"这里写着{KINDS[each.kind]}，公开会泄露个人信息，请遮住或者删去。"
            yield _problem(passage, start, each, sentence, kinds[each.kind])


def _doubtful(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.anonymised:
        return
    for passage, start, each in _found(manuscript):
        if each.kind in _DOUBTFUL:
            sentence = (
                f"这里写着{KINDS[each.kind]}。如果是个人的，请遮住；办公用的可以保留，请核对。"
            )
            yield _problem(passage, start, each, sentence, _DOUBTFUL[each.kind])


def _problem(passage: Passage, start: int, found: Detection, sentence: str, kept: int) -> Problem:
    end = start + len(found.text)
    mask = privacy.masked(found.kind, found.text, kept)
    return passage.problem(sentence, start, end, "遮住", [Change(start, end, mask)])


def _found(manuscript: Manuscript) -> Iterator[tuple[Passage, int, Detection]]:
    """What is certain in each text, with its place there; all of them are read as one."""
    passages = _texts(manuscript)
    starts = list(accumulate((len(each.text) + 1 for each in passages), initial=0))
    for each in _certain("\n".join(passage.text for passage in passages)):
        number = bisect_right(starts, each.start) - 1
        yield passages[number], each.start - starts[number], each


def _texts(manuscript: Manuscript) -> list[Passage]:
    return [*manuscript.passages, *asides(manuscript)]


@lru_cache(maxsize=4)
def _certain(text: str) -> tuple[Detection, ...]:
    """The last texts are kept: two checks ask for the same one."""
    return tuple(each for each in privacy.find(text) if each.certain)


def _juvenile(manuscript: Manuscript) -> Iterator[Problem]:
    if not manuscript.draft.anonymised:
        return
    for passage in _texts(manuscript):
        if stop := privacy.juvenile(passage.text):
            yield passage.problem(f"这份文书不能公开：{stop.why}", stop.start, stop.end)
            return


JUVENILE_CASE = Check(
    "juvenile-case", STOP, "涉及未成年人的法律文书一律不公开，采编台里不能放行。", _juvenile
)
PERSONAL_NUMBER = Check(
    "personal-number", STOP, "身份证号码这样的号码能认出一个人，公示名单里也不能写全。", _barred
)
PERSONAL_DATA = Check(
    "personal-data", ADVICE, "手机、账号、车牌和出生日期如果是个人的，公开以前要遮住。", _doubtful
)
