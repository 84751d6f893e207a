"""The media library: a file on disk and its row, once for every content."""

import hashlib
from pathlib import Path

from portal import media_store
from portal.database import writing
from portal.models import Media


def add_media(
    root: Path, data: bytes, name: str, *, alt: str = "", seconds: int | None = None
) -> Media:
    """Store a file and its row; the same content again gives the row that is there.

    Raises Refused when the type or size is not taken.
    """
    known = Media.get_or_none(Media.sha256 == hashlib.sha256(data).hexdigest())
    if known and (root / known.folder / known.name).exists():
        return known
    stored = media_store.accept(root, data, known.name if known else name)
    with writing():
        # Another process may have been faster; its row stands.
        Media.insert(
            sha256=stored.sha256,
            folder=stored.folder,
            name=stored.name,
            kind=stored.kind,
            mime=stored.mime,
            size=stored.size,
            width=stored.width,
            height=stored.height,
            seconds=seconds,
            renditions=[list(rendition) for rendition in stored.renditions],
            alt=alt,
        ).on_conflict_ignore().execute()
        return Media.get(Media.sha256 == stored.sha256)
