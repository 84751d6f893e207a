"""What a text tells of people that a legal document has to hide."""

import re

from portal import privacy
from portal.privacy import Change, Detection, Style

NAMES = ("name", "minor")
"""The kinds of detection that are names."""
_HIDDEN = re.compile(r"隐去|\*")
"""What only looks like a name or a number, because it stands for one."""


def told(text: str) -> list[Detection]:
    """Every place of a text that would be hidden by rule."""
    return [each.detection for each in _proposed(text) if each.on]


def standing(text: str) -> list[Detection]:
    """Each name that readers see because no rule says to hide it, at its first place."""
    changes = _proposed(text)
    hidden = {each.detection.text for each in changes if each.on}
    found: dict[str, Detection] = {}
    for each in (change.detection for change in changes):
        if each.kind == "name" and each.text not in hidden:
            found.setdefault(each.text, each)
    return list(found.values())


def _proposed(text: str) -> list[Change]:
    """What is found in a text and still tells something, and whether it would be hidden."""
    changes = privacy.proposals(text, privacy.find(text), Style.DELETE)
    return [each for each in changes if not _stands_for_one(each.detection)]


def _stands_for_one(found: Detection) -> bool:
    """Whether a place stands for what was hidden: 某 says so of a name, not of a whole address."""
    unnamed = found.kind in NAMES and "某" in found.text
    return unnamed or _HIDDEN.search(found.text) is not None
