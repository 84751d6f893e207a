"""What a backup file holds and where."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peewee import ModelSelect

from portal import kinds
from portal.models import ALL, Article, Draft, Section, Tally

FORMAT = 1
MANIFEST = "manifest.json"
FOLDERS = ("media", "secrets")
HEAD = "journal.head"
TABLES = {model._meta.table_name: model for model in ALL if model is not Tally}
"""Every table by its name, in an order in which rows may be written; the database itself keeps the
tally of articles."""
PASSING = ("presence", "sign_in", "attempts")
"""Tables that mean nothing after a restore: who was here, and who was trying to be."""


def rows_to_keep(name: str) -> "ModelSelect[Any]":
    """The rows of a table that belong into a backup.

    Originals of legal documents do not, so that erasing them erases them: they are in the case
    system, and their drafts stay out as well.
    """
    model = TABLES[name]
    if name in PASSING:
        return model.select().where(False)
    if model is Draft:
        secret = [kind.key for kind in kinds.KINDS if kind.anonymised]
        own = Article.select(Article.id).join(Section).where(Section.kind << secret)
        return model.select().where(Draft.article.not_in(own))
    return model.select()


def emptied(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row as it is written into a backup."""
    return {**row, "original": None} if name == "anonymising" else row


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
