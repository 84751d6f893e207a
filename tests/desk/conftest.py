"""Fixtures of the desk."""

from collections.abc import Iterator

import pytest

from portal import create_app, database
from portal.settings import Settings
from tests.client import DeskClient


@pytest.fixture
def desk(settings: Settings) -> Iterator[DeskClient]:
    """The desk of an empty portal; nobody is signed in."""
    yield DeskClient(create_app(settings))
    database.close()


@pytest.fixture
def demo_desk(demo_settings: Settings) -> Iterator[DeskClient]:
    """The desk of the demo portal; nobody is signed in."""
    yield DeskClient(create_app(demo_settings))
    database.close()
