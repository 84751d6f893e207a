"""What legal documents are looked up by; `portal migrate` fills it with the words of live ones."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    Model,
    SmallIntegerField,
)


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Section(Base):
        kind = CharField()

    class Article(Base):
        section = ForeignKeyField(Section)
        live = IntegerField(null=True)

    class Wording(Base):
        revision = IntegerField(column_name="revision_id", primary_key=True)
        stale = BooleanField()

    class DocumentFacts(Base):
        id = BigIntegerField(primary_key=True)
        article = ForeignKeyField(Article, unique=True, on_delete="CASCADE")
        section = IntegerField()
        type = CharField(max_length=100)
        year = SmallIntegerField()
        cause = CharField(max_length=100)
        unit = CharField(max_length=100)

        class Meta:
            indexes = (
                (("section", "type", "year", "cause", "unit", "id"), False),
                (("section", "type", "id"), False),
                (("section", "year", "id"), False),
                (("section", "cause", "id"), False),
                (("section", "unit", "id"), False),
            )

    db.create_tables([DocumentFacts], safe=False)
    documents = Section.select(Section.id).where(Section.kind == "documents")
    shown = Article.select(Article.live).where(
        Article.section << documents, Article.live.is_null(False)
    )
    Wording.update(stale=True).where(Wording.revision << shown).execute()
