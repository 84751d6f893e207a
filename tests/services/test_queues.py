"""The list of all articles at the desk: what it is narrowed to, and that it stays cheap."""

from ast import literal_eval
from collections.abc import Callable

import pytest

from portal import database
from portal.errors import Refused
from portal.models import Revision, Section
from portal.services import editing
from portal.services.content import LONGEST_TITLE
from portal.services.workflow import placing, queues
from portal.services.workflow.queues import Wanted
from portal.settings import Settings
from tests import make
from tests.queries.test_listing import fill, steps
from tests.services import staff
from tests.statements import counted


def titles(**wanted: object) -> list[str]:
    return [each.work.title for each in queues.shelf(Wanted(**wanted), 1, 30).found]  # type: ignore[arg-type]


def test_the_list_is_narrowed(either: Settings) -> None:
    at = staff.office()
    other = make.section("other")
    staff.live(at, staff.text("发布的"))
    gone, _ = staff.live(at, staff.text("撤下的"))
    placing.withdraw(gone, at.publisher, "内容有误")
    mended, _ = staff.live(at, staff.text("发布过的"))
    staff.corrected(at, mended, staff.text("更正着的"), until="draft")
    elsewhere = editing.begin(other.id, at.editor)
    editing.save(elsewhere, staff.text("别处的"), 0, at.editor)

    assert titles() == ["别处的", "更正着的", "撤下的", "发布的"]
    assert titles(state="live") == ["发布的"]
    assert titles(state="draft") == ["别处的", "更正着的"]
    assert titles(state="withdrawn") == ["撤下的"]
    assert titles(state="nonsense") == titles()
    assert titles(section=other.id) == ["别处的"]
    assert titles(section=at.section.id, state="draft") == ["更正着的"]
    assert titles(text="发布") == ["发布的"], "only what is newest"
    assert titles(text="的", state="draft", section=other.id) == ["别处的"]
    assert titles(text="%") == []


def test_mine_is_what_i_began_or_wrote_in_or_took_over(either: Settings) -> None:
    at = staff.office()
    second = staff.actor("editor", name="second")
    article, first = staff.begun(at, staff.text("接手以前"))
    staff.begun(at, staff.text("没有碰过的"))
    assert titles(mine=second.id) == []

    placing.take_over(article, second)
    assert titles(mine=second.id) == ["接手以前"]
    editing.save(article, staff.text("接手以后"), first, second)

    assert titles(mine=second.id) == ["接手以后"]
    assert titles(mine=at.editor.id) == ["接手以后", "没有碰过的"], "began both"
    assert titles(mine=second.id, state="live") == []


def full(place: Section, count: int) -> None:
    """Many live articles, as `fill` makes them, and their revisions in the state that says so."""
    fill(place, count)
    Revision.update(state="live").where(Revision.state == "draft").execute()


def test_pages_follow_each_other_and_end(store: Settings) -> None:
    place = make.section()
    full(place, 45)

    pages = [queues.shelf(Wanted(state="live"), number, 20) for number in (1, 2, 3, 4)]

    assert [each.work.id for page in pages for each in page.found] == list(range(45, 0, -1))
    assert {(page.total, page.is_cut) for page in pages} == {(45, False)}


def test_the_list_says_when_it_is_cut(store: Settings) -> None:
    full(make.section(), queues.LISTED)
    exact = queues.shelf(Wanted(), queues.LISTED // 30, 30)
    full(Section.get(), 1)
    cut = queues.shelf(Wanted(), queues.LISTED // 30, 30)

    assert (exact.total, exact.is_cut, len(exact.found)) == (queues.LISTED, False, 30)
    assert (cut.total, cut.is_cut, len(cut.found)) == (queues.LISTED, True, 30)


def test_a_title_fits_into_the_index(either: Settings) -> None:
    at = staff.office()
    longest = "".join(chr(0x20000 + 7 * n) for n in range(LONGEST_TITLE))  # four bytes each

    article, first = staff.begun(at, staff.text(longest))

    assert titles() == [longest]
    with staff.refused(Refused, "501 字，太长了"):
        editing.save(article, staff.text(longest + "长"), first, at.editor)


def plan(wanted: Wanted) -> str:
    """How SQLite finds the ids of a list."""
    with counted() as statements:
        queues.shelf(wanted, 1, 30)
    sql, parameters = literal_eval(statements[0])
    found = database.proxy.obj.execute_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
    return "\n".join(row[3] for row in found)


COVERING = "USING COVERING INDEX revision_state_id_article_id_number_title (state=?)"


@pytest.mark.parametrize(
    "wanted",
    [Wanted(state="live"), Wanted(state="live", section=1), Wanted(state="live", text="字")],
)
def test_a_state_is_walked_in_the_order_of_its_index(store: Settings, wanted: Wanted) -> None:
    found = plan(wanted)

    assert COVERING in found and "TEMP B-TREE" not in found


def test_titles_are_read_in_the_index(store: Settings) -> None:
    assert COVERING in plan(Wanted(text="字"))


def test_the_cost_of_a_page_does_not_grow_with_the_portal(store: Settings) -> None:
    one, two = make.section("one"), make.section("two")
    full(one, 200)
    full(two, queues.LISTED + 200)
    answers: dict[str, Callable[[], object]] = {
        "all": lambda: queues.shelf(Wanted(), 1, 30),
        "live": lambda: queues.shelf(Wanted(state="live"), 1, 30),
        "live, last page": lambda: queues.shelf(Wanted(state="live"), 100, 30),
        "live in a section": lambda: queues.shelf(Wanted(state="live", section=two.id), 1, 30),
        "small section": lambda: queues.shelf(Wanted(section=one.id), 1, 30),
        "live with a word": lambda: queues.shelf(Wanted(state="live", text="篇"), 1, 30),
        "drafts": lambda: queues.shelf(Wanted(state="draft"), 1, 30),
        "withdrawn": lambda: queues.shelf(Wanted(state="withdrawn"), 1, 30),
        "mine": lambda: queues.shelf(Wanted(mine=1), 1, 30),
    }

    before = {name: steps(answer) for name, answer in answers.items()}
    full(two, 3000)
    after = {name: steps(answer) for name, answer in answers.items()}

    assert not {name for name in answers if after[name] > before[name] * 1.2 + 5}, (before, after)
