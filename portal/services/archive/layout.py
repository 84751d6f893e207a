"""What a backup file holds and where."""

from collections.abc import Iterator
from pathlib import Path

from portal.models import ALL, Tally

FORMAT = 1
MANIFEST = "manifest.json"
FOLDERS = ("media", "secrets")
HEAD = "journal.head"
TABLES = {model._meta.table_name: model for model in ALL if model is not Tally}
"""Every table by its name, in an order in which rows may be written; the database itself keeps the
tally of articles."""
PASSING = ("presence", "sign_in", "attempts")
"""Tables that mean nothing after a restore: who was here, and who was trying to be."""


def table_entry(name: str) -> str:
    """The name of a table's rows within the file."""
    return f"tables/{name}.jsonl"


def files(data: Path) -> Iterator[Path]:
    """The files of a data folder that belong into a backup."""
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path
    if (data / HEAD).is_file():
        yield data / HEAD
