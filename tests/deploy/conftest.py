"""One site for all tests of this folder: starting it takes seconds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.site import Site, running_site


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory, migrated: Path, cache: Path) -> Iterator[Site]:
    """nginx in front of a small portal."""
    with running_site(tmp_path_factory.mktemp("site"), migrated, cache) as made:
        yield made
