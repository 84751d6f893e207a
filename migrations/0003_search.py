"""Search anew: pairs of neighbours as tokens, the words of every revision, synonyms, promotions.

The index is empty afterwards; `portal migrate` fills it, and `portal reindex` does so at any time.
"""

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

# SQLite keeps nothing but the index itself: what was put in is known from `wording`, and rows that
# are taken out name their tokens. PostgreSQL would rather read every tsvector of the table than use
# its index, because it does not know what unpacking them costs; the function keeps it from that.
INDEX = {
    True: (
        "DROP TABLE search_text",
        "CREATE VIRTUAL TABLE search_text"
        " USING fts5(words, content = '', columnsize = 0, tokenize = 'ascii')",
    ),
    False: (
        "DROP TABLE search_text",
        "CREATE TABLE search_text (id bigint PRIMARY KEY, words tsvector)",
        "CREATE INDEX search_text_words ON search_text USING gin (words)",
        "CREATE INDEX search_text_unsure ON search_text (id) WHERE words IS NULL",
        "CREATE FUNCTION search_matches(question tsquery)"
        " RETURNS TABLE (id bigint, sure boolean)"
        " LANGUAGE sql STABLE STRICT ROWS 300 SET enable_seqscan = off"
        " AS 'SELECT s.id, true FROM search_text s WHERE s.words @@ question"
        " UNION ALL SELECT s.id, false FROM search_text s WHERE s.words IS NULL'",
    ),
}


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Article(Base):
        pass

    class Revision(Base):
        pass

    class Wording(Base):
        revision = ForeignKeyField(Revision, primary_key=True, on_delete="CASCADE")
        head = IntegerField()
        stale = BooleanField(index=True)
        sounds = TextField()
        folded = TextField()
        shown = BlobField()

    class Indexed(Base):
        id = BigIntegerField(primary_key=True)
        article = ForeignKeyField(Article, unique=True, on_delete="CASCADE")
        revision = IntegerField()

    class Synonym(Base):
        words = TextField()

    class Promotion(Base):
        questions = TextField()
        name = CharField(max_length=80)
        url = CharField(max_length=500)
        description = CharField(max_length=200)

    db.create_tables([Wording, Indexed, Synonym, Promotion], safe=False)
    for statement in INDEX[type(db).__name__.startswith("Sqlite")]:
        db.execute_sql(statement)
