"""Older office documents (doc, xls, ppt and their WPS twins): compound files without macros.

The format is [MS-CFB]: a file system of sectors with a table of chains (FAT) and a directory.
"""

import os
import struct
from collections.abc import Iterator
from typing import IO

from portal.errors import Refused

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Found = tuple[str, str]
"""MIME type, suffix."""

_MAIN: dict[str, Found] = {
    "WordDocument": ("application/msword", ".doc"),
    "Workbook": ("application/vnd.ms-excel", ".xls"),
    "PowerPoint Document": ("application/vnd.ms-powerpoint", ".ppt"),
}
_MACROS = frozenset({"_VBA_PROJECT", "VBA", "_VBA_PROJECT_CUR", "Macros"})
_LOCKED = frozenset({"EncryptedPackage", "EncryptionInfo"})
_LAST = 0xFFFFFFFA
"""Sector numbers from here on are marks: end of chain, free, and so on."""
_BOUNDSHEET, _FILEPASS, _EOF = 0x85, 0x2F, 0x0A
_SMALL = 4096
"""Streams below this lie in a second, smaller file system; Excel makes none of them that small."""


def kind_of(file: IO[bytes], name: str) -> Found | None:
    """What the document is, or None; raises Refused for macros and passwords."""
    try:
        compound = _Compound(file)
        entries = compound.entries()
        _refuse_locks_and_macros(name, frozenset(entries))
        if "Workbook" in entries:
            _check_workbook(compound.stream(*entries["Workbook"]), name)
        return next((found for main, found in _MAIN.items() if main in entries), None)
    except (struct.error, IndexError, UnicodeDecodeError, ValueError) as error:
        raise Refused(f"“{name}”已损坏，无法打开。请另存为 docx、xlsx 或 PDF 再上传。") from error


def _refuse_locks_and_macros(name: str, entries: frozenset[str]) -> None:
    if entries & _LOCKED:
        raise Refused(f"“{name}”设有密码，读者打不开。请去掉密码再上传。")
    if entries & _MACROS:
        _refuse_macros(name)


def _refuse_macros(name: str) -> None:
    raise Refused(f"“{name}”里含有宏（程序），不能上传。请另存为 docx、xlsx 或 PDF 再上传。")


def _check_workbook(stream: bytes, name: str) -> None:
    """No macro sheets and no password among the first records of a workbook ([MS-XLS])."""
    place = 0
    while place + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, place)
        if record == _EOF:
            return
        if record == _FILEPASS:
            _refuse_locks_and_macros(name, _LOCKED)
        if record == _BOUNDSHEET and stream[place + 9] in (1, 6):
            _refuse_macros(name)
        place += 4 + length
    raise ValueError("no end of the first records")


class _Compound:
    """The sectors of one file; every chain is at most as long as the file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._size = file.seek(0, os.SEEK_END)
        file.seek(0)
        self._head = file.read(512)
        shift = struct.unpack_from("<H", self._head, 30)[0]
        if shift not in (9, 12):
            raise ValueError("size of sectors")
        self._sector = 1 << shift
        self._fat = self._chains()

    def entries(self) -> dict[str, tuple[int, int]]:
        """Start and size of every stream and storage by its name."""
        first = struct.unpack_from("<I", self._head, 48)[0]
        directory = b"".join(self._read(each) for each in self._chain(first))
        found = {}
        for place in range(0, len(directory) - 127, 128):
            length = struct.unpack_from("<H", directory, place + 64)[0]
            name = directory[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le")
            found[name] = struct.unpack_from("<II", directory, place + 116)
        return found

    def stream(self, first: int, size: int) -> bytes:
        """The bytes of a stream."""
        if size < _SMALL:
            raise ValueError("a small stream")
        return b"".join(self._read(each) for each in self._chain(first))[:size]

    def _chains(self) -> list[int]:
        sectors = [each for each in self._fat_sectors() if each < _LAST]
        if len(sectors) * self._sector > self._size:
            raise ValueError("more chains than file")
        return [n for each in sectors for (n,) in struct.iter_unpack("<I", self._read(each))]

    def _fat_sectors(self) -> Iterator[int]:
        yield from struct.unpack_from("<109I", self._head, 76)
        following, count = struct.unpack_from("<II", self._head, 68)
        for _ in range(min(count, self._size // self._sector)):
            if following >= _LAST:
                return
            *some, following = (n for (n,) in struct.iter_unpack("<I", self._read(following)))
            yield from some

    def _chain(self, sector: int) -> Iterator[int]:
        for _ in range(self._size // self._sector + 1):
            if sector >= _LAST:
                return
            yield sector
            sector = self._fat[sector]
        raise ValueError("a chain without end")

    def _read(self, sector: int) -> bytes:
        self._file.seek((sector + 1) * self._sector)
        return self._file.read(self._sector)
