"""Lists at any size: which articles they show, and how many there are by month and day.

The models are frozen copies: a migration must go on meaning what it meant on its first day.
"""

from datetime import UTC, datetime

from peewee import CharField, DateField, IntegerField, Model

COLUMN = "ALTER TABLE article ADD COLUMN listed {boolean} NOT NULL DEFAULT {false}"
# What lists were read by until now; the new ones begin with what lists show.
DROPPED = (
    "DROP INDEX article_section_id_state_pinned_published_at_id",
    "DROP INDEX article_section_id_state_published_at_id",
)
INDEXES = (
    "CREATE INDEX article_section_id_listed_pinned_published_at_id"
    " ON article (section_id, listed, pinned, published_at, id)",
    "CREATE INDEX article_section_id_listed_published_at_id"
    " ON article (section_id, listed, published_at, id)",
    "CREATE INDEX article_listed_published_at_id ON article (listed, published_at, id)",
    "CREATE INDEX article_state_listed_expires_at ON article (state, listed, expires_at)",
)
LISTED = (
    "UPDATE article SET listed = TRUE WHERE state = 'live' AND published_at <= {p}"
    " AND (expires_at IS NULL OR expires_at > {p})"
)
FILLED = (
    "INSERT INTO tally (section, unit, start, number)"
    " SELECT section_id, '{unit}', {start}, COUNT(*) FROM article"
    " WHERE listed AND NOT pinned GROUP BY section_id, {start}"
)
WORDS = {
    True: {"boolean": "INTEGER", "false": "0", "p": "?", "differs": "IS NOT"},
    False: {"boolean": "BOOLEAN", "false": "FALSE", "p": "%s", "differs": "IS DISTINCT FROM"},
}
STARTS = {
    True: {"month": "date({of}published_at, 'start of month')", "day": "date({of}published_at)"},
    False: {
        "month": "date_trunc('month', {of}published_at)::date",
        "day": "{of}published_at::date",
    },
}

# The database itself keeps the tally, so that nothing that writes articles can forget to.
COUNT = (
    "INSERT INTO tally (section, unit, start, number)"
    " SELECT {of}section_id, '{unit}', {start}, {by} WHERE {of}listed AND NOT {of}pinned"
    " ON CONFLICT (section, unit, start) DO UPDATE SET number = tally.number + excluded.number;"
)
COUNTED = ("section_id", "listed", "pinned", "published_at")


def up(migrator, db):
    sqlite = type(db).__name__.startswith("Sqlite")
    words = WORDS[sqlite]
    db.execute_sql(COLUMN.format(**words))
    for statement in (*DROPPED, *INDEXES):
        db.execute_sql(statement)
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    db.execute_sql(LISTED.format(**words), (now, now))
    db.create_tables([_tally(db)], safe=False)
    for unit, start in STARTS[sqlite].items():
        db.execute_sql(FILLED.format(unit=unit, start=start.format(of="")))
    for statement in _triggers(sqlite):
        db.execute_sql(statement)


def _tally(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Tally(Base):
        section = IntegerField()
        unit = CharField(max_length=5)
        start = DateField()
        number = IntegerField()

        class Meta:
            indexes = ((("section", "unit", "start"), True),)

    return Tally


def _counts(sqlite, of, by):
    """The statements that add `by` to the month and the day of a row."""
    return " ".join(
        COUNT.format(of=of, by=by, unit=unit, start=start.format(of=of))
        for unit, start in STARTS[sqlite].items()
    )


def _triggers(sqlite):
    less, more = _counts(sqlite, "OLD.", -1), _counts(sqlite, "NEW.", 1)
    for name, event, counts in (
        ("article_added", "INSERT", more),
        ("article_removed", "DELETE", less),
        ("article_changed", f"UPDATE OF {', '.join(COUNTED)}", f"{less} {more}"),
    ):
        when = _changed(sqlite) if "UPDATE" in event else ""
        if sqlite:
            yield f"CREATE TRIGGER {name} AFTER {event} ON article {when} BEGIN {counts} END"
        else:
            yield (
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$BEGIN {counts} RETURN NULL; END$$"
            )
            yield (
                f"CREATE TRIGGER {name} AFTER {event} ON article"
                f" FOR EACH ROW {when} EXECUTE FUNCTION {name}()"
            )


def _changed(sqlite):
    old, new = (", ".join(f"{of}.{column}" for column in COUNTED) for of in ("OLD", "NEW"))
    return f"WHEN (({old}) {WORDS[sqlite]['differs']} ({new}))"
