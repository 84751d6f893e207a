"""Which types are taken, told by their first bytes."""

import struct
import zipfile
from io import BytesIO

from portal.errors import Refused

Type = tuple[str, str, str]
"""kind, MIME type, suffix."""

_STARTS: tuple[tuple[bytes, Type], ...] = (
    (b"\xff\xd8\xff", ("image", "image/jpeg", ".jpg")),
    (b"\x89PNG\r\n\x1a\n", ("image", "image/png", ".png")),
    (b"WEBVTT", ("captions", "text/vtt", ".vtt")),
    (b"\xef\xbb\xbfWEBVTT", ("captions", "text/vtt", ".vtt")),
    (b"%PDF-", ("attachment", "application/pdf", ".pdf")),
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGES: dict[str, Type] = {
    "word/document.xml": ("attachment", f"{_OFFICE}wordprocessingml.document", ".docx"),
    "xl/workbook.xml": ("attachment", f"{_OFFICE}spreadsheetml.sheet", ".xlsx"),
    "ppt/presentation.xml": ("attachment", f"{_OFFICE}presentationml.presentation", ".pptx"),
}
_MP4_BRANDS = frozenset(
    [b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash"]
)
TAKEN = "JPEG、PNG、WebP 图片，MP4 视频，WebVTT 字幕，PDF、docx、xlsx、pptx 附件"


def sniff(data: bytes, name: str) -> Type:
    """The type of a file; raises Refused with what is taken instead."""
    for start, known in _STARTS:
        if data.startswith(start):
            return known
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ("image", "image/webp", ".webp")
    if _is_mp4(data):
        return ("video", "video/mp4", ".mp4")
    return _package(data) or _refuse(data, name)


def _is_mp4(data: bytes) -> bool:
    """Whether the first box names an MP4 brand; HEIC photographs and QuickTime begin alike."""
    end = int.from_bytes(data[:4])
    brands = {data[8:12], *(data[place : place + 4] for place in range(16, min(end, 256), 4))}
    return data[4:8] == b"ftyp" and not brands.isdisjoint(_MP4_BRANDS)


def _package(data: bytes) -> Type | None:
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        return None
    if any(entry.lower().endswith("vbaproject.bin") for entry in names):
        return None
    return next((known for entry, known in _PACKAGES.items() if entry in names), None)


def _refuse(data: bytes, name: str) -> Type:
    what = "是空文件" if not data else "不是可以上传的类型（或含有宏）"
    raise Refused(f"“{name}”{what}。可以上传：{TAKEN}。")
