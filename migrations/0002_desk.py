"""The desk: people, work on articles, the journal, and what articles, sections and media gain.

The models are frozen copies: a migration must go on meaning what it meant on its first day.
Columns are added by plain SQL: SQLite would otherwise rebuild the table, and dropping the old one
would take everything that refers to it along.
"""

from peewee import (
    BooleanField,
    CharField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

COLUMNS = (
    "ALTER TABLE section ADD COLUMN review_steps SMALLINT NOT NULL DEFAULT 2",
    "ALTER TABLE generation ADD COLUMN next_due {time}",
    "ALTER TABLE article ADD COLUMN pinned {boolean} NOT NULL DEFAULT {false}",
    "ALTER TABLE article ADD COLUMN person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT",
    "CREATE INDEX article_person_id ON article (person_id)",
    "CREATE INDEX article_section_id_state_pinned_published_at_id"
    " ON article (section_id, state, pinned, published_at, id)",
    "CREATE INDEX article_expires_at ON article (expires_at)",
    "ALTER TABLE revision ADD COLUMN person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT",
    "CREATE INDEX revision_person_id ON revision (person_id)",
    "ALTER TABLE revision ADD COLUMN state VARCHAR(12) NOT NULL DEFAULT 'past'",
    "ALTER TABLE revision ADD COLUMN publish_at {time}",
    "ALTER TABLE revision ADD COLUMN expires_at {time}",
    "CREATE INDEX revision_state_publish_at ON revision (state, publish_at)",
    "CREATE INDEX revision_state_id_article_id_number_title"
    " ON revision (state, id, article_id, number, title)",
    "UPDATE revision SET state = 'live' WHERE id IN"
    " (SELECT live FROM article WHERE state = 'live')",
    "UPDATE revision SET expires_at = (SELECT a.expires_at FROM article a"
    " WHERE a.id = revision.article_id)",
    "UPDATE generation SET next_due = (SELECT MIN(expires_at) FROM article WHERE state = 'live')",
    "ALTER TABLE revision_media ADD COLUMN decorative {boolean} NOT NULL DEFAULT {false}",
    "UPDATE revision_media SET alt = (SELECT m.alt FROM media m WHERE m.id = revision_media.media_id)"
    " WHERE alt = '' AND role IN ('cover', 'picture')",
    "ALTER TABLE media ADD COLUMN decorative {boolean} NOT NULL DEFAULT {false}",
    "ALTER TABLE media ADD COLUMN label TEXT NOT NULL DEFAULT ''",
    "UPDATE media SET label = name",
    "ALTER TABLE media ADD COLUMN person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT",
    "CREATE INDEX media_person_id ON media (person_id)",
    "ALTER TABLE media ADD COLUMN replaced_by INTEGER",
    "ALTER TABLE media ADD COLUMN blocked {boolean} NOT NULL DEFAULT {false}",
)
WORDS = {
    True: {"time": "DATETIME", "boolean": "INTEGER", "false": "0"},
    False: {"time": "TIMESTAMP", "boolean": "BOOLEAN", "false": "FALSE"},
}

# The journal is only ever added to: the database itself refuses anything else.
GUARDS = {
    True: (
        "CREATE TRIGGER entry_kept BEFORE UPDATE ON entry"
        " BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END",
        "CREATE TRIGGER entry_stays BEFORE DELETE ON entry"
        " BEGIN SELECT RAISE(ABORT, 'journal entries are never removed'); END",
    ),
    False: (
        "CREATE FUNCTION entry_refuses() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN RAISE EXCEPTION ''journal entries are never changed or removed''; END'",
        "CREATE TRIGGER entry_kept BEFORE UPDATE OR DELETE ON entry"
        " FOR EACH ROW EXECUTE FUNCTION entry_refuses()",
        "CREATE TRIGGER entry_stays BEFORE TRUNCATE ON entry"
        " FOR EACH STATEMENT EXECUTE FUNCTION entry_refuses()",
    ),
}


def up(migrator, db):
    sqlite = type(db).__name__.startswith("Sqlite")
    db.create_tables(_tables(db), safe=False)
    for statement in COLUMNS:
        db.execute_sql(statement.format(**WORDS[sqlite]))
    for statement in GUARDS[sqlite]:
        db.execute_sql(statement)


def _tables(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Article(Base):
        pass

    class Revision(Base):
        pass

    class Person(Base):
        name = CharField(unique=True, max_length=40)
        display = CharField(max_length=40)
        password = TextField()
        roles = TextField()
        active = BooleanField()
        totp = TextField()
        totp_step = IntegerField()
        password_changed_at = DateTimeField(null=True)
        signed_in_at = DateTimeField(null=True)
        created_at = DateTimeField()

    class RecoveryCode(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE")
        code = CharField(max_length=64)

    class SignIn(Base):
        token = CharField(unique=True, max_length=64)
        person = ForeignKeyField(Person, on_delete="CASCADE")
        address = CharField(max_length=64)
        agent = CharField(max_length=200)
        created_at = DateTimeField()
        seen_at = DateTimeField()

    class Invitation(Base):
        token = CharField(unique=True, max_length=64)
        person = ForeignKeyField(Person, on_delete="CASCADE")
        expires_at = DateTimeField()

    class Attempts(Base):
        key = CharField(unique=True, max_length=200)
        count = IntegerField()
        expires_at = DateTimeField(index=True)

    class Draft(Base):
        token = CharField(unique=True, max_length=32)
        article = ForeignKeyField(Article, on_delete="CASCADE")
        person = ForeignKeyField(Person, on_delete="CASCADE")
        based_on = IntegerField(null=True)
        content = JSONField()
        version = IntegerField()
        saved_at = DateTimeField()

    class Presence(Base):
        article = ForeignKeyField(Article, on_delete="CASCADE", index=False)
        person = ForeignKeyField(Person, on_delete="CASCADE")
        seen_at = DateTimeField()

        class Meta:
            indexes = ((("article", "person"), True),)

    class Step(Base):
        revision = ForeignKeyField(Revision, on_delete="CASCADE")
        person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        move = CharField(max_length=20)
        reason = TextField()
        at = DateTimeField()

    class Comment(Base):
        revision = ForeignKeyField(Revision, on_delete="CASCADE")
        person = ForeignKeyField(Person, on_delete="RESTRICT")
        text = TextField()
        at = DateTimeField()

    class Entry(Base):
        number = IntegerField(unique=True)
        at = DateTimeField(index=True)
        person = IntegerField(null=True, index=True)
        name = CharField(max_length=40)
        address = CharField(max_length=64)
        action = CharField(index=True, max_length=40)
        thing = CharField(max_length=20)
        thing_id = IntegerField(null=True)
        thing_name = TextField()
        before = TextField()
        after = TextField()
        previous = CharField(max_length=64)
        hash = CharField(max_length=64)

        class Meta:
            indexes = ((("thing", "thing_id", "number"), False),)

    return [
        Person,
        RecoveryCode,
        SignIn,
        Invitation,
        Attempts,
        Draft,
        Presence,
        Step,
        Comment,
        Entry,
    ]
