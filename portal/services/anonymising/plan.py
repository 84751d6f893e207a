"""A plan: every change of an original, grouped by person, as an editor has decided, and the result."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from portal import privacy
from portal.privacy import KINDS, Change, Detection, Naming, Stop, Style
from portal.services.anonymising import guard
from portal.services.anonymising.decisions import Decisions
from portal.services.anonymising.lines import Line, compared
from portal.services.anonymising.sheet import rewritten, sheet
from portal.services.content import Content

_NAMES = ("name", "minor")
_AROUND = 14
"""How many characters are shown on each side of a place."""


@dataclass(frozen=True)
class Row:
    """One place: its key, the change with the words around it, and whether it is made.

    `whole` says that the clause around the datum goes with it, `proposed` what would be written there by rule.
    """

    key: str
    change: Change
    before: str
    after: str
    on: bool
    whole: bool
    proposed: str

    @property
    def found(self) -> Detection:
        return self.change.detection


@dataclass(frozen=True)
class Group:
    """All places of one person's name, or of one kind of number; `words` replaces the name."""

    key: str
    label: str
    on: bool
    words: str
    proposed: str
    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The place that says most about who this is: where the role stands beside the name."""
        told = (row for row in self.rows if row.found.why.startswith(f"“{row.found.role}”"))
        return next(told, self.rows[0])


@dataclass(frozen=True)
class Plan:
    """What becomes of an original.

    `kept` is what would be hidden by rule and is not, `left` what the result still tells;
    `stop` why the document may not be published at all.
    """

    before: Content
    after: Content
    people: tuple[Group, ...]
    others: tuple[Group, ...]
    names: tuple[str, ...]
    counts: Mapping[str, int]
    kept: tuple[str, ...]
    left: tuple[Detection, ...]
    stop: Stop | None
    lines: tuple[Line, ...]

    @property
    def made(self) -> int:
        """How many places are changed."""
        return sum(self.counts.values())


def plan(
    content: Content,
    decisions: Decisions,
    style: tuple[Style, Naming],
    spared: Collection[str] = (),
) -> Plan:
    """The changes of a content, made as decided; what was `spared` before is left alone again."""
    of = sheet(content)
    found = privacy.added(of.text, decisions.names, privacy.find(of.text))
    proposed = privacy.proposals(of.text, found, *style)
    likely = [replace(each, on=each.on and each.detection.text not in spared) for each in proposed]
    keys = _keys(proposed)
    people = _people(of.text, likely, keys, decisions)
    others = _others(of.text, likely, keys, decisions)
    changes = _made([*people, *others])
    on = {change.detection for change in changes}
    kept = _kept(proposed, on)
    after = rewritten(of, changes)
    return Plan(
        before=content,
        after=after,
        people=tuple(people),
        others=tuple(others),
        names=decisions.names,
        counts=Counter(each.kind for each in on),
        kept=kept,
        left=tuple(guard.left(after, kept)),
        stop=privacy.juvenile(of.text),
        lines=tuple(compared(of, changes)),
    )


def _made(groups: Sequence[Group]) -> list[Change]:
    """The changes that are switched on, in order."""
    rows = [row for group in groups if group.on for row in group.rows if row.on]
    return sorted((replace(row.change, on=True) for row in rows), key=lambda each: each.start)


def _kept(proposed: Sequence[Change], on: set[Detection]) -> tuple[str, ...]:
    """What stays although it would be hidden, in order; not what is hidden at another place."""
    stays = [each.detection.text for each in proposed if each.on and each.detection not in on]
    return tuple(dict.fromkeys(stays))


def _keys(changes: Sequence[Change]) -> dict[Detection, str]:
    """A key for each place, which stays the same when the text around it changes."""
    counts: Counter[str] = Counter()
    keys = {}
    for each in changes:
        counts[each.detection.text] += 1
        keys[each.detection] = f"{each.detection.text}#{counts[each.detection.text]}"
    return keys


def _people(
    text: str, changes: Sequence[Change], keys: Mapping[Detection, str], decisions: Decisions
) -> list[Group]:
    """A group for each person, in order of first mention."""
    own: dict[str, list[Change]] = defaultdict(list)
    for each in changes:
        if each.detection.kind in _NAMES:
            own[each.detection.person].append(each)
    return [_person(text, mentions, keys, decisions) for mentions in own.values()]


def _person(
    text: str, mentions: list[Change], keys: Mapping[Detection, str], decisions: Decisions
) -> Group:
    names = list(dict.fromkeys(each.detection.text for each in mentions))
    key = f"@{names[0]}"
    proposed = next((each.replacement for each in mentions if each.replacement), "")
    words = decisions.words.get(key) or proposed
    wanted = any(each.on for each in mentions)
    rows = []
    for each in mentions:
        # Whoever is left alone by rule is hidden everywhere as soon as an editor says so.
        row = _row(text, replace(each, on=each.on or not wanted), keys, decisions)
        named = replace(row.change, replacement=words if each.replacement == proposed else "")
        rows.append(replace(row, change=named))
    return Group(
        key, "、".join(names), decisions.switched(key, wanted), words, proposed, tuple(rows)
    )


def _others(
    text: str, changes: Sequence[Change], keys: Mapping[Detection, str], decisions: Decisions
) -> list[Group]:
    """A group for each kind of number, in the order of `KINDS`."""
    groups = []
    for kind, label in KINDS.items():
        if kind in _NAMES:
            continue
        rows = []
        for each in changes:
            if each.detection.kind == kind:
                words = decisions.words.get(keys[each.detection], each.replacement)
                row = _row(text, each, keys, decisions)
                rows.append(replace(row, change=replace(each, replacement=words)))
        if rows:
            groups.append(Group("", label, True, "", "", tuple(rows)))
    return groups


def _row(text: str, change: Change, keys: Mapping[Detection, str], decisions: Decisions) -> Row:
    found, key = change.detection, keys[change.detection]
    start, end = max(0, found.start - _AROUND), found.end + _AROUND
    return Row(
        key,
        change,
        text[start : found.start].rpartition("\n")[2],
        text[found.end : end].partition("\n")[0],
        decisions.switched(key, change.on),
        (change.start, change.end) != (found.start, found.end),
        change.replacement,
    )
