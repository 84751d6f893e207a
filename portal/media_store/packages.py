"""Documents that are zip packages: Office Open XML and OFD, without macros."""

import struct
import zipfile
import zlib
from typing import IO

from lxml import etree

from portal.errors import Refused

Found = tuple[str, str]
"""MIME type, suffix."""

_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN: dict[str, Found] = {
    f"{_OFFICE}wordprocessingml.document.main+xml": (
        f"{_OFFICE}wordprocessingml.document",
        ".docx",
    ),
    f"{_OFFICE}spreadsheetml.sheet.main+xml": (f"{_OFFICE}spreadsheetml.sheet", ".xlsx"),
    f"{_OFFICE}presentationml.presentation.main+xml": (
        f"{_OFFICE}presentationml.presentation",
        ".pptx",
    ),
}
_RUNS = ("macroenabled", "vbaproject", "macrosheet", "activex")
_OFD: Found = ("application/ofd", ".ofd")
_OFD_NAMESPACE = "http://www.ofdspec.org/2016"
_TYPES = "[Content_Types].xml"
_LARGEST = 1024 * 1024
"""Bytes of a list of types; the rest of a package is never unpacked."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    etree.XMLSyntaxError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
)


def kind_of(file: IO[bytes], name: str) -> Found | None:
    """What the package is, or None when it is none of these; raises Refused for macros."""
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
            if _TYPES in names:
                return _office(package, names, name)
            if "OFD.xml" in names:
                return _ofd(package)
    except _BROKEN:
        return None
    return None


def _office(package: zipfile.ZipFile, names: list[str], shown: str) -> Found | None:
    types = _root(package, _TYPES).xpath("//@ContentType")
    told = " ".join([*map(str, types), *names]).lower()
    if any(word in told for word in _RUNS):
        raise Refused(
            f"“{shown}”里含有宏（程序），不能上传。请另存为不带宏的 docx、xlsx、pptx，"
            "或导出为 PDF 再上传。"
        )
    found = [_MAIN[each] for each in map(str, types) if each in _MAIN]
    return found[0] if found else None


def _ofd(package: zipfile.ZipFile) -> Found | None:
    root = etree.QName(_root(package, "OFD.xml"))
    return _OFD if (root.namespace, root.localname) == (_OFD_NAMESPACE, "OFD") else None


def _root(package: zipfile.ZipFile, part: str) -> etree._Element:
    with package.open(part) as file:
        text = file.read(_LARGEST + 1)
    if len(text) > _LARGEST or b"<!DOCTYPE" in text:
        raise ValueError(part)
    return etree.fromstring(text, _PARSER)
