"""Checks for numerals lost on the way: a paragraph that begins with a bare 、 or an empty （）."""

from collections.abc import Iterator, Sequence

from portal.checks.check import Check
from portal.checks.draft import ADVICE, STOP
from portal.checks.lines import Change, Line
from portal.checks.manuscript import Manuscript, Passage, Problem
from portal.numbering import Doubt, Paragraph, Restoration, is_heading_like, label_of, rescue

_COUNTED = frozenset({"p", "h2", "h3", "h4", "li"})
_APART = frozenset({"table", "figure", "blockquote"})


def counted(manuscript: Manuscript) -> list[Passage]:
    """The passages of the body whose numbers count up: not those of tables and quotations."""
    return [each for each in manuscript.passages if each.line and _counts(each.line)]


def _counts(line: Line) -> bool:
    return line.name in _COUNTED and not line.inside & _APART


def _rescued(passages: Sequence[Passage]) -> tuple[list[Restoration], list[Doubt]]:
    return rescue([Paragraph(each.text, is_heading_like(each.text)) for each in passages])


def _lost(manuscript: Manuscript) -> Iterator[Problem]:
    passages = counted(manuscript)
    restorations, doubts = _rescued(passages)
    for each in restorations:
        yield _restored(passages[each.position], each)
    for doubt in doubts:
        if _is_bare(doubt):
            yield passages[doubt.position].problem(
                f"这一段以“、”开头，编号丢了（{doubt.reason}）。请补上编号，或者与上一段接起来。",
                0,
                len(doubt.text),
            )


def _restored(passage: Passage, restoration: Restoration) -> Problem:
    before, after = restoration.before, restoration.after
    label = label_of(before)
    place = label.place if label else 0
    start = len(before[:place].rstrip())
    numeral = after[start : len(after) - len(before[place:])]
    return passage.problem(
        f"这一段开头的编号丢了，按前后顺序应当是“{numeral}”。",
        0,
        len(before),
        f"补上“{numeral}”",
        [Change(start, place, numeral)],
    )


def _doubtful(manuscript: Manuscript) -> Iterator[Problem]:
    passages = counted(manuscript)
    for doubt in _rescued(passages)[1]:
        if not _is_bare(doubt):
            yield passages[doubt.position].problem(
                f"这一段的开头像是丢了编号（{doubt.reason}），请核对。", 0, len(doubt.text)
            )


def _is_bare(doubt: Doubt) -> bool:
    return doubt.text.lstrip().startswith("、")


NUMERAL_LOST = Check(
    "numeral-lost", STOP, "从 Word 粘贴时，自动编号常常只剩下“、”，读者不知道是第几条。", _lost
)
NUMERAL_DOUBTFUL = Check("numeral-doubtful", ADVICE, "段首的空括号多半是丢了编号。", _doubtful)
