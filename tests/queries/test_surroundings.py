"""What surrounds a page: kept for one generation of one database."""

import shutil
from pathlib import Path

from portal import database
from portal.models import Article
from portal.queries import site
from portal.queries.surroundings import Surroundings, surroundings
from portal.services.publication import take_down
from portal.settings import Settings
from tests import make
from tests.statements import counted


def now() -> Surroundings:
    return surroundings(site.generation())


def test_they_are_read_once_for_a_generation(either: Settings) -> None:
    notices = make.section("notices", "notices")
    make.article(notices, "停电通知")
    first, generation = now(), site.generation()

    with counted() as statements:
        assert surroundings(generation) is first
    assert not statements
    assert [item.title for item in first.notices] == ["停电通知"]
    assert [place.slug for place in first.tree.places] == ["notices"]


def test_every_public_change_shows(either: Settings) -> None:
    notices = make.section("notices", "notices")
    number = make.article(notices, "停电通知")
    assert len(now().notices) == 1
    with database.writing():
        take_down(Article.get_by_id(number), "已经来电")
    assert not now().notices
    make.section("news")
    assert [place.slug for place in now().tree.navigation] == ["notices", "news"]


def test_two_databases_do_not_mix(store: Settings, migrated: Path) -> None:
    make.section("news", name="这里的")
    here, generation = now(), site.generation()
    other = store.data / "other.sqlite"
    shutil.copy(migrated, other)
    database.close()
    database.attach(f"sqlite:///{other}")
    make.section("news", name="那里的")

    assert site.generation() == generation
    assert [place.name for place in now().tree.places] == ["那里的"]
    assert [place.name for place in here.tree.places] == ["这里的"]
