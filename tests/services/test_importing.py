"""`portal import`: old pages become articles once, nothing is lost, everything is reported."""

from pathlib import Path

import pytest

from portal import create_app
from portal.errors import Refused
from portal.models import Article, ImportedPage, Media, Revision
from portal.sanitiser import clean
from portal.services import importing
from portal.services.import_report import report
from portal.settings import Settings
from tests import make
from tests.client import InspectingClient

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "theory-article-page.txt"
PAGE = """首页   |   检察要闻   |   理论研讨

当前位置:首页>>理论研讨
路灯下的监督
时间:2021-04-06  作者:  新闻来源:  【字号: | |

路灯下的监督

一条老街的路灯坏了三年，居民夜里只能打着手电回家，检察官决定去看一看。

一、从一封信说起

信只有半页纸，写信的人没有留下名字，只写了路口的位置和最暗的时间。

、到现场去

检察官连续三个晚上到场，数清了不亮的灯，一共十九盏，都记在图上。

、把灯点亮

建议送达之后，管理单位用了两个星期换好灯具，还约定每个月巡查一次。

检务公开-本院概况
领导简介
  通知公告
·端午节值班安排...
版权所有:示例市人民检察院
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_page_becomes_an_article(store: Settings, tmp_path: Path) -> None:
    place = make.section("theory")

    outcome = importing.import_file(write(tmp_path, "a.txt", PAGE), place, store.media)

    revision = Revision.get(Revision.article == outcome.article)
    assert revision.title == "路灯下的监督"
    for heading in ("一、从一封信说起", "二、到现场去", "三、把灯点亮"):
        assert f"<h2>{heading}</h2>" in revision.body
    assert revision.body.count("路灯下的监督") == 0 and "端午" not in revision.body
    assert clean(revision.body) == revision.body
    assert revision.author == "" and revision.source == ""


def test_a_second_import_changes_nothing(either: Settings, tmp_path: Path) -> None:
    place = make.section("theory")
    file = write(tmp_path, "a.txt", PAGE)
    first = importing.import_file(file, place, either.media)

    again = importing.import_file(file, place, either.media)
    copy = importing.import_file(
        write(tmp_path, "b.txt", PAGE.encode("gb18030")), place, either.media
    )

    assert again.known and copy.known and again.article == copy.article == first.article
    assert Article.select().count() == ImportedPage.select().count() == 1


def test_a_corrected_copy_is_kept_and_pointed_out(store: Settings, tmp_path: Path) -> None:
    place = make.section("theory")
    first = importing.import_file(write(tmp_path, "a.txt", PAGE), place, store.media)
    corrected = PAGE.replace("一共十九盏", "一共二十盏")

    second = importing.import_file(write(tmp_path, "b.txt", corrected), place, store.media)

    assert second.article != first.article and second.alike == first.article
    assert f"文章 {first.article} 的标题和日期与它相同" in "\n".join(report([second]))


def test_what_is_not_understood_is_reported_with_its_reason(
    store: Settings, tmp_path: Path
) -> None:
    place = make.section("theory")
    good = importing.import_file(write(tmp_path, "a.txt", PAGE), place, store.media)
    bad = [
        importing.import_file(write(tmp_path, name, data), place, store.media)
        for name, data in (
            ("x.docx", b"PK\x03\x04rest"),
            ("empty.txt", b""),
            ("noise.txt", bytes(range(256)) * 9),
        )
    ]
    missing = importing.import_file(tmp_path / "nothing.txt", place, store.media)

    lines = "\n".join(report([good, *bad, missing]))

    assert all(each.failed and each.reason for each in (*bad, missing))
    assert "共 5 个文件：新导入 1，已有 0，未导入 4。" in lines
    for name in ("x.docx", "empty.txt", "noise.txt", "nothing.txt"):
        assert name in lines
    assert "“、”改为“二、”" in lines and "端午节值班安排" in lines
    assert Article.select().count() == 1


def test_pictures_beside_the_page_come_along(store: Settings, tmp_path: Path) -> None:
    from PIL import Image

    place = make.section("theory")
    (tmp_path / "a_files").mkdir()
    Image.new("RGB", (700, 400), "navy").save(tmp_path / "a_files" / "lamp.jpg")
    html = f"""<html><head><meta charset="utf-8"><title>路灯下的监督</title></head><body>
    <h1>路灯下的监督</h1><div>时间：2021-04-06 10:20 来源：示例日报</div><div class="TRS_Editor">
    <p>{"一条老街的路灯坏了三年，居民夜里只能打着手电回家。" * 4}</p>
    <p><img src="a_files/lamp.jpg" alt="新换的路灯"></p>
    <p><img src="../../etc/passwd" alt="别处的"></p>
    <p><img src="http://elsewhere.example/x.jpg" alt="外站的"></p>
    <p>{"建议送达之后，管理单位用了两个星期换好灯具。" * 4}</p></div></body></html>"""

    outcome = importing.import_file(write(tmp_path, "a.html", html), place, store.media)

    media = Media.get()
    body = Revision.get(Revision.article == outcome.article).body
    assert f'src="{media.url}"' in body and "passwd" not in body and "elsewhere" not in body
    assert len(outcome.lost_images) == 2


def test_folders_are_searched_for_pages(tmp_path: Path) -> None:
    (tmp_path / "a_files").mkdir()
    pages = [write(tmp_path, name, PAGE) for name in ("a.html", "b.txt", "c.shtml", "old.docx")]
    for name in ("a_files/lamp.JPG", "a_files/site.css", "a_files/menu.js"):
        write(tmp_path, name, b"x")

    assert importing.pages_in([tmp_path]) == (pages, 3)
    assert importing.pages_in([tmp_path / "a_files" / "site.css"])[0], "a named file is tried"


def test_unknown_section_is_refused_with_the_known_ones(store: Settings) -> None:
    make.section("theory")

    with pytest.raises(Refused, match="现有：theory"):
        importing.section_for("nothing")


def test_sections_with_fields_of_their_own_take_no_pages(store: Settings) -> None:
    make.section("documents", "documents")

    with pytest.raises(Refused, match="专门的字段"):
        importing.section_for("documents")


def test_hostile_pages_come_out_clean(store: Settings, tmp_path: Path) -> None:
    place = make.section("theory")
    hostile = f"""<html><head><title>路灯</title></head><body><h1>路灯下的监督</h1>
    <div>时间：2021-04-06</div><div id="zoom"><p onclick="x()">{"居民夜里只能打着手电回家。" * 6}</p>
    <script>alert('LEAKED')</script><style>p {{ color: red }} /* LEAKED */</style>
    <p hx-get="/x" data-hx-get="/y" style="color:red">{"检察官连续三个晚上到场。" * 6}</p>
    <a href="javascript:alert(1)">点这里</a></div></body></html>"""

    outcome = importing.import_file(write(tmp_path, "h.html", hostile), place, store.media)

    body = Revision.get(Revision.article == outcome.article).body
    for trace in ("LEAKED", "hx-", "onclick", "style", "script", "javascript"):
        assert trace not in body


def test_the_seed_page_looks_right(store: Settings) -> None:
    if not SEED.exists():
        pytest.skip(f"the seed page is not beside this checkout ({SEED.name})")
    outcome = importing.import_file(SEED, make.section("theory", name="理论研讨"), store.media)

    page = InspectingClient(create_app(store)).page(f"/theory/{outcome.article}")

    assert [heading[:2] for heading in page.words("//div[@class='prose']/h2")] == [
        "一、",
        "二、",
        "三、",
        "四、",
    ]
    assert len(page.words("//div[@class='prose']/h3")) == 4
    assert page.words("//dl[@class='facts']//dd")[0].startswith("2020-08-11")
    assert page.text.count("友情链接") == 0 and "汾阳市" not in page.text
