"""Placing bytes on disk so that a reader sees the whole file or none."""

import os
import tempfile
from pathlib import Path


def place(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; an existing one is the same and stays."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(temporary, 0o644)
    os.replace(temporary, path)
