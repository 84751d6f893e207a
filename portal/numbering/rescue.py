"""Lost numerals that counting restores.

Numbers are counted level by level: 一、 then （一） then 1. then （1）. A count starts afresh under each
higher number and after 附件 or 第二章. Within one count a heading that begins with a bare 、 or （） is
certain to be the next number in two places only:

- between two surviving numbers, or before the first, when the orphans fill the gap exactly;
- after the last surviving number, when everything before it counts up from one without a gap, the
  surviving numbers look alike (all headings or all paragraphs) and only one kind of numeral uses
  the mark in this document.

Everything else is left as it is and named as a doubt, with the reason.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from portal.numbering.labels import ARABIC, CHINESE, Label, label_of
from portal.numerals import to_chinese

NOTHING_TO_COUNT = "同级的编号都丢了，无从数起"
DOES_NOT_FIT = "前后的编号对不上"
NO_HEADING = "它不像同级的标题，可能是断开的句子"
NOT_SURE = "后面没有编号可以核对，而前面的编号不连续或写法不一"
HALF_BRACKET = "编号只剩半个括号"

_FRESH_START = re.compile(
    r"\s*(?:附[件录表]|附[:：]|第[一二三四五六七八九十百]+(?:章|节|编|篇|部分))"
)
_FRESH_LEVEL, _UNKNOWN_LEVEL = -1, 9
_FINISHED = "。！？；：…!?;:."
_CLOSERS = "”’』」）)】》\"' "


@dataclass(frozen=True)
class Paragraph:
    """One block of a document, in order; `is_heading` when it stands alone like a heading."""

    text: str
    is_heading: bool


@dataclass(frozen=True)
class Restoration:
    """A numeral put back into the paragraph at `position`: its whole text before and after."""

    position: int
    before: str
    after: str


@dataclass(frozen=True)
class Doubt:
    """A paragraph that lost its numeral and is left as it is, with the reason in words."""

    position: int
    text: str
    reason: str


@dataclass(frozen=True)
class _Entry:
    """A paragraph that counts; `stray`: it lost its numeral and may be no heading at all."""

    position: int
    label: Label
    is_heading: bool
    stray: bool

    @property
    def style(self) -> tuple[str, str]:
        return self.label.mark, self.label.system

    @property
    def number(self) -> int | None:
        return self.label.number

    @property
    def level(self) -> int:
        if not self.label.mark:
            return _FRESH_LEVEL
        return _UNKNOWN_LEVEL if self.stray or self.label.level is None else self.label.level


# Each orphan with the number that counting gives it, or with the reason why it gets none.
_Outcomes = Iterator[tuple[_Entry, int | str]]


def rescue(paragraphs: Sequence[Paragraph]) -> tuple[list[Restoration], list[Doubt]]:
    """The numerals that counting makes certain, and the lost ones that it does not settle."""
    restorations, doubts = [], []
    entries = _entries(paragraphs)
    for entry, outcome in sorted(_outcomes(entries), key=lambda pair: pair[0].position):
        text = paragraphs[entry.position].text
        if isinstance(outcome, str):
            doubts.append(Doubt(entry.position, text, outcome))
        else:
            filled = _with_numeral(text, entry.label, outcome)
            restorations.append(Restoration(entry.position, text, filled))
    return restorations, doubts


def _with_numeral(text: str, label: Label, number: int) -> str:
    numeral = to_chinese(number) if label.system == CHINESE else str(number)
    return text[: label.place].rstrip() + numeral + text[label.place :]


def _entries(paragraphs: Sequence[Paragraph]) -> list[_Entry]:
    """The labelled paragraphs and the fresh starts, which have an empty mark."""
    labels = _adopted([label_of(paragraph.text) for paragraph in paragraphs])
    looks = {
        (label.mark, label.system, paragraph.is_heading)
        for label, paragraph in zip(labels, paragraphs, strict=True)
        if label and label.number is not None
    }
    entries, before = [], ""
    for position, (label, paragraph) in enumerate(zip(labels, paragraphs, strict=True)):
        if _FRESH_START.match(paragraph.text):
            entries.append(_Entry(position, Label("", "", 0, 0), paragraph.is_heading, False))
        elif label:
            alike = (label.mark, label.system, paragraph.is_heading) in looks
            stray = label.number is None and not (alike and _is_finished(before))
            entries.append(_Entry(position, label, paragraph.is_heading, stray))
        before = "" if label else paragraph.text
    return entries


def _adopted(labels: Sequence[Label | None]) -> list[Label | None]:
    """The labels, each lost one with the system that the survivors of its mark use (一 before 1)."""
    survivors = {(label.mark, label.system) for label in labels if label}
    adopted: list[Label | None] = []
    for label in labels:
        if label and not label.system:
            systems = (system for system in (CHINESE, ARABIC) if (label.mark, system) in survivors)
            label = replace(label, system=next(systems, ""))
        adopted.append(label)
    return adopted


def _is_finished(text: str) -> bool:
    """Whether a paragraph ends where a sentence ends; an empty one (a picture) does."""
    end = text.rstrip(_CLOSERS)[-1:]
    return not end or end in _FINISHED


def _outcomes(entries: Sequence[_Entry]) -> _Outcomes:
    """Count every style that lost numerals, scope by scope."""
    lost = [entry for entry in entries if entry.number is None]
    survivors = {entry.style for entry in entries if entry.number is not None}
    for mark, system in {entry.style for entry in lost}:
        if system:
            only_use = sum(other == mark for other, _ in survivors) == 1
            for scope in _scopes(entries, (mark, system)):
                yield from _count(scope, only_use)
        else:
            reason = HALF_BRACKET if mark == ")" else NOTHING_TO_COUNT
            yield from ((entry, reason) for entry in lost if entry.style == (mark, system))


def _scopes(entries: Sequence[_Entry], style: tuple[str, str]) -> Iterator[list[_Entry]]:
    """The entries of one style, parted where a higher number or a fresh start comes between."""
    level = Label(*style, None, 0).level or 0
    scope: list[_Entry] = []
    for entry in entries:
        if entry.style == style:
            scope.append(entry)
        elif entry.level < level:
            yield scope
            scope = []
    yield scope


def _count(scope: Sequence[_Entry], only_use: bool) -> _Outcomes:
    """Number the orphans of one scope; an orphan that is not certain gets a reason."""
    alike = len({entry.is_heading for entry in scope if entry.number is not None}) == 1
    last, sound = 0, alike
    pending: list[_Entry] = []
    for entry in scope:
        if entry.number is None:
            pending.append(entry)
            continue
        if entry.number == 1 and last:
            yield from _settled(pending, last, sound and only_use)
            sound = alike
        else:
            fits = sum(not orphan.stray for orphan in pending) == entry.number - last - 1
            yield from _filled(pending, last) if fits else _left(pending, DOES_NOT_FIT)
            sound = sound and fits
        last, pending = entry.number, []
    if last:
        yield from _settled(pending, last, sound and only_use)
    else:
        yield from _left(pending, NOTHING_TO_COUNT)


def _settled(pending: Sequence[_Entry], last: int, certain: bool) -> _Outcomes:
    """Orphans with no number after them: certain only up to the first stray."""
    strays = [index for index, orphan in enumerate(pending) if orphan.stray]
    known = (strays[0] if strays else len(pending)) if certain else 0
    yield from _filled(pending[:known], last)
    yield from _left(pending[known:], NOT_SURE)


def _filled(pending: Iterable[_Entry], last: int) -> _Outcomes:
    for orphan in pending:
        last += not orphan.stray
        yield orphan, NO_HEADING if orphan.stray else last


def _left(pending: Iterable[_Entry], reason: str) -> _Outcomes:
    for orphan in pending:
        yield orphan, NO_HEADING if orphan.stray else reason
