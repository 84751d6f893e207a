"""Word documents at the desk: a new article, the body of an old one, and what is refused."""

import json
from io import BytesIO
from typing import Any

import pytest

from portal.models import Article, Draft, Entry, Media, Revision
from portal.services import editing
from portal.word_import import Limits
from tests import media_files, word
from tests.client import Answer, DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import autosave, newest, opened, send, value
from tests.services import case, staff

TITLE = word.p(
    content=word.r("检察工作情况", '<w:sz w:val="44"/>'), settings='<w:jc w:val="center"/>'
)
BODY = "这一段是正文，它的长度超过二十个字，所以不会被当作标题。"
FIRST_ROW = '<w:tblLook w:val="04A0" w:firstRow="1"/>'


@pytest.fixture
def at(desk: DeskClient) -> staff.Office:
    found = staff.office()
    newsroom.enter(desk, found.editor)
    return found


def document(*more: str, pictures: int = 0) -> bytes:
    """A document with a title, a numbered paragraph, a table and pictures."""
    names = [f"image{n}.png" for n in range(1, pictures + 1)]
    return word.docx(
        TITLE,
        word.p(BODY),
        *(word.p(content=word.picture(f"rId9{n}", alt="一条河")) for n in range(1, pictures + 1)),
        word.table(
            word.row(word.cell("类别"), word.cell("件数")),
            word.row(word.cell("受理"), word.cell("120")),
            settings=FIRST_ROW,
        ),
        *more,
        links={f"rId9{n}": ("image", f"media/{name}", False) for n, name in enumerate(names, 1)},
        files={f"word/media/{name}": word.image(size=(60 + n, 40)) for n, name in enumerate(names)},
    )


def upload(desk: DeskClient, path: str, data: bytes, status: int = 303, **typed: Any) -> Answer:
    file = (BytesIO(data), typed.pop("name", "报告.docx"))
    return desk.submit(path, {"file": file, **typed}, status)


def test_a_new_article(desk: DeskClient, at: staff.Office) -> None:
    form = desk.page("/desk/word")
    assert form.all("//form[@enctype='multipart/form-data']//input[@type='file'][@accept='.docx']")

    made = upload(desk, "/desk/word", document(pictures=2), section=str(at.section.id))

    page = desk.page(made.headers["Location"])
    assert value(page, "title") == "检察工作情况"
    html = newest(1).body
    assert BODY in html and "<th" in html and html.count("<img") == 2
    assert [(m.alt, m.person_id) for m in Media.select()] == [("一条河", at.editor.id)] * 2
    assert "请对照原文看一遍" in page.text
    send(desk, page, "save", title="改过的标题")
    assert newest(1).body == html


def test_into_an_article(desk: DeskClient, at: staff.Office) -> None:
    article, _ = staff.begun(at)
    page = opened(desk, article)
    assert page.all(f"//form[@action='/desk/articles/{article}/word']//input[@type='file']")

    upload(desk, f"/desk/articles/{article}/word", document())

    saved = newest(article)
    assert saved.number == 2 and BODY in saved.body
    assert (saved.title, saved.summary) == (staff.TEXT.title, staff.TEXT.summary)


def test_into_an_article_with_unsaved_text(desk: DeskClient, at: staff.Office) -> None:
    article, _ = staff.begun(at)
    autosave(desk, opened(desk, article), title="还没有保存的标题")

    upload(desk, f"/desk/articles/{article}/word", document())

    page = opened(desk, article)
    assert BODY in value(page, "body_text")
    assert "接着写" in page.text and Draft.select().count() == 1


def test_a_blank_article_takes_the_title_too(desk: DeskClient, at: staff.Office) -> None:
    article = editing.begin(at.section.id, at.editor)

    upload(desk, f"/desk/articles/{article}/word", document())

    assert newest(article).title == "检察工作情况"


REFUSED = [
    (b"", "空的"),
    (b"not a word file", ""),
    (b"PK\x03\x04broken", ""),
    (media_files.picture(), ""),
    (word.zipped({"a.txt": "x"}), ""),
    (word.docx(), ""),
    (word.docx(word.p("字" * 10), files={"word/vbaProject.bin": b"x"}), ""),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "docx"),
]


@pytest.mark.parametrize(("data", "part"), REFUSED)
@pytest.mark.parametrize("into", [False, True])
def test_what_cannot_be_read_is_refused_in_words(
    desk: DeskClient, at: staff.Office, data: bytes, part: str, into: bool
) -> None:
    article, _ = staff.begun(at)
    path = f"/desk/articles/{article}/word" if into else "/desk/word"

    page = upload(desk, path, data, 422, section=str(at.section.id))

    said = newsroom.faults(page) if into else page.words("//p[@id='file-error']")
    assert said and said[0].endswith("。") and part in said[0]
    assert Revision.select().count() == 1 and not Media.select().count()
    if not into:
        assert page.all(f"//option[@value='{at.section.id}'][@selected]")


def test_a_file_that_is_too_large_is_not_read_whole(desk: DeskClient, at: staff.Office) -> None:
    data = word.docx(word.p(BODY), files={"word/media/x.bin": b"\0" * 100})

    page = upload(desk, "/desk/word", data + b"\0" * Limits().upload, 422, section=at.section.id)
    page.response.request.environ["wsgi.input"].close()  # the test client leaves it open

    assert "MB" in page.words("//p[@id='file-error']")[0]


def test_without_a_file_or_a_section(desk: DeskClient, at: staff.Office) -> None:
    page = desk.submit("/desk/word", {"section": at.section.id}, 422)
    assert "请先选择" in page.words("//p[@id='file-error']")[0]
    page = upload(desk, "/desk/word", document(pictures=1), 422, section="999")
    assert "请选择一个可以发文章的栏目" in page.words("//p[@id='section-error']")[0]
    assert not Article.select().count() and not Media.select().count()


def test_a_colleagues_article_is_left_alone(desk: DeskClient, at: staff.Office) -> None:
    article, _ = staff.begun(at)
    newsroom.enter(desk, staff.actor("editor", name="other"))

    page = upload(desk, f"/desk/articles/{article}/word", document(pictures=1), 403)

    assert "接手编辑" in page.text
    assert not Media.select().count() and newsroom.count(article) == 1


def test_many_notices_fit_into_the_cookie(
    desk: DeskClient, at: staff.Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from portal.services import word_articles

    long = tuple(f"第{n}处{'提示' * 200}" for n in range(40))
    monkeypatch.setattr(word_articles, "begin", lambda *_: word_articles.Made(1, long))
    editing.begin(at.section.id, at.editor)

    made = upload(desk, "/desk/word", b"x", section=at.section.id)

    page = desk.page(made.headers["Location"])
    assert len(page.words("//p[@class='said']")) == 8
    assert "还有 34 处提示" in page.words("//p[@class='said']")[-1]


def test_the_journal_tells_of_it(desk: DeskClient, at: staff.Office) -> None:
    upload(desk, "/desk/word", document(), section=at.section.id)

    entry = staff.last_entry()
    assert (entry.action, entry.person) == ("article-saved", at.editor.id)
    assert json.loads(entry.after)["title"] == "检察工作情况"


def test_a_picture_of_an_original_comes_without_its_words(desk: DeskClient) -> None:
    """The whole desk sees the library, and its journal keeps what it says for ever."""
    at = case.office()
    newsroom.enter(desk, at.editor)
    data = word.docx(
        word.p("被告人李大明，男，住示例市文峰街道柳林小区3号楼2单元501室。"),
        word.p(content=word.picture("rId91", alt="被告人李大明的伤口")),
        links={"rId91": ("image", "media/李大明.png", False)},
        files={"word/media/李大明.png": word.image()},
    )

    for path in ("/desk/word", f"/desk/articles/{case.begun(at)}/word"):
        made = upload(desk, path, data, section=str(at.section.id))

        picture = Media.get()
        assert (picture.label, picture.name, picture.alt) == ("文书里的图片.png", "file.png", "")
        written = "".join(f"{each.thing_name}{each.before}{each.after}" for each in Entry.select())
        assert "李大明" not in written
        page = desk.page(made.headers["Location"])
        assert "文档里的图片没有带名称和替代文字进媒体库" in page.text
        (draft,) = Draft.select()
        assert "被告人李大明的伤口" in dict(draft.content)["body_html"]
        Draft.delete().execute()
