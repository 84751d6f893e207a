"""Which types are taken, told by their first bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from portal.errors import Refused
from portal.media_store import compound, foreign, packages, subtitles

HEAD = 1024
"""Bytes of the beginning that are looked at."""


@dataclass(frozen=True)
class Type:
    """What a file is: kind as in `models.Media`, MIME type, suffix of its address."""

    kind: str
    mime: str
    suffix: str


_STARTS = (
    (b"\xff\xd8\xff", Type("image", "image/jpeg", ".jpg")),
    (b"\x89PNG\r\n\x1a\n", Type("image", "image/png", ".png")),
    # A still GIF becomes a PNG of the same pixels; a moving one is refused when it is opened.
    (b"GIF87a", Type("image", "image/png", ".png")),
    (b"GIF89a", Type("image", "image/png", ".png")),
    (b"\x1a\x45\xdf\xa3", Type("video", "video/webm", ".webm")),
)
_WEBP = Type("image", "image/webp", ".webp")
_MP4 = Type("video", "video/mp4", ".mp4")
_CAPTIONS = Type("captions", "text/vtt", ".vtt")
_PDF = Type("attachment", "application/pdf", ".pdf")
_MP4_BRANDS = frozenset(
    [b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash"]
)
_MARKUP = (b"<html", b"<script", b"<!doctype html", b"<svg")
_PDF_PROGRAMS = (b"/JavaScript", b"/Launch")
TAKEN: Mapping[str, str] = {
    "image": "JPG、PNG、WebP 图片",
    "video": "MP4、WebM 视频",
    "captions": "WebVTT（.vtt）或 .srt 字幕",
    "attachment": "PDF、Word、Excel、PPT、OFD 附件",
}
"""What may be uploaded of each kind, in words."""


def sniff(file: IO[bytes], name: str, wanted: str = "") -> Type:
    """The type of a file; raises Refused and says why and what is taken instead.

    Where only one kind is of use, `wanted` names it, and the sentence says no more than that.
    """
    file.seek(0)
    head = file.read(HEAD)
    known = next((known for start, known in _STARTS if head.startswith(start)), None)
    if known:
        return known
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _WEBP
    if _is_mp4(head):
        return _MP4
    if subtitles.is_captions(head):
        return _CAPTIONS
    return _attachment(file, head, name, wanted)


def _is_mp4(head: bytes) -> bool:
    """Whether the first box names an MP4 brand; HEIC photographs and QuickTime begin alike."""
    end = int.from_bytes(head[:4])
    brands = {head[8:12], *(head[place : place + 4] for place in range(16, min(end, 256), 4))}
    return head[4:8] == b"ftyp" and not brands.isdisjoint(_MP4_BRANDS)


def _attachment(file: IO[bytes], head: bytes, name: str, wanted: str) -> Type:
    if head.startswith(b"%PDF-"):
        _check_pdf(file, head, name)
        return _PDF
    found = None
    if head.startswith(b"PK\x03\x04"):
        found = packages.kind_of(file, name)
    elif head.startswith(compound.MAGIC):
        found = compound.kind_of(file, name)
    if found is None:
        taken = TAKEN.get(wanted) or "，".join(TAKEN.values())
        raise Refused(f"“{name}”{foreign.what_is_wrong(head)}可以上传：{taken}。")
    return Type("attachment", *found)


def _check_pdf(file: IO[bytes], head: bytes, name: str) -> None:
    """No second face as a web page, and no programs that a reader's program would run.

    Programs in compressed parts are not seen; the address is only ever handed out as a download.
    """
    if any(mark in head.lower() for mark in _MARKUP):
        raise Refused(f"“{name}”里混有网页代码，不能上传。请重新导出 PDF 再试。")
    file.seek(0)
    tail = b""
    while piece := file.read(1024 * 1024):
        if any(mark in tail + piece for mark in _PDF_PROGRAMS):
            raise Refused(f"“{name}”里含有脚本，不能上传。请用“打印”另存为 PDF 再上传。")
        tail = piece[-16:]
