"""Check for struck-out text: what a tracked change of Word deleted would be published with a line."""

from collections.abc import Iterator
from functools import partial

from portal.checks.check import Check
from portal.checks.draft import ADVICE
from portal.checks.lines import Mark
from portal.checks.manuscript import Manuscript, Problem


def _struck(manuscript: Manuscript) -> Iterator[Problem]:
    for line in manuscript.lines:
        for mark in line.marked("s"):
            words = line.text[mark.start : mark.end]
            yield manuscript.problem(
                line,
                f"“{words[:20]}”带着删除线，可能是 Word 修订中已经删掉的文字，发布后人人看得见。",
                "删去这些文字",
                partial(_delete, mark),
                (mark.start, mark.end),
            )


def _delete(mark: Mark) -> None:
    mark.holder.children.remove(mark.element)


TEXT_STRUCK = Check("text-struck", ADVICE, "Word 修订里删掉的话会带着删除线一起发布出去。", _struck)
