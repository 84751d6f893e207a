"""A small office with a section of legal documents, and an original to be anonymised there."""

from portal.models import Article
from portal.roles import Actor
from portal.services import editing
from portal.services.anonymising import saving
from portal.services.anonymising.decisions import Decisions
from portal.services.content import Content
from tests.services import staff
from tests.services.staff import Office

DETAILS = {
    "type": "起诉书",
    "number": "示检刑诉〔2026〕12号",
    "cause": "故意伤害罪",
    "unit": "示例市人民检察院",
    "date": "2026-05-08",
}
BODY = (
    "<p>被告人李大明，男，1985年3月12日出生，公民身份号码110105198503122118，"
    "住示例市文峰街道柳林小区3号楼2单元501室，联系电话13800138000。</p>"
    "<p>经依法审查查明：2026年1月3日，李大明在家中与被害人王小红发生争执，将王小红打伤。"
    "证人赵四海证实，李大明动手在先。</p>"
    "<p>本院认为，被告人李大明的行为构成故意伤害罪。</p>"
)
ORIGINAL = Content(
    "李大明故意伤害案起诉书",
    BODY,
    source="示例市人民检察院",
    summary="李大明打伤王小红，被提起公诉。",
    keywords=["李大明", "故意伤害"],
    details=DETAILS,
)
MARKS = (
    *("李大明", "王小红", "赵四海", "110105198503122118", "柳林小区", "13800138000"),
    *("大明", "1985年3月12日", "0105198503"),
)
"""What of the original must not be seen anywhere but in its own table."""


def office(steps: int = 2) -> Office:
    """An office whose section of legal documents wants so many steps."""
    return staff.office(steps, slug="documents", kind="documents")


def begun(at: Office, by: Actor | None = None) -> int:
    """A legal document without any text yet."""
    return editing.begin(at.section.id, by or at.editor)


def hidden(
    at: Office,
    article: int,
    content: Content = ORIGINAL,
    decisions: Decisions | None = None,
    based_on: int = 0,
    by: Actor | None = None,
) -> int:
    """The id of the revision that an original becomes."""
    return saving.save(article, content, decisions or Decisions(), based_on, by or at.editor)


def state(article: int) -> str:
    """The state of an article."""
    found: str = Article.get_by_id(article).state
    return found
