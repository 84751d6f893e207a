"""The package: the zip file that a .docx is, opened only as far as it is safe."""

import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from portal.errors import Refused
from portal.word_import.file_kinds import refuse_other_kinds, refuse_other_packages
from portal.word_import.limits import Limits
from portal.word_import.markup import Element, find_all
from portal.word_import.parsing import has_declarations, parse
from portal.word_import.refusals import (
    ABNORMAL,
    DAMAGED,
    DECLARATIONS,
    LOCKED,
    MACROS,
    UNPACKS_TOO_LARGE,
)

_CONTENT_TYPES = "[Content_Types].xml"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError),
    *(ValueError, OSError, EOFError, IndexError, OverflowError),
)
_UNSAFE_NAME = re.compile(r"^/|\\|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|[\x00-\x1f]")
_CHUNK = 65_536
_SMALL = 1024 * 1024


@dataclass(frozen=True)
class Target:
    """What a relationship points to: a part of the package, or an address outside of it."""

    kind: str
    address: str
    is_external: bool


class Package:
    """The parts of a .docx; every byte that is unpacked counts against the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        _refuse_before_opening(data, limits)
        self._limits = limits
        self._left = limits.unpacked
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise Refused(DAMAGED) from error
        self._entries = _checked(self._zip.infolist(), limits)
        self._texts: dict[str, bytes] = {}
        self._read_texts()

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def xml(self, name: str) -> Element:
        """The root of an XML part."""
        return parse(self._texts[name], self._limits)

    def binary(self, name: str) -> bytes:
        """The bytes of a part, such as a picture."""
        return self._unpacked(self._entries[name], self._left)

    def relationships(self, name: str) -> dict[str, Target]:
        """What a part points to, by relationship id; the empty name is the package itself."""
        folder, base = posixpath.split(name)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing not in self._texts:
            return {}
        return {
            each.get("Id", ""): _target(each, folder)
            for each in find_all(self.xml(listing), "rel:Relationship")
        }

    def _read_texts(self) -> None:
        if _CONTENT_TYPES not in self._entries:
            raise Refused(DAMAGED)
        for name, entry in self._entries.items():
            if name.lower().endswith((".xml", ".rels")):
                text = self._unpacked(entry, self._limits.part)
                if len(text) > max(_SMALL, entry.compress_size * self._limits.ratio):
                    raise Refused(UNPACKS_TOO_LARGE)
                if has_declarations(text):
                    raise Refused(DECLARATIONS)
                self._texts[name] = text
        if b"macroenabled" in self._texts[_CONTENT_TYPES].lower():
            raise Refused(MACROS)

    def _unpacked(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        """The bytes of an entry, counted as they come: what its header says proves nothing."""
        chunks, size = [], 0
        try:
            with self._zip.open(entry) as file:
                while chunk := file.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    if size > min(most, self._left):
                        raise Refused(UNPACKS_TOO_LARGE)
        except _BROKEN as error:
            raise Refused(DAMAGED) from error
        self._left -= size
        return b"".join(chunks)


def _refuse_before_opening(data: bytes, limits: Limits) -> None:
    if len(data) > limits.upload:
        size = limits.upload // 1024 // 1024
        raise Refused(f"文件超过 {size} MB。请压缩文档里的图片，或者把文档分成几个再上传。")
    refuse_other_kinds(data)
    # Reading a directory of hundreds of thousands of entries alone takes seconds.
    if data.count(b"PK\x01\x02") > limits.entries * 4:
        raise Refused(ABNORMAL)


def _checked(infos: list[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """The entries by name; raises Refused when any of them is not what Word writes."""
    entries = {info.filename: info for info in infos}
    lower = frozenset(name.lower() for name in entries)
    if len(infos) > limits.entries or len(lower) != len(infos):
        raise Refused(ABNORMAL)
    if any(_UNSAFE_NAME.search(info.orig_filename) for info in infos):
        raise Refused(ABNORMAL)
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in lower):
        raise Refused(MACROS)
    if any(info.flag_bits & 0x1 for info in infos):
        raise Refused(LOCKED)
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise Refused(ABNORMAL)
    if sum(info.file_size for info in infos) > limits.unpacked:
        raise Refused(UNPACKS_TOO_LARGE)
    if not any(name.endswith(".xml") and name.startswith("word/") for name in lower):
        refuse_other_packages(lower)
    return entries


def _target(relationship: Element, folder: str) -> Target:
    address = relationship.get("Target", "")
    kind = relationship.get("Type", "").rpartition("/")[2]
    if relationship.get("TargetMode") == "External":
        return Target(kind, address, True)
    path = posixpath.normpath(posixpath.join("/", folder, unquote(address)))
    return Target(kind, path.lstrip("/"), False)
