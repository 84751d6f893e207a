"""隐名处理: how a revision of a legal document was made from its original."""

from peewee import DateTimeField, ForeignKeyField, JSONField

from portal.database import BaseModel
from portal.models.account import Person
from portal.models.article import Revision
from portal.times import now


class Anonymising(BaseModel):
    """One revision of a legal document, and what was hidden in it by whom.

    Nobody but those who write and confirm reads `original`; it is emptied when the article goes
    live, and it is no part of a backup.
    """

    revision = ForeignKeyField(Revision, unique=True, on_delete="CASCADE")
    person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    person_id: int | None
    counts = JSONField(default=dict)
    """How many places were changed, by kind of personal data."""
    kept = JSONField(default=list)
    """What looks like personal data and stays readable, because an editor said so."""
    original = JSONField(null=True)
    """What the article said before, as `portal.services.anonymising.originals` writes it."""
    at = DateTimeField(default=now)
