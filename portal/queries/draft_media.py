"""Media in drafts: which files the fields of a form mention, as they were typed."""

import re
from collections.abc import Sequence

Pairs = Sequence[tuple[str, str]]

ROLES = ("cover", "picture", "video", "captions", "attachment")
"""Fields of an article's form that hold numbers of media; drafts keep them under these names."""


def mentions(content: Pairs, media: int, folder: str) -> bool:
    """Whether a draft shows a file in its text or has its number in a field of `ROLES`."""
    shown = re.compile(rf"/media/{folder}/|\[\[\s*图片\s*0*{media}(?!\d)")
    return any(
        shown.search(value) or (name in ROLES and value == str(media)) for name, value in content
    )


def title_in(content: Pairs) -> str:
    """The title as typed so far."""
    return next((value for name, value in content if name == "title"), "")
