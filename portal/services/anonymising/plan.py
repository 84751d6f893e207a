"""A plan: every change of an original, grouped by person, as an editor has decided, and the result."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from portal import privacy
from portal.privacy import KINDS, Change, Detection, Naming, Stop, Style
from portal.queries.anonymising import NOTHING, Kept, counted
from portal.services.anonymising import keeping
from portal.services.anonymising.decisions import Decisions
from portal.services.anonymising.files import Telling
from portal.services.anonymising.lines import Line, compared
from portal.services.anonymising.sheet import WHOLE, Place, Sheet, rewritten, sheet
from portal.services.anonymising.telling import NAMES
from portal.services.content import Content

_AROUND = 14
"""How many characters are shown on each side of a place."""


@dataclass(frozen=True)
class Row:
    """One place: its key, where it stands, the change with the words around it, whether it is made.

    `whole` says that the clause around the datum goes with it, `proposed` what would be written
    there by rule.
    """

    key: str
    place: Place
    change: Change
    before: str
    after: str
    on: bool
    whole: bool
    proposed: str

    @property
    def found(self) -> Detection:
        return self.change.detection

    @property
    def goes_whole(self) -> bool:
        """Whether it is in an address or a date for machines, which go as a whole."""
        return self.place in WHOLE


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

    `kept` is what would be hidden by rule and is not, a text once for each place, `left` what the
    result tells besides; `stop` why the document may not be published at all. `files` are names of
    files that sound like somebody, each with whether it counts as telling.
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
    files: tuple[tuple[Telling, bool], ...] = ()

    @property
    def made(self) -> int:
        """How many places are changed."""
        return sum(self.counts.values())

    @property
    def shared(self) -> list[tuple[str, list[str]]]:
        """Words that stand for several people, with what these are called."""
        called: dict[str, list[str]] = defaultdict(list)
        for group in self.people:
            if group.on:
                called[group.words].append(group.label)
        return [(words, people) for words, people in called.items() if len(people) > 1]

    def places(self, name: str) -> int:
        """How often a name stands in the text."""
        rows = (row for group in self.people for row in group.rows)
        return sum(row.found.text == name for row in rows)

    @property
    def hidden(self) -> set[str]:
        """The names that the result hides."""
        groups = (group for group in self.people if group.on)
        return {row.found.text for group in groups for row in group.rows if row.on}

    @property
    def kept_in_words(self) -> str:
        """What is kept, as people read it."""
        return counted(self.kept)


def plan(
    content: Content,
    decisions: Decisions,
    style: tuple[Style, Naming],
    before: Kept = NOTHING,
) -> Plan:
    """The changes of a content, made as decided; what was kept `before` is left alone again."""
    of = sheet(content)
    found = privacy.added(of.text, decisions.names, privacy.find(of.text))
    proposed = list(filter(_says_more, privacy.proposals(of.text, found, *style)))
    spared = keeping.spared(of, proposed, before)
    likely = [replace(each, on=each.on and each.detection not in spared) for each in proposed]
    keys = _keys(proposed)
    people = _people(of, likely, keys, decisions)
    others = _others(of, likely, keys, decisions)
    changes = _made([*people, *others])
    after = rewritten(of, changes)
    kept, left = keeping.outcome(of, proposed, changes, sheet(after))
    return Plan(
        before=content,
        after=after,
        people=tuple(people),
        others=tuple(others),
        names=decisions.names,
        counts=Counter(each.detection.kind for each in changes),
        kept=kept,
        left=left,
        stop=privacy.juvenile(of.text),
        lines=tuple(compared(of, changes)),
    )


def _says_more(change: Change) -> bool:
    """Whether a place tells more than it would afterwards; what is masked already does not."""
    return change.detection.text != change.replacement


def _made(groups: Sequence[Group]) -> list[Change]:
    """The changes that are switched on, in order."""
    rows = [row for group in groups if group.on for row in group.rows if row.on]
    return sorted((replace(row.change, on=True) for row in rows), key=lambda each: each.start)


def _keys(changes: Sequence[Change]) -> dict[Detection, str]:
    """A key for each place, which stays the same when the text around it changes."""
    counts: Counter[str] = Counter()
    keys = {}
    for each in changes:
        counts[each.detection.text] += 1
        keys[each.detection] = f"{each.detection.text}#{counts[each.detection.text]}"
    return keys


def _people(
    of: Sheet, changes: Sequence[Change], keys: Mapping[Detection, str], decisions: Decisions
) -> list[Group]:
    """A group for each person, in order of first mention."""
    own: dict[str, list[Change]] = defaultdict(list)
    for each in changes:
        if each.detection.kind in NAMES:
            own[each.detection.person].append(each)
    return [_person(of, mentions, keys, decisions) for mentions in own.values()]


def _person(
    of: Sheet, mentions: list[Change], keys: Mapping[Detection, str], decisions: Decisions
) -> Group:
    names = list(dict.fromkeys(each.detection.text for each in mentions))
    key = f"@{names[0]}"
    proposed = next((each.replacement for each in mentions if each.replacement), "")
    words = decisions.words.get(key) or proposed
    wanted = any(each.on for each in mentions)
    rows = []
    for each in mentions:
        # Whoever is left alone by rule is hidden everywhere as soon as an editor says so.
        row = _row(of, replace(each, on=each.on or not wanted), keys, decisions)
        named = replace(row.change, replacement=words if each.replacement == proposed else "")
        rows.append(replace(row, change=named))
    return Group(
        key, "、".join(names), decisions.switched(key, wanted), words, proposed, tuple(rows)
    )


def _others(
    of: Sheet, changes: Sequence[Change], keys: Mapping[Detection, str], decisions: Decisions
) -> list[Group]:
    """A group for each kind of number, in the order of `KINDS`."""
    groups = []
    for kind, label in KINDS.items():
        if kind in NAMES:
            continue
        rows = []
        for each in changes:
            if each.detection.kind == kind:
                words = decisions.words.get(keys[each.detection], each.replacement)
                row = _row(of, each, keys, decisions)
                rows.append(replace(row, change=replace(each, replacement=words)))
        if rows:
            groups.append(Group("", label, True, "", "", tuple(rows)))
    return groups


def _row(of: Sheet, change: Change, keys: Mapping[Detection, str], decisions: Decisions) -> Row:
    found, key = change.detection, keys[change.detection]
    start, end = max(0, found.start - _AROUND), found.end + _AROUND
    return Row(
        key,
        of.place(found.start),
        change,
        of.text[start : found.start].rpartition("\n")[2],
        of.text[found.end : end].partition("\n")[0],
        decisions.switched(key, change.on),
        (change.start, change.end) != (found.start, found.end),
        change.replacement,
    )
