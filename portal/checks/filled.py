"""Checks that what every article needs is filled in: body, summary, keywords, source."""

from collections.abc import Iterator

from portal.checks.characters import has_words
from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP
from portal.checks.manuscript import Manuscript, Problem

_WITHOUT_BODY = frozenset({"pictures", "videos"})
"""Kinds whose articles may consist of their pictures or their video."""


def _body(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.draft.kind in _WITHOUT_BODY:
        return
    has_picture = any(True for _ in manuscript.elements("img"))
    if not has_picture and not any(has_words(line.text) for line in manuscript.lines):
        yield Problem("body", "正文还是空的，请写上内容；只发附件时，也请用一两句话说明。")


def _summary(manuscript: Manuscript) -> Iterator[Problem]:
    if not has_words(manuscript.draft.summary):
        yield Problem("summary", "还没有摘要。请用一两句话写出最要紧的内容，列表和搜索里会用到。")


def _keywords(manuscript: Manuscript) -> Iterator[Problem]:
    if not any(map(has_words, manuscript.draft.keywords)):
        yield Problem("keywords", "还没有关键词。请填两三个读者会用来搜索的词。")


def _source(manuscript: Manuscript) -> Iterator[Problem]:
    if not has_words(manuscript.draft.source):
        yield Problem("source", "还没有来源。本院写的填本院名称，转载的填原来的单位。")


BODY_EMPTY = Check("body-empty", STOP, "没有内容的页面会让读者白跑一趟。", _body)
SUMMARY_MISSING = Check("summary-missing", ADVICE, "有了摘要，读者不打开也知道说什么。", _summary)
KEYWORDS_MISSING = Check("keywords-missing", ADVICE, "关键词写进网页信息，便于检索。", _keywords)
SOURCE_MISSING = Check("source-missing", ADVICE, "网页规范要求每篇文章标明来源。", _source)
