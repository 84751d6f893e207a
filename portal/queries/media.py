"""Pictures and other media of revisions, ready to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.database import rows
from portal.models import Media, RevisionMedia
from portal.prepared import prepared
from portal.sanitiser.addresses import media_folders


@dataclass(frozen=True)
class Picture:
    """An image with everything its element needs; `sets` is (mime, srcset), its own last."""

    url: str
    width: int
    height: int
    alt: str
    sets: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class File:
    """A video, captions or attachment; `size` in bytes."""

    url: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True)
class Use:
    """One use of a media file by a revision: exactly one of `picture` and `file` is given."""

    role: str
    text: str
    picture: Picture | None
    file: File | None


COLUMNS = (
    Media.folder,
    Media.name,
    Media.mime,
    Media.size,
    Media.width,
    Media.height,
    Media.renditions,
)


def picture(values: Sequence[Any], alt: str) -> Picture:
    """A Picture from the values of `COLUMNS`; `alt` belongs to its use."""
    folder, name, mime, _, width, height, renditions = values
    base = f"/media/{folder}/"
    lighter = tuple(
        (each, ", ".join(f"{base}{r[3]} {r[0]}w" for r in renditions if r[2] == each))
        for each in dict.fromkeys(r[2] for r in renditions)
    )
    own = (mime, f"{base}{name} {width}w")
    return Picture(f"{base}{name}", width, height, alt, (*lighter, own))


def uses(revision: int) -> list[Use]:
    """All media of a revision by role and position, in one statement."""
    return [_use(role, text, alt, values) for role, text, alt, *values in _uses(revision)]


@prepared
def _uses(revision: int) -> Any:
    return (
        RevisionMedia.select(RevisionMedia.role, RevisionMedia.text, RevisionMedia.alt, *COLUMNS)
        .join(Media)
        .where(RevisionMedia.revision == revision)
        .order_by(RevisionMedia.role, RevisionMedia.position)
    )


def _use(role: str, text: str, alt: str, values: list[Any]) -> Use:
    folder, name, mime, size, width, *_ = values
    if width is not None:
        return Use(role, text, picture(values, alt), None)
    return Use(role, text, None, File(f"/media/{folder}/{name}", name, mime, size))


def uses_of(chosen: Sequence[tuple[int, str, str, str]], body: str) -> list[Use]:
    """The same for what no revision holds yet: (media, role, text, alt) rows, and a body's files."""
    folders = media_folders(body)
    where = (Media.id << [each[0] for each in chosen]) | (Media.folder << folders)
    found = {row[0]: row[1:] for row in rows(Media.select(Media.id, *COLUMNS).where(where))}
    inside = [(id, "body", "", "") for id, values in found.items() if values[0] in folders]
    return [
        _use(role, text, alt, list(found[media]))
        for media, role, text, alt in (*chosen, *inside)
        if media in found
    ]
