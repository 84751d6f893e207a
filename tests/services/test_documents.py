"""What legal documents are looked up by follows what readers see."""

from portal import database, migrations
from portal.database import proxy
from portal.kinds import DOCUMENTS
from portal.models import Article, DocumentFacts, Indexed, Revision
from portal.roles import COMMAND
from portal.services import publication, reindexing
from portal.services.content import Content, checked, store
from portal.settings import Settings
from portal.times import now
from tests import make


def facts() -> list[tuple[object, ...]]:
    """Every row without its number, which is that of the index."""
    found = DocumentFacts.select().order_by(DocumentFacts.id)
    assert {row.id for row in found} <= {row.id for row in Indexed.select()}
    return [(row.article_id, row.type, row.year, row.cause, row.unit) for row in found]


def corrected(article: Article, **changes: str) -> Revision:
    """A second revision of a document, not yet live."""
    details = {**make.DOCUMENT, **changes}
    content = checked(DOCUMENTS, Content("更正", details=details), complete=True)
    return store(article, content, COMMAND, "approved")


def test_they_come_change_and_go(either: Settings) -> None:
    number = make.article(make.section("documents", "documents"), details=make.DOCUMENT)
    make.article(make.section())
    assert facts() == [(number, "起诉书", 2026, "盗窃罪", "示例市人民检察院")]

    article = Article.get_by_id(number)
    with database.writing():
        revision = corrected(article, cause="诈" * 150, date="2025-12-31")
    assert facts()[0][3] == "盗窃罪"
    with database.writing():
        publication.go_live(revision, now())
    assert facts() == [(number, "起诉书", 2025, "诈" * 100, "示例市人民检察院")]

    with database.writing():
        publication.take_down(Article.get_by_id(number), "有误。")
    assert facts() == []


def test_a_rebuilding_brings_them_back(either: Settings) -> None:
    make.article(make.section("documents", "documents"), details=make.DOCUMENT)
    before = facts()
    DocumentFacts.delete().execute()

    reindexing.begin()
    assert list(reindexing.rebuild()) == [1]

    assert before and facts() == before


def test_the_migration_leaves_live_documents_to_be_filled(either: Settings) -> None:
    make.article(make.section("documents", "documents"), details=make.DOCUMENT)
    make.article(make.section())
    before = facts()
    proxy.execute_sql("DROP TABLE document_facts")
    proxy.execute_sql("DELETE FROM schema_migration WHERE name = '0006_documents'")

    assert migrations.migrate(proxy.obj) == ["0006_documents"]
    assert reindexing.waiting() == 1
    assert list(reindexing.rebuild()) == [1]

    assert before and facts() == before
