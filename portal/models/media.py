"""Media: images, videos, captions and attachments, each with its text alternative."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
)

from portal.database import BaseModel
from portal.models.account import Person
from portal.times import now


class Media(BaseModel):
    """One stored file at `/media/<folder>/<name>`; `folder` is the start of its SHA-256.

    The same content at a second address, under a better name, is a row with a folder of its own.
    """

    sha256 = CharField(max_length=64, index=True)
    folder = CharField(max_length=16, unique=True)
    name = CharField(max_length=120)
    kind = CharField(max_length=12)
    """`image`, `video`, `captions` or `attachment`."""
    mime = CharField(max_length=80)
    size = BigIntegerField()
    width = IntegerField(null=True)
    height = IntegerField(null=True)
    seconds = IntegerField(null=True)
    renditions = JSONField(default=list)
    """Smaller or lighter copies of an image: `[[width, height, mime, file name], …]`."""
    alt = TextField(default="")
    decorative = BooleanField(default=False)
    """An image that needs no text alternative, whatever article uses it."""
    label = TextField(default="")
    """What people of the desk call it: at first the name of the uploaded file."""
    person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    """Who uploaded it."""
    replaced_by = IntegerField(null=True)
    """The id of the newer file that took its place."""
    blocked = BooleanField(default=False)
    """Taken from the public: kept on disk under a name that is never sent."""
    created_at = DateTimeField(default=now)

    @property
    def url(self) -> str:
        """The address of the file itself."""
        return f"/media/{self.folder}/{self.name}"
