"""Choosing from the library: the list for dialogs, the page with numbers, the field of a form."""

from io import BytesIO
from typing import Any

import pytest
from flask import render_template_string
from werkzeug.datastructures import MultiDict

from portal.models import Media
from portal.queries.library import chosen
from portal.services import library
from portal.settings import Settings
from portal.web.desk import media_field
from tests import make, media_files
from tests.client import Answer, DeskClient

PATH = "/desk/media/pick"
HTMX = {"headers": {"HX-Request": "true"}}


@pytest.fixture
def editor(desk: DeskClient, settings: Settings) -> DeskClient:
    """An editor, three pictures and a paper in the library."""
    for name, alt in (("甲.jpg", "甲图"), ("乙.jpg", ""), ("丙.jpg", "丙图")):
        colour = {"甲": "red", "乙": "lime", "丙": "blue"}[name[0]]
        library.add_media(settings.media, media_files.picture(colour=colour), name, alt=alt)
    library.add_media(settings.media, b"%PDF-1.7 ", "表.pdf")
    desk.sign_in(make.person("editor"))
    return desk


def test_the_list_for_a_dialog(editor: DeskClient) -> None:
    part = editor.fragment(f"{PATH}?kind=image", "media-pick")

    assert part.all("/fragment/div[@id='media-pick'][@class='pick']")
    radios = part.all("//input[@type='radio'][@name='media']")
    assert [each.get("value") for each in radios] == ["3", "2", "1"]
    first = radios[0]
    assert first.get("data-url") == Media.get_by_id(3).url
    assert (first.get("data-alt"), first.get("data-width"), first.get("data-height")) == (
        "丙图",
        "400",
        "300",
    )
    assert first.get("data-decorative") == "false"


def test_searching_and_choosing_several(editor: DeskClient) -> None:
    part = editor.fragment(f"{PATH}?kind=image&q=乙&several=1", "media-pick")

    assert [each.get("value") for each in part.all("//input[@type='checkbox'][@name='media']")] == [
        "2"
    ]
    assert part.all("//form[@method='get']/input[@name='several'][@value='1']")


def test_replaced_files_are_not_offered(editor: DeskClient) -> None:
    Media.update(replaced_by=1).where(Media.id == 3).execute()

    part = editor.fragment(f"{PATH}?kind=image", "media-pick")

    assert [each.get("value") for each in part.all("//input[@name='media']")] == ["2", "1"]


def test_pages_stay_in_the_list(editor: DeskClient, settings: Settings) -> None:
    for n in range(12):
        library.add_media(settings.media, b"%%PDF-1.7 %d" % n, f"{n}.pdf")

    part = editor.fragment(f"{PATH}?kind=attachment&several=1", "media-pick")

    assert f"{PATH}?kind=attachment&several=1&page=2" in part.all("//nav//a/@href")


def test_the_page_shows_numbers(editor: DeskClient) -> None:
    page = editor.page(f"{PATH}?kind=image")

    assert "编号 3" in page.text and not page.all("//input[@name='media']")
    assert "[[图片 12：画面内容]]" in page.text
    editor.page(f"{PATH}?kind=nonsense&selected=999")
    editor.page(f"{PATH}?selected=x")


def upload(desk: DeskClient, status: int, **typed: Any) -> Answer:
    options = typed.pop("options", HTMX)
    file = BytesIO(media_files.picture(colour="navy")), "新.jpg"
    return desk.submit(PATH, {"kind": "image", "file": file, **typed}, status, **options)


def test_a_new_file_comes_back_chosen(editor: DeskClient) -> None:
    part = upload(editor, 200, alt="深蓝的夜空")

    (radio,) = part.all("//input[@name='media'][@checked]")
    assert (radio.get("value"), radio.get("data-alt")) == ("5", "深蓝的夜空")
    assert upload(editor, 303, alt="夜空", options={}).headers["Location"] == (
        f"{PATH}?kind=image&selected=5"
    )


def test_a_new_picture_needs_words(editor: DeskClient) -> None:
    page = upload(editor, 422, alt="新.jpg", options={})

    assert "没有说出图里有什么" in page.words("//*[@id='pick-error']")[0]
    assert page.words("//*[@id='pick-error']")[0].endswith("请重新选择文件。")
    assert page.all("//details[@open]//input[@id='pick-alt'][@value='新.jpg'][@aria-invalid]")
    assert Media.select().count() == 4
    bare = editor.submit(PATH, {"kind": "image"}, 422)
    assert bare.words("//*[@id='pick-error']") == ["请先选择文件。"]


def test_a_refusal_in_a_dialog_is_words_alone(editor: DeskClient) -> None:
    """What is not swapped is kept: the chosen file, and whatever else was typed."""
    part = upload(editor, 422, alt="新.jpg")

    (words,) = part.all("/fragment/*")
    assert (words.get("id"), words.get("role"), words.get("data-wrong")) == (
        "pick-error",
        "alert",
        "alt",
    )
    assert part.headers["HX-Retarget"] == "#pick-error"
    assert part.headers["HX-Reswap"] == "outerHTML"
    paper = {"kind": "image", "file": (BytesIO(b"%PDF-1"), "表.pdf")}
    wrong = editor.submit(PATH, paper, 422, **HTMX)
    assert "“表.pdf”是附件，这里要选图片。请选择 JPG、PNG、WebP 图片。" in wrong.text
    assert wrong.all("//*[@id='pick-error'][@data-wrong='file']")
    text = {"kind": "image", "file": (BytesIO(b"text"), "说明.txt")}
    assert editor.submit(PATH, text, 422, **HTMX).words("//*[@id='pick-error']") == [
        "“说明.txt”不是可以上传的类型。可以上传：JPG、PNG、WebP 图片。"
    ]


@pytest.mark.parametrize(
    ("kind", "accept", "words"),
    [
        ("image", "image/*", "JPG、PNG、WebP 图片，不超过 20 MB。"),
        ("video", "video/mp4,video/webm", "MP4、WebM 视频，不超过 500 MB。"),
        ("captions", ".vtt,.srt", "WebVTT（.vtt）或 .srt 字幕，不超过 1 MB。"),
        ("", None, ""),
    ],
)
def test_uploading_comes_first(editor: DeskClient, kind: str, accept: str, words: str) -> None:
    page = editor.page(f"{PATH}?kind={kind}")

    (file,) = page.all("//input[@type='file']")
    assert file.get("accept") == accept
    assert words in page.words("//*[@class='pick__new']")[0]
    (first, *_) = page.all("//*[@id='media-pick']/*")
    assert first.tag == "details"


def test_an_empty_library_begins_with_uploading(editor: DeskClient) -> None:
    assert editor.fragment(f"{PATH}?kind=video", "media-pick").all("//details[@open]")
    assert not editor.fragment(f"{PATH}?kind=video&q=x", "media-pick").all("//details[@open]")


# The field of an article's form


def press(desk: DeskClient, act: str, status: int = 200, **typed: Any) -> Answer:
    facts = {"field": "picture", "role": "图片", "kind": "image", "several": "1", "act": act}
    return desk.submit("/desk/media/field", {**facts, **typed}, status, **HTMX)


ROWS = {
    "picture": ["1", "2", "3"],
    "picture-alt": ["甲", "乙", "丙"],
    "picture-text": ["a", "b", "c"],
    "picture-decorative": ["1"],
}


def shown(answer: Answer) -> list[tuple[str, str]]:
    numbers = answer.all("//input[@name='picture']/@value")
    return list(zip(numbers, answer.all("//input[@name='picture-alt']/@value"), strict=True))


def test_rows_move_with_all_that_was_typed(editor: DeskClient) -> None:
    down = press(editor, "media-down:picture:0", **ROWS)
    assert shown(down) == [("2", "乙"), ("1", "甲"), ("3", "丙")]
    assert down.all("//input[@name='picture-text']/@value") == ["b", "a", "c"]
    assert down.all("//input[@name='picture-decorative'][@checked]/@value") == ["0"]
    assert "已移到第 2 个。" in down.text
    assert shown(press(editor, "media-up:picture:2", **ROWS))[1] == ("3", "丙")
    assert shown(press(editor, "media-up:picture:0", **ROWS))[0] == ("1", "甲")
    assert shown(press(editor, "media-remove:picture:1", **ROWS)) == [("1", "甲"), ("3", "丙")]
    assert "没有这一行" in press(editor, "media-remove:picture:9", **ROWS).text


def test_adding_by_number(editor: DeskClient) -> None:
    typed = {"picture": ["1"], "picture-alt": ["改过的"], "picture-text": [""]}
    more = press(editor, "media-add:picture", **typed, **{"picture-add": "3，1 号 3"})
    assert shown(more) == [("1", "改过的"), ("3", "丙图")]
    wrong = press(editor, "media-add:picture", **typed, **{"picture-add": "4 99"})
    assert "没有编号为 4、99 的图片" in wrong.words("//*[@id='picture-error']")[0]
    assert shown(wrong) == [("1", "改过的")]
    assert "请写图片的编号" in press(editor, "media-add:picture").text
    one = press(editor, "media-add:picture", **typed, **{"picture-add": "3", "several": ""})
    assert shown(one) == [("3", "丙图")]


def test_buttons_of_other_fields_are_left_alone(editor: DeskClient) -> None:
    form = MultiDict([("act", "media-up:cover:0"), ("picture", "1")])

    assert media_field.acted(form, "picture", "image") is None
    assert media_field.acted(MultiDict([("act", "save")]), "picture", "image") is None
    assert media_field.rows(MultiDict([("picture", "x"), ("picture", "9" * 12)]), "picture") == []


@pytest.mark.parametrize(("kind", "number"), [("image", 1), ("attachment", 4)])
def test_the_macro_works_in_any_form(editor: DeskClient, kind: str, number: int) -> None:
    source = (
        '{% from "desk/media_field.html" import media_field %}'
        "{{ media_field('cover', '封面', kind, rows, with_text=True, error='选错了', hint='一张') }}"
    )
    with editor.app.test_request_context():
        rows = chosen([(number, "甲", "说明", True), (99, "", "", False)])
        html = render_template_string(source, kind=kind, rows=rows)

    assert html.count('name="cover"') == 1 and 'value="media-remove:cover:0"' in html
    assert "media-up:cover" not in html, "a single row cannot move"
    assert 'name="cover-text"' in html and "说明" in html and "选错了" in html
    assert f'href="/desk/media/pick?kind={kind}"' in html
