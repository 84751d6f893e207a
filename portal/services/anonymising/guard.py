"""What keeps an original from being stored where more people read it than may."""

import re
from collections.abc import Collection

from portal import kinds, privacy
from portal.errors import Refused
from portal.privacy import Detection, Style
from portal.queries import anonymising as reading
from portal.queries.work import Work
from portal.services.anonymising.sheet import sheet
from portal.services.content import Content

_HIDDEN = re.compile(r"某|隐去|\*")
"""What only looks like a name or a number, because it stands for one."""


class Unhidden(Refused):
    """A legal document still shows who somebody is; it has to be anonymised before it is saved."""

    def __init__(self, found: list[Detection]) -> None:
        super().__init__(
            f"这份文书里还有 {len(found)} 处姓名、号码等个人信息，不能存进版本历史。"
            "内容已经自动保存，只有您能看到。请先做隐名处理。"
        )
        self.found = found


def left(content: Content, kept: Collection[str]) -> list[Detection]:
    """What would be hidden in a content and is not, except for what an editor keeps."""
    text = sheet(content).text
    changes = privacy.proposals(text, privacy.find(text), Style.DELETE)
    return [
        each.detection
        for each in changes
        if each.on and each.detection.text not in kept and not _HIDDEN.search(each.detection.text)
    ]


def stop_originals(work: Work, content: Content, kept: Collection[str] | None = None) -> None:
    """Raise Unhidden for a legal document that was not anonymised; others may say what they like.

    `kept` is what an editor has just decided to leave; by default, what was decided before.
    """
    if not kinds.by_key(work.kind).anonymised:
        return
    if found := left(content, reading.kept(work.id) if kept is None else kept):
        raise Unhidden(found)
