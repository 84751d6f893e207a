"""Checks of the title: there is one, it is short, it does not end like a sentence."""

from collections.abc import Iterator

from portal.checks.characters import has_words
from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Problem

LONGEST = 100

_NOT_AT_END = "。，、；：,;"


def _missing(manuscript: Manuscript) -> Iterator[Problem]:
    title = manuscript.draft.title.strip()
    if not title:
        yield Problem("title", "还没有标题，请填写。")
    elif not has_words(title):
        yield Problem("title", "标题里只有标点，没有文字，请重新填写。", title)


def _long(manuscript: Manuscript) -> Iterator[Problem]:
    length = len(manuscript.draft.title.strip())
    if length > LONGEST:
        yield Problem("title", f"标题有 {length} 个字，最多 {LONGEST} 个，请缩短。")


def _end(manuscript: Manuscript) -> Iterator[Problem]:
    title = manuscript.passages[0]
    span = len(title.text.rstrip(_NOT_AT_END + " ")), len(title.text.rstrip())
    if span[0] < span[1] and has_words(title.text):
        sentence = "标题末尾不用这个标点，请删去。"
        yield title.problem(sentence, *span, "删去末尾的标点", [Change(*span, "")])


TITLE_MISSING = Check(
    "title-missing", STOP, "没有标题，列表、搜索和读屏软件都无法指明这篇文章。", _missing
)
TITLE_LONG = Check("title-long", STOP, "标题太长，在手机上看不完，读屏时也记不住。", _long)
TITLE_END = Check("title-end", ADVICE, "标题不是句子，末尾不用句号、逗号。", _end)
