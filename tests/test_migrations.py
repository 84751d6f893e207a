"""An empty database brought up by the migrations equals the models, on both databases."""

from playhouse.schema_diff import diff_models

from portal import database, migrations, models
from portal.settings import Settings


def test_migrations_equal_models(either: Settings) -> None:
    assert not diff_models(database.proxy.obj, [*models.ALL, *models.REBUILT])


def test_nothing_is_pending_after_migrating(either: Settings) -> None:
    opened = database.proxy.obj
    assert migrations.pending(opened) == []
    assert migrations.migrate(opened) == []
