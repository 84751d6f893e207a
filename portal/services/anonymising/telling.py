"""What a text tells of people that a legal document has to hide."""

import re

from portal import privacy
from portal.privacy import Detection, Style

_HIDDEN = re.compile(r"某|隐去|\*")
"""What only looks like a name or a number, because it stands for one."""


def told(text: str) -> list[Detection]:
    """Every place of a text that would be hidden by rule."""
    changes = privacy.proposals(text, privacy.find(text), Style.DELETE)
    return [
        each.detection for each in changes if each.on and not _HIDDEN.search(each.detection.text)
    ]
