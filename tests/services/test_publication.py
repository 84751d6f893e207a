"""Publishing: everything or nothing, one generation each, and nothing lost to each other."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from peewee import DatabaseError

from portal import database
from portal.errors import Refused
from portal.models import Article, Media, Revision, RevisionMedia, Section
from portal.queries import media as queries
from portal.queries import site
from portal.sanitiser import TooComplex
from portal.services import library, publication
from portal.services.content import Content, MediaUse
from portal.settings import Settings
from tests import make
from tests.asking import found

AT = datetime(2026, 5, 8, 1, 30)
TABLES = (Article, Revision, RevisionMedia)
UNSEEN = "\0\x0b\u200b\u202e\ufeff"


def counts() -> list[int]:
    """How many rows there are, and the generation."""
    return [*(table.select().count() for table in TABLES), site.generation()]


def test_what_is_published(either: Settings) -> None:
    media = make.picture(either.media)
    content = Content(
        title=" 桥头的路灯亮了 ",
        subtitle="一份检察建议",
        author="第四检察部",
        source="示例日报",
        editor="办公室",
        summary="摘要不参加搜索",
        keywords=["路灯", " ", "监督 "],
        body=f'<p>正文说明</p><img src="{media.url}" alt="河岸"><script>alert(1)</script>',
        media=[MediaUse(media.id, "picture", "图里的故事", "图的说明")],
    )

    number = publication.publish(make.section(), content, AT, datetime(2026, 6, 1))

    article, revision = Article.get(), Revision.get()
    assert (article.id, article.state, article.live) == (number, "live", revision.id)
    assert (article.published_at, article.expires_at) == (AT, datetime(2026, 6, 1))
    assert (revision.number, revision.title, revision.keywords) == (
        1,
        "桥头的路灯亮了",
        "路灯,监督",
    )
    assert "script" not in revision.body and media.url in revision.body
    uses = [(use.role, use.position) for use in RevisionMedia.select()]
    assert uses == [("picture", 0), ("body", 0)]
    Article.update(expires_at=None).execute()
    for words in (
        "路灯亮了",
        "检察建议",
        "第四检察部",
        "示例日报",
        "正文说明",
        "图里的故事",
        "图的说明",
    ):
        assert found(words) == [number], words
    assert found("alert") == found("摘要不参加搜索") == []


@pytest.mark.parametrize("host", ["", "https://portal.example"])
def test_a_file_that_the_text_links_is_in_use(either: Settings, host: str) -> None:
    paper = library.add_media(either.media, b"%PDF-1.7 ", "表.pdf")
    body = (
        f'<p>见<a href="{host}{paper.url}">报名表</a>，<a href="{host}{paper.url}">再下载</a>。</p>'
    )

    make.article(make.section(), body=body)

    assert [(use.role, use.media_id) for use in RevisionMedia.select()] == [("body", paper.id)]


def test_a_use_takes_the_words_of_its_picture_once(either: Settings) -> None:
    """What the library says later is not published: an article changes through review alone."""
    media = make.picture(either.media)
    uses = [
        MediaUse(media.id, "picture", "甲"),
        MediaUse(media.id, "picture", "乙", "自己的"),
        MediaUse(media.id, "picture", "丙", decorative=True),
    ]

    number = make.article(make.section("photos", "pictures"), body="", media=uses)
    Media.update(alt="后来的话").execute()

    shown = [use.picture.alt for use in queries.uses(Revision.get().id) if use.picture]
    assert shown == ["一块颜色", "自己的", ""]
    assert found("一块颜色") == [number]


def test_details_are_checked_stored_and_found(either: Settings) -> None:
    place = make.section("documents", "documents")

    number = make.article(place, details={**make.DOCUMENT, "cause": f"盗{UNSEEN}窃罪"})

    assert Revision.get().details == make.DOCUMENT
    assert found("盗窃罪") == found("示检刑诉〔2026〕1号") == [number]


def test_what_nobody_sees_is_not_stored(either: Settings) -> None:
    """A control character breaks the feed for everybody, and PostgreSQL does not take a NUL."""
    media = make.picture(either.media)
    words = f"检{UNSEEN}察"

    number = make.article(
        make.section(),
        words,
        subtitle=words,
        author=words,
        source=words,
        editor=words,
        summary=words,
        keywords=[words, UNSEEN],
        body=f"<p>{words}</p>",
        media=[MediaUse(media.id, "picture", words, words)],
    )

    revision, use = Revision.get(), RevisionMedia.get()
    stored = [getattr(revision, name) for name in ("title", "subtitle", "author", "source")]
    stored += [revision.editor, revision.summary, revision.keywords, use.text, use.alt]
    assert stored == ["检察"] * 9 and revision.body == "<p>检察</p>"
    assert found("检察") == [number]


def test_places_of_media_within_their_roles(store: Settings) -> None:
    one, other = (make.picture(store.media, name) for name in ("one.jpg", "other.jpg"))
    body = "".join(
        f'<figure><img src="{each.url}" alt="x"></figure>' for each in (other, one, other)
    )

    make.article(
        make.section(),
        body=body + '<figure><img src="/media/0123456789abcdef/gone.jpg" alt="x"></figure>',
        media=[
            MediaUse(other.id, "picture"),
            MediaUse(one.id, "cover"),
            MediaUse(one.id, "picture"),
        ],
    )

    uses = [(use.role, use.position, use.media_id) for use in RevisionMedia.select()]
    assert sorted(uses[:3]) == [
        ("cover", 0, one.id),
        ("picture", 0, other.id),
        ("picture", 1, one.id),
    ]
    assert {(role, number) for role, _, number in uses[3:]} == {
        ("body", one.id),
        ("body", other.id),
    }
    assert len(uses) == 5


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (Content(title=""), Refused),
        (Content(title=f" {UNSEEN}\n"), Refused),
        (Content(title="有", details={"cause": "盗窃罪"}), Refused),
        (Content(title="有", body="<b>" * 30_000), TooComplex),
        (Content(title="有", media=[MediaUse(4_000_000, "cover")]), Refused),
    ],
    ids=["no title", "invisible title", "unknown details", "tangled body", "unknown media"],
)
def test_nothing_is_left_of_what_fails(
    either: Settings, content: Content, error: type[Exception]
) -> None:
    place = make.section()
    make.article(place)
    before = counts()

    with pytest.raises(error):
        publication.publish(place, content, AT)

    assert counts() == before
    assert len(found("一篇文章")) == 1
    assert make.article(place, "还能再发") in found("还能再发")


def test_a_failure_at_the_very_end_takes_all_back(either: Settings) -> None:
    place = make.section()
    before = counts()
    database.proxy.execute_sql("ALTER TABLE generation RENAME TO elsewhere")

    with pytest.raises(DatabaseError):
        make.article(place)

    database.proxy.execute_sql("ALTER TABLE elsewhere RENAME TO generation")
    assert counts() == before and found("一篇文章") == []


def test_one_generation_each(either: Settings) -> None:
    place = make.section()
    start = site.generation()

    for n in range(3):
        make.article(place)
        assert site.generation() == start + n + 1


def at_once(jobs: list[Callable[[], object]]) -> None:
    """Run jobs in threads of their own, each with a connection of its own."""

    def run(job: Callable[[], object]) -> object:
        try:
            return job()
        finally:
            database.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        for each in [pool.submit(run, job) for job in jobs]:
            each.result(60)


def check_nothing_lost(writers: int, each: int, start: int) -> None:
    total = writers * each
    assert counts()[:2] == [total, total]
    assert site.generation() == start + total
    assert len(found("同时发布")) == total
    revisions = {revision.id: revision.article_id for revision in Revision.select()}
    assert {article.live: article.id for article in Article.select()} == revisions


def test_threads_publishing_at_once_lose_nothing(either: Settings) -> None:
    place = make.section()
    start = site.generation()

    def write() -> None:
        for _ in range(5):
            make.article(place, "同时发布")

    at_once([write] * 4)

    check_nothing_lost(4, 5, start)


WRITER = """
import sys
from datetime import datetime
from portal import database
from portal.models import Section
from portal.services import publication
database.attach(sys.argv[1])
place = Section.get()
print("ready", flush=True)
sys.stdin.readline()
for _ in range(10):
    publication.publish(place, publication.Content(title="同时发布"), datetime(2026, 1, 1))
"""


def test_processes_publishing_at_once_lose_nothing(either: Settings) -> None:
    make.section()
    start = site.generation()
    command = [sys.executable, "-c", WRITER, either.database_url]

    writers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for writer in writers:
        assert writer.stdout and writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin
        print("go", file=writer.stdin, flush=True)
    for writer in writers:
        writer.communicate(timeout=60)

    assert [writer.returncode for writer in writers] == [0, 0]
    check_nothing_lost(2, 10, start)


def test_readers_see_whole_articles_while_others_write(either: Settings) -> None:
    place = make.section()
    torn: list[object] = []

    def write() -> None:
        for _ in range(10):
            make.article(place, "同时发布")

    def read() -> None:
        for _ in range(60):
            with database.proxy.atomic():
                for article in Article.select():
                    if article.live is None or Revision.get_or_none(article.live) is None:
                        torn.append(article.id)

    at_once([write, read])

    assert not torn and Article.select().count() == 10


def test_sections_are_those_handed_in(either: Settings) -> None:
    one, other = make.section("one"), make.section("other")

    make.article(other)

    assert Article.get().section == Section.get(slug="other") == other != one


def test_a_document_is_no_picture(store: Settings) -> None:
    paper = library.add_media(store.media, b"%PDF-1.7 x", "x.pdf")
    for role in ("cover", "picture", "video"):
        with pytest.raises(Refused, match="类型不对"):
            make.article(make.section(f"s-{role}", "pictures"), media=[MediaUse(paper.id, role)])


def test_expiry_comes_after_publication(store: Settings) -> None:
    with pytest.raises(Refused, match="过期时间"):
        make.article(make.section(), expires=make.PUBLISHED)
