"""An empty database brought up by the migrations equals the models, on both databases."""

from pathlib import Path

from playhouse.schema_diff import diff_models

from portal import database, migrations, models
from portal.settings import Settings


def test_migrations_equal_models(either: Settings) -> None:
    assert not diff_models(database.proxy.obj, [*models.ALL, *models.REBUILT])


def test_nothing_is_pending_after_migrating(either: Settings) -> None:
    opened = database.proxy.obj
    assert migrations.pending(opened) == []
    assert migrations.migrate(opened) == []


def test_pictures_keep_the_words_that_readers_saw(tmp_path: Path) -> None:
    """The first release showed the library's words where a use had none of its own."""
    opened = database.attach(f"sqlite:///{tmp_path / 'old.sqlite'}")
    migrations.runner(opened).up("0001_initial")
    opened.execute_sql("PRAGMA foreign_keys = 0")
    opened.execute_sql(
        "INSERT INTO media (id, sha256, folder, name, kind, mime, size, renditions, alt, created_at)"
        " VALUES (1, 'a', 'a', 'a.jpg', 'image', 'image/jpeg', 1, '[]', '一条河', '2026-01-01')"
    )
    for position, (role, alt) in enumerate([("cover", ""), ("picture", "自己的"), ("body", "")]):
        opened.execute_sql(
            "INSERT INTO revision_media (revision_id, media_id, role, position, text, alt)"
            " VALUES (1, 1, ?, ?, '', ?)",
            (role, position, alt),
        )

    migrations.migrate(opened)

    uses = models.RevisionMedia.select().order_by(models.RevisionMedia.position)
    assert [use.alt for use in uses] == ["一条河", "自己的", ""]
    database.close()
