"""People of the desk (人员), their sign-ins and one-time links, and the counters of throttling."""

from peewee import BooleanField, CharField, DateTimeField, ForeignKeyField, IntegerField, TextField

from portal.database import BaseModel
from portal.times import now


class Person(BaseModel):
    """Somebody who works at the desk; never deleted, because revisions and journal name them."""

    name = CharField(max_length=40, unique=True)
    """What is typed to sign in: lower case."""
    display = CharField(max_length=40)
    """The name that colleagues read."""
    password = TextField(default="")
    """An argon2id hash; empty until the person has chosen a password."""
    roles = TextField(default="")
    """Keys of `portal.roles`, joined by commas."""
    active = BooleanField(default=True)
    totp = TextField(default="")
    """The secret of the second factor in base32; empty when it is off."""
    totp_step = IntegerField(default=0)
    """The last time step whose code was used, so that none is used twice."""
    password_changed_at = DateTimeField(null=True)
    signed_in_at = DateTimeField(null=True)
    """When the person last signed in."""
    created_at = DateTimeField(default=now)


class RecoveryCode(BaseModel):
    """A code on paper that stands in for the second factor, once; the row goes when it is used."""

    person = ForeignKeyField(Person, backref="recovery_codes", on_delete="CASCADE")
    code = CharField(max_length=64)
    """SHA-256 of the code."""


class SignIn(BaseModel):
    """One signed-in browser; it ends when idle, when revoked, or when the password changes."""

    token = CharField(max_length=64, unique=True)
    """SHA-256 of the secret that the browser's cookie holds."""
    person = ForeignKeyField(Person, backref="sign_ins", on_delete="CASCADE")
    address = CharField(max_length=64, default="")
    agent = CharField(max_length=200, default="")
    created_at = DateTimeField(default=now)
    seen_at = DateTimeField(default=now)


class Invitation(BaseModel):
    """A one-time link with which a person chooses a password."""

    token = CharField(max_length=64, unique=True)
    """SHA-256 of the secret in the link."""
    person = ForeignKeyField(Person, backref="invitations", on_delete="CASCADE")
    expires_at = DateTimeField()


class Attempts(BaseModel):
    """A counter of sign-in attempts within one window of time, shared by all processes."""

    key = CharField(max_length=200, unique=True)
    count = IntegerField(default=0)
    expires_at = DateTimeField(index=True)
