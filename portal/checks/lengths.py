"""Checks of length: sentences and paragraphs that nobody can read in one breath."""

import re
from collections.abc import Iterator

from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.manuscript import Manuscript, Passage, Problem

LONGEST_SENTENCE = 120
LONGEST_PARAGRAPH = 500

_SENTENCE = re.compile(r"[^。；？！…\n;?!]+")
_SOUND = re.compile(r"[A-Za-z0-9./_-]+|\S")
"""What counts as one: a character, or a word or number of Latin letters and digits."""

_LEGAL = "documents"
"""Legal documents are published as they were served: nobody may shorten their sentences."""


def _prose(manuscript: Manuscript) -> Iterator[Passage]:
    if manuscript.draft.kind != _LEGAL:
        for passage in manuscript.passages:
            if passage.line and passage.line.name in ("p", "li"):
                yield passage


def _sentences(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in _prose(manuscript):
        for found in _SENTENCE.finditer(passage.text):
            length = len(_SOUND.findall(found[0]))
            if length > LONGEST_SENTENCE:
                yield passage.problem(
                    f"这一句有 {length} 个字没有断开，可能漏了句号。请分成几句。", *found.span()
                )


def _walls(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in _prose(manuscript):
        longest = max(map(len, passage.text.split("\n")))
        if longest > LONGEST_PARAGRAPH:
            yield passage.problem(
                f"这一段有 {longest} 个字，手机上要翻好几屏。请分成几段。", 0, len(passage.text)
            )


SENTENCE_LONG = Check(
    "sentence-long", ADVICE, "一句话超过 120 个字，多半漏了句号，听的人也记不住开头。", _sentences
)
PARAGRAPH_LONG = Check("paragraph-long", ADVICE, "大段文字在手机上看不到头。", _walls)
