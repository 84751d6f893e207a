"""Section kinds (栏目类型). A new kind is one file here and one name in `KINDS`."""

from portal.kinds.base import Field, Kind
from portal.kinds.documents import DOCUMENTS
from portal.kinds.group import GROUP
from portal.kinds.news import NEWS
from portal.kinds.notices import NOTICES
from portal.kinds.page import PAGE
from portal.kinds.pictures import PICTURES
from portal.kinds.videos import VIDEOS

KINDS = (NEWS, PAGE, GROUP, NOTICES, PICTURES, VIDEOS, DOCUMENTS)

_BY_KEY = {kind.key: kind for kind in KINDS}


def by_key(key: str) -> Kind:
    """The kind of that key; KeyError when there is none."""
    return _BY_KEY[key]


__all__ = ["DOCUMENTS", "KINDS", "Field", "Kind", "by_key"]
