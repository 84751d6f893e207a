"""Checks (检查): rules run on a draft. A new check is one file here and one name in `CHECKS`.

A *stop* keeps a draft from being submitted; *advice* leaves the decision to the editor.
"""

from collections.abc import Iterator

from portal.checks.attachments import ATTACHMENT_TITLE
from portal.checks.brackets import BRACKETS_UNPAIRED
from portal.checks.check import Check
from portal.checks.confusions import CONFUSION
from portal.checks.dates import DATE_DISTANT, DATE_IMPOSSIBLE, WEEKDAY_WRONG
from portal.checks.documents import NUMBER_BRACKETS, NUMBER_FORM, NUMBER_IN_TEXT
from portal.checks.doubled import CHARACTER_DOUBLED, PHRASE_DOUBLED
from portal.checks.draft import ADVICE, STOP, Draft, Finding, PictureUse
from portal.checks.fake_headings import HEADING_FAKE
from portal.checks.filled import BODY_EMPTY, KEYWORDS_MISSING, SOURCE_MISSING, SUMMARY_MISSING
from portal.checks.headings import HEADING_EMPTY, HEADING_SKIPPED
from portal.checks.lengths import PARAGRAPH_LONG, SENTENCE_LONG
from portal.checks.links import LINK_BARE, LINK_EMPTY, LINK_INSECURE, LINK_NOWHERE, LINK_WORDS
from portal.checks.lost_numerals import NUMERAL_DOUBTFUL, NUMERAL_LOST
from portal.checks.manuscript import Manuscript, Problem
from portal.checks.names import NAME_NEAR_MISS
from portal.checks.notices import EXPIRY_MISSING, EXPIRY_PAST
from portal.checks.personal_data import JUVENILE_CASE, PERSONAL_DATA, PERSONAL_NUMBER
from portal.checks.pictures import (
    PICTURE_ALT,
    PICTURE_ALT_LONG,
    PICTURE_ALT_WORDS,
    PICTURE_CAPTIONED,
    PICTURE_ONLY,
)
from portal.checks.punctuation import HALF_WIDTH, PUNCTUATION_REPEATED
from portal.checks.repeats import PARAGRAPH_TWICE, TITLE_REPEATED
from portal.checks.sequence import NUMBERING_JUMPS
from portal.checks.spaces import SPACES_IN_WORD, SPACES_MANY
from portal.checks.stories import (
    STORY_PICTURES,
    STORY_WORDS,
    VIDEO_CAPTIONS,
    VIDEO_MISSING,
    VIDEO_TRANSCRIPT,
)
from portal.checks.struck import TEXT_STRUCK
from portal.checks.tables import TABLE_BLANK_HEADERS, TABLE_EMPTY, TABLE_FRAME, TABLE_HEADERS
from portal.checks.titles import TITLE_END, TITLE_LONG, TITLE_MISSING
from portal.errors import Refused

CHECKS: tuple[Check, ...] = (
    TITLE_MISSING,
    TITLE_LONG,
    BODY_EMPTY,
    PICTURE_ALT,
    PICTURE_ALT_WORDS,
    LINK_EMPTY,
    LINK_WORDS,
    NUMERAL_LOST,
    STORY_PICTURES,
    STORY_WORDS,
    VIDEO_MISSING,
    VIDEO_CAPTIONS,
    VIDEO_TRANSCRIPT,
    JUVENILE_CASE,
    PERSONAL_NUMBER,
    NUMBER_BRACKETS,
    EXPIRY_PAST,
    TITLE_END,
    TITLE_REPEATED,
    PERSONAL_DATA,
    SUMMARY_MISSING,
    KEYWORDS_MISSING,
    SOURCE_MISSING,
    EXPIRY_MISSING,
    HEADING_SKIPPED,
    HEADING_EMPTY,
    HEADING_FAKE,
    NUMERAL_DOUBTFUL,
    NUMBERING_JUMPS,
    PARAGRAPH_TWICE,
    PARAGRAPH_LONG,
    SENTENCE_LONG,
    NAME_NEAR_MISS,
    CONFUSION,
    CHARACTER_DOUBLED,
    PHRASE_DOUBLED,
    HALF_WIDTH,
    PUNCTUATION_REPEATED,
    BRACKETS_UNPAIRED,
    SPACES_MANY,
    SPACES_IN_WORD,
    DATE_IMPOSSIBLE,
    DATE_DISTANT,
    WEEKDAY_WRONG,
    NUMBER_FORM,
    NUMBER_IN_TEXT,
    TEXT_STRUCK,
    TABLE_HEADERS,
    TABLE_BLANK_HEADERS,
    TABLE_FRAME,
    TABLE_EMPTY,
    PICTURE_ALT_LONG,
    PICTURE_CAPTIONED,
    PICTURE_ONLY,
    LINK_BARE,
    LINK_INSECURE,
    LINK_NOWHERE,
    ATTACHMENT_TITLE,
)
"""Every check: stops first. Findings at the same place come in this order."""

_MOST = 100
"""Findings of one check: who has so many needs the first hundred to see why."""

_BEFORE_BODY = (
    *("title", "subtitle", "author", "source", "editor", "summary"),
    *("keywords", "cover", "expires"),
)
_FIELDS = {field: order for order, field in enumerate((*_BEFORE_BODY, "body"))}


def run(draft: Draft) -> list[Finding]:
    """What the checks find: stops first, then advice, each in reading order.

    A key is the check's own and an ordinal from 1; the same draft always gets the same keys.
    """
    return [finding for finding, _ in _found(draft, CHECKS)]


def repaired(draft: Draft, key: str) -> Draft:
    """The draft with the repair of that finding made.

    Raises Refused when the draft has no such finding any more, or it has no repair.
    """
    checks = [check for check in CHECKS if check.key == key.partition(":")[0]]
    for finding, problem in _found(draft, checks):
        if finding.key == key and problem.mend:
            return problem.mend()
    raise Refused("这个问题已经不在了，或者不能自动修改。请重新检查一遍。")


def _found(draft: Draft, checks: tuple[Check, ...] | list[Check]) -> list[tuple[Finding, Problem]]:
    manuscript = Manuscript(draft)
    found = [pair for check in checks for pair in _numbered(check, manuscript)]
    return sorted(found, key=lambda pair: (pair[0].level != STOP, *_place(pair[1])))


def _numbered(check: Check, manuscript: Manuscript) -> Iterator[tuple[Finding, Problem]]:
    problems = sorted(check.find(manuscript), key=_place)
    for ordinal, each in enumerate(problems[:_MOST], 1):
        yield (
            Finding(
                f"{check.key}:{ordinal}",
                check.level,
                each.field,
                each.sentence,
                each.quote,
                each.block,
                each.repair,
            ),
            each,
        )


def _place(problem: Problem) -> tuple[int, int, int]:
    """Where a problem stands in the form: its field, its block, its place in that."""
    block = -1 if problem.block is None else problem.block
    return _FIELDS.get(problem.field, len(_FIELDS)), block, problem.offset


__all__ = [
    "ADVICE",
    "CHECKS",
    "STOP",
    "Check",
    "Draft",
    "Finding",
    "PictureUse",
    "repaired",
    "run",
]
