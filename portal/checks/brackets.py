"""Check of brackets, quotation marks and title marks: each that opens closes, in the same form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Passage, Problem

_CLOSING = dict(zip("（(《〈【〔「『“‘", "）)》〉】〕」』”’", strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_OTHER_WIDTH = {("（", ")"): "）", ("(", "）"): ")"}
_SPEECH = frozenset("“”‘’「」『』")
"""Marks that may open in one paragraph and close in a later one."""

_MARK = re.compile(f"[{re.escape(''.join((*_CLOSING, *_OPENING)))}]")
# 1） a) 一） ① ）: numbers of items; don’t: an apostrophe.
_NO_MARK = re.compile(
    r"(?<![0-9A-Za-z])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])(?P<bracket>[)）])"
    r"|(?<=[A-Za-z])(?P<apostrophe>’)"
)
_AROUND = 12
_DEEPEST = 8
"""How many open marks a closing one is held against."""


@dataclass(frozen=True, eq=False)
class _Open:
    passage: Passage
    mark: str
    at: int

    @property
    def begins(self) -> bool:
        """Whether it is the first character of its paragraph."""
        return not self.passage.text[: self.at].strip()


@dataclass
class _Reading:
    """What is open while passages are read one after another."""

    brackets: list[_Open] = field(default_factory=list)
    speech: list[_Open] = field(default_factory=list)

    def read(self, passage: Passage) -> Iterator[Problem]:
        """The problems up to the end of a paragraph; only speech stays open."""
        excused = _item_brackets(passage.text)
        before, self.brackets = list(self.speech), []
        for found in _MARK.finditer(passage.text):
            here = _Open(passage, found[0], found.start())
            stack = self.speech if here.mark in _SPEECH else self.brackets
            if here.mark in _CLOSING:
                self._continue_speech(here, before)
                stack.append(here)
            elif stack or here.at not in excused:
                yield from _closed(stack, here)
        yield from map(_never_closed, self.brackets)

    def _continue_speech(self, here: _Open, before: list[_Open]) -> None:
        """Speech of several paragraphs opens each of them, but closes only the last."""
        if here.begins and before and before[-1].mark == here.mark and before[-1].begins:
            self.speech.remove(before.pop())


def _unpaired(manuscript: Manuscript) -> Iterator[Problem]:
    body = _Reading()
    for passage in manuscript.passages:
        reading = body if passage.line else _Reading()
        yield from reading.read(passage)
        if reading is not body:
            yield from map(_never_closed, reading.speech)
    yield from map(_never_closed, body.speech)


def _item_brackets(text: str) -> set[int]:
    """Where a closing bracket or mark is no pair's half: after the number of an item, in don’t."""
    return {found.end() - 1 for found in _NO_MARK.finditer(text)}


def _closed(stack: list[_Open], here: _Open) -> Iterable[Problem]:
    if not any(_fits(each.mark, here.mark) for each in stack[-_DEEPEST:]):
        return [_problem(here, f"“{here.mark}”前面没有“{_OPENING[here.mark]}”，请核对。")]
    problems = []
    while not _fits(stack[-1].mark, here.mark):
        problems.append(_never_closed(stack.pop()))
    opening = stack.pop()
    if _CLOSING[opening.mark] != here.mark:
        problems.append(_mixed(opening, here))
    return problems


def _fits(opening: str, closing: str) -> bool:
    return _CLOSING[opening] == closing or (opening, closing) in _OTHER_WIDTH


def _mixed(opening: _Open, here: _Open) -> Problem:
    sentence = f"括号一半全角一半半角：“{opening.mark}”配了“{here.mark}”。"
    changes = [Change(here.at, here.at + 1, "）")]
    if opening.passage is here.passage:
        changes.append(Change(opening.at, opening.at + 1, "（"))
    return _problem(here, sentence, "都改成全角括号", changes)


def _never_closed(opening: _Open) -> Problem:
    wanted = _CLOSING[opening.mark]
    return _problem(opening, f"“{opening.mark}”后面没有“{wanted}”，请补上或者删去。")


def _problem(
    here: _Open, sentence: str, repair: str = "", changes: Iterable[Change] = ()
) -> Problem:
    start, end = max(here.at - _AROUND, 0), here.at + 1
    if here.mark in _CLOSING:
        start, end = here.at, here.at + _AROUND
    return here.passage.problem(sentence, start, end, repair, changes)


BRACKETS_UNPAIRED = Check(
    "brackets-unpaired", ADVICE, "括号、引号、书名号少了一半，意思就断错了。", _unpaired
)
