"""Where the journal keeps what the database must not know: its key, and its head."""

import hmac
from pathlib import Path

from portal.secrets import secret

_attached: list[tuple[Path, bytes]] = []


def attach(data: Path) -> bool:
    """Use the secret of this data folder; True when it was made just now."""
    fresh = not (data / "secrets" / "journal").exists()
    _attached[:] = [(data, secret(data, "journal"))]
    return fresh


def folder() -> Path:
    """The data folder in use."""
    return _attached[0][0]


def keyed(words: str) -> str:
    """The keyed hash (HMAC-SHA-256, hexadecimal) of a text."""
    return hmac.digest(_attached[0][1], words.encode(), "sha256").hex()
