"""Hostile, broken and other files: refused with a sentence that says what to do, in good time."""

import io
import struct
import time
import zipfile
from collections.abc import Callable

import pytest

from portal.errors import Refused
from portal.word_import import Limits, read_document
from tests.word import (
    definition,
    docx,
    image,
    level,
    num,
    numbered,
    p,
    part,
    picture,
    r,
    relationships,
    row,
    style,
    styled,
    table,
    unzipped,
    zipped,
)

BODY = p("这一段是正文，它的长度超过二十个字，所以不会被当作标题。")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refusal(data: bytes, limits: Limits = Limits()) -> str:  # noqa: B008
    with pytest.raises(Refused) as error:
        read_document(data, limits)
    assert error.value.sentence.endswith("。")
    return error.value.sentence


def with_entries(**changes: bytes | str | None) -> bytes:
    """A good document with entries changed, added or (None) left out; `__` is / and `___` is a dot."""
    entries = unzipped(docx(BODY, styles=style("a")))
    for key, content in changes.items():
        name = key.replace("___", ".").replace("__", "/")
        if content is None:
            del entries[name]
        else:
            entries[name] = content
    return zipped(entries)


def replaced(name: str, old: str, new: str) -> bytes:
    entries = unzipped(docx(BODY))
    text = bytes(entries[name]).decode()  # type: ignore[arg-type]
    assert old in text
    return zipped({**entries, name: text.replace(old, new, 1)})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b"PK\x03\x04", "已损坏"),
        (OLE + "WordDocument".encode("utf-16-le"), "旧版的 .doc 或 .wps"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + "Workbook".encode("utf-16-le"), "表格或演示文稿"),
        (b"%PDF-1.7\n", "PDF"),
        (rb"{\rtf1\ansi", "RTF"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (image(), "图片"),
        (b"<html><body>", "网页"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", "网页"),
        ("<html><head>".encode("utf-16"), "网页"),
        (b"MIME-Version: 1.0\r\n", "网页"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "XML"),
        ("只是一段文字".encode(), "不是 Word 文件"),
        (zipped({"xl/workbook.xml": "<x/>"}), "表格或演示文稿"),
        (zipped({"ppt/presentation.xml": "<x/>"}), "表格或演示文稿"),
        (zipped({"mimetype": "odt", "content.xml": "<x/>"}), ".odt"),
        (zipped({"OFD.xml": "<x/>"}), "OFD"),
        (zipped({"a.txt": "x"}), "不是 Word 文件"),
    ],
)
def test_other_files_are_told_apart(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml", "x/vbaProject.bin"]
)
def test_macros_are_refused(name: str) -> None:
    assert "宏" in refusal(docx(BODY, files={name: b"x"}))


def test_macros_that_only_the_type_names_are_refused() -> None:
    data = replaced(
        "[Content_Types].xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert "宏" in refusal(data)


DECLARATIONS = [
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
]


@pytest.mark.parametrize("declaration", DECLARATIONS)
@pytest.mark.parametrize(
    "name",
    ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "docProps/app.xml"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_are_refused_in_every_part(
    declaration: str, name: str, encoding: str
) -> None:  # fmt: skip
    entries = unzipped(docx(BODY, styles=style("a"), files={"docProps/app.xml": part("x", "")}))
    text = bytes(entries[name]).decode()  # type: ignore[arg-type]
    start, rest = text.split("?>\n", 1)
    start = start.replace("UTF-8", encoding.upper())
    entries[name] = f"{start}?>{declaration}{rest}".encode(encoding)
    assert "声明" in refusal(zipped(entries))


def test_a_declaration_in_another_encoding_is_not_followed() -> None:
    text = f"{DECLARATIONS[0]}{part('document', f'<w:body>{BODY}</w:body>').split('?>')[1]}"
    text = text.encode("ascii", "ignore").decode()
    for encoding in ("utf-7", "utf-32", "cp037"):
        data = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)
        assert refusal(with_entries(word__document___xml=data))


def test_upload_size() -> None:
    assert "超过 1 MB" in refusal(b"PK" + b"\0" * 2_000_000, Limits(upload=1024 * 1024))


def test_a_bomb_of_text() -> None:
    bomb = b"<x>" + b"a" * 30_000_000 + b"</x>"
    start = time.process_time()
    assert "解压后太大" in refusal(with_entries(word__bomb___xml=bomb))
    assert time.process_time() - start < 3


def test_a_bomb_of_many_entries() -> None:
    assert "不正常" in refusal(docx(BODY, files={f"word/{n}.txt": b"" for n in range(2_001)}))
    assert "解压后太大" in refusal(
        docx(BODY, files={f"word/media/{n}.bin": b"\0" * 1_000_000 for n in range(20)}),
        Limits(unpacked=10_000_000),
    )


def test_a_directory_of_countless_entries_is_not_even_read() -> None:
    start = time.process_time()
    assert "不正常" in refusal(docx(BODY) + b"PK\x01\x02" * 1_000_000)
    assert time.process_time() - start < 1


def test_a_header_that_understates_the_size_does_not_help() -> None:
    data = bytearray(with_entries(word__media__x___png=b"\0" * 500_000))
    for at in (i for i in range(len(data)) if data[i : i + 4] == struct.pack("<I", 500_000)):
        data[at : at + 4] = struct.pack("<I", 10)
    document = docx(
        p(content=r("文") + picture("rId9")),
        links={"rId9": ("image", "media/x.png", False)},
        files={"word/media/x.png": b"\0" * 500_000},
    )
    lying = bytearray(document)
    for at in (i for i in range(len(lying)) if lying[i : i + 4] == struct.pack("<I", 500_000)):
        lying[at : at + 4] = struct.pack("<I", 10)
    assert read_document(bytes(data)).body
    assert "已损坏" in refusal(bytes(lying))


def test_bytes_are_counted_again_for_every_use_of_a_part() -> None:
    data = docx(
        *(p(content=picture("rId9", f"图{n}")) for n in range(6)),
        links={"rId9": ("image", "media/x.bmp", False)},
        files={"word/media/x.bmp": b"\0" * 400_000},
    )
    assert "解压后太大" in refusal(data, Limits(unpacked=2_000_000))


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/passwd", "word\\x.xml", "C:/x.xml", "word/../../x", "a\nb"]
)
def test_unsafe_names_are_refused(name: str) -> None:
    assert "不正常" in refusal(docx(BODY, files={name: b"<x/>"}))


def test_the_same_name_twice_is_refused() -> None:
    assert "不正常" in refusal(docx(BODY, files={"WORD/document.xml": b"<x/>"}))


def test_encrypted_entries_are_refused() -> None:
    data = bytearray(docx(BODY))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        data[at + offset] |= 1
    assert "密码" in refusal(bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_compression_is_refused(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in unzipped(docx(BODY)).items():
            package.writestr(name, content)
    assert "不正常" in refusal(out.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        with_entries(word__document___xml=None),
        with_entries(word__document___xml=""),
        with_entries(word__document___xml="<w:document"),
        with_entries(word__document___xml=part("document", "")),
        with_entries(word__document___xml=part("settings", "<w:body/>")),
        with_entries(word__styles___xml="<broken"),
        with_entries(word__document___xml='<?xml version="1.0" encoding="none-such"?><x/>'),
        with_entries(word__document___xml=b"\xff\xfe\xff\xff"),
        zipped({"word/document.xml": part("document", f"<w:body>{BODY}</w:body>")}),
        docx(BODY)[:-40],
        docx(BODY)[:200],
    ],
)
def test_broken_files_are_refused(data: bytes) -> None:
    assert "已损坏" in refusal(data)


def test_files_inside_the_file_are_never_opened() -> None:
    inner = zipped({"x": b"\0" * 10_000_000})
    document = read_document(docx(BODY, files={"word/embeddings/inner.docx": inner}))
    assert document.notices == ()


def test_nothing_outside_of_the_file_is_fetched() -> None:
    links = {
        "rId1": ("image", "http://127.0.0.1:9/x.png", True),
        "rId2": ("image", "file:///etc/hostname", True),
        "rId3": ("attachedTemplate", "http://127.0.0.1:9/x.dotm", True),
        "rId4": ("image", "../../../../etc/hostname", False),
    }
    outside = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'  # fmt: skip
    block = p(content=r("文") + picture("rId1") + outside + picture("rId4") + picture("none"))
    document = read_document(docx(BODY, block, links=links))
    assert document.pictures == () and "<img" not in document.body
    assert document.notices == (
        "文档里有 2 张图片只是链接到别处，没有导入；请另行上传。",
        "文档里有 2 张图片已损坏，没有导入。",
    )


def test_script_in_links_and_texts_stays_text() -> None:
    links = {"rId1": ("hyperlink", "javascript:alert(1)", True)}
    block = p(content=f'<w:hyperlink r:id="rId1">{r("<script>alert(1)</script>")}</w:hyperlink>')
    html = read_document(docx(BODY, block, links=links)).body
    assert html.endswith("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")


def test_a_style_map_inside_the_file_has_no_say() -> None:
    entries = {"mammoth/style-map": "p => script:fresh"}
    assert "script" not in read_document(docx(BODY, files=entries)).body


def nested_tables(depth: int) -> str:
    block = p("文")
    for _ in range(depth):
        block = f"<w:tbl><w:tr><w:tc>{block}</w:tc></w:tr></w:tbl>"
    return block


MONSTERS: dict[str, Callable[[], bytes]] = {
    "deep elements": lambda: docx(BODY, "<w:ins>" * 5_000 + "</w:ins>" * 5_000),
    "deep tables": lambda: docx(BODY, nested_tables(40)),
    "deeper tables": lambda: docx(BODY, nested_tables(400)),
    "nested runs": lambda: docx(BODY, "<w:p>" + "<w:r>" * 150 + "</w:r>" * 150 + "</w:p>"),
    "many paragraphs": lambda: docx(*[p("字")] * 20_001),
    "many empty elements": lambda: docx(BODY, "<w:proofErr/>" * 600_000),
    "many runs": lambda: docx(p(content=(r("字") + r("字", "<w:b/>")) * 31_000)),
    "much text": lambda: docx(p("字" * 450_000)),
    "deleted ends": lambda: docx(*[p("字", mark="<w:del/>")] * 15_000),
    "open fields": lambda: docx(
        p(content='<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 9_000 + r("字") * 9_000
          + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 9_000)
    ),
    "long instruction": lambda: docx(
        p(content='<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
          + "<w:r><w:instrText>HYPERLINK x </w:instrText></w:r>" * 15_000
          + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("字") * 15_000
          + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    ),
    "long patterns": lambda: docx(
        *[numbered("字", 1, 0)] * 1_500,
        numbering=definition(0, level(0, pattern="%1" * 50_000, start=999_999_999)) + num(1, 0),
    ),
    "deep levels": lambda: docx(
        *[numbered("字", 1, 999_999_999)] * 10,
        numbering=definition(0, level(999_999_999, pattern="x")) + num(1, 0),
    ),
    "long letters": lambda: docx(
        *[numbered("字", 1, 0)] * 1_500,
        numbering=definition(0, level(0, "upperLetter", start=999_999_999)) + num(1, 0),
    ),
    "long chains of styles": lambda: docx(
        *[styled("字", str(n)) for n in range(800)],
        styles="".join(style(str(n), base=str(n + 1)) for n in range(800)),
    ),
    "wide cells": lambda: docx(
        BODY,
        table(*[f'<w:tr><w:trPr><w:gridBefore w:val="999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="9999999"/></w:tcPr>{p("字")}</w:tc></w:tr>'] * 1_000),
    ),
    "countless pictures": lambda: docx(
        *[p(content=picture("r", f"第{n}张"))for n in range(2_000)],
        links={"r": ("image", "media/x.png", False)},
        files={"word/media/x.png": image()},
    ),
    "pictures to convert": lambda: docx(
        *[p(content=picture("r", f"第{n}张"))for n in range(60)],
        links={"r": ("image", "media/x.gif", False)},
        files={"word/media/x.gif": image("GIF", (4_000, 3_000))},
    ),
    "long alternative texts": lambda: docx(
        *[p(content=picture("r", "a." * 100_000))for n in range(20)],
        links={"r": ("image", "media/x.png", False)},
        files={"word/media/x.png": image()},
    ),
    "one note many times": lambda: docx(
        p(content='<w:r><w:footnoteReference w:id="1"/></w:r>' * 9_000),
        footnotes=f'<w:footnote w:id="1">{p("字" * 9_000)}</w:footnote>',
    ),
    "merged columns": lambda: docx(
        table(*[row(*[f'<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p("字")}</w:tc>'] * 60)] * 20)
    ),
    "text boxes in each other": lambda: docx(
        BODY, "<w:p><w:r><w:pict><w:txbxContent>" * 40 + p("字") + "</w:txbxContent></w:pict></w:r></w:p>" * 40
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MONSTERS)
def test_monsters_take_no_more_than_seconds(name: str) -> None:
    data = MONSTERS[name]()
    start = time.process_time()
    try:
        document = read_document(data)
    except Refused as refused:
        assert refused.sentence.endswith("。")
    else:
        assert len(document.body) < 3_000_000
    assert time.process_time() - start < 10


@pytest.mark.parametrize("kind", ["styles", "numbering", "settings", "footnotes"])
def test_parts_of_other_content_do_no_harm(kind: str) -> None:
    wrong = part("document", f"<w:body>{BODY}</w:body>")
    data = docx(BODY, files={f"word/{kind}.xml": wrong})
    assert read_document(data).body


def test_circles_of_relationships_do_no_harm() -> None:
    links = {"rId1": ("styles", "document.xml", False), "rId2": ("numbering", "", False)}
    files = {"word/_rels/styles.xml.rels": relationships(links)}
    assert read_document(docx(BODY, links=links, files=files)).body
