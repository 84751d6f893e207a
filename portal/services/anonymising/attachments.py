"""What the files of a legal document tell: Word documents are read, other files only people can."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from portal import privacy, word_import
from portal.errors import Refused
from portal.queries.media import Use
from portal.services.anonymising.telling import told


@dataclass(frozen=True)
class Looked:
    """A use of a file, and what of it tells who somebody is; None when it cannot be read here."""

    use: Use
    told: tuple[str, ...] | None


def looked_into(media: Path, uses: Sequence[Use]) -> list[Looked]:
    """Each file with the names and numbers in it that the document would have to hide.

    `media` is the folder of the library.
    """
    return [Looked(each, _told(media, each)) for each in uses]


def _told(media: Path, use: Use) -> tuple[str, ...] | None:
    if use.file is None or not use.file.name.endswith(".docx"):
        return None
    try:
        read = word_import.read_document(
            (media / use.file.url.removeprefix("/media/")).read_bytes()
        )
    except (Refused, OSError):  # shown as one that nobody has read yet
        return None
    text = f"{read.title}\n{privacy.text_of(read.body)}"
    return tuple(dict.fromkeys(each.text for each in told(text)))
