"""Articles (文章), their immutable revisions (版本) and the media that a revision uses."""

from peewee import (
    BooleanField,
    CharField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    SmallIntegerField,
    TextField,
)

from portal.database import BaseModel
from portal.models.account import Person
from portal.models.media import Media
from portal.models.site import Section
from portal.times import now


class Article(BaseModel):
    """文章: one address, `/<section>/<id>`, that points to its live revision.

    `published_at` and `expires_at` are naive UTC; readers see an article whose state is `live` and
    whose publication time has come.
    """

    section = ForeignKeyField(Section, backref="articles", on_delete="RESTRICT", index=False)
    section_id: int
    state = CharField(max_length=12, default="draft")
    live = IntegerField(null=True)
    """The id of the live revision. No constraint: the two tables point at each other, and SQLite
    cannot add one after both exist; the services set it in the transaction that publishes."""
    published_at = DateTimeField(null=True)
    expires_at = DateTimeField(null=True, index=True)
    withdrawn_reason = TextField(default="")
    listed = BooleanField(default=False)
    """Whether lists show it: it is live, its time has come, and it has not expired. Set by
    `services.generation` in every public change and whenever something is due."""
    pinned = BooleanField(default=False)
    """Whether it stands before newer ones in the list of its section."""
    person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
    """Who began it; nobody for imported and demo articles."""
    created_at = DateTimeField(default=now)

    class Meta:
        indexes = (
            # Lists; previous and next of one section; the newest of the site.
            (("section", "listed", "pinned", "published_at", "id"), False),
            (("section", "listed", "published_at", "id"), False),
            (("listed", "published_at", "id"), False),
            # What appears or expires next; what the desk and search look for.
            (("state", "listed", "expires_at"), False),
            (("state", "published_at", "id"), False),
        )


class Revision(BaseModel):
    """版本: one immutable snapshot of an article's content.

    Only `state` and the times change, as the workflow moves it on: `draft`, `submitted`,
    `reviewed`, `approved`, `scheduled`, `live`, `returned`, and `past` when a newer one took over.
    """

    article = ForeignKeyField(Article, backref="revisions", on_delete="CASCADE")
    article_id: int
    number = SmallIntegerField(default=1)
    title = TextField()
    subtitle = TextField(default="")
    author = TextField(default="")
    source = TextField(default="")
    editor = TextField(default="")
    summary = TextField(default="")
    keywords = TextField(default="")
    """Joined by commas, as the page meta rule wants them."""
    body = TextField(default="")
    """HTML that has passed the sanitiser."""
    details = JSONField(default=dict)
    """The fields of the section's kind, checked by `portal.kinds`."""
    person = ForeignKeyField(Person, null=True, backref="revisions", on_delete="RESTRICT")
    person_id: int | None
    """Who wrote it; nobody for imported and demo articles."""
    state = CharField(max_length=12, default="draft")
    publish_at = DateTimeField(null=True)
    """When it is to go live; empty for as soon as it is published."""
    expires_at = DateTimeField(null=True)
    """When the article leaves the lists, once this revision is live."""
    created_at = DateTimeField(default=now)

    class Meta:
        indexes = (
            (("article", "number"), True),
            # The queues, and what is scheduled for which time.
            (("state", "publish_at"), False),
            # The list of all articles: it must not read bodies to find the newest of a state.
            (("state", "id", "article", "number", "title"), False),
        )


class RevisionMedia(BaseModel):
    """One use of a media file by a revision, in the order of `position` within a `role`."""

    revision = ForeignKeyField(Revision, backref="media", on_delete="CASCADE", index=False)
    media = ForeignKeyField(Media, backref="uses", on_delete="RESTRICT")
    media_id: int
    role = CharField(max_length=12)
    """`cover`, `body`, `picture`, `video`, `captions` or `attachment`."""
    position = SmallIntegerField(default=0)
    text = TextField(default="")
    """The words that belong to this use: a picture's story, an attachment's title."""
    alt = TextField(default="")
    decorative = BooleanField(default=False)
    """The picture says nothing that the words do not say; it has no text alternative."""

    class Meta:
        indexes = ((("revision", "role", "position"), True),)


class ImportedPage(BaseModel):
    """Which page of an old portal became which article, so that an import can be repeated."""

    fingerprint = CharField(max_length=64, unique=True)
    """The same for two copies with the same words, whatever their format."""
    source_key = CharField(max_length=80, index=True)
    """The same for two states of one page: same title, same day."""
    article = ForeignKeyField(Article, on_delete="CASCADE")
    name = TextField()
    imported_at = DateTimeField(default=now)
