"""Check of numbered paragraphs: 一、 is followed by 二、, and no number comes twice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Change
from portal.checks.lost_numerals import counted
from portal.checks.manuscript import Manuscript, Passage, Problem
from portal.numbering import CHINESE, Label, label_of
from portal.numerals import to_chinese

_FRESH_START = re.compile(
    r"\s*(?:附[件录表]|附[:：]|第[一二三四五六七八九十百]+(?:[章节编篇]|部分|条))"
)
_NUMERAL = re.compile(r"(?:[一二三四五六七八九十百零〇]+|[0-9]{1,2})\s*$")


@dataclass(frozen=True)
class _Numbered:
    passage: Passage
    label: Label
    number: int

    def renumbered(self, shift: int) -> Change:
        """The change that makes the number so much smaller."""
        found = _NUMERAL.search(self.passage.text[: self.label.place])
        start, end = found.span() if found else (self.label.place, self.label.place)
        return Change(start, end, self.spelled(self.number - shift))

    def spelled(self, number: int) -> str:
        """A number as the numbers of this paragraph are written."""
        return to_chinese(number) if self.label.system == CHINESE else str(number)


def _jumps(manuscript: Manuscript) -> Iterator[Problem]:
    for scope in _scopes(manuscript):
        for index in range(1, len(scope)):
            before, here = scope[index - 1], scope[index]
            if here.number not in (before.number + 1, 1):
                yield _problem(manuscript, scope, index, before.number + 1)


def _problem(
    manuscript: Manuscript, scope: Sequence[_Numbered], index: int, expected: int
) -> Problem:
    here, before = scope[index], scope[index - 1]
    what = "重复了" if here.number == before.number else "跳号了"
    wanted, shift = here.spelled(expected), here.number - expected
    following = scope[index : _end(scope, index)]
    line = here.passage.line
    assert line  # counted passages are lines of the body  # noqa: S101

    def renumber() -> None:
        for each in following:
            if each.passage.line:
                each.passage.line.change([each.renumbered(shift)])

    return manuscript.problem(
        line,
        f"编号{what}：“{before.spelled(before.number)}”后面是“{here.spelled(here.number)}”，"
        f"应当是“{wanted}”。也可能漏了一段，请核对。",
        f"从这里起顺次改为“{wanted}”",
        renumber,
    )


def _end(scope: Sequence[_Numbered], index: int) -> int:
    """Where the numbers that count up from `index` without a gap end."""
    for end in range(index + 1, len(scope)):
        if scope[end].number != scope[end - 1].number + 1:
            return end
    return len(scope)


def _scopes(manuscript: Manuscript) -> list[list[_Numbered]]:
    """The numbered paragraphs that count together, parted where a higher number comes between."""
    scopes: list[list[_Numbered]] = []
    open_scopes: dict[int, list[_Numbered]] = {}
    for passage in counted(manuscript):
        label = label_of(passage.text)
        # What comes after a lost numeral cannot be judged before that is put back.
        if _FRESH_START.match(passage.text) or (label and label.number is None):
            open_scopes = {}
        if label is None or label.level is None or label.number is None:
            continue
        open_scopes = {key: value for key, value in open_scopes.items() if key <= label.level}
        scope = open_scopes.setdefault(label.level, [])
        if not scope:
            scopes.append(scope)
        scope.append(_Numbered(passage, label, label.number))
    return scopes


NUMBERING_JUMPS = Check(
    "numbering-jumps", ADVICE, "跳号或重号，读者会以为少了一段，引用时也会引错。", _jumps
)
