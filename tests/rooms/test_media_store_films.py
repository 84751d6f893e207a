"""Films: whole, playable everywhere, without the place where they were made, with their length."""

import struct
from pathlib import Path

import pytest

from portal.errors import Refused
from portal.media_store import accept
from portal.settings import ROOT
from tests.media_files import PLACE, box, element, mp4, webm


def refused(root: Path, data: bytes) -> str:
    with pytest.raises(Refused) as error:
        accept(root, data, "片.mp4")
    assert not list(root.rglob("*"))
    return error.value.sentence


@pytest.mark.parametrize(("seconds", "told"), [(52.4, 52), (0.2, 1), (0, None), (4000, 4000)])
def test_length_of_mp4(tmp_path: Path, seconds: float, told: int | None) -> None:
    assert accept(tmp_path, mp4(seconds), "v").seconds == told


def test_long_fields_of_a_length(tmp_path: Path) -> None:
    short = struct.pack(">IIIII", 0, 0, 0, 1000, 52_000)
    long = struct.pack(">IQQIQ", 1 << 24, 0, 0, 90_000, 90_000 * 77)
    data = mp4().replace(box(b"mvhd", short, bytes(80)), box(b"mvhd", long, bytes(68)))

    assert accept(tmp_path, data, "v").seconds == 77


@pytest.mark.parametrize(("seconds", "told"), [(7.4, 7), (None, None)])
def test_length_of_webm(tmp_path: Path, seconds: float | None, told: int | None) -> None:
    stored = accept(tmp_path, webm(seconds), "v")

    assert (stored.seconds, stored.mime, stored.name) == (told, "video/webm", "v.webm")


def test_the_films_of_the_demo(tmp_path: Path) -> None:
    with (ROOT / "demo" / "media" / "video-1.mp4").open("rb") as film:
        stored = accept(tmp_path, film, "video-1.mp4")

    assert stored.seconds == 52


def test_the_place_is_left_behind_and_nothing_moves(tmp_path: Path) -> None:
    meta = box(b"uuid", bytes(16), b"<xmp>somebody</xmp>")
    data = mp4(more=meta, frames=b"the frames")
    stored = accept(tmp_path, data, "v")

    kept = (tmp_path / stored.folder / stored.name).read_bytes()
    assert PLACE in data and PLACE not in kept and b"somebody" not in kept
    assert len(kept) == len(data) and kept.index(b"the frames") == data.index(b"the frames")
    assert accept(tmp_path / "again", kept, "v").seconds == 52


@pytest.mark.parametrize("codec", [b"hvc1", b"hev1"])
def test_newer_codecs(tmp_path: Path, codec: bytes) -> None:
    assert "H.265" in refused(tmp_path, mp4(codec=codec))


@pytest.mark.parametrize(
    "data",
    [mp4(codec=b"mp4a"), webm(codec=b"A_OPUS"), webm(codec=b"V_AV1"), webm(kind=b"matroska")],
)
def test_what_few_browsers_play(tmp_path: Path, data: bytes) -> None:
    assert "MP4" in refused(tmp_path, data)


@pytest.mark.parametrize(
    "data",
    [
        mp4()[:-10],
        mp4() + b"<script>alert(1)</script>",
        mp4() + box(b"html", b"<script>"),
        mp4()[:24] + box(b"mdat", bytes(40)),
        mp4().replace(b"mvhd", b"free"),
        mp4().replace(b"mdat", b"free"),
        mp4().replace(b"stbl", b"free"),
        b"\0\0\0\x18ftypisom" + bytes(60),
        webm()[:60],
        b"\x1a\x45\xdf\xa3" + bytes(50),
        element(0x1A45DFA3, element(0x4282, b"webm")),
        webm().replace(b"\x16\x54\xae\x6b", b"\x16\x54\xae\x6c"),
    ],
)
def test_damaged(tmp_path: Path, data: bytes) -> None:
    assert "不完整或已损坏" in refused(tmp_path, data)


def test_boxes_in_boxes_end(tmp_path: Path) -> None:
    assert "已损坏" in refused(tmp_path, mp4() + box(b"free") * 150_000)
