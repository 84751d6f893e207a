"""Fixtures of the desk."""

from collections.abc import Iterator

import pytest

from portal import database
from portal.settings import Settings
from tests.app import app_of
from tests.client import DeskClient


@pytest.fixture
def desk(settings: Settings) -> Iterator[DeskClient]:
    """The desk of an empty portal; nobody is signed in."""
    yield DeskClient(app_of(settings))
    database.close()


@pytest.fixture
def demo_desk(demo_settings: Settings) -> Iterator[DeskClient]:
    """The desk of the demo portal; nobody is signed in."""
    yield DeskClient(app_of(demo_settings))
    database.close()
