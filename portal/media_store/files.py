"""Placing bytes on disk so that a reader sees the whole file or none."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

_PIECE = 1024 * 1024


def place(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; an existing one is the same and stays."""
    _place(path, lambda target: target.write(data))


def place_copy(path: Path, source: IO[bytes], blanked: Iterable[tuple[int, int]] = ()) -> None:
    """The same for a large file, piece by piece.

    `blanked` are (start, end) of boxes of a film: their name becomes `free`, their content zeros,
    so that nothing after them moves.
    """

    def write(target: IO[bytes]) -> None:
        source.seek(0)
        shutil.copyfileobj(source, target, _PIECE)
        for start, end in blanked:
            target.seek(start + 4)
            target.write(b"free" + bytes(end - start - 8))

    _place(path, write)


def _place(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)  # a full disk should not be filled further
        raise


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove these files of a folder, hidden or not, and the folder when nothing else is in it."""
    for name in names:
        for each in (name, name + _HIDDEN):
            (folder / each).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


_HIDDEN = ".blocked"
"""After the name of a file that is there and never sent: no type of file ends so."""


def hide(folder: Path, names: Iterable[str]) -> None:
    """Take files from the public and keep them; those hidden already stay so."""
    for name in names:
        _rename(folder / name, folder / (name + _HIDDEN))


def unhide(folder: Path, names: Iterable[str]) -> None:
    """Make hidden files public again."""
    for name in names:
        _rename(folder / (name + _HIDDEN), folder / name)


def _rename(old: Path, new: Path) -> None:
    with suppress(FileNotFoundError):
        os.replace(old, new)


def is_hidden(path: Path) -> bool:
    """Whether a file that is not at its place is kept hidden there."""
    return path.with_name(path.name + _HIDDEN).is_file()


def digest(source: IO[bytes]) -> str:
    """The SHA-256 of a whole file in hexadecimal; it is left at its beginning."""
    source.seek(0)
    found = hashlib.sha256()
    while piece := source.read(_PIECE):
        found.update(piece)
    source.seek(0)
    return found.hexdigest()


def size_of(source: IO[bytes]) -> int:
    """The bytes of a file; it is left at its end."""
    return source.seek(0, os.SEEK_END)
