"""The journal (操作日志): entries that are only ever added, chained by hash."""

from peewee import CharField, DateTimeField, IntegerField, TextField

from portal.database import BaseModel


class Entry(BaseModel):
    """Who did what to which thing, when, from where, before and after.

    Entries name people and things by value, without constraints: they outlive them.
    """

    number = IntegerField(unique=True)
    """1, 2, 3 … without a gap."""
    at = DateTimeField(index=True)
    person = IntegerField(null=True, index=True)
    name = CharField(max_length=40)
    address = CharField(max_length=64)
    action = CharField(max_length=40, index=True)
    thing = CharField(max_length=20)
    thing_id = IntegerField(null=True)
    thing_name = TextField()
    before = TextField()
    """JSON, keys sorted."""
    after = TextField()
    previous = CharField(max_length=64)
    hash = CharField(max_length=64)

    class Meta:
        indexes = ((("thing", "thing_id", "number"), False),)
