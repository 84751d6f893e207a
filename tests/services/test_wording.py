"""The words of a revision that a search finds: fields, body, media, and nothing else."""

from pathlib import Path

from portal.models import Article, Media, Revision, RevisionMedia, Wording
from portal.services import library, wording
from portal.services.content import MediaUse
from portal.services.workflow import moves
from portal.settings import Settings
from tests import make
from tests.asking import found
from tests.services import staff


def kept(article: int) -> str:
    """The folded words of an article's only revision."""
    words: str = Wording.get(Wording.revision == Revision.get(Revision.article == article)).folded
    return words


def attachment(root: Path) -> Media:
    """A text file in the library."""
    return library.add_media(root, b"%PDF-1.4\n%%EOF\n", "示例申请表.pdf")


def test_fields_and_body(either: Settings) -> None:
    article = make.article(
        make.section("documents", "documents"),
        "标题",
        subtitle="副题",
        author="作者甲",
        source="来源乙",
        editor="编辑丙",
        summary="摘要丁",
        keywords=["词一", "词二"],
        details=make.DOCUMENT,
        body="<p>正<strong>文</strong>一</p><p>另一段</p>",
    )

    words = kept(article)

    for there in ("标题", "副题", "作者甲", "来源乙", "词二", "正文一", "盗窃罪", "示检刑诉"):
        assert there in words, there
    for absent in ("编辑丙", "strong", "文一另", "标题副题"):
        assert absent not in words, absent
    assert found("正文一") == found("示检刑诉〔2026〕1号") == [article]


def test_what_stands_between_words_of_a_body() -> None:
    ruby = "<p><ruby>检<rp>(</rp><rt>jiǎn</rt><rp>)</rp></ruby>察官</p>"
    table = "<table><tbody><tr><th>左格</th><td>中格</td><td>右格</td></tr></tbody></table>"
    picture = '<p>图前<img src="/media/x/a.jpg" alt="图里 &amp; 话">图后</p>'

    assert wording.body(ruby) == "检察官"
    assert wording.body(table) == "左格\n中格\n右格"
    assert wording.body(picture) == "图前\n图里 & 话\n图后"


def test_pictures_and_attachments(either: Settings) -> None:
    picture = make.picture(either.media, "a.jpg")
    plain = make.picture(either.media, "b.jpg")
    file = attachment(either.media)
    uses = [
        MediaUse(picture.id, "picture", text="图说里的话", alt="这里的替代文字"),
        MediaUse(plain.id, "picture"),
        MediaUse(file.id, "attachment", text="申请用的表"),
    ]
    article = make.article(make.section("pictures", "pictures"), "图说", media=uses)

    for words in ("图说里的话", "这里的替代文字", "一块颜色", "申请用的表", "pdf", file.name):
        assert found(words) == [article], words


def test_a_decorative_picture_says_nothing(either: Settings) -> None:
    uses = [MediaUse(make.picture(either.media).id, "picture", decorative=True)]
    make.article(make.section("pictures", "pictures"), "图说", media=uses)

    assert found("一块颜色") == []


def test_other_words_in_the_library_are_found_when_a_new_version_is_public(
    either: Settings,
) -> None:
    """They are copied into each version: the library changes nothing that readers see or find."""
    at = staff.office(slug="pictures", kind="pictures")
    picture = make.picture(either.media)
    shown = staff.text(media=[MediaUse(picture.id, "picture", text="河边的话")])
    article, _ = staff.live(at, shown)
    library.describe(picture.id, alt="一座石桥", decorative=False, by=at.editor)
    assert found("一块颜色") == [article] and found("石桥") == []

    revision = staff.corrected(at, article, shown)
    assert found("石桥") == []
    moves.publish(article, revision, at.publisher)

    assert found("一块颜色") == [] and found("石桥") == [article]


def test_a_draft_has_words_and_is_not_found(either: Settings) -> None:
    revision = Revision.create(article=Article.create(section=make.section()), title="水源")

    wording.keep(revision)
    wording.keep(revision)

    assert Wording.get_by_id(revision.id).folded == "水源" and found("水源") == []
    assert not RevisionMedia.select().exists()
    Revision.delete().execute()
    assert not Wording.select().exists()
