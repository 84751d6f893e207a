"""Applying the scripts of `migrations/`, in order, each in a transaction of its own."""

from peewee import Database
from playhouse.migrations import Runner

from portal.settings import ROOT


def runner(database: Database) -> Runner:
    """Peewee's own migration runner on the project's folder."""
    return Runner(database, str(ROOT / "migrations"))


def pending(database: Database) -> list[str]:
    """Names of the migrations that this database still needs."""
    return [row.name for row in runner(database).status() if row.path and not row.applied]


def applied(database: Database) -> list[str]:
    """Names of the migrations that this database has had."""
    return [row.name for row in runner(database).status() if row.applied]


def migrate(database: Database) -> list[str]:
    """Apply what is pending; the names of what was applied."""
    names: list[str] = runner(database).up()
    return names
