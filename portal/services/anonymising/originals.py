"""Originals (原文): a content as it is kept beside the revision made from it, and read back."""

from collections.abc import Mapping
from typing import Any

from portal.services.content import LINES, Content, MediaUse


def packed(content: Content) -> dict[str, Any]:
    """A content as a JSON column holds it, without its times."""
    return {
        **{name: getattr(content, name) for name in LINES},
        "body": content.body,
        "keywords": list(content.keywords),
        "details": dict(content.details),
        "media": [vars(use) for use in content.media],
    }


def unpacked(original: Mapping[str, Any]) -> Content:
    """The content that was packed."""
    return Content(**{**original, "media": [MediaUse(**use) for use in original["media"]]})
