"""What keeps an original from being stored where more people read it than may."""

from collections.abc import Collection, Iterable

from portal import kinds
from portal.errors import Refused
from portal.privacy import Detection
from portal.queries import anonymising as reading
from portal.queries.work import Work
from portal.services.anonymising import files
from portal.services.anonymising.keeping import beyond
from portal.services.anonymising.sheet import sheet
from portal.services.anonymising.telling import told
from portal.services.content import Content


class Unhidden(Refused):
    """A legal document still shows who somebody is; it has to be anonymised before it is saved."""

    def __init__(self, found: list[Detection]) -> None:
        super().__init__(
            f"这份文书里还有 {len(found)} 处姓名、号码等个人信息，不能存进版本历史。"
            "内容已经自动保存，只有您能看到。请先做隐名处理。"
        )
        self.found = found


def left(content: Content, kept: Iterable[str]) -> list[Detection]:
    """What would be hidden in a content and is not, except for what is kept, place by place."""
    return list(beyond(told(sheet(content).text), kept))


def stop_originals(work: Work, content: Content, kept: Collection[str] | None = None) -> None:
    """Raise Unhidden for a legal document that was not anonymised; others may say what they like.

    Raises Refused when one of its files has a name that tells who it is about.

    `kept` is what an editor has just decided to leave, place by place; by default, what was
    decided before.
    """
    if not kinds.by_key(work.kind).anonymised:
        return
    excused = reading.kept(work.id).texts if kept is None else kept
    if found := left(content, excused):
        raise Unhidden(found)
    files.refuse_telling(content, excused, files.people_of(work.id))
