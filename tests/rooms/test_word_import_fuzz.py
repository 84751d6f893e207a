"""Damaged Word files: whatever the bytes, a document or a sentence, never another error."""

from collections.abc import Callable
from random import Random

import pytest

from portal.errors import Refused
from portal.sanitiser import clean
from portal.word_import import read_document
from tests.word import (
    cell,
    definition,
    docx,
    image,
    level,
    num,
    numbered,
    p,
    picture,
    r,
    row,
    start,
    style,
    styled,
    table,
    unzipped,
    zipped,
)

SAMPLE = docx(
    p("示例市人民检察院关于某事的通知", '<w:jc w:val="center"/>'),
    styled("一级", "1"),
    numbered("第一项", 1, 0),
    numbered("第二项", 2, 1),
    p(content=f"<w:ins>{r('新', '<w:b/>')}</w:ins><w:del>{r('旧')}</w:del>", mark="<w:del/>"),
    p(
        content=picture("rId9", "图", '<a:srcRect l="100"/>')
        + '<w:r><w:footnoteReference w:id="1"/></w:r>'
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>HYPERLINK "https://example.gov.cn/"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("链接")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    table(
        row(cell("甲", '<w:vMerge w:val="restart"/>'), cell("乙", '<w:gridSpan w:val="2"/>')),
        row(cell("", "<w:vMerge/>"), "丙", "丁", settings='<w:gridAfter w:val="1"/>'),
        settings='<w:tblLook w:val="04A0" w:firstRow="1"/>',
    ),
    numbering=definition(0, level(0, "chineseCounting", "%1、"), level(1, pattern="%1.%2"))
    + num(1, 0)
    + num(2, 0, start(1, 3)),
    styles=style("1", "heading 1", p_settings='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("2", base="1", r_settings="<w:vanish/>"),
    footnotes=f'<w:footnote w:id="1">{p("注文")}</w:footnote>',
    links={"rId9": ("image", "media/image1.png", False)},
    files={"word/media/image1.png": image()},
)  # fmt: skip
PARTS = unzipped(SAMPLE)
TEXTS = sorted(name for name in PARTS if name.endswith((".xml", ".rels")))
PIECES = (
    *('""', '"-1"', '"0"', '"1"', '"99999999999999999999"', '"x"', '"²"', '"１"', '"%9"', '"end"'),
    *("<w:p>", "</w:p>", "<w:tbl/>", "<w:tr/>", "<w:tc/>", "<w:r/>", "<w:t/>", "<w:pPr/>", "<w:sdt/>"),
    *('<w:fldChar w:fldCharType="end"/>', "<w:hyperlink/>", "<w:ins>", "</w:ins>", "<mc:Choice/>"),
    *("<w:txbxContent/>", "<w:pict/>", "<w:ruby/>", "<w:sym/>", "<w:lvl/>", "<w:num/>", "<a:blip/>"),
)  # fmt: skip


def changed_bytes(chance: Random) -> bytes:
    data = bytearray(SAMPLE)
    for _ in range(chance.randrange(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def cut(chance: Random) -> bytes:
    return SAMPLE[: chance.randrange(len(SAMPLE))]


def shifted(chance: Random) -> bytes:
    at, length = chance.randrange(len(SAMPLE)), chance.randrange(1, 50)
    return SAMPLE[:at] + chance.randbytes(length) + SAMPLE[at + chance.randrange(50) :]


def with_part(chance: Random, change: Callable[[Random, bytes], bytes]) -> bytes:
    name = chance.choice(TEXTS)
    return zipped({**PARTS, name: change(chance, bytes(PARTS[name]))})  # type: ignore[arg-type]


def changed_part_bytes(chance: Random) -> bytes:
    def change(chance: Random, text: bytes) -> bytes:
        data = bytearray(text)
        data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)

    return with_part(chance, change)


def changed_values(chance: Random) -> bytes:
    """Well-formed XML with attribute values that make no sense."""

    def change(chance: Random, text: bytes) -> bytes:
        pieces = text.decode().split('"')
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(pieces) // 2) * 2 + 1
            pieces[at] = chance.choice([each for each in PIECES if each[0] == '"'])[1:-1]
        return '"'.join(pieces).encode()

    return with_part(chance, change)


def changed_elements(chance: Random) -> bytes:
    """Elements put in, taken out and exchanged, mostly still well-formed."""

    def change(chance: Random, text: bytes) -> bytes:
        pieces = text.decode().split(">")
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(3, len(pieces))
            piece = chance.choice([each for each in PIECES if each[0] == "<"])
            if chance.random() < 0.5:
                pieces.insert(at, piece[:-1])
            elif pieces[at].endswith("/"):
                pieces[at] = piece[:-1]
        return ">".join(pieces).encode()

    return with_part(chance, change)


def renamed_elements(chance: Random) -> bytes:
    """Every element of one name gets another name."""

    def change(chance: Random, text: bytes) -> bytes:
        names = [
            "p",
            "r",
            "t",
            "tbl",
            "tr",
            "tc",
            "pPr",
            "rPr",
            "del",
            "ins",
            "numPr",
            "lvl",
            "sdt",
        ]
        names += ["fldChar", "footnote", "hyperlink", "tcPr", "sdtContent", "txbxContent", "style"]
        old, new = chance.sample(names, 2)
        for end in (" ", ">", "/"):
            for begin in ("<w:", "</w:"):
                text = text.replace(f"{begin}{old}{end}".encode(), f"{begin}{new}{end}".encode())
        return text

    return with_part(chance, change)


def lost_part(chance: Random) -> bytes:
    lost = chance.choice(sorted(PARTS))
    return zipped({name: content for name, content in PARTS.items() if name != lost})


DAMAGES = (
    changed_bytes,
    cut,
    shifted,
    changed_part_bytes,
    changed_values,
    changed_elements,
    renamed_elements,
    lost_part,
)


def test_the_sample_is_whole() -> None:
    document = read_document(SAMPLE)
    assert document.title == "示例市人民检察院关于某事的通知"
    assert "旧" not in document.body and len(document.pictures) == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_files_are_read_or_refused(damage: Callable[[Random], bytes]) -> None:
    chance = Random(20240301)  # noqa: S311  repeatable, not secret
    read = 0
    for _ in range(120):
        data = damage(chance)
        try:
            document = read_document(data)
        except Refused as refused:
            assert refused.sentence.endswith("。")
        else:
            read += 1
            clean(document.body)
    assert read or damage in (cut, shifted)
