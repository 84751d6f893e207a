"""The media store: files on disk at `<media>/<folder>/<name>`, just as their addresses say.

`accept` looks at content, never at what a name claims; it knows files and nothing about tables.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import IO

from portal.errors import Refused
from portal.media_store import films, images, subtitles
from portal.media_store.files import (
    digest,
    hide,
    is_hidden,
    place,
    place_copy,
    remove,
    size_of,
    unhide,
)
from portal.media_store.names import stem
from portal.media_store.subtitles import Cue
from portal.media_store.types import TAKEN, Type, sniff

MEGABYTE = 1024 * 1024
LIMITS: Mapping[str, int] = {
    "image": 20 * MEGABYTE,
    "video": 500 * MEGABYTE,
    "attachment": 50 * MEGABYTE,
    "captions": MEGABYTE,
}
"""Bytes of the largest file of each kind, where nothing else is said."""


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
    seconds: int | None = None


def accept(
    root: Path,
    source: bytes | IO[bytes],
    name: str,
    limits: Mapping[str, int] = LIMITS,
    kept: str = "",
    folder: str = "",
) -> Stored:
    """Store a file under `root` and describe it; raises Refused when it is not of a known type.

    A large file is read piece by piece; `limits` holds bytes by kind. A file whose address is known
    already is `kept` under its name there; it is in the `folder` of its content unless one is told.
    """
    file = opened(source)
    known = sniff(file, name)
    _weigh(file, name, known.kind, limits)
    sha256 = digest(file)
    path = root / (folder or sha256[:16]) / (kept or f"{stem(name)}{known.suffix}")
    if known.kind == "image":
        return _image(path, file, name, known, sha256)
    if known.kind == "captions":
        place(path, subtitles.as_webvtt(file.read(), name))
        return _described(path, known, sha256)
    film = films.examine(file, known.mime, name) if known.kind == "video" else films.NONE
    place_copy(path, file, film.private)
    return replace(_described(path, known, sha256), seconds=film.seconds)


def opened(source: bytes | IO[bytes]) -> IO[bytes]:
    """Something to read from its beginning."""
    file = BytesIO(source) if isinstance(source, bytes) else source
    file.seek(0)
    return file


def folder_apart(sha256: str, name: str) -> str:
    """The folder for a content that is stored already, under a new name that it was handed in by."""
    return hashlib.sha256(f"{sha256}/{stem(name)}".encode()).hexdigest()[:16]


def kind(file: IO[bytes], name: str, wanted: str = "") -> str:
    """The kind of a file, as `models.Media` names it; raises Refused when it is not taken.

    The refusal names what is taken of the kind that is `wanted`, or of every kind.
    """
    return sniff(file, name, wanted).kind


def cues(root: Path, folder: str, name: str) -> list[Cue]:
    """What stored captions say; nothing when the file is lost."""
    try:
        return subtitles.read((root / folder / name).read_bytes(), name)
    except (OSError, Refused):
        return []


def discard(root: Path, folder: str, names: Iterable[str]) -> None:
    """Remove files that no row names any more, and their folder when it is empty."""
    remove(root / folder, names)


def block(root: Path, folder: str, names: Iterable[str]) -> None:
    """Hide files from readers; they stay on disk under names that are never sent."""
    hide(root / folder, names)


def release(root: Path, folder: str, names: Iterable[str]) -> None:
    """Show hidden files to readers again."""
    unhide(root / folder, names)


def is_blocked(root: Path, folder: str, name: str) -> bool:
    """Whether a file that is asked for is hidden; never outside `root`."""
    path = root / folder / name
    return path.resolve().is_relative_to(root.resolve()) and is_hidden(path)


def _weigh(file: IO[bytes], name: str, kind: str, limits: Mapping[str, int]) -> None:
    limit = limits.get(kind, LIMITS[kind])
    size = size_of(file)
    if size > limit:
        raise Refused(
            f"“{name}”有 {size / MEGABYTE:.1f} MB，超过了 {limit // MEGABYTE} MB 的上限，"
            "请压缩后再上传。"
        )
    file.seek(0)


def _image(path: Path, file: IO[bytes], name: str, known: Type, sha256: str) -> Stored:
    image = images.prepare(file.read(), path.name, name)
    for file_name, content in image.files.items():
        place(path.with_name(file_name), content)
    return replace(
        _described(path, known, sha256),
        width=image.width,
        height=image.height,
        renditions=image.renditions,
    )


def _described(path: Path, known: Type, sha256: str) -> Stored:
    size = path.stat().st_size
    return Stored(sha256, path.parent.name, path.name, known.kind, known.mime, size)


__all__ = [
    "LIMITS",
    "MEGABYTE",
    "TAKEN",
    "Cue",
    "Stored",
    "accept",
    "block",
    "cues",
    "digest",
    "discard",
    "folder_apart",
    "is_blocked",
    "kind",
    "opened",
    "release",
    "stem",
]
