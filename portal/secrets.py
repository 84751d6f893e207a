"""Secrets of one portal: random bytes in the data folder, made once, readable by its user alone."""

import hashlib
import os
import secrets
from pathlib import Path

LENGTH = 32


def secret(data: Path, name: str) -> bytes:
    """The 32 bytes under `<data>/secrets/<name>`; the first process that asks makes them."""
    folder = data / "secrets"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / name
    if not path.exists():
        _make(path)
    return path.read_bytes()


def fingerprint(token: str) -> str:
    """What is stored in place of a random secret that a browser, a link or a paper carries."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _make(path: Path) -> None:
    """Write a file whole and then link it into place: whoever is second keeps the first's."""
    part = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, secrets.token_bytes(LENGTH))
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()
