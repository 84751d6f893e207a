"""The first tables: site, media, articles, and the search index.

The models are frozen copies: a migration must go on meaning what it meant on its first day.
"""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SmallIntegerField,
    TextField,
)

SEARCH = {
    True: (
        "CREATE VIRTUAL TABLE search_text"
        " USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')",
    ),
    False: (
        "CREATE TABLE search_text"
        " (article integer PRIMARY KEY, words tsvector NOT NULL, whole text)",
        "CREATE INDEX search_text_words ON search_text USING gin (words)",
        "CREATE INDEX search_text_whole ON search_text USING gin (words) WHERE whole IS NOT NULL",
    ),
}


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Section(Base):
        slug = CharField(unique=True, max_length=40)
        name = CharField(max_length=40)
        kind = CharField(max_length=20)
        parent = ForeignKeyField("self", null=True, on_delete="RESTRICT")
        position = SmallIntegerField()
        in_navigation = BooleanField()
        description = TextField()
        keywords = TextField()
        column_type = CharField(max_length=40)
        update_days = IntegerField()

    class Setting(Base):
        key = CharField(unique=True, max_length=40)
        value = TextField()

    class Link(Base):
        group = CharField(max_length=20, column_name="link_group")
        name = CharField(max_length=40)
        url = TextField()
        description = TextField()
        position = SmallIntegerField()

        class Meta:
            indexes = ((("group", "position"), False),)

    class Redirect(Base):
        path = CharField(unique=True, max_length=200)
        target = CharField(max_length=200)

    class Generation(Base):
        number = IntegerField()

    class Media(Base):
        sha256 = CharField(unique=True, max_length=64)
        folder = CharField(max_length=16)
        name = CharField(max_length=120)
        kind = CharField(max_length=12)
        mime = CharField(max_length=80)
        size = BigIntegerField()
        width = IntegerField(null=True)
        height = IntegerField(null=True)
        seconds = IntegerField(null=True)
        renditions = JSONField()
        alt = TextField()
        created_at = DateTimeField()

    class Article(Base):
        section = ForeignKeyField(Section, on_delete="RESTRICT", index=False)
        state = CharField(max_length=12)
        live = IntegerField(null=True)
        published_at = DateTimeField(null=True)
        expires_at = DateTimeField(null=True)
        withdrawn_reason = TextField()
        created_at = DateTimeField()

        class Meta:
            indexes = (
                (("section", "state", "published_at", "id"), False),
                (("state", "published_at", "id"), False),
            )

    class Revision(Base):
        article = ForeignKeyField(Article, on_delete="CASCADE")
        number = SmallIntegerField()
        title = TextField()
        subtitle = TextField()
        author = TextField()
        source = TextField()
        editor = TextField()
        summary = TextField()
        keywords = TextField()
        body = TextField()
        details = JSONField()
        created_at = DateTimeField()

        class Meta:
            indexes = ((("article", "number"), True),)

    class RevisionMedia(Base):
        revision = ForeignKeyField(Revision, on_delete="CASCADE", index=False)
        media = ForeignKeyField(Media, on_delete="RESTRICT")
        role = CharField(max_length=12)
        position = SmallIntegerField()
        text = TextField()
        alt = TextField()

        class Meta:
            indexes = ((("revision", "role", "position"), True),)

    class ImportedPage(Base):
        fingerprint = CharField(unique=True, max_length=64)
        source_key = CharField(index=True, max_length=80)
        article = ForeignKeyField(Article, on_delete="CASCADE")
        name = TextField()
        imported_at = DateTimeField()

    db.create_tables(
        [
            Section,
            Setting,
            Link,
            Redirect,
            Generation,
            Media,
            Article,
            Revision,
            RevisionMedia,
            ImportedPage,
        ],
        safe=False,
    )
    Generation.insert(id=1, number=1).execute()
    for statement in SEARCH[type(db).__name__.startswith("Sqlite")]:
        db.execute_sql(statement)
