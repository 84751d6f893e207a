"""Uploading many files, and the words of the new pictures."""

from io import BytesIO
from typing import Any

import pytest

from portal.models import Media
from portal.services import library
from portal.settings import Settings
from tests import make, media_files
from tests.client import Answer, DeskClient

PATH = "/desk/media/upload"


@pytest.fixture
def editor(desk: DeskClient) -> DeskClient:
    desk.sign_in(make.person("editor"))
    return desk


def send(desk: DeskClient, *files: tuple[bytes, str], status: int = 303, **options: Any) -> Answer:
    found = [(BytesIO(data), name) for data, name in files]
    return desk.submit(PATH, {"files": found}, status, **options)


def red() -> tuple[bytes, str]:
    return media_files.picture(), "红 IMG_1.jpg"


def test_the_form_names_the_limits(editor: DeskClient) -> None:
    page = editor.page(PATH)

    assert "每张不超过 20 MB" in page.text and "不超过 500 MB" in page.text
    assert page.all("//input[@type='file'][@multiple]")
    assert page.all("//form[@enctype='multipart/form-data'][@action='/desk/media/upload']")


def test_many_at_once(editor: DeskClient) -> None:
    where = send(editor, red(), (b"%PDF-1.7 ", "表.pdf")).headers["Location"]

    assert [each.label for each in Media.select()] == ["红 IMG_1.jpg", "表.pdf"]
    page = editor.page(where)
    assert page.words("//p[@class='said']") == ["上传了 2 个文件。"]
    (alt,) = page.all("//input[@type='text']")
    assert alt.get("value") == "", "a file name is never the text alternative"
    assert "编号 2，附件 PDF，9 B。" in page.text


def test_one_bad_file_does_not_lose_the_others(editor: DeskClient) -> None:
    page = send(editor, red(), (b"MZ", "工具.exe"), (b"<svg>", "图.svg"), status=422)

    assert [each.label for each in Media.select()] == ["红 IMG_1.jpg"]
    errors = page.words("//div[@role='alert']//li")
    assert errors[0].startswith("“工具.exe”是程序文件") and "SVG" in errors[1]
    assert page.all("//input[@name='alt-1']") and page.all("//div[@role='alert'][@autofocus]")


def test_the_same_file_again(editor: DeskClient) -> None:
    editor.page(send(editor, red()).headers["Location"])
    where = send(editor, red(), (media_files.picture(), "别的名字.jpg")).headers["Location"]

    assert Media.select().count() == 1 and where.endswith("?id=1")
    assert editor.page(where).words("//p[@class='said']") == ["2 个早就在媒体库里，没有重复保存。"]


def test_nothing_chosen(editor: DeskClient) -> None:
    assert "请先选择文件" in editor.submit(PATH, status=422).text
    assert "请先选择文件" in send(editor, (b"", ""), status=422).text


def test_words_for_several(editor: DeskClient, settings: Settings) -> None:
    numbers = [
        library.add_media(settings.media, media_files.picture(colour=colour), "x.jpg").id
        for colour in ("red", "lime", "blue")
    ]
    typed: dict[str, Any] = {"id": numbers, "alt-1": "红旗", "alt-2": "图片", "decorative-3": "1"}

    page = editor.submit("/desk/media/describe", typed, 422)

    assert [(each.alt, each.decorative) for each in Media.select().order_by(Media.id)] == [
        ("红旗", False),
        ("", False),
        ("", True),
    ]
    assert page.all("//input[@name='alt-2'][@value='图片'][@aria-invalid]")
    assert not page.all("//input[@name='alt-1']"), "what is good is done"
    assert page.all("//a[@href='#alt-2']")
    editor.submit("/desk/media/describe", {"id": [2], "alt-2": "绿树"})
    assert Media.get_by_id(2).alt == "绿树"


def test_describing_what_is_not_there(editor: DeskClient) -> None:
    assert "没有需要写替代文字的图片" in editor.page("/desk/media/describe?id=9&id=x").text
    editor.submit("/desk/media/describe", {"id": [9]})


HTMX = {"headers": {"HX-Request": "true"}}


def test_one_by_one(editor: DeskClient) -> None:
    """What the page's script sends and gets."""
    first = send(editor, red(), status=200, **HTMX)
    paper = send(editor, (b"%PDF-1.7 ", "表.pdf"), status=200, **HTMX)
    again = send(editor, red(), status=200, **HTMX)
    bad = send(editor, (b"GIF89a", "坏.gif"), status=422, **HTMX)
    none = editor.submit(PATH, status=422, **HTMX)

    assert first.all("/fragment/*[@id='media-uploaded']//*[@data-media='1']")
    assert paper.words("//*[@class='media-row__note']") == ["已经上传。编号 2，附件 PDF，9 B。"]
    assert again.words("//*[@class='media-row__note']") == [
        "媒体库里早就有这个文件，没有重复保存。"
    ]
    assert bad.words("//*[@class='media-refused']") == ["图片“坏.gif”已损坏，无法打开，请换一张。"]
    assert none.words("//*[@class='media-refused']") == ["没有收到文件，请再试一次。"]


def test_a_queue_of_two_hundred(editor: DeskClient) -> None:
    files = [(b"%%PDF-1.7 %d" % n, f"{n}.pdf") for n in range(201)]

    page = editor.page(send(editor, *files).headers["Location"])

    assert Media.select().count() == 200
    assert page.words("//p[@class='said']") == [
        "一次最多上传 200 个文件，后面 1 个没有上传，请再上传一次。",
        "上传了 200 个文件。",
    ]


def test_signed_out_while_uploading(desk: DeskClient) -> None:
    answer = desk.raw.post(PATH, data={"files": [(BytesIO(red()[0]), "x.jpg")]}, **HTMX)

    assert answer.status_code == 401 and "登录已经过期" in answer.text
    assert not Media.select().exists()
