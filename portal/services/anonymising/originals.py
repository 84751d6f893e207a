"""Originals (原文): a content as it is kept beside the revision made from it, and read back."""

from collections.abc import Mapping
from typing import Any

from portal.models import Anonymising, Revision
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


def carry(old: Revision, to: int) -> None:
    """Let a revision that brings back an old one stand beside that one's original and its maker."""
    rows = Anonymising.select().join(Revision)
    until = rows.where(Revision.article == old.article_id, Revision.number <= old.number)
    row = until.order_by(Revision.number.desc()).first()
    if row:
        Anonymising.create(
            revision=to,
            person=row.person_id,
            counts=row.counts,
            kept=row.kept,
            original=row.original,
            at=row.at,
        )
