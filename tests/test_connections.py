"""Connections: kept by a thread from request to request, as long as they lead where a new one would."""

from pathlib import Path

import psycopg
import pytest
from flask import Flask

from portal import database
from portal.queries import site
from portal.services.site import change_settings
from portal.settings import Settings
from tests import make
from tests.app import app_of
from tests.servers import migrated_postgresql


@pytest.fixture
def app(either: Settings) -> Flask:
    made = app_of(either)
    make.section()
    return made


def connection() -> object:
    return database.proxy.connection()


def test_the_next_request_goes_on_with_it(app: Flask) -> None:
    web = app.test_client()
    assert web.get("/news/").status_code == 200
    kept = connection()

    assert web.get("/news/").status_code == 200

    assert connection() is kept


def test_what_was_read_is_let_go(app: Flask) -> None:
    web = app.test_client()
    web.get("/news/")

    change_settings({"name": "新的名称"})

    assert "新的名称" in web.get("/news/").text


def test_another_file_in_its_place_is_opened(store: Settings) -> None:
    web = app_of(store).test_client()
    make.section(name="原来的")
    path = Path(store.database_url.removeprefix("sqlite:///"))
    assert "原来的" in web.get("/news/").text
    database.close()
    other = path.with_name("other.sqlite")
    other.write_bytes(path.read_bytes())
    assert "原来的" in web.get("/news/").text

    other.replace(path)
    for each in ("-wal", "-shm"):
        path.with_name(path.name + each).unlink(missing_ok=True)
    site.generation()  # through the old file still, as within a request
    before = connection()

    assert web.get("/news/").status_code == 200
    assert connection() is not before


def test_a_server_that_hung_up_is_asked_anew(shared: Path, settings: Settings) -> None:
    with migrated_postgresql(shared) as url:
        web = app_of(Settings(settings.data, url, settings.address)).test_client()
        make.section()
        assert web.get("/news/").status_code == 200
        (mine,) = database.proxy.execute_sql("SELECT pg_backend_pid()").fetchone()
        with psycopg.connect(url, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", (mine,))

        assert web.get("/news/").status_code == 200
        database.close()
