"""From the bytes of a saved page to its text: encodings, and files that are no text at all."""

import codecs
import re
from collections.abc import Iterator

from portal.page_import.page import NotUnderstood

MAX_BYTES = 5 * 1024 * 1024

_SIGNATURES = (
    (b"%PDF", "这是 PDF 文件，不是网页；请把文字复制到文本文件里再导入。"),
    (b"\xd0\xcf\x11\xe0", "这是旧版 Office 文档（doc、xls 或 ppt），请另存为网页或纯文本再导入。"),
    (b"{\\rtf", "这是 RTF 文档，请另存为网页或纯文本再导入。"),
    (b"\xff\xd8\xff", "这是图片（JPEG），不是网页；请把它和引用它的网页放在一起导入。"),
    (b"\x89PNG", "这是图片（PNG），不是网页；请把它和引用它的网页放在一起导入。"),
    (b"GIF8", "这是图片（GIF），不是网页；请把它和引用它的网页放在一起导入。"),
    (b"Rar!", "这是压缩文件，请先解压，再导入里面的网页。"),
    (b"7z\xbc\xaf", "这是压缩文件，请先解压，再导入里面的网页。"),
    (b"\x1f\x8b", "这是压缩文件，请先解压，再导入里面的网页。"),
)
_ARCHIVE_PARTS = (
    (b"word/", "这是 Word 文档（docx），请在 Word 里另存为“网页（筛选过的）”或者纯文本，再导入。"),
    (b"xl/", "这是 Excel 表格（xlsx），不是网页；请作为附件上传。"),
    (b"ppt/", "这是演示文稿（pptx），不是网页；请作为附件上传。"),
)
_WEB_ARCHIVE = re.compile(rb"(?:From: <?Saved by|MIME-Version:)", re.IGNORECASE)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.IGNORECASE)
_CODECS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
)


def decode(data: bytes) -> str:
    """The text of a page, without invisible characters; `NotUnderstood` for anything else."""
    _refuse_unsuitable(data)
    if _is_damaged_utf_8(data):
        raise NotUnderstood(
            "文件损坏或不完整（UTF-8 文字里有坏字节）；请重新保存这个页面，再导入。"
        )
    for encoding in _encodings(data):
        try:
            return visible(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise NotUnderstood(
        "文字编码认不出来（不是 UTF-8、GB18030 或 UTF-16），文件也可能不完整；请重新保存这个页面。"
    )


def visible(text: str) -> str:
    """A text without control characters, byte order marks and zero-width characters."""
    return _INVISIBLE.sub("", text)


def _refuse_unsuitable(data: bytes) -> None:
    if not data.strip():
        raise NotUnderstood("文件是空的。")
    if len(data) > MAX_BYTES:
        raise NotUnderstood("文件超过 5 MB，不像一篇文章；请拆开，或者只保存文字部分。")
    for signature, reason in _SIGNATURES:
        if data.startswith(signature):
            raise NotUnderstood(reason)
    if data.startswith(b"PK\x03\x04"):
        reasons = (reason for part, reason in _ARCHIVE_PARTS if part in data)
        raise NotUnderstood(next(reasons, "这是压缩文件，请先解压，再导入里面的网页。"))
    if _WEB_ARCHIVE.match(data):
        raise NotUnderstood("这是单个文件的网页归档（mht），请在浏览器里另存为“网页，仅 HTML”。")
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise NotUnderstood("这不是文字文件（里面有二进制内容）。")


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether this is UTF-8 but for a few bytes; as GB18030 it would be read as nonsense."""
    text = data.decode("utf-8", "ignore")
    whole = len(text.encode()) - sum(map(str.isascii, text))
    broken = len(data) - len(text.encode())
    return 0 < broken * 10 <= whole


def _encodings(data: bytes) -> Iterator[str]:
    """The encodings to try in turn. Valid UTF-8 is believed before an old page's declaration."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield encoding
            return
    yield "utf-8"
    declared = _DECLARED.search(data[:2048])
    if declared:
        name = declared[1].decode("ascii").lower()
        if name in _CODECS:
            yield _CODECS[name]
    yield "gb18030"
