"""What a text tells of people that a legal document has to hide."""

import re

from portal import privacy
from portal.privacy import Detection, Style

NAMES = ("name", "minor")
"""The kinds of detection that are names."""
_HIDDEN = re.compile(r"隐去|\*")
"""What only looks like a name or a number, because it stands for one."""


def told(text: str) -> list[Detection]:
    """Every place of a text that would be hidden by rule."""
    changes = privacy.proposals(text, privacy.find(text), Style.DELETE)
    return [each.detection for each in changes if each.on and not stands_for_one(each.detection)]


def stands_for_one(found: Detection) -> bool:
    """Whether a place stands for what was hidden: 某 says so of a name, not of a whole address."""
    unnamed = found.kind in NAMES and "某" in found.text
    return unnamed or _HIDDEN.search(found.text) is not None
