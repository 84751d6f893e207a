"""Fixtures: databases, the application, the demo portal, and the inspecting client."""

import os
import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from portal import database, journal, migrations
from portal.settings import Settings
from tests.app import app_of
from tests.client import InspectingClient
from tests.demo_portal import copied, made_once, pytest_collection_modifyitems  # noqa: F401
from tests.servers import migrated_postgresql

ADDRESS = "https://www.example.gov.cn"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite file with every migration applied."""
    path = tmp_path_factory.mktemp("migrated") / "portal.sqlite"
    migrations.migrate(database.attach(f"sqlite:///{path}"))
    database.close()
    return path


@pytest.fixture(scope="session")
def cache(shared: Path) -> Path:
    """Where every portal of this run keeps its built static files."""
    (shared / "cache").mkdir(parents=True, exist_ok=True)
    return shared / "cache"


@pytest.fixture
def settings(tmp_path: Path, migrated: Path, cache: Path) -> Settings:
    """A portal of its own, empty."""
    (tmp_path / "cache").symlink_to(cache)
    shutil.copy(migrated, tmp_path / "portal.sqlite")
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'portal.sqlite'}", ADDRESS)


@pytest.fixture
def store(settings: Settings) -> Iterator[Settings]:
    """An empty portal whose database is attached."""
    database.attach(settings.database_url)
    journal.attach(settings.data)
    yield settings
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, settings: Settings, shared: Path) -> Iterator[Settings]:
    """An empty portal on SQLite, then one on PostgreSQL."""
    journal.attach(settings.data)
    is_here = request.param == "sqlite"
    with nullcontext(settings.database_url) if is_here else migrated_postgresql(shared) as url:
        database.attach(url)
        yield Settings(settings.data, url, ADDRESS)
        database.close()


@pytest.fixture(scope="session")
def demo_data(shared: Path) -> Path:
    """The data folder of a portal with the demo content, made once for all workers."""
    return made_once(shared)


@pytest.fixture
def demo_settings(demo_data: Path, tmp_path: Path, cache: Path) -> Settings:
    """A demo portal of its own: its database is a copy, its media are shared."""
    (tmp_path / "cache").symlink_to(cache)
    copied(demo_data, tmp_path)
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'portal.sqlite'}", ADDRESS)


@pytest.fixture
def client(settings: Settings) -> Iterator[InspectingClient]:
    """The inspecting client on an empty portal."""
    yield InspectingClient(app_of(settings))
    database.close()


@pytest.fixture
def demo_client(demo_settings: Settings) -> Iterator[InspectingClient]:
    """The inspecting client on the demo portal."""
    yield InspectingClient(app_of(demo_settings))
    database.close()
