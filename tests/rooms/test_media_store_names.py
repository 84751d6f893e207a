"""Names on disk: part of a public address for ever, so they tell nobody."""

from datetime import datetime
from pathlib import Path

import pytest

from portal import media_store
from portal.media_store import names

PDF = b"%PDF-1.7 "


@pytest.fixture(autouse=True)
def in_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "now", lambda: datetime(2026, 8, 1))


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Open Day form.docx", "open-day-form"),
        ("ＡＢＣ１２.pdf", "abc12"),
        ("公告2026.pdf", "2026"),
        ("notice_20260801.pdf", "notice-20260801"),
        ("notice 2026-8-1.pdf", "notice-2026-8-1"),
        ("notice 2026-08-01.pdf", "notice-2026-08-01"),
        ("2026-06-02-1.docx", "2026-06-02"),
        ("20260602-2.docx", "20260602"),
        ("jianbao-20260602-3.pdf", "jianbao-20260602"),
        ("IMG_20260101_120000.jpg", "img-20260101"),
        ("2025-2026.pdf", "2025-2026"),
        (".pdf", "pdf"),
        ("", "file"),
        ("x" * 80, "x" * 60),
    ],
)
def test_what_tells_nobody_stays(name: str, stem: str) -> None:
    assert names.stem(name) == stem


def test_chinese_is_left_out_and_not_spelled() -> None:
    assert names.stem("李大明起诉书.pdf") == "file"
    assert names.stem("李大明qisushu.pdf") == "qisushu"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("wang_110105198503122114.pdf", "wang"),
        ("11010519850312211X scan.pdf", "scan"),
        ("110105-19850312-2114.pdf", "file"),
        ("form 138 0013 8000.pdf", "form"),
        ("form-13800138000.pdf", "form"),
        ("form１３８００１３８０００.pdf", "form"),
        ("form①③⑧⓪⓪①③⑧⓪⓪⓪.pdf", "form"),
        ("京A12345车.pdf", "file"),
        ("zhang3@example.com 来信.pdf", "file"),
        ("护照E12345678.pdf", "file"),
        ("微信号abc12345截图.png", "file"),
        ("case 1234567.pdf", "case"),
        ("born 19850312.pdf", "born"),
        ("born 20261399.pdf", "born"),
        ("2010-03-02.pdf", "file"),
        ("2010-3-2.pdf", "file"),
        ("20100302-1.pdf", "file"),
        ("2030-01-01.pdf", "file"),
        ("2003-2026.pdf", "file"),
        ("20260801-13800138000.pdf", "20260801"),
        ("20260801" + "13800138000.pdf", "file"),
    ],
)
def test_numbers_that_tell_somebody_go(name: str, stem: str) -> None:
    assert names.stem(name) == stem


def test_the_folders_of_a_computer_go() -> None:
    assert names.stem(r"C:\Users\lidaming\Desktop\form.pdf") == "form"
    assert names.stem("home/lidaming/form.pdf") == "form"


def test_a_file_is_stored_under_such_a_name(tmp_path: Path) -> None:
    stored = media_store.accept(tmp_path, PDF, "李大明 13800138000 form.pdf")

    assert stored.name == "form.pdf" and (tmp_path / stored.folder / "form.pdf").is_file()


def test_a_file_that_has_a_name_already_keeps_it(tmp_path: Path) -> None:
    stored = media_store.accept(tmp_path, PDF, "x.pdf", kept="old-13800138000.pdf")

    assert stored.name == "old-13800138000.pdf"
    assert (tmp_path / stored.folder / stored.name).is_file()
