"""The media store: files on disk at `<media>/<folder>/<name>`, just as their addresses say.

`accept` looks at content, never at what a name claims; it knows files and nothing about tables.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from portal.errors import Refused
from portal.media_store import images
from portal.media_store.files import place
from portal.media_store.types import sniff

LIMIT = 200 * 1024 * 1024
"""Bytes of the largest file that is taken."""


@dataclass(frozen=True)
class Stored:
    """What was stored; sizes in bytes and pixels, `renditions` as in `models.Media`."""

    sha256: str
    folder: str
    name: str
    kind: str
    mime: str
    size: int
    width: int | None = None
    height: int | None = None
    renditions: tuple[tuple[int, int, str, str], ...] = ()


def accept(root: Path, data: bytes, name: str) -> Stored:
    """Store a file under `root` and describe it; raises Refused when it is not of a known type."""
    if len(data) > LIMIT:
        raise Refused(f"“{name}”超过 {LIMIT // 1024 // 1024} MB，请压缩后再上传。")
    kind, mime, suffix = sniff(data, name)
    digest = hashlib.sha256(data).hexdigest()
    folder, safe = digest[:16], f"{_safe_stem(name)}{suffix}"
    if kind == "image":
        image = images.prepare(data, safe, name)
        for file_name, content in image.files.items():
            place(root / folder / file_name, content)
        size = len(image.files[safe])
        return Stored(
            digest, folder, safe, kind, mime, size, image.width, image.height, image.renditions
        )
    place(root / folder / safe, data)
    return Stored(digest, folder, safe, kind, mime, len(data))


def _safe_stem(name: str) -> str:
    """A short ASCII stem for an address; what cannot be written so becomes `file`."""
    stem = unicodedata.normalize("NFKD", Path(name).stem)
    ascii_stem = re.sub(r"[^a-z0-9]+", "-", stem.encode("ascii", "ignore").decode().lower())
    return ascii_stem.strip("-")[:60] or "file"
