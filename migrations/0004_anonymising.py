"""隐名处理: which revision of a legal document was made from which original, by whom."""

from peewee import DateTimeField, ForeignKeyField, JSONField, Model


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Revision(Base):
        pass

    class Person(Base):
        pass

    class Anonymising(Base):
        revision = ForeignKeyField(Revision, unique=True, on_delete="CASCADE")
        person = ForeignKeyField(Person, null=True, on_delete="RESTRICT")
        counts = JSONField()
        kept = JSONField()
        original = JSONField(null=True)
        at = DateTimeField()

    db.create_tables([Anonymising], safe=False)
