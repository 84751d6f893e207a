"""What people do in the library: words, replacing, deleting; each act in the journal."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest

from portal import media_store
from portal.errors import Forbidden, Missing, Refused
from portal.models import Draft, Entry, Generation, Media, Revision, RevisionMedia, Section, Setting
from portal.queries import library as shelves
from portal.queries import media_uses
from portal.queries.limits import Limits, limits
from portal.roles import Actor
from portal.services import blocking, editing, library
from portal.services.content import MediaUse
from portal.settings import Settings
from tests import make, media_files
from tests.services import staff
from tests.statements import counted

PDF = b"%PDF-1.7 "


@pytest.fixture
def by(either: Settings) -> Actor:
    person = make.person("editor")
    return Actor(person.id, person.display, frozenset({"editor"}), "192.0.2.1")


def acts() -> list[str]:
    """What the journal says of files, oldest first."""
    return [each.action for each in Entry.select().order_by(Entry.number) if each.thing == "media"]


def picture(
    root: Path, by: Actor, name: str = "河.jpg", colour: str = "red", **facts: Any
) -> Media:
    return library.add(root, media_files.picture(colour=colour), name, by=by, **facts).media


def files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def keep_draft(article: int, by: Actor, *pairs: tuple[str, str]) -> None:
    Draft.create(
        token=f"{article}{len(pairs)}{pairs[-1]}"[:32],
        article=article,
        person=by.id,
        content=list(pairs),
    )


# Adding


def test_who_added_what(either: Settings, by: Actor) -> None:
    first = library.add(either.media, PDF, "C:\\桌面\\报名 表.pdf", by=by)
    again = library.add(either.media, BytesIO(PDF), "另一个.pdf", by=by)

    assert first.is_new and not again.is_new and again.media == first.media
    row = Media.get()
    assert (row.label, row.person_id, row.size) == ("报名 表.pdf", by.id, 9)
    assert acts() == ["media-added"]
    entry = Entry.get(Entry.action == "media-added")
    assert (entry.name, entry.thing_name, entry.thing_id) == (
        by.name,
        f"file.pdf（编号 {row.id}）",
        row.id,
    )


def test_commands_name_their_act_as_a_whole(either: Settings) -> None:
    library.add_media(either.media, PDF, "x.pdf")

    assert acts() == []


def test_the_journal_never_tells_what_a_file_is_called(
    either: Settings, by: Actor, publisher: Actor
) -> None:
    """It only grows, so a name that got into it would never leave it."""
    row = picture(either.media, by, "李大明.jpg", alt="李大明在法庭上")
    library.describe(row.id, label="王小红", alt="王小红的伤口", decorative=False, by=by)
    new = library.replace(
        either.media, row.id, media_files.picture(colour="blue"), "赵四海.jpg", by=by
    )
    blocking.block(either.media, row.id, by=publisher)
    blocking.release(either.media, row.id, by=publisher)
    library.delete(either.media, new.id, by=by)

    written = "".join(
        f"{each.thing_name}{each.before}{each.after}"
        for each in Entry.select().where(Entry.thing == "media")
    )
    assert len(acts()) == 7
    assert not [name for name in ("李大明", "王小红", "赵四海", "法庭", "伤口") if name in written]


def test_others_may_not_add(either: Settings) -> None:
    with pytest.raises(Forbidden):
        library.add(either.media, PDF, "x.pdf", by=Actor(1, "某人", frozenset({"reviewer"})))
    assert not files(either.media)


def test_limits_are_settings(either: Settings, by: Actor) -> None:
    assert limits() == Limits(20, 500, 50)
    Setting.create(key="attachment_mb", value="1")
    Setting.create(key="image_mb", value="many")
    Setting.create(key="video_mb", value="0")

    assert limits() == Limits(20, 500, 1)
    with pytest.raises(Refused, match="超过了 1 MB 的上限"):
        library.add(either.media, PDF + bytes(1024 * 1024), "大.pdf", by=by)


def test_a_lost_file_comes_back_under_its_old_name(either: Settings, by: Actor) -> None:
    """Addresses of earlier releases stay, whatever they tell."""
    row = library.add(either.media, PDF, "x.pdf", by=by).media
    Media.update(name="old-13800138000.pdf").execute()
    (either.media / row.folder / row.name).unlink()

    again = library.add(either.media, PDF, "another.pdf", by=by).media

    assert [path.name for path in files(either.media)] == [again.name] == ["old-13800138000.pdf"]


class Counting(BytesIO):
    """A file that remembers the largest piece that was read from it at once."""

    largest = 0

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(size)
        self.largest = max(self.largest, len(piece))
        return piece


def test_a_large_film_is_never_whole_in_memory(either: Settings, by: Actor) -> None:
    film = Counting(media_files.mp4(frames=bytes(9_000_000)))

    row = library.add(either.media, film, "v.mp4", by=by).media

    assert row.size > 9_000_000 and film.largest <= 1024 * 1024


def test_a_process_killed_before_the_row(either: Settings, by: Actor) -> None:
    """Files without a row do no harm: the next one who brings the content finds them there."""
    media_store.accept(either.media, PDF, "x.pdf")

    assert library.add(either.media, PDF, "x.pdf", by=by).is_new
    assert len(files(either.media)) == 1


# Words


def test_describing(either: Settings, by: Actor) -> None:
    row = picture(either.media, by)
    before = Generation.get().number

    library.describe(
        row.id, label="河岸", alt=" 检察官在\u200b河边取水样 ", decorative=False, by=by
    )
    library.describe(row.id, alt="检察官在河边取水样", decorative=False, by=by)

    now = Media.get()
    assert (now.label, now.alt, now.decorative) == ("河岸", "检察官在河边取水样", False)
    assert acts() == ["media-added", "media-changed"], "nothing changed the second time"
    entry = Entry.get(Entry.action == "media-changed")
    assert json.loads(entry.after) == {"changed": ["label", "alt"]}
    assert Generation.get().number == before, "readers see the words that an article took"


def test_decoration(either: Settings, by: Actor) -> None:
    row = picture(either.media, by, alt="花边")

    library.describe(row.id, alt="", decorative=True, by=by)

    assert (Media.get().alt, Media.get().decorative) == ("", True)
    with pytest.raises(Refused, match="留下一样"):
        library.describe(row.id, alt="花边", decorative=True, by=by)


@pytest.mark.parametrize(
    "alt",
    [
        "",
        "  ",
        "河.jpg",
        "bank-2.PNG",
        "IMG_20260101",
        "微信图片_20260101120000",
        "20260101",
        "Screenshot 2026-1-1",
    ]
    + [
        "图片",
        "照片1",
        "一张图片",
        "这是图片。",
        "image",
        "配图",
        "替代文字",
        "dsc 0042",
        "河" * 151,
    ],
)
def test_words_that_say_nothing(either: Settings, by: Actor, alt: str) -> None:
    row = picture(either.media, by)

    with pytest.raises(Refused) as error:
        library.describe(row.id, alt=alt, decorative=False, by=by)
    assert error.value.field == "alt" and Media.get().alt == ""


@pytest.mark.parametrize(
    "alt",
    ["图片里一位老人在听讲", "12309", "检察院大门", "Zhang 检察官", "2026年5月8日的听证会现场"],
)
def test_words_that_say_something(either: Settings, by: Actor, alt: str) -> None:
    row = picture(either.media, by)
    if alt == "12309":
        alt = "12309 中国检察网的二维码"

    library.describe(row.id, alt=alt, decorative=False, by=by)

    assert Media.get().alt == alt


def test_a_name_is_needed(either: Settings, by: Actor) -> None:
    row = library.add(either.media, PDF, "x.pdf", by=by).media
    for label in (" ", "名" * 121):
        with pytest.raises(Refused) as error:
            library.describe(row.id, label=label, alt="", decorative=False, by=by)
        assert error.value.field == "label"
    with pytest.raises(Missing):
        library.describe(99, alt="", decorative=False, by=by)


def test_adding_with_words(either: Settings, by: Actor) -> None:
    add = {"kind": "image", "by": by, "decorative": False}
    with pytest.raises(Refused):
        library.add_described(either.media, media_files.picture(), "x.jpg", alt="", **add)
    with pytest.raises(Refused, match="这里要选图片"):
        library.add_described(either.media, PDF, "x.pdf", alt="表", **add)
    assert not Media.select().exists() and not files(either.media)

    bare = picture(either.media, by)
    row = library.add_described(either.media, media_files.picture(), "x.jpg", alt="一条河", **add)

    assert row.id == bare.id and Media.get().alt == "一条河"


# Replacing


def test_replacing(either: Settings, by: Actor) -> None:
    old = picture(either.media, by, alt="一条河")
    article = make.article(make.section(), media=[MediaUse(old.id, "cover")])

    new = library.replace(either.media, old.id, media_files.picture(colour="blue"), "新.jpg", by=by)

    assert (new.alt, new.label) == ("一条河", "河.jpg")
    assert Media.get_by_id(old.id).replaced_by == new.id
    assert [each.article for each in media_uses.uses(old.id)] == [article], (
        "articles keep the old one"
    )
    assert acts() == ["media-added", "media-added", "media-replaced"]
    assert [each.id for each in shelves.replaced_by(new.id)] == [old.id]


def test_going_back_to_the_old_one(either: Settings, by: Actor) -> None:
    old = picture(either.media, by)
    new = library.replace(either.media, old.id, media_files.picture(colour="blue"), "n.jpg", by=by)

    assert library.replace(either.media, new.id, media_files.picture(), "o.jpg", by=by).id == old.id

    assert Media.get_by_id(old.id).replaced_by is None, "no circle"
    assert Media.get_by_id(new.id).replaced_by == old.id


def test_what_cannot_replace(either: Settings, by: Actor) -> None:
    old = picture(either.media, by)
    with pytest.raises(Refused, match="请选择一个图片文件"):
        library.replace(either.media, old.id, PDF, "x.pdf", by=by)
    with pytest.raises(Refused, match="一模一样"):
        library.replace(either.media, old.id, media_files.picture(), "河水.jpg", by=by)
    assert Media.select().count() == 1


def test_the_same_content_under_another_name_gets_another_address(
    either: Settings, by: Actor
) -> None:
    old = library.add(either.media, PDF, "xiaobao.pdf", by=by, label="表").media

    new = library.replace(either.media, old.id, PDF, "form.pdf", by=by)

    assert (new.name, new.label, new.sha256) == ("form.pdf", "表", old.sha256)
    assert new.folder != old.folder and Media.get_by_id(old.id).replaced_by == new.id
    assert {path.parent.name for path in files(either.media)} == {old.folder, new.folder}
    assert library.replace(either.media, old.id, PDF, "form.pdf", by=by) == new
    assert library.add(either.media, PDF, "another.pdf", by=by).media == new

    library.delete(either.media, old.id, by=by)
    assert [path.name for path in files(either.media)] == ["form.pdf"]
    (either.media / new.folder / new.name).unlink()
    assert library.add(either.media, PDF, "another.pdf", by=by).media == new
    assert [path.parent.name for path in files(either.media)] == [new.folder]


def test_a_picture_under_another_name(either: Settings, by: Actor) -> None:
    old = picture(either.media, by, "xiaobao.jpg", alt="一条河")

    new = library.replace(either.media, old.id, media_files.picture(), "river.jpg", by=by)

    assert (new.name, new.alt) == ("river.jpg", "一条河")
    assert all((either.media / new.folder / each[3]).exists() for each in new.renditions)


def test_another_name_gives_no_blocked_content_back(
    either: Settings, by: Actor, publisher: Actor
) -> None:
    old = library.add(either.media, PDF, "xiaobao.pdf", by=by).media
    new = library.replace(either.media, old.id, PDF, "form.pdf", by=by)
    blocking.block(either.media, old.id, by=publisher)

    for act in (
        lambda: library.replace(either.media, new.id, PDF, "third.pdf", by=by),
        lambda: library.add(either.media, PDF, "third.pdf", by=by),
    ):
        with pytest.raises(Refused, match="停止公开"):
            act()


# Deleting


def test_deleting(either: Settings, by: Actor) -> None:
    old, row = picture(either.media, by), picture(either.media, by, colour="blue")
    Media.update(replaced_by=row.id).where(Media.id == old.id).execute()

    library.delete(either.media, row.id, by=by)

    assert [each.id for each in Media.select()] == [old.id] and Media.get().replaced_by is None
    assert {file.parent.name for file in files(either.media)} == {old.folder}
    assert acts()[-1] == "media-deleted"
    assert not (either.media / row.folder).exists()


def test_a_file_in_use_stays(either: Settings, by: Actor) -> None:
    row = picture(either.media, by)
    make.article(make.section(), "河水变清了", media=[MediaUse(row.id, "cover")])

    with pytest.raises(Refused, match="《河水变清了》还在用这个文件"):
        library.delete(either.media, row.id, by=by)

    assert Media.select().exists() and files(either.media) and RevisionMedia.select().exists()


def test_a_file_that_an_older_release_saw_linked_stays(either: Settings, by: Actor) -> None:
    """Revisions of the first release have no row for a file that their text links."""
    row = library.add(either.media, PDF, "表.pdf", by=by).media
    make.article(make.section(), "招考公告", body=f'<p><a href="{row.url}">报名表</a></p>')
    RevisionMedia.delete().execute()

    assert [each.title for each in media_uses.where_mentioned(row.id, by.id)] == ["招考公告"]
    with pytest.raises(Refused, match="《招考公告》还在用这个文件"):
        library.delete(either.media, row.id, by=by)


def test_only_drafts_that_may_mention_a_file_are_read(either: Settings, by: Actor) -> None:
    row, article = picture(either.media, by), make.article(make.section())
    keep_draft(article, by, ("title", "无关"), ("body_text", "正文"))
    keep_draft(article, by, ("title", "有关"), ("body_html", f'<img src="{row.url}">'))

    with counted() as seen:
        assert [each.title for each in media_uses.drafts(row.id, by.id)] == ["有关"]

    assert "LIKE" in seen[-1], "the database leaves the others out"


@pytest.fixture
def drafted(either: Settings, by: Actor) -> Iterator[tuple[Media, int]]:
    yield picture(either.media, by), make.article(make.section())


@pytest.mark.parametrize(
    "pair",
    [
        ("cover", "{id}"),
        ("picture", "{id}"),
        ("body_html", '<img src="{url}" alt="河">'),
        ("body_text", "[[图片 {id}：河]]"),
        ("body_text", "看\n[[图片{id}：河|图注]]\n"),
    ],
)
def test_a_file_in_a_draft_stays(
    either: Settings, by: Actor, drafted: tuple[Media, int], pair: tuple[str, str]
) -> None:
    row, article = drafted
    value = pair[1].format(id=row.id, url=row.url)
    keep_draft(article, by, ("title", "没写完"), (pair[0], value))

    with pytest.raises(Refused, match="《没写完》"):
        library.delete(either.media, row.id, by=by)


def test_only_its_writer_reads_the_title_of_a_draft(either: Settings, by: Actor) -> None:
    """An original may be in it; its colleagues see what was saved, and who has more."""
    row = picture(either.media, by)
    saved, new = make.article(make.section(), "李某甲案起诉书"), editing.begin(1, by)
    for article in (saved, new):
        keep_draft(article, by, ("title", f"李大明案起诉书{article}"), ("cover", str(row.id)))
    other = staff.actor("editor", name="other")

    mine, theirs = (media_uses.drafts(row.id, each.id) for each in (by, other))
    assert [(use.title, use.writer) for use in mine] == [
        (f"李大明案起诉书{new}", ""),
        (f"李大明案起诉书{saved}", ""),
    ]
    assert [(use.title, use.writer) for use in theirs] == [
        ("", by.name),
        ("李某甲案起诉书", by.name),
    ]
    with pytest.raises(Refused) as error:
        library.delete(either.media, row.id, by=other)
    assert error.value.sentence == (
        f"《未命名》（{by.name}的未保存草稿）、《李某甲案起诉书》（{by.name}的未保存草稿）"
        "还在用这个文件，不能删除。请先在文章里换掉它。"
    )


def test_other_numbers_in_a_draft_do_not_matter(
    either: Settings, by: Actor, drafted: tuple[Media, int]
) -> None:
    row, article = drafted
    keep_draft(article, by, ("section", str(row.id)), ("body_text", f"[[图片 {row.id}0：河]]"))

    library.delete(either.media, row.id, by=by)

    assert not Media.select().exists()


# Taking from the public


@pytest.fixture
def publisher(either: Settings) -> Actor:
    person = make.person("publisher")
    return Actor(person.id, person.display, frozenset({"publisher"}))


def names(root: Path) -> list[str]:
    return sorted(path.name for path in files(root))


def test_blocking_and_releasing(either: Settings, by: Actor, publisher: Actor) -> None:
    row = picture(either.media, by, "bank.jpg")
    before = names(either.media)

    for _ in range(2):
        blocking.block(either.media, row.id, by=publisher)

    assert Media.get().blocked and acts()[1:] == ["media-blocked"]
    assert names(either.media) == [f"{name}.blocked" for name in before]
    for _ in range(2):
        blocking.release(either.media, row.id, by=publisher)
    assert not Media.get().blocked and acts()[2:] == ["media-released"]
    assert names(either.media) == before


def test_others_neither_block_nor_release(either: Settings, by: Actor) -> None:
    row = picture(either.media, by)

    for act in (blocking.block, blocking.release):
        with pytest.raises(Forbidden):
            act(either.media, row.id, by=by)


@pytest.mark.parametrize("state", ["live", "submitted", "reviewed", "approved", "scheduled"])
def test_what_readers_see_or_soon_will_stays_public(
    either: Settings, by: Actor, publisher: Actor, state: str
) -> None:
    row = library.add(either.media, PDF, "表.pdf", by=by).media
    make.article(make.section(), "招考公告", body=f'<p><a href="{row.url}">报名表</a></p>')
    Revision.update(state=state).execute()

    with pytest.raises(Refused, match="《招考公告》"):
        blocking.block(either.media, row.id, by=publisher)
    assert not Media.get().blocked

    Revision.update(state="past").execute()
    blocking.block(either.media, row.id, by=publisher)
    assert Media.get().blocked


def test_what_is_blocked_comes_back_on_no_side_way(
    either: Settings, by: Actor, publisher: Actor
) -> None:
    row = library.add(either.media, PDF, "表.pdf", by=by).media
    blocking.block(either.media, row.id, by=publisher)

    with pytest.raises(Refused, match="停止公开"):
        library.add(either.media, PDF, "另一个.pdf", by=by)
    with pytest.raises(Refused, match="停止公开"):
        make.article(make.section(), media=[MediaUse(row.id, "attachment")])
    with pytest.raises(Refused, match="停止公开"):
        make.article(Section.get(), body=f'<p><a href="{row.url}">报名表</a></p>')
    assert names(either.media) == [f"{row.name}.blocked"]

    library.delete(either.media, row.id, by=by)
    assert not files(either.media)


def test_only_keepers_delete(either: Settings, by: Actor) -> None:
    row = picture(either.media, by)
    for role in ("reviewer", "admin", "auditor"):
        with pytest.raises(Forbidden):
            library.delete(either.media, row.id, by=Actor(1, "某人", frozenset({role})))


def test_the_same_content_comes_back_while_it_goes(
    either: Settings, by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between row and files of a deletion, somebody uploads the same: nothing of it is lost."""
    row = picture(either.media, by)
    discard = library._discard

    def interrupted(root: Path, media: Media) -> None:
        picture(root, by)
        discard(root, media)

    monkeypatch.setattr(library, "_discard", interrupted)
    library.delete(either.media, row.id, by=by)

    (again,) = Media.select()
    assert (either.media / again.folder / again.name).exists()


def test_the_files_go_while_the_same_content_comes(
    either: Settings, by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between files and row of an upload, somebody deletes the same: the files come back."""
    row = picture(either.media, by)
    accept = media_store.accept

    def interrupted(root: Path, source: IO[bytes], *rest: Any) -> media_store.Stored:
        stored = accept(root, source, *rest)
        if Media.select().exists():
            monkeypatch.setattr(media_store, "accept", accept)
            library.delete(root, row.id, by=by)
        return stored

    (either.media / row.folder / row.name).unlink()
    monkeypatch.setattr(media_store, "accept", interrupted)
    fresh = picture(either.media, by)

    assert acts()[-2:] == ["media-deleted", "media-added"]
    assert (either.media / fresh.folder / fresh.name).exists()
