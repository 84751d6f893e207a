"""Changes: what to write in the place of each detection, proposed and made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from portal.privacy.clauses import clause, labelled
from portal.privacy.detection import Detection
from portal.privacy.pseudonyms import Naming, pseudonyms
from portal.privacy.replacing import Style, masked, removed
from portal.privacy.roles import ASK, ROLES

_COMMAS = "，,、"
_OFTEN_STAYS = ("address", "health", "landline")
_HIDDEN = "已隐去"
_BRACKETS = {"（": "）", "(": ")"}


@dataclass(frozen=True)
class Change:
    """A detection and what to write instead of the characters from `start` to before `end`.

    These are those of the detection, or more of its clause when the whole clause goes. `on` is
    whether it is made unless an editor switches it; no two changes of a text overlap.
    """

    detection: Detection
    replacement: str
    on: bool
    start: int
    end: int


def proposals(
    text: str, detections: Sequence[Detection], style: Style, naming: Naming = Naming.STEMS
) -> list[Change]:
    """A change for each detection that `find` made in the text, in order."""
    names = pseudonyms(text, detections, naming)
    clauses = _clauses(text, detections, style)
    starts = {place[0] for place in clauses.values() if place}
    return [
        _change(text, each, names.get(each.person, ""), style, clauses[each], starts)
        for each in detections
    ]


def apply(text: str, changes: Iterable[Change]) -> str:
    """The text after the changes that are on."""
    parts: list[str] = []
    done = 0
    for change in sorted(changes, key=lambda each: each.start):
        if change.on:
            parts += text[done : change.start], change.replacement
            done = change.end
    return "".join(parts) + text[done:]


def within(changes: Iterable[Change], start: int, end: int) -> list[Change]:
    """The changes between two places of a text, with offsets that count from the first.

    So the title and the body of an article can be read as one text, and changed each by itself.
    """
    return [
        replace(each, start=each.start - start, end=each.end - start)
        for each in changes
        if start <= each.start and each.end <= end
    ]


def is_on(detection: Detection) -> bool:
    """Whether a change is made unless an editor says no: not what often has to stay.

    Likely places, fixed lines and illnesses, lawyers and heads of organs, and words that are names
    elsewhere are left to the editor.
    """
    if detection.certain:
        return True
    if detection.kind in ("name", "minor"):
        role = ROLES.get(detection.role)
        return role is not None and role.weight != ASK
    return detection.kind not in _OFTEN_STAYS


def _clauses(
    text: str, detections: Sequence[Detection], style: Style
) -> dict[Detection, tuple[int, int] | None]:
    """The clause that goes with each detection, unless another detection is in it as well."""
    clauses: dict[Detection, tuple[int, int] | None] = {}
    done = 0
    for each, following in zip_longest(detections, detections[1:]):
        place = _going(text, each, style)
        end = following.start if following else len(text)
        clauses[each] = place if place and done <= place[0] and place[1] <= end else None
        done = each.end
    return clauses


def _going(text: str, detection: Detection, style: Style) -> tuple[int, int] | None:
    """The clause that goes with the detection; None when only the data itself does."""
    if detection.kind in ("name", "minor"):
        other_name = detection.kind == "name" and labelled(text, detection)
        return clause(text, detection) if other_name else None
    return clause(text, detection) if style is Style.DELETE else None


def _change(
    text: str,
    detection: Detection,
    name: str,
    style: Style,
    place: tuple[int, int] | None,
    starts: set[int],
) -> Change:
    on = is_on(detection)
    whole = place and _with_comma(text, *place, starts)
    if whole:
        return Change(detection, "", on, *whole)
    if place:
        words = _HIDDEN
    elif detection.kind in ("name", "minor"):
        words = name
    elif style is Style.MASK:
        words = masked(detection.kind, detection.text)
    else:
        words = removed(detection.kind, labelled(text, detection))
    return Change(detection, words, on, detection.start, detection.end)


def _with_comma(text: str, start: int, end: int, starts: set[int]) -> tuple[int, int] | None:
    """A clause with the comma that goes with it; None where the sentence needs the clause."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after and _BRACKETS.get(before) == after:
        return start - 1, end + 1
    if after == "、" and before != "、":
        return None
    if before and before in _COMMAS:
        return start - 1, end
    if after and after in "，," and end + 1 not in starts:
        return start, end + 1
    return None
