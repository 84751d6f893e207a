"""The leak test at the desk: personal data in a hundred documents, saved as an editor would.

The table that it prints holds the figures to quote. The texts are those of tests/privacy, here on
their whole way: a draft, the proposals with nothing switched, a revision, and every table read.
"""

from collections import Counter
from html import escape

import pytest

from portal.models import Anonymising, Revision
from portal.privacy import Detection
from portal.services import editing
from portal.services.anonymising import saving, sheet
from portal.services.anonymising.decisions import Decisions
from portal.services.anonymising.plan import Plan
from portal.services.content import Content
from tests.privacy.documents import documents
from tests.privacy.planting import Document
from tests.privacy.scoring import scored
from tests.services import case

NUMBERED = ("id-number", "phone", "landline", "bank-card", "plate", "email", "chat", "certificate")
DOCUMENTS = 100


def content(document: Document) -> Content:
    """The document as a content; its lines are paragraphs."""
    body = "".join(f"<p>{escape(line)}</p>" for line in document.text.split("\n"))
    return Content("公开文书", body, details=case.DETAILS)


def hidden(plan: Plan) -> list[Detection]:
    """What is hidden of the body, with places that count from its beginning."""
    start = len(plan.before.title) + 1
    groups = [*plan.people, *plan.others]
    rows = [row for group in groups if group.on for row in group.rows if row.on]
    return [
        Detection(
            **{**vars(row.found), "start": row.found.start - start, "end": row.found.end - start}
        )
        for row in rows
        if row.found.start >= start
    ]


@pytest.mark.usefixtures("store")
def test_what_is_planted_in_a_hundred_documents_does_not_come_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    at = case.office()
    made = list(documents(DOCUMENTS))
    found: dict[str, list[Detection]] = {}
    leaked: Counter[str] = Counter()
    for document in made:
        original = content(document)
        article = editing.begin(at.section.id, at.editor)
        plan = saving.planned(article, original, Decisions())
        found[document.text] = hidden(plan)
        case.hidden(at, article, original)
        said = sheet.sheet(plan.after).text
        leaked += Counter(
            truth.kind
            for truth in {each.text: each for each in document.truths if not each.open_}.values()
            if truth.text in said
        )

    score = scored(made, lambda text: found[text])

    with capsys.disabled():
        print(f"\n{DOCUMENTS} documents, {score.planted.total()} pieces\n{score.table()}")
        print(f"texts that can still be read: {dict(leaked) or 'none'}")
    assert score.planted.total() >= 500
    assert {kind: score.recall(kind) for kind in NUMBERED} == dict.fromkeys(NUMBERED, 1.0)
    assert score.recall("name, first") >= 0.98 and score.recall("name, later") >= 0.98
    assert score.recall("birth-date") == 1.0 and score.recall("address") >= 0.97
    assert score.total_precision() >= 0.97
    assert not [kind for kind in NUMBERED if leaked[kind]]
    assert Anonymising.select().count() == Revision.select().count() == DOCUMENTS
