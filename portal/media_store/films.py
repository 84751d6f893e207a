"""Films: whole MP4 files that every browser plays, and WebM; their length, and what to blank."""

import os
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from portal.errors import Refused
from portal.media_store import webm

Where = tuple[int, int]


@dataclass(frozen=True)
class Film:
    """Length in whole seconds, when the file says it; boxes (start, end) with places and names."""

    seconds: int | None = None
    private: tuple[Where, ...] = ()


NONE = Film()
_TOP = frozenset(
    b"ftyp moov mdat free skip wide uuid moof mfra sidx styp ssix meta udta pdin emsg prft".split()
)
_TELLING = frozenset([b"udta", b"meta", b"uuid"])
"""Boxes where cameras write where and by whom a film was made."""
_PLAYED = frozenset([b"avc1", b"avc3"])
_NEWER = frozenset([b"hvc1", b"hev1", b"dvh1", b"dvhe"])
_MANY = 100_000
"""Boxes of one file, at most; a film in pieces has two for every few seconds."""


@dataclass(frozen=True)
class Box:
    """A box of an MP4 file: places of its beginning, its content and its end."""

    name: bytes
    start: int
    body: int
    end: int


def examine(file: IO[bytes], mime: str, name: str) -> Film:
    """The length of a film; raises Refused when it is damaged or few browsers could play it."""
    read: Callable[[IO[bytes]], Film] = _mp4 if mime == "video/mp4" else _webm
    try:
        return read(file)
    except Refused as refused:
        raise Refused(f"视频“{name}”{refused.sentence}") from refused
    except (struct.error, ValueError, LookupError, OverflowError) as error:
        raise Refused(f"视频“{name}”不完整或已损坏，请重新导出为 MP4 再上传。") from error


def _webm(file: IO[bytes]) -> Film:
    return Film(webm.seconds(file))


def _mp4(file: IO[bytes]) -> Film:
    top = list(_boxes(file, 0, file.seek(0, os.SEEK_END)))
    if not {each.name for each in top} <= _TOP:
        raise ValueError("something else stands between the boxes")
    moov = _one(top, b"moov")
    if not any(each.name in (b"mdat", b"moof") for each in top):
        raise ValueError("no pictures")
    inside = list(_boxes(file, moov.body, moov.end))
    tracks = [list(_boxes(file, t.body, t.end)) for t in inside if t.name == b"trak"]
    _check_codecs([_codec(file, track) for track in tracks])
    told = [each for boxes in (top, inside, *tracks) for each in boxes if each.name in _TELLING]
    private = tuple((each.start, each.end) for each in told)
    return Film(_length(file, _one(inside, b"mvhd")), private)


def _check_codecs(found: list[bytes]) -> None:
    if _NEWER & set(found):
        raise Refused(
            "用的是 H.265 编码，很多手机和电脑放不了。"
            "请用剪映等软件导出为 H.264 的 MP4，或把手机相机的格式改成“兼容性最佳”后重拍。"
        )
    if not _PLAYED & set(found):
        raise Refused("里没有浏览器能放的画面（H.264），请重新导出为 MP4 再上传。")


def _codec(file: IO[bytes], track: list[Box]) -> bytes:
    """The name of how a track is encoded: its first sample description."""
    path = [b"mdia", b"minf", b"stbl", b"stsd"]
    boxes = track
    for step in path:
        box = _one(boxes, step)
        if step != b"stsd":
            boxes = list(_boxes(file, box.body, box.end))
    file.seek(box.body + 12)  # version, flags, number of entries, size of the first
    return file.read(4)


def _length(file: IO[bytes], mvhd: Box) -> int | None:
    file.seek(mvhd.body)
    fields = file.read(36)
    layout, skipped = (">IQ", 20) if fields[0] == 1 else (">II", 12)
    scale, duration = struct.unpack_from(layout, fields, skipped)
    unknown = duration in (0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
    return None if unknown else max(1, round(duration / scale)) if scale else None


def _boxes(file: IO[bytes], start: int, end: int) -> Iterator[Box]:
    """The boxes that fill a stretch of the file exactly; raises ValueError when they do not."""
    for _ in range(_MANY):
        if start >= end:
            return
        file.seek(start)
        head = file.read(16)
        size, name = struct.unpack_from(">I4s", head)
        body = start + 8
        if size == 1:
            size, body = struct.unpack_from(">Q", head, 8)[0], start + 16
        after = end if size == 0 else start + size
        if after > end or after < body:
            # Four zeros may close a list of user data.
            raise ValueError("a box does not fit")
        yield Box(name, start, body, after)
        start = after
    raise ValueError("too many boxes")


def _one(boxes: list[Box], name: bytes) -> Box:
    found = [each for each in boxes if each.name == name]
    if not found:
        raise ValueError(name)
    return found[0]
