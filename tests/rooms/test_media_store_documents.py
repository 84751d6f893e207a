"""Attachments: told by what is inside, without macros, passwords or programs."""

from pathlib import Path

import pytest

from portal.errors import Refused
from portal.media_store import accept
from tests.media_files import MAIN, ofd, office, older, package, types

SHEETS = b"\x85\0\x08\0" + bytes(4) + b"%b" + bytes(2) + b"\x0a\0\0\0"


def refused(root: Path, data: bytes) -> str:
    with pytest.raises(Refused) as error:
        accept(root, data, "表.docx")
    assert not list(root.rglob("*"))
    return error.value.sentence


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (office("docx"), "form.docx"),
        (office("xlsx"), "form.xlsx"),
        (office("pptx"), "form.pptx"),
        (ofd(), "form.ofd"),
        (older("WordDocument", "1Table"), "form.doc"),
        (older("Workbook"), "form.xls"),
        (older("Workbook", records=SHEETS % b"\0\0"), "form.xls"),
        (older("Current User", "PowerPoint Document"), "form.ppt"),
    ],
)
def test_taken(tmp_path: Path, data: bytes, name: str) -> None:
    stored = accept(tmp_path, data, "form.wps")

    assert (stored.kind, stored.name) == ("attachment", name)


@pytest.mark.parametrize(
    "data",
    [
        office("docx", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        office("docx", "application/vnd.ms-office.vbaProject"),
        office("xlsx", "application/vnd.ms-excel.macrosheet+xml"),
        office("xlsx", "application/vnd.ms-office.activeX+xml"),
        package({"[Content_Types].xml": types(MAIN["docx"]), "word/VBAPROJECT.BIN": ""}),
        older("WordDocument", "Macros", "VBA"),
        older("Workbook", "_VBA_PROJECT_CUR"),
        older("Workbook", records=SHEETS % b"\0\x01"),
        older("Workbook", records=SHEETS % b"\0\x06"),
    ],
)
def test_macros(tmp_path: Path, data: bytes) -> None:
    assert "里含有宏（程序），不能上传" in refused(tmp_path, data)


@pytest.mark.parametrize(
    "data",
    [
        older("EncryptedPackage", "EncryptionInfo"),
        older("Workbook", records=b"\x2f\0\x02\0\0\0\x0a\0\0\0"),
    ],
)
def test_passwords(tmp_path: Path, data: bytes) -> None:
    assert "请去掉密码再上传" in refused(tmp_path, data)


@pytest.mark.parametrize(
    "data",
    [
        older("Msi"),
        package({"[Content_Types].xml": types("text/html")}),
        package({"[Content_Types].xml": "<Types"}),
        package({"[Content_Types].xml": f"<!DOCTYPE t>{types(MAIN['docx'])}"}),
        package({"[Content_Types].xml": types(MAIN["docx"]) + " " * 2_000_000}),
        ofd("urn:other"),
        office()[:-40],
    ],
)
def test_other_documents(tmp_path: Path, data: bytes) -> None:
    assert "可以上传：" in refused(tmp_path, data)


def test_outside_entities_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(MAIN["docx"])
    evil = f'<!DOCTYPE t [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><T ContentType="&x;"/>'
    with pytest.raises(Refused):
        accept(tmp_path / "media", package({"[Content_Types].xml": evil}), "x.docx")


@pytest.mark.parametrize("place", [30, 44, 48, 68, 76, 512, 1024 + 116])
def test_damaged_older_documents(tmp_path: Path, place: int) -> None:
    data = bytearray(older("Workbook"))
    data[place : place + 4] = b"\x10\0\0\0"

    try:
        accept(tmp_path, bytes(data), "x.xls")
    except Refused as error:
        assert "“x.xls”" in error.sentence


def test_a_chain_that_bites_its_tail(tmp_path: Path) -> None:
    data = bytearray(older("Workbook"))
    data[512 + 4 : 512 + 12] = b"\x02\0\0\0\x01\0\0\0"  # the directory: 1, 2, 1, 2 …

    assert "已损坏" in refused(tmp_path, bytes(data))


@pytest.mark.parametrize("code", ["<script>alert(1)</script>", "<HTML>", "<!DOCTYPE html>", "<svg"])
def test_a_pdf_that_is_a_web_page_too(tmp_path: Path, code: str) -> None:
    assert "里混有网页代码" in refused(tmp_path, f"%PDF-1.7\n{code}".encode())


@pytest.mark.parametrize("before", [100, 1024 * 1024 - 9])
@pytest.mark.parametrize("program", [b"/JavaScript", b"/Launch"])
def test_a_pdf_with_programs(tmp_path: Path, program: bytes, before: int) -> None:
    data = b"%PDF-1.7\n".ljust(before) + program + b" (x)"

    assert "里含有脚本" in refused(tmp_path, data)
