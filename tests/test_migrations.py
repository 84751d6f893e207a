"""An empty database brought up by the migrations equals the models, on both databases."""

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from portal import database, migrations, models
from portal.settings import Settings
from tests.servers import postgresql_database


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


OLD_ARTICLES = """
INSERT INTO article (section_id, state, published_at, expires_at, pinned, withdrawn_reason,
  created_at) VALUES
(1, 'live', '2026-01-31 23:59:59', NULL, FALSE, '', '2026-01-01'),
(1, 'live', '2026-01-31 00:00:00', '2199-01-01', FALSE, '', '2026-01-01'),
(1, 'live', '2026-02-01 00:00:00', NULL, TRUE, '', '2026-01-01'),
(1, 'live', '2026-02-02 00:00:00', '2026-02-03', FALSE, '', '2026-01-01'),
(1, 'live', '2199-01-01 00:00:00', NULL, FALSE, '', '2026-01-01'),
(1, 'withdrawn', '2026-01-31 08:00:00', NULL, FALSE, '', '2026-01-01'),
(1, 'draft', NULL, NULL, FALSE, '', '2026-01-01'),
(1, 'live', '2025-12-01 08:00:00', NULL, FALSE, '', '2026-01-01')
"""


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_lists_begin_with_the_articles_that_are_there(
    tmp_path: Path, shared: Path, kind: str
) -> None:
    here = nullcontext(f"sqlite:///{tmp_path / 'old.sqlite'}")
    with here if kind == "sqlite" else postgresql_database(shared) as url:
        opened = database.attach(url)
        migrations.runner(opened).up("0002_desk")
        opened.execute_sql(
            "INSERT INTO section (id, slug, name, kind, position, in_navigation, description,"
            " keywords, column_type, update_days)"
            " VALUES (1, 'news', '要闻', 'news', 1, TRUE, '', '', '', 0)"
        )
        opened.execute_sql(OLD_ARTICLES)

        migrations.migrate(opened)

        listed = models.Article.select().where(models.Article.listed)
        assert [each.id for each in listed.order_by(models.Article.id)] == [1, 2, 3, 8]
        assert {(row.unit, row.start): row.number for row in models.Tally.select()} == {
            ("month", date(2026, 1, 1)): 2,
            ("day", date(2026, 1, 31)): 2,
            ("month", date(2025, 12, 1)): 1,
            ("day", date(2025, 12, 1)): 1,
        }
        database.close()
