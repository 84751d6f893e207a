"""Backups: what comes back is what went in, on either database, whole or not at all."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from portal import database, journal, migrations, models
from portal.errors import Refused
from portal.journal import verify
from portal.roles import COMMAND
from portal.services import archive
from portal.services.archive.layout import PASSING
from portal.settings import Settings
from portal.times import now
from tests import make
from tests.asking import found
from tests.servers import postgresql_database


def nothing(_: int) -> None:
    """A progress bar that nobody sees."""


def rows() -> dict[str, list[dict[str, object]]]:
    """Everything in the tables that outlive a restoration, but for the act itself."""
    found = {}
    for model in models.ALL:
        name = model._meta.table_name
        if name not in (*PASSING, "generation"):
            found[name] = list(model.select().order_by(model.id).dicts())
    found["entry"] = [e for e in found["entry"] if not str(e["action"]).startswith("backup")]
    return found


def filled(settings: Settings) -> None:
    child = make.section("about", position=2)
    models.Section.update(parent=make.section("zz", position=1)).where(
        models.Section.id == child.id
    ).execute()
    picture = make.picture(settings.media)
    make.person("editor")
    make.article(child, "桥头的路灯", body=f'<p>正文</p><img src="{picture.url}" alt="河岸">')


def modes(data: Path) -> dict[str, str]:
    """What the server before the site may read, and what nobody else may."""
    kept = [*(data / "media").rglob("*"), *(data / "secrets").rglob("*")]
    kept += [data / "media", data / "secrets", data / "journal.head"]
    return {str(p.relative_to(data)): oct(p.stat().st_mode) for p in kept}


def files(data: Path) -> dict[str, bytes]:
    """Everything on disk but the database."""
    found = [p for p in data.rglob("*") if p.is_file() and "portal.sqlite" not in p.name]
    return {str(p.relative_to(data)): p.read_bytes() for p in found}


@pytest.fixture
def elsewhere(tmp_path: Path, settings: Settings) -> Settings:
    folder = tmp_path / "elsewhere"
    return replace(settings, data=folder, database_url=f"sqlite:///{folder / 'portal.sqlite'}")


def opened(settings: Settings) -> Settings:
    settings.data.mkdir(exist_ok=True)
    migrations.migrate(database.attach(settings.database_url))
    journal.attach(settings.data)
    return settings


def test_everything_comes_back(either: Settings, elsewhere: Settings, shared: Path) -> None:
    filled(either)
    file = either.data / "backup.zip"
    archive.back_up(either, file, COMMAND, nothing)
    before = rows()
    database.close()

    archive.restore(opened(elsewhere), file, COMMAND, nothing)

    assert rows() == before
    assert verify().ok
    assert len(found("桥头的路灯", now())) == 1
    media = models.Media.get()
    assert (elsewhere.media / media.folder / media.name).exists()
    assert modes(elsewhere.data) == modes(either.data)
    assert file.stat().st_mode & 0o077 == 0
    database.close()
    with postgresql_database(shared) as url:
        archive.restore(opened(replace(elsewhere, database_url=url)), file, COMMAND, nothing)
        assert rows() == before
        make.section("next")  # ids go on after the restored ones


def test_only_an_empty_portal_is_filled(store: Settings) -> None:
    filled(store)
    file = store.data / "backup.zip"
    archive.back_up(store, file, COMMAND, nothing)
    before = rows()

    with pytest.raises(Refused, match="已经有内容"):
        archive.restore(store, file, COMMAND, nothing)
    with pytest.raises(Refused, match="已经存在"):
        archive.back_up(store, file, COMMAND, nothing)

    assert rows() == before


@pytest.mark.parametrize(
    "fault", ["no zip", "cut", "strange", "path", "rows", "version", "line", "table"]
)
def test_a_bad_file_is_refused_and_nothing_stays(
    store: Settings, elsewhere: Settings, fault: str
) -> None:
    filled(store)
    file = store.data / "backup.zip"
    archive.back_up(store, file, COMMAND, nothing)
    database.close()
    broken = _broken(file, fault)
    opened(elsewhere)
    before = files(elsewhere.data)

    with pytest.raises(Refused):
        archive.restore(elsewhere, broken, COMMAND, nothing)

    assert not models.Section.select().exists()
    assert not (elsewhere.data.parent / "evil").exists()
    assert files(elsewhere.data) == before and verify().ok
    archive.restore(elsewhere, file, COMMAND, nothing)  # the same folder takes a good one
    assert verify().ok


def test_files_that_cannot_be_placed_take_the_rows_back(
    store: Settings, elsewhere: Settings
) -> None:
    """The last secret finds a folder in its place, when the media are there already."""
    filled(store)
    (store.data / "secrets" / "zz").write_bytes(b"the last of all")
    file = store.data / "backup.zip"
    archive.back_up(store, file, COMMAND, nothing)
    database.close()
    (opened(elsewhere).data / "secrets" / "zz" / "in the way").mkdir(parents=True)
    before = files(elsewhere.data)

    with pytest.raises(Refused, match="没有恢复"):
        archive.restore(elsewhere, file, COMMAND, nothing)

    assert not models.Section.select().exists() and verify().ok
    assert files(elsewhere.data) == before
    assert not list((elsewhere.data).glob("media/*"))


def _broken(file: Path, fault: str) -> Path:
    broken = file.with_name(f"{fault}.zip")
    if fault == "no zip":
        broken.write_bytes(b"hello")
        return broken
    if fault == "cut":
        broken.write_bytes(file.read_bytes()[:-2000])
        return broken
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "manifest.json" and fault != "path":
                facts = json.loads(content)
                facts |= {"strange": {"format": 99}, "version": {"migrations": []}}.get(fault, {})
                facts["rows"]["article"] += fault == "rows"
                content = json.dumps(facts).encode()
            if name == "tables/article.jsonl":
                content = {"line": b"{", "table": b'{"id": 1}'}.get(fault, content)
            target.writestr(name, content)
        if fault == "path":
            target.writestr("media/../../evil", "x")
    return broken
