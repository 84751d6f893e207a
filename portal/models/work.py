"""Work on articles: unsaved drafts, who is writing, the steps of the workflow, and comments."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, JSONField, TextField

from portal.database import BaseModel
from portal.models.account import Person
from portal.models.article import Article, Revision
from portal.times import now


class Draft(BaseModel):
    """What one window of one person holds and has not yet saved as a revision.

    Two windows never share a row: the one whose `version` is behind gets a row of its own.
    """

    token = CharField(max_length=32, unique=True)
    article = ForeignKeyField(Article, backref="drafts", on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="CASCADE")
    based_on = IntegerField(null=True)
    """The id of the newest revision when the form was opened."""
    content = JSONField()
    """The fields of the form as they were typed."""
    version = IntegerField(default=1)
    saved_at = DateTimeField(default=now)


class Presence(BaseModel):
    """Who has an article's form open, and when that was last seen."""

    article = ForeignKeyField(Article, on_delete="CASCADE", index=False)
    person = ForeignKeyField(Person, on_delete="CASCADE")
    seen_at = DateTimeField(default=now)

    class Meta:
        indexes = ((("article", "person"), True),)


class Step(BaseModel):
    """One move of the workflow on a revision: who took it, when, and the reason given."""

    revision = ForeignKeyField(Revision, backref="steps", on_delete="CASCADE")
    person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    move = CharField(max_length=20)
    reason = TextField(default="")
    at = DateTimeField(default=now)


class Comment(BaseModel):
    """What colleagues say to each other about a revision; readers never see it."""

    revision = ForeignKeyField(Revision, backref="comments", on_delete="CASCADE")
    person = ForeignKeyField(Person, on_delete="RESTRICT")
    text = TextField()
    at = DateTimeField(default=now)
