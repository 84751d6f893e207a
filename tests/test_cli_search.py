"""`portal reindex`, and the filling of the index by `portal migrate`."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from portal import cli, database
from portal.database import proxy
from portal.models import Indexed, Wording
from portal.queries import site
from portal.services import reindexing, specimens
from portal.settings import Settings
from tests import make
from tests.asking import found

Run = Callable[[str], tuple[int, str]]
PROGRAM = Path(sys.executable).parent / "portal"


@pytest.fixture
def portal(
    either: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs a command on the portal in use; exit code, and all that it said."""

    def run(command: str) -> tuple[int, str]:
        monkeypatch.setenv("PORTAL_DATA", str(either.data))
        monkeypatch.setenv("PORTAL_DATABASE_URL", either.database_url)
        database.close()
        monkeypatch.setattr(sys, "argv", ["portal", command])
        with pytest.raises(SystemExit) as left:
            cli.main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err

    return run


def empty_index() -> None:
    """As after a migration that changed its form."""
    Wording.delete().execute()
    Indexed.delete().execute()
    sqlite = "INSERT INTO search_text (search_text) VALUES ('delete-all')"
    proxy.execute_sql(sqlite if database.is_sqlite() else "DELETE FROM search_text")


def test_reindexing(portal: Run) -> None:
    article = make.article(make.section(), "水源")
    before = site.generation()

    code, said = portal("reindex")

    assert code == 0 and "搜索索引已经重新建好。" in said and "接着上次" not in said
    assert found("水源") == [article]
    assert site.generation() == before + 1, "pages kept from the old index would stay"


def test_going_on(portal: Run) -> None:
    article = make.article(make.section(), "水源")
    empty_index()

    code, said = portal("reindex")

    assert code == 0 and "接着上次没有做完的继续。" in said
    assert found("水源") == [article]


def test_migrating_fills_the_index(portal: Run) -> None:
    article = make.article(make.section(), "水源")
    empty_index()

    code, said = portal("migrate")

    assert code == 0 and "数据库已经是最新版本。" in said and "正在建立搜索索引" in said
    assert found("水源") == [article]
    assert "正在建立" not in portal("migrate")[1]


def test_killed_at_any_time(store: Settings) -> None:
    """Everything can be found before, during and after; the next run finishes the work."""
    make.section()
    list(specimens.generate(200, 200, 5))
    everything = found("检察")
    environment = {**os.environ, "PORTAL_DATA": str(store.data)}
    environment.pop("PORTAL_DATABASE_URL", None)
    for seconds in (0.3, 0.6, 0.9, 1.2):
        process = subprocess.Popen([PROGRAM, "reindex"], env=environment, stdout=subprocess.DEVNULL)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert found("检察") == everything
            time.sleep(0.05)
        process.kill()
        process.wait()

    assert len(everything) > 100 and found("检察") == everything
    subprocess.run([PROGRAM, "reindex"], env=environment, check=True, capture_output=True)
    assert reindexing.waiting() == 0 and found("检察") == everything
