"""Encodings of saved pages, and files that are no pages."""

import pytest

from portal.page_import import NotUnderstood, read_page
from portal.page_import.decoding import MAX_BYTES, decode

TEXT = "当前位置:首页>>理论研讨 示例文字：检察听证"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_utf_16() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_characters_outside_gbk() -> None:
    assert decode("生僻字：𠮷䶮".encode("gb18030")) == "生僻字：𠮷䶮"


def test_utf_8_is_believed_before_a_wrong_declaration() -> None:
    page = '<meta charset="gb2312">检察听证'
    assert decode(page.encode()) == page


def test_a_declaration_is_believed_where_utf_8_does_not_fit() -> None:
    page = '<meta charset="big5">檢察聽證'
    assert decode(page.encode("big5")) == page


def test_gb18030_is_found_behind_a_wrong_declaration() -> None:
    page = '<meta charset="utf-8">检察听证'
    assert decode(page.encode("gb18030")) == page


def test_invisible_characters_go() -> None:
    assert decode("检\u200b察\ufeff听\x07证\u200e\u202e".encode()) == "检察听证"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空的"),
        (b" \r\n\t", "空的"),
        (b"PK\x03\x04\x14\0\0\0word/document.xml", "Word 文档"),
        (b"PK\x03\x04\x14\0\0\0xl/workbook.xml", "Excel"),
        (b"PK\x03\x04\x14\0\0\0ppt/slides", "演示文稿"),
        (b"PK\x03\x04\x14\0\0\0page.html", "压缩文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"%PDF-1.4 \0", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"GIF89a", "图片"),
        (b"Rar!\x1a\x07", "压缩文件"),
        (b"7z\xbc\xaf\x27\x1c", "压缩文件"),
        (b"\x1f\x8b\x08", "压缩文件"),
        (b"From: <Saved by WebKit>", "网页归档"),
        (b"MIME-Version: 1.0", "网页归档"),
        (b"abc\0def", "二进制"),
        (b"\xe6\xa3\x80\xff\xff", "编码"),
        (TEXT.encode()[:-1], "损坏"),
        (TEXT.encode().replace("文字".encode(), b"\xff\xfe"), "损坏"),
        (b"\xff\xfea", "编码"),
        (b"a" * (MAX_BYTES + 1), "5 MB"),
    ],
)
def test_what_is_no_page_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotUnderstood, match=reason) as refusal:
        read_page(data, "file")
    assert refusal.value.sentence.endswith("。")
