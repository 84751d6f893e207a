"""Checks of document numbers: the year of a 文号 stands in 〔 〕."""

import re
from collections.abc import Iterator
from dataclasses import replace

from portal.checks.characters import HAN
from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP, Draft
from portal.checks.lines import Change
from portal.checks.manuscript import Manuscript, Problem

_OPEN, _CLOSE = r"[\[［(（【〖「﹝{]", r"[\]］)）】〗」﹞}]"
_WRONG = re.compile(rf"(?:{_OPEN}|〔)\s?(?P<year>(?:19|20)\d\d)\s?(?:{_CLOSE}|〕)")
_RIGHT = re.compile(
    r"\S*[^\s\d]\S*〔(?:19|20)\d\d〕\S*\d+(?:-\d+)?号(?:之[一二三四五六七八九十]+)?"
)
_LONGEST = 60

# A court's number begins with its bracket and is right: （2025）示0101刑初12号.
_IN_TEXT = re.compile(
    rf"(?<=[{HAN}])(?:{_OPEN}(?P<year>(?:19|20)\d\d)(?:{_CLOSE}|〕)|〔(?P<half>(?:19|20)\d\d){_CLOSE})(?=第?\d+号)"
)


def _number(manuscript: Manuscript) -> str:
    if manuscript.draft.kind != "documents":
        return ""
    return str(manuscript.draft.details.get("number") or "").strip()


def mended(number: str) -> str:
    """A 文号 with its year in 〔 〕, whatever brackets it had."""
    return _WRONG.sub(r"〔\g<year>〕", number)


def _brackets(manuscript: Manuscript) -> Iterator[Problem]:
    draft, number = manuscript.draft, _number(manuscript)
    right = mended(number)
    if number and right != number:

        def mend() -> Draft:
            return replace(draft, details={**draft.details, "number": right})

        sentence = f"文号里的年份要用六角括号，应当写成“{right}”。"
        yield Problem("details.number", sentence, number, repair="改成六角括号〔 〕", mend=mend)


def _form(manuscript: Manuscript) -> Iterator[Problem]:
    number = _number(manuscript)
    if number and not _RIGHT.fullmatch(mended(number)[:_LONGEST]):
        yield Problem(
            "details.number",
            f"文号“{number[:40]}”不像“示检刑诉〔2026〕12号”这样的写法，请核对。",
            number[:30],
        )


def _in_text(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        for found in _IN_TEXT.finditer(passage.text):
            right = f"〔{found['year'] or found['half']}〕"
            yield passage.problem(
                f"文号里的年份要用六角括号，“{found[0]}”应当是“{right}”。",
                *found.span(),
                f"改为“{right}”",
                [Change(*found.span(), right)],
            )


NUMBER_BRACKETS = Check(
    "number-brackets", STOP, "文号的写法有国家标准，写错了按文号查不到。", _brackets
)
NUMBER_FORM = Check("number-form", ADVICE, "文号由机关代字、年份和顺序号组成。", _form)
NUMBER_IN_TEXT = Check("number-in-text", ADVICE, "正文里引用文号，年份同样用六角括号。", _in_text)
