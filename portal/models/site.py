"""The site itself: its sections (栏目), settings, outside links, redirects and generation."""

from peewee import (
    BooleanField,
    CharField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    SmallIntegerField,
    TextField,
)

from portal.database import BaseModel


class Section(BaseModel):
    """栏目: a place in the site tree. `kind` is the key of one of `portal.kinds`."""

    slug = CharField(max_length=40, unique=True)
    name = CharField(max_length=40)
    kind = CharField(max_length=20)
    parent = ForeignKeyField("self", null=True, backref="children", on_delete="RESTRICT")
    position = SmallIntegerField()
    in_navigation = BooleanField(default=False)
    description = TextField()
    keywords = TextField()
    column_type = CharField(max_length=40)
    update_days = IntegerField(default=0)
    """How many days may pass without a new article; 0 when the section is not meant to change."""
    review_steps = SmallIntegerField(default=2)
    """1: a publisher decides alone; 2: review, then publication; 3: two reviews, then it."""


class Setting(BaseModel):
    """One site setting: a key of `portal.queries.site.Site` and its text."""

    key = CharField(max_length=40, unique=True)
    value = TextField()


class Link(BaseModel):
    """An outside address shown in a block: `friends` (友情链接) or `channels` (微观检察)."""

    group = CharField(max_length=20, column_name="link_group")
    name = CharField(max_length=40)
    url = TextField()
    description = TextField(default="")
    position = SmallIntegerField()

    class Meta:
        indexes = ((("group", "position"), False),)


class Redirect(BaseModel):
    """A published path that now lives elsewhere on this site; both start with a slash."""

    path = CharField(max_length=200, unique=True)
    target = CharField(max_length=200)


class Generation(BaseModel):
    """代: the single row whose number changes with every public change."""

    number = IntegerField(default=1)
    next_due = DateTimeField(null=True)
    """When the next scheduled or expiring article changes what readers see."""
