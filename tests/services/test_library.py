"""The media library: one file and one row for each content, however it comes in."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import Barrier

import pytest
from PIL import Image

from portal import database
from portal.errors import Refused
from portal.models import Media
from portal.services import library
from portal.settings import Settings
from tests import media_files

PDF = b"%PDF-1.7 "


def jpeg(width: int = 400, colour: str = "red") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, 300), colour).save(out, "JPEG")
    return out.getvalue()


def files(root: Path) -> set[str]:
    return {file.name for file in root.rglob("*") if file.is_file()}


def test_a_row_says_what_the_file_is(either: Settings) -> None:
    row = library.add_media(either.media, jpeg(), "河岸 bank.JPG", alt="一条河")

    stored = Media.get()
    assert stored == row and (stored.kind, stored.mime) == ("image", "image/jpeg")
    assert (stored.width, stored.height, stored.alt) == (400, 300, "一条河")
    assert stored.renditions == [[400, 300, "image/webp", "bank-400.webp"]]
    assert stored.url == f"/media/{stored.sha256[:16]}/bank.jpg"
    assert (either.media / stored.folder / stored.name).stat().st_size == stored.size


def test_a_video_has_its_length(either: Settings) -> None:
    row = library.add_media(either.media, media_files.mp4(52), "v.mp4", alt="短片")

    assert Media.get().seconds == row.seconds == 52
    assert (row.kind, row.width, row.renditions) == ("video", None, [])
    assert library.add_media(either.media, media_files.mp4(9), "w.mp4", seconds=8).seconds == 8


def test_the_same_content_again_is_the_same_row(either: Settings) -> None:
    first = library.add_media(either.media, jpeg(), "first.jpg", alt="第一次")
    before = files(either.media)

    again = library.add_media(either.media, jpeg(), "another-name.png", alt="第二次")

    assert (again, again.name, again.alt) == (first, "first.jpg", "第一次")
    assert Media.select().count() == 1
    assert files(either.media) == before, "no file without a row"


def test_a_lost_file_comes_back_with_its_content(store: Settings) -> None:
    row = library.add_media(store.media, PDF, "form.pdf")
    (store.media / row.folder / row.name).unlink()

    assert library.add_media(store.media, PDF, "other.pdf") == row
    assert files(store.media) == {"form.pdf"}


def test_what_is_refused_leaves_nothing(either: Settings) -> None:
    with pytest.raises(Refused):
        library.add_media(either.media, b"GIF89a", "x.gif")

    assert not files(either.media) and not Media.select().exists()


def test_threads_adding_the_same_content(either: Settings) -> None:
    together = Barrier(4)

    def add(n: int) -> int:
        try:
            together.wait(10)
            row: Media = library.add_media(either.media, PDF + b"%d" % (n // 4), "form.pdf")
            return row.id
        finally:
            database.close()

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(add, range(20)))

    assert Media.select().count() == len(set(numbers)) == 5
    assert all(len(set(numbers[n : n + 4])) == 1 for n in range(0, 20, 4))
    assert len([file for file in either.media.rglob("*") if file.is_file()]) == 5
