"""Search: the words of every revision, what is indexed, and what the desk adds for readers."""

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    SmallIntegerField,
    TextField,
)

from portal.database import BaseModel
from portal.models.article import Article, Revision


class Wording(BaseModel):
    """The words of one revision as a search sees them. Made from it, and no part of a backup."""

    revision = ForeignKeyField(Revision, primary_key=True, on_delete="CASCADE")
    head = IntegerField()
    """How many signs of `folded` belong to the title."""
    stale = BooleanField(default=False, index=True)
    """Whether a rebuilding of the index has yet to come to it."""
    sounds = TextField()
    """Tokens of the sounds of title and keywords, parted by blanks."""
    folded = TextField()
    """What `portal.tokens.fold` leaves; the title comes first."""
    shown = BlobField()
    """The same words as people read them, a line for each part, compressed with zlib."""


class Indexed(BaseModel):
    """A live article in the index.

    `id` is its row there: the second of its publication since 1970, or the next one that is free,
    so that the newest articles have the highest numbers.
    """

    id = BigIntegerField(primary_key=True)
    article = ForeignKeyField(Article, unique=True, on_delete="CASCADE")
    revision = IntegerField()
    """The revision whose words are in the index."""


class DocumentFacts(BaseModel):
    """What a live legal document is looked up by; `id` is that of its `Indexed`."""

    id = BigIntegerField(primary_key=True)
    article = ForeignKeyField(Article, unique=True, on_delete="CASCADE")
    section = IntegerField()
    type = CharField(max_length=100)
    year = SmallIntegerField()
    """Of the date that stands on it."""
    cause = CharField(max_length=100)
    unit = CharField(max_length=100)

    class Meta:
        # Counting reads the first alone; each of the others holds one fact in the order of the list.
        indexes = (
            (("section", "type", "year", "cause", "unit", "id"), False),
            (("section", "type", "id"), False),
            (("section", "year", "id"), False),
            (("section", "cause", "id"), False),
            (("section", "unit", "id"), False),
        )


class Synonym(BaseModel):
    """Words that mean the same, joined by commas: who searches for one finds the others too."""

    words = TextField()


class Promotion(BaseModel):
    """An address that stands above the results of some questions (推荐结果)."""

    questions = TextField()
    """The questions that it answers, joined by commas."""
    name = CharField(max_length=80)
    url = CharField(max_length=500)
    """A path of this site or an address of the web."""
    description = CharField(max_length=200, default="")
