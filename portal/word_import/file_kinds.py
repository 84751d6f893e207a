"""Files that are not .docx, told by their first bytes, and what to do with each."""

from portal.errors import Refused
from portal.word_import.refusals import EMPTY, LOCKED

_OLD_WORD = (
    "这是旧版的 .doc 或 .wps 文件。请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再上传。"
)
_PDF = "这是 PDF 文件，不能导入正文。请上传原来的 Word 文件（.docx），或者把 PDF 作为附件上传。"
_RTF = "这是 RTF 文件。请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再上传。"
_WEB = "这是网页格式的文件，不是真正的 .docx。请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再上传。"
_XML = "这是 XML 格式的 Word 文件。请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再上传。"
_PICTURE = "这是图片，不是 Word 文件。图片请在“插入图片”处上传。"
_OTHER_OFFICE = "这是表格或演示文稿，不是 Word 文件。请把它作为附件上传，或者把内容复制到 Word 里。"
_OPEN_DOCUMENT = "这是 .odt 文件。请打开它，另存为“Word 文档（*.docx）”后再上传。"
_OFD = "这是 OFD 版式文件，不能导入正文。请上传原来的 Word 文件（.docx），或者把它作为附件上传。"
NOT_WORD = (
    "这不是 Word 文件（.docx）。请用 Word 或 WPS 打开原文，另存为“Word 文档（*.docx）”后再上传。"
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"%PDF-", _PDF),
    (b"{\\rt", _RTF),
    (b"\xff\xd8\xff", _PICTURE),
    (b"\x89PNG", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"BM", _PICTURE),
    (b"mime-version:", _WEB),
)
_WEB_MARKS = (b"<html", b"<!doctype html", b"<head", b"<body", b"<meta", b"<table", b"<div", b"<p")
_ENTRIES = (
    ("ofd.xml", _OFD),
    ("xl/workbook.xml", _OTHER_OFFICE),
    ("ppt/presentation.xml", _OTHER_OFFICE),
    ("content.xml", _OPEN_DOCUMENT),
)


def refuse_other_kinds(data: bytes) -> None:
    """Raise Refused with advice unless the bytes begin as a zip file does."""
    if not data:
        raise Refused(EMPTY)
    if not data.startswith(b"PK\x03\x04"):
        raise Refused(_sentence(data))


def refuse_other_packages(names: frozenset[str]) -> None:
    """Raise Refused with advice for zip files that are no Word document, by their lower names."""
    for entry, sentence in _ENTRIES:
        if entry in names:
            raise Refused(sentence)
    raise Refused(NOT_WORD)


def _sentence(data: bytes) -> str:
    if data.startswith(_OLE):
        return _old_office(data)
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    lower = start.lower()
    for magic, sentence in _STARTS:
        if data.startswith(magic) or lower.startswith(magic):
            return sentence
    if lower.startswith((b"<?xml", b"<?mso")) and b"html" not in lower[:1024]:
        return _XML
    if lower.startswith(b"<") and any(mark in lower for mark in _WEB_MARKS):
        return _WEB
    return NOT_WORD


def _old_office(data: bytes) -> str:
    """What an OLE file holds; its directory names the streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return LOCKED
    for stream in ("Workbook", "PowerPoint Document"):
        if stream.encode("utf-16-le") in data:
            return _OTHER_OFFICE
    return _OLD_WORD
