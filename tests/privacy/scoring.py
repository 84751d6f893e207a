"""Comparing what was found with what was planted: recall and precision of each kind."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from portal.privacy import Detection, Style, proposals
from tests.privacy.planting import Document, Truth

NAMES = frozenset({"name", "minor"})
_JOINING = frozenset("、和与及")
_ROLE = re.compile(
    "(?:犯罪嫌疑人|被告人|被不起诉人|被害人|受害人|死者|证人|法定代理人|申诉人|上诉人|申请人|当事人|原告人?|被告"
    "|第三人|赔偿请求人|自诉人|报案人|举报人|行贿人|保证人|担保人|债权人|债务人|代理人|社区矫正对象|罪犯)"
    "(?:（[^（）]{1,30}）)?[：: ]{0,3}$"
)
"""The formal role words; trades and kinship are not counted among them."""


@dataclass
class Score:
    """Counts of each kind; `missed` and `false` hold examples with the text around them.

    `exact` counts what was found with its very ends, `hidden` what is hidden if nobody changes the
    proposals.
    """

    planted: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    hidden: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def recall(self, kind: str) -> float:
        return self.hit[kind] / self.planted[kind] if self.planted[kind] else 1.0

    def precision(self, kind: str) -> float:
        return self.right[kind] / self.found[kind] if self.found[kind] else 1.0

    def total_precision(self) -> float:
        return sum(self.right.values()) / sum(self.found.values())

    def table(self) -> str:
        """A line for each kind."""
        lines = ["kind                planted   recall    exact   hidden    found  precision"]
        for kind in sorted(set(self.planted) | set(self.found)):
            planted = max(1, self.planted[kind])
            lines.append(
                f"{kind:<20}{self.planted[kind]:>7}{self.recall(kind):>9.4f}"
                f"{self.exact[kind] / planted:>9.4f}{self.hidden[kind] / planted:>9.4f}"
                f"{self.found[kind]:>9}{self.precision(kind):>11.4f}"
            )
        lines.append(f"all: precision {self.total_precision():.4f}")
        return "\n".join(lines)


def scored(documents: Iterable[Document], find: Callable[[str], list[Detection]]) -> Score:
    """The score of a detector: a planted piece is hit when all of its characters are covered.

    A find is right when it overlaps a planted piece of its kind; names of minors are names.
    """
    score = Score()
    for document in documents:
        _score(document, find(document.text), score)
    return score


def _score(document: Document, found: list[Detection], score: Score) -> None:
    with_role = _with_role(document)
    changes = proposals(document.text, found, Style.DELETE)
    on = [change.detection for change in changes if change.on]
    for truth in document.truths:
        group = _group(truth, with_role)
        if truth.open_:
            continue
        score.planted[group] += 1
        if _covers(found, truth):
            score.hit[group] += 1
        else:
            score.missed.append(_shown(document, truth.start, truth.end, group))
        score.hidden[group] += _covers(on, truth)
        score.exact[group] += any((d.start, d.end) == (truth.start, truth.end) for d in found)
    for one in found:
        kind = "name" if one.kind in NAMES else one.kind
        same = [truth for truth in document.truths if _overlap(one, truth)]
        if same and all(truth.open_ for truth in same):
            continue
        score.found[kind] += 1
        if any(truth.kind == kind for truth in same):
            score.right[kind] += 1
        else:
            score.false.append(_shown(document, one.start, one.end, kind))


def _group(truth: Truth, with_role: set[str]) -> str:
    if truth.kind != "name":
        return truth.kind
    if truth.person not in with_role:
        return "name, no role word"
    return "name, first" if truth.first else "name, later"


def _with_role(document: Document) -> set[str]:
    """The persons who stand right after a role word somewhere, alone or in a list."""
    persons, ends = set[str](), set[int]()
    for truth in document.truths:
        before = document.text[: truth.start]
        joined = before[-1:] in _JOINING and len(before) - 1 in ends
        if truth.kind == "name" and (joined or _ROLE.search(before[-60:])):
            persons.add(truth.person)
            ends.add(truth.end)
    return persons


def _covers(found: list[Detection], truth: Truth) -> bool:
    covered = set[int]()
    for one in found:
        covered.update(range(max(one.start, truth.start), min(one.end, truth.end)))
    return len(covered) == truth.end - truth.start


def _overlap(one: Detection, truth: Truth) -> bool:
    return one.start < truth.end and truth.start < one.end


def _shown(document: Document, start: int, end: int, kind: str) -> str:
    text = document.text
    before, after = text[max(0, start - 14) : start], text[end : end + 12]
    return f"{kind}: {before}【{text[start:end]}】{after}".replace("\n", "⏎")
