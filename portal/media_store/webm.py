"""The head of a WebM film: that it is one, and how long it plays (EBML, RFC 8794)."""

import os
import struct
from collections.abc import Iterator
from typing import IO

from portal.errors import Refused

_HEADER, _DOCTYPE, _SEGMENT = 0x1A45DFA3, 0x4282, 0x18538067
_INFO, _SCALE, _DURATION = 0x1549A966, 0x2AD7B1, 0x4489
_TRACKS, _TRACK, _CODEC = 0x1654AE6B, 0xAE, 0x86
_CLUSTER = 0x1F43B675
_PLAYED = (b"V_VP8", b"V_VP9")
_MANY = 10_000
Element = tuple[int, int, int]
"""Id, places of the content's beginning and end."""


def seconds(file: IO[bytes]) -> int | None:
    """Whole seconds, when the file says them.

    Raises Refused for what few browsers play, ValueError or KeyError for what is no film.
    """
    top = {each[0]: each for each in _elements(file, 0, file.seek(0, os.SEEK_END))}
    header = {each[0]: each for each in _elements(file, *top[_HEADER][1:])}
    if _content(file, header[_DOCTYPE]).rstrip(b"\0") != b"webm":
        raise Refused("不是 WebM，很多手机和电脑放不了。请导出为 MP4（H.264）再上传。")
    parts = {each[0]: each for each in _elements(file, *top[_SEGMENT][1:])}
    codecs = [_codec(file, each) for each in _elements(file, *parts[_TRACKS][1:])]
    if not any(codec in _PLAYED for codec in codecs):
        raise Refused("的画面很多手机和电脑放不了。请导出为 MP4（H.264）再上传。")
    return _length(file, parts[_INFO])


def _codec(file: IO[bytes], track: Element) -> bytes:
    found = [each for each in _elements(file, *track[1:]) if each[0] == _CODEC]
    return _content(file, found[0]) if track[0] == _TRACK and found else b""


def _length(file: IO[bytes], info: Element) -> int | None:
    facts = {each[0]: _content(file, each) for each in _elements(file, *info[1:])}
    if _DURATION not in facts:
        return None
    scale = int.from_bytes(facts.get(_SCALE, b"")) or 1_000_000
    layout = ">f" if len(facts[_DURATION]) == 4 else ">d"
    ticks: float = struct.unpack(layout, facts[_DURATION])[0]
    return max(1, round(ticks * scale / 1e9))


def _content(file: IO[bytes], element: Element) -> bytes:
    file.seek(element[1])
    return file.read(min(element[2] - element[1], 256))


def _elements(file: IO[bytes], start: int, end: int) -> Iterator[Element]:
    """The elements of a stretch, up to the first one with pictures in it."""
    for _ in range(_MANY):
        if start >= end:
            return
        name, body = _number(file, start, keep=True)
        size, body = _number(file, body, keep=False)
        after = end if size == -1 else body + size
        if after > end:
            raise ValueError("an element does not fit")
        yield name, body, after
        if name == _CLUSTER:
            return
        start = after
    raise ValueError("too many elements")


def _number(file: IO[bytes], place: int, *, keep: bool) -> tuple[int, int]:
    """A number of variable length and the place after it; -1 when its bits say `unknown`."""
    file.seek(place)
    head = file.read(8)
    length = 9 - head[0].bit_length()
    if length > 8:
        raise ValueError("a number is too long")
    value = int.from_bytes(head[:length])
    if keep:
        return value, place + length
    value &= (1 << 7 * length) - 1
    return -1 if value == (1 << 7 * length) - 1 else value, place + length
