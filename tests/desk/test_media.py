"""The media library at the desk: shelves, one file, its words, replacing, deleting."""

from io import BytesIO

import pytest

from portal.models import Draft, Media
from portal.services import library
from portal.services.content import MediaUse
from portal.settings import Settings
from tests import make, media_files
from tests.client import DeskClient
from tests.services import staff

PDF = b"%PDF-1.7 "


@pytest.fixture
def editor(desk: DeskClient) -> DeskClient:
    desk.sign_in(make.person("editor"))
    return desk


def add(settings: Settings, data: bytes = PDF, name: str = "报名表.pdf", **facts: str) -> Media:
    return library.add_media(settings.media, data, name, **facts)


def titles(desk: DeskClient, query: str = "") -> list[str]:
    return desk.page(f"/desk/media/{query}").words("//li[@class='media-card']//a")


def sent(data: bytes, name: str) -> tuple[BytesIO, str]:
    return BytesIO(data), name


# Shelves


def test_an_empty_library_says_what_to_do(editor: DeskClient) -> None:
    page = editor.page("/desk/media/")

    assert page.words("//p[@class='empty']") == [
        "媒体库还是空的。请先上传文件，图片、视频和附件都放在这里。"
    ]
    assert page.all("//a[@href='/desk/media/upload']")


def test_cards_say_what_a_file_is(editor: DeskClient, settings: Settings) -> None:
    add(settings)
    add(settings, media_files.picture(size=(800, 600)), "IMG_1.jpg")
    make.picture(settings.media, "河.jpg")
    add(settings, media_files.mp4(65), "短片.mp4")

    page = editor.page("/desk/media/")

    assert titles(editor) == ["短片.mp4", "河.jpg", "IMG_1.jpg", "报名表.pdf"]
    assert page.words("//p[@class='media-card__facts']")[0].endswith("，1 分 05 秒")
    assert page.words("//*[@class='media-flag']") == ["缺替代文字"]
    assert page.words("//*[@class='media-alt']") == ["一块颜色"]
    (first, second) = page.all("//li[@class='media-card']//img")
    assert (first.get("alt"), first.get("width")) == ("一块颜色", "360")
    assert second.get("alt") == ""


def test_narrowing(editor: DeskClient, settings: Settings) -> None:
    mine = make.person("editor", "publisher", name="wo")
    paper = add(settings)
    picture = add(settings, media_files.picture(), "河.jpg")
    library.add(settings.media, media_files.picture(colour="blue"), "我的.jpg", by=_actor(mine))
    make.article(make.section(), media=[MediaUse(paper.id, "attachment")])

    assert titles(editor, "?kind=attachment") == ["报名表.pdf"]
    assert titles(editor, "?q=河") == ["河.jpg"]
    assert titles(editor, "?q=%25") == []
    assert titles(editor, f"?q={picture.id}") == ["河.jpg"]
    assert titles(editor, "?unused=1") == ["我的.jpg", "河.jpg"]
    assert titles(editor, "?bare=1&kind=image") == ["我的.jpg", "河.jpg"]
    assert titles(editor, "?q=\x00") == ["我的.jpg", "河.jpg", "报名表.pdf"]
    editor.sign_in(mine)
    assert titles(editor, "?mine=1") == ["我的.jpg"]


def _actor(person: object) -> object:
    from portal.roles import Actor

    return Actor(person.id, person.display, frozenset({"editor"}))  # type: ignore[attr-defined]


def test_pages_keep_what_was_asked(editor: DeskClient, settings: Settings) -> None:
    for n in range(26):
        add(settings, PDF + b"%d" % n, f"表 {n}.pdf")

    page = editor.page("/desk/media/?q=表&kind=attachment")
    assert len(page.all("//li[@class='media-card']")) == 24
    (after,) = page.all("//a[text()='下一页']/@href")
    assert len(titles(editor, after.removeprefix("/desk/media/"))) == 2
    assert editor.page("/desk/media/?page=9").words("//p[@class='empty']")
    editor.page("/desk/media/?page=x", 404)


@pytest.mark.parametrize(("role", "sees"), [("reviewer", 0), ("editor", 1)])
def test_who_may_upload(desk: DeskClient, settings: Settings, role: str, sees: int) -> None:
    row = make.picture(settings.media)
    desk.sign_in(make.person(role))

    assert len(desk.page("/desk/media/").all("//a[@href='/desk/media/upload']")) == sees
    one = desk.page(f"/desk/media/{row.id}")
    assert len(one.all("//main//form")) == sees
    assert "一块颜色" in one.text
    if not sees:
        desk.page("/desk/media/upload", 403)
        desk.submit(f"/desk/media/{row.id}/delete", status=403)


# One file


def test_words_of_a_picture(editor: DeskClient, settings: Settings) -> None:
    row = add(settings, media_files.picture(), "IMG_1.jpg")
    path = f"/desk/media/{row.id}"
    assert "这张图片还没有替代文字" in editor.page(path).text

    wrong = editor.submit(path, {"label": "", "alt": "IMG_1.jpg"}, 422)
    assert wrong.words("//a[@href='#label']") == ["请写名称，方便以后找到这个文件。"]
    wrong = editor.submit(path, {"label": "河", "alt": "IMG_1.jpg"}, 422)
    assert wrong.all("//input[@id='alt'][@value='IMG_1.jpg'][@aria-invalid]")
    editor.submit(path, {"label": "河", "alt": "检察官在河边取水样"})

    assert (Media.get().label, Media.get().alt) == ("河", "检察官在河边取水样")
    assert editor.page(path).words("//p[@class='said']") == ["已经保存。"]


def test_what_is_typed_comes_back_whole(editor: DeskClient, settings: Settings) -> None:
    row = add(settings, media_files.picture(), "x.jpg")

    page = editor.submit(
        f"/desk/media/{row.id}", {"label": "河", "alt": "河", "decorative": "y"}, 422
    )

    assert page.all("//input[@id='decorative'][@checked]") and page.all("//input[@value='河']")


def test_a_film_and_its_captions(editor: DeskClient, settings: Settings) -> None:
    film = add(settings, media_files.mp4(), "短片.mp4")
    captions = add(settings, media_files.VTT.encode(), "短片.vtt")

    assert editor.page(f"/desk/media/{film.id}").all(f"//video/source[@src='{film.url}']")
    page = editor.page(f"/desk/media/{captions.id}")
    assert page.words("//table//td") == ["00:01", "欢迎来到检察开放日。", "00:04", "请进。"]
    editor.submit(f"/desk/media/{film.id}", {"label": "开放日短片"})
    assert Media.get_by_id(film.id).label == "开放日短片"


def test_where_it_is_used(editor: DeskClient, settings: Settings) -> None:
    row = make.picture(settings.media)
    assert "没有文章用这个文件" in editor.page(f"/desk/media/{row.id}").text
    article = make.article(make.section(), "河水变清了", media=[MediaUse(row.id, "cover")])

    page = editor.page(f"/desk/media/{row.id}")

    (link,) = page.all("//ul[@class='media-uses']//a")
    assert (link.get("href"), link.text) == (f"/desk/articles/{article}/", "河水变清了")
    assert page.words("//*[@class='media-uses__facts']") == ["第 1 版，网站上正在显示"]


def test_a_colleague_s_draft_keeps_its_title_to_itself(
    editor: DeskClient, settings: Settings
) -> None:
    row, writer = make.picture(settings.media), staff.actor("editor", name="writer")
    article = make.article(make.section(), "李某甲案起诉书")
    content = [["title", "李大明案起诉书"], ["cover", str(row.id)]]
    Draft.create(token="t", article=article, person=writer.id, content=content)

    for path in ("", "/replace", "/delete"):
        page = editor.page(f"/desk/media/{row.id}{path}")
        assert page.words("//a[@class='media-uses__link']") == ["李某甲案起诉书"]
        assert page.words("//*[@class='media-uses__facts']") == [f"{writer.name}的未保存草稿"]
        assert "李大明" not in page.text


def test_what_is_not_there(editor: DeskClient) -> None:
    for path in ("", "/replace", "/delete"):
        assert "没有编号为 7 的文件" in editor.page(f"/desk/media/7{path}", 404).text


# Replacing and deleting


def test_replacing(editor: DeskClient, settings: Settings) -> None:
    row = make.picture(settings.media)
    make.article(make.section(), "河水变清了", media=[MediaUse(row.id, "cover")])
    path = f"/desk/media/{row.id}/replace"
    assert "河水变清了" in editor.page(path).text
    assert "请先选择新文件" in editor.submit(path, status=422).text
    wrong = editor.submit(path, {"file": sent(PDF, "x.pdf")}, 422)
    assert wrong.words("//a[@href='#file']") == ["原来的文件是图片，请选择一个图片文件。"]

    new = editor.submit(path, {"file": sent(media_files.picture(), "new.jpg")}).headers["Location"]

    assert Media.get_by_id(row.id).replaced_by == int(new.rsplit("/", 1)[-1])
    page = editor.page(new)
    assert "旧文件用在哪里" in page.words("//h2") and "一块颜色" in page.text
    assert editor.page(f"/desk/media/{row.id}").all(f"//a[@href='{new}']")


def test_deleting(editor: DeskClient, settings: Settings) -> None:
    row = add(settings)
    path = f"/desk/media/{row.id}/delete"
    assert editor.page(path).words("//button[@type='submit']")[-1] == "确定删除"
    assert Media.select().exists(), "asking deletes nothing"

    editor.submit(path)

    assert not Media.select().exists() and not [p for p in settings.media.rglob("*") if p.is_file()]
    assert editor.page("/desk/media/").words("//p[@class='said']") == ["已经删除“报名表.pdf”。"]
    editor.get(row.url, 404)


def test_what_is_used_is_not_deleted(editor: DeskClient, settings: Settings) -> None:
    row = add(settings)
    make.article(make.section(), "招考公告", media=[MediaUse(row.id, "attachment")])

    page = editor.page(f"/desk/media/{row.id}/delete")
    assert "还有文章在用，不能删除" in page.text and not page.all("//button[text()='确定删除']")
    refused = editor.submit(f"/desk/media/{row.id}/delete", status=422)
    assert "《招考公告》还在用这个文件" in refused.text
    editor.get(row.url).response.close()


# Taken from the public


def test_a_file_is_blocked_and_released(desk: DeskClient, settings: Settings) -> None:
    row = make.picture(settings.media)
    path = f"/desk/media/{row.id}"
    addresses = [row.url, f"/media/{row.folder}/{row.renditions[0][3]}"]
    desk.sign_in(make.person("publisher"))
    assert desk.page(path).words("//main//form//button")[-1] == "停止公开"
    assert "picture.jpg" in desk.page("/desk/media/pick?kind=image").text

    desk.submit(f"{path}/block")

    for address in addresses:
        assert "已经停止公开" in desk.page(address, 410).text
        desk.get(f"{address}.blocked", 404)
    page = desk.page(path)
    assert "读者打不开它" in page.text and not page.all("//main//img")
    assert "picture.jpg" not in desk.page("/desk/media/pick?kind=image").text
    desk.submit(f"{path}/release")
    for address in addresses:
        desk.get(address).response.close()


def test_a_file_that_readers_see_is_not_blocked(desk: DeskClient, settings: Settings) -> None:
    row = add(settings)
    make.article(make.section(), "招考公告", media=[MediaUse(row.id, "attachment")])
    desk.sign_in(make.person("publisher"))

    page = desk.submit(f"/desk/media/{row.id}/block", status=422)

    assert "《招考公告》" in page.words("//div[@role='alert']")[0]
    desk.get(row.url).response.close()


def test_only_publishers_block(editor: DeskClient, settings: Settings) -> None:
    row = add(settings)

    assert "停止公开" not in editor.page(f"/desk/media/{row.id}").words("//button")
    editor.submit(f"/desk/media/{row.id}/block", status=403)


# As readers get them


@pytest.mark.parametrize(
    ("data", "mime", "is_download"),
    [
        (media_files.picture(), "image/jpeg", False),
        (media_files.mp4(), "video/mp4", False),
        (media_files.webm(), "video/webm", False),
        (media_files.VTT.encode(), "text/vtt", False),
        (PDF, "application/pdf", True),
        (media_files.office("xlsx"), f"{media_files.OFFICE}spreadsheetml.sheet", True),
        (media_files.older("WordDocument"), "application/msword", True),
        (media_files.ofd(), "application/ofd", True),
    ],
)
def test_nothing_can_run(
    desk: DeskClient, settings: Settings, data: bytes, mime: str, is_download: bool
) -> None:
    answer = desk.get(add(settings, data, "x").url)

    assert answer.response.mimetype == mime
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    disposition = answer.headers.get("Content-Disposition", "inline")
    assert disposition.startswith("attachment") is is_download


@pytest.mark.parametrize(
    ("data", "age", "is_immutable"),
    [(media_files.picture(), 31_536_000, True), (PDF, 86_400, False)],
)
def test_how_long_browsers_keep_it(
    desk: DeskClient, settings: Settings, data: bytes, age: int, is_immutable: bool
) -> None:
    kept = desk.get(add(settings, data, "x").url).response.cache_control

    assert (kept.public, kept.max_age, bool(kept.immutable)) == (True, age, is_immutable)


@pytest.mark.parametrize("name", ["x.html", "x.svg", "x.js", "x.xml", "x", "x.pdf.html", "x.PDF"])
def test_only_known_names_are_served(desk: DeskClient, settings: Settings, name: str) -> None:
    (settings.media / "aa").mkdir(parents=True)
    (settings.media / "aa" / name).write_text("<script>alert(1)</script>")

    desk.get(f"/media/aa/{name}", 404)


def test_a_replaced_picture_is_swapped_in_an_article(
    editor: DeskClient, settings: Settings
) -> None:
    old = make.picture(settings.media)
    article = make.article(make.section(), media=[MediaUse(old.id, "cover", alt="一块颜色")])
    file = (BytesIO(media_files.picture()), "newer.jpg")
    new = editor.submit(f"/desk/media/{old.id}/replace", {"file": file}).headers["Location"]
    page = editor.page(new)

    fields = {
        each.get("name"): each.get("value")
        for each in page.all("//form[contains(@action, 'swap')]//input")
    }
    done = editor.submit(f"{new}/swap", {"old": fields["old"], "article": fields["article"]})

    assert done.headers["Location"] == f"/desk/articles/{article}/"
    assert "已换成新文件" in editor.page(done.headers["Location"]).text
    assert "不需要再换" in editor.submit(f"{new}/swap", fields, 422).text
