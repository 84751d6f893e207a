"""The names of a legal document's files, which the whole desk sees, tell nobody either."""

from dataclasses import replace
from typing import Any

import pytest

from portal.errors import Refused
from portal.models import Media, Revision
from portal.queries import anonymising as reading
from portal.services import editing, library
from portal.services.anonymising import files, saving
from portal.services.anonymising.decisions import Decisions
from portal.services.content import Content, MediaUse, stored
from portal.settings import Settings
from tests import media_files
from tests.services import case, staff
from tests.services.case import ORIGINAL
from tests.services.staff import Office


@pytest.fixture
def at(either: Settings) -> Office:
    return case.office()


def added(root: Settings, name: str = "x.pdf", **facts: Any) -> Media:
    """A PDF in the library, or a picture where it has an alternative."""
    data = media_files.picture() if "alt" in facts else b"%PDF-1.7 "
    return library.add_media(root.media, data, name, **facts)


def attached(file: Media, content: Content = ORIGINAL) -> Content:
    return replace(content, media=[MediaUse(file.id, "attachment", "文书原文")])


def showing(file: Media) -> Content:
    return replace(ORIGINAL, body=f'{ORIGINAL.body}<p><img src="{file.url}" alt="现场"></p>')


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("李大明起诉书.pdf", "李大明"),
        ("证人孙大庆照片.pdf", "孙大庆"),
        ("扫描件13800138000.pdf", "13800138000"),
        ("110105198503122114.pdf", "110105198503122114"),
        ("LI DaMing qisushu.pdf", "李大明"),
    ],
)
def test_a_label_that_tells_somebody(at: Office, either: Settings, label: str, told: str) -> None:
    file, article = added(either, label=label), case.begun(at)

    with staff.refused(Refused, "请在媒体库里改掉它的名称，再存一次") as error:
        case.hidden(at, article, attached(file))
    assert f"（编号 {file.id}）" in error.value.sentence and told in error.value.sentence
    assert isinstance(error.value, Refused) and error.value.field == "attachment"

    library.describe(file.id, label="起诉书", alt="", decorative=False, by=at.editor)
    assert case.hidden(at, article, attached(file))


def test_an_alternative_that_tells_somebody(at: Office, either: Settings) -> None:
    file, article = added(either, "x.jpg", alt="被害人王小红的伤口"), case.begun(at)

    with staff.refused(Refused, "替代文字里有“王小红”") as error:
        case.hidden(at, article, showing(file))
    assert isinstance(error.value, Refused) and error.value.field == "body"


@pytest.mark.parametrize(
    "name",
    ["scan-13800138000.pdf", "li-da-ming.pdf", "lidaming-2026.pdf", "daming-li.pdf"],
)
def test_an_address_that_tells_somebody(at: Office, either: Settings, name: str) -> None:
    file, article = added(either, label="起诉书"), case.begun(at)
    Media.update(name=name).execute()

    with staff.refused(Refused, "网址里有.*改好文件名再上传"):
        case.hidden(at, article, attached(file))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("John Smith", "john-smith-qisu.pdf"),
        ("John Smith", "smith-john.pdf"),
        ("José Núñez", "jose-nunez.pdf"),
        ("Tom", "tom-statement.pdf"),
    ],
)
def test_a_latin_name_in_an_address_is_written_there(
    at: Office, either: Settings, name: str, words: str
) -> None:
    file, article = added(either, words, label="起诉书"), case.begun(at)
    content = replace(attached(file), body=f"{ORIGINAL.body}<p>{name}在场。</p>")
    keeping = Decisions(seen=frozenset([f"file#{file.id}#name"]), names=(name,))
    assert file.name == words

    with staff.refused(Refused, f"网址里有“{name}”，读者看得到"):
        case.hidden(at, article, content, keeping)


@pytest.mark.parametrize("words", ["yuehan-shimisi.pdf", "shi-mi-si_yuehan.pdf"])
def test_the_sounds_of_a_foreign_name(at: Office, either: Settings, words: str) -> None:
    file, article = added(either, words, label="起诉书"), case.begun(at)
    content = replace(attached(file), body=ORIGINAL.body + "<p>约翰·史密斯在场。</p>")

    with staff.refused(Refused, "读起来像“约翰·史密斯”"):
        case.hidden(at, article, content, Decisions(names=("约翰·史密斯",)))


# What only sounds like a name


def sounding(root: Settings) -> Content:
    """A document with a file of attachments, which sounds like the accused."""
    body = ORIGINAL.body.replace("李大明", "付建")
    return attached(added(root, "fujian1.pdf", label="附件"), replace(ORIGINAL, body=body))


def test_what_sounds_like_a_name_is_for_the_editor_to_decide(at: Office, either: Settings) -> None:
    article, content = case.begun(at), sounding(either)
    with staff.refused(Refused, "有“fujian1.pdf”，读起来像“付建”。.*请在“隐名处理”页上去掉"):
        case.hidden(at, article, content)

    (asked,) = saving.planned(article, content, Decisions()).files
    keeping = Decisions(seen=frozenset([asked[0].key]))
    revision = case.hidden(at, article, content, keeping)

    assert asked[1] and reading.kept(article).texts == ("fujian1.pdf",)
    after = replace(stored(Revision.get_by_id(revision)), summary="改过。")
    assert editing.save(article, after, revision, at.editor)
    ((_, on),) = saving.planned(article, content, Decisions()).files
    assert not on, "it was kept before"


def test_a_file_added_later_that_sounds_so_is_on_the_page(at: Office, either: Settings) -> None:
    """The text is hidden by then; who it was about is told by the original."""
    article, content = case.begun(at), sounding(either)
    first = case.hidden(at, article, replace(content, media=[]))
    text = replace(stored(Revision.get_by_id(first)), media=content.media)
    with staff.refused(Refused, "请在“隐名处理”页上去掉"):
        editing.save(article, text, first, at.editor)

    ((asked, _),) = saving.planned(article, text, Decisions()).files

    assert case.hidden(at, article, text, Decisions(seen=frozenset([asked.key])), first) != first


def test_a_file_that_an_earlier_version_uses_gets_another_address(
    at: Office, either: Settings
) -> None:
    article, file = case.begun(at), added(either, "xiaobao-qisu.pdf", label="起诉书")
    body = ORIGINAL.body + "<p>绰号小宝的人在场。</p>"
    first = case.hidden(at, article, attached(file, replace(ORIGINAL, body=body)))
    text, more = stored(Revision.get_by_id(first)), Decisions(names=("小宝",))
    with staff.refused(Refused, "选改了名的同一个文件，就有新的网址"):
        case.hidden(at, article, text, more, first)

    new = library.replace(either.media, file.id, b"%PDF-1.7 ", "qisu.pdf", by=at.editor)
    second = case.hidden(at, article, attached(new, text), more, first)

    assert "小宝" not in stored(Revision.get_by_id(second)).body and new.name == "qisu.pdf"


def test_a_file_that_the_text_links_to(at: Office, either: Settings) -> None:
    file, article = added(either, label="李大明起诉书"), case.begun(at)
    link = f'<p><a href="{file.url}">文书原文</a></p>'

    with staff.refused(Refused, "名称里有“李大明”"):
        case.hidden(at, article, replace(ORIGINAL, body=ORIGINAL.body + link))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("李某甲起诉书.pdf", "file.pdf"),
        ("被告人李某甲、被害人王某甲照片", "file.pdf"),
        ("示检刑诉〔2026〕12号 20260801.pdf", "qisushu-20260801.pdf"),
        ("办案流程图", "lian-damingfu.pdf"),
    ],
)
def test_names_that_tell_nobody(at: Office, either: Settings, label: str, name: str) -> None:
    file = added(either, label=label)
    Media.update(name=name).execute()

    assert case.hidden(at, case.begun(at), attached(file))


def test_what_an_editor_keeps_may_stand_in_a_name(at: Office, either: Settings) -> None:
    file, article = added(either, "李大明起诉书.pdf"), case.begun(at)
    keeping = Decisions(seen=frozenset(["@李大明"]))

    revision = case.hidden(at, article, attached(file), keeping)

    content = stored(Revision.get_by_id(revision))
    case.hidden(at, article, replace(content, summary="改过。"), based_on=revision)


def test_a_file_added_later_tells_nobody_of_the_original(at: Office, either: Settings) -> None:
    article = case.begun(at)
    revision = case.hidden(at, article)
    after = attached(added(either, "李大明起诉书.pdf"), stored(Revision.get_by_id(revision)))

    with pytest.raises(Refused, match="名称里有“李大明”"):
        files.refuse_telling(after, (), files.people_of(article))
    files.refuse_telling(after, ("李大明",), files.people_of(article))


def test_a_later_plain_save_with_such_a_file(at: Office, either: Settings) -> None:
    article = case.begun(at)
    revision = case.hidden(at, article)
    text = stored(Revision.get_by_id(revision))
    file = added(either, "李大明起诉书.pdf")
    with staff.refused(Refused, "请在媒体库里改掉它的名称，再存一次"):
        editing.save(article, attached(file, text), revision, at.editor)

    library.describe(file.id, label="起诉书", alt="", decorative=False, by=at.editor)
    assert editing.save(article, attached(file, text), revision, at.editor) != revision
