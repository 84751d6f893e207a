"""The files of a backup: laid out beside their places, then moved there all together or not."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from errno import EISDIR
from pathlib import Path, PurePosixPath

from portal.errors import Refused
from portal.services.archive.layout import FOLDERS, HEAD

_OPEN = "media"
"""The folder that the web server before the site reads."""


@dataclass
class Unpacked:
    """The files of a backup under `fresh`; whatever stood in their places waits under `former`."""

    data: Path
    fresh: Path
    former: Path
    _placed: list[PurePosixPath] = field(default_factory=list)

    def add(self, archive: zipfile.ZipFile, name: str) -> None:
        """Lay out one file, if it is one; a name that would lead elsewhere is refused."""
        path = PurePosixPath(name)
        if name.endswith("/") or (path.parts[:1] not in [(f,) for f in FOLDERS] and name != HEAD):
            return
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise Refused(f"备份里有不安全的文件名（{name}），没有恢复。")
        target = self.fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(name) as content, target.open("wb") as out:
            shutil.copyfileobj(content, out)
        target.chmod(0o644 if path.parts[0] == _OPEN else 0o600)

    def place(self) -> None:
        """Move every file to where it belongs."""
        for source in sorted(self.fresh.rglob("*")):
            if source.is_file():
                path = PurePosixPath(source.relative_to(self.fresh))
                self._make_way(path)
                self._placed.append(path)
                shutil.move(source, self.data / path)

    def _make_way(self, path: PurePosixPath) -> None:
        target, aside = self.data / path, self.former / path
        mode = 0o777 if path.parts[0] == _OPEN else 0o700
        target.parent.mkdir(parents=True, exist_ok=True, mode=mode)
        if target.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(target))
        if target.exists():
            aside.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(target, aside)

    def take_back(self) -> None:
        """Leave the data folder as it was before `place`."""
        for path in reversed(self._placed):
            target, aside = self.data / path, self.former / path
            target.unlink(missing_ok=True)
            if aside.exists():
                shutil.move(aside, target)
            with suppress(OSError):  # not empty: others have files there
                target.parent.rmdir()


@contextmanager
def unpacked(data: Path) -> Iterator[Unpacked]:
    """A folder for the files of a backup; when the block fails, none of them stays."""
    folder = Path(tempfile.mkdtemp(dir=data, prefix=".restore-"))
    files = Unpacked(data, folder / "fresh", folder / "former")
    try:
        yield files
    except BaseException:
        files.take_back()
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
