"""The real page that the portal replaces, when it is there; its sentences are not kept here."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from portal.page_import import ImportedPage, read_page
from tests.old_pages import blocks, lost

SEED = Path(__file__).parents[3] / "shared" / "seed" / "theory-article-page.txt"

pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the seed page is not beside the repository"
)


@pytest.fixture
def page() -> ImportedPage:
    return read_page(SEED.read_bytes(), SEED.name)


def headings(page: ImportedPage, tag: str) -> list[str]:
    return [block for block in blocks(page) if block.startswith(f"<{tag}>")]


def test_the_outline_is_whole(page: ImportedPage) -> None:
    assert [heading[4] for heading in headings(page, "h2")] == list("一二三四")
    assert [heading[4:7] for heading in headings(page, "h3")] == ["(二)", "(一)", "(二)", "(三)"]
    assert [repair.after for repair in page.repairs if repair.kind == "编号"] == [
        "二、",
        "三、",
        "四、",
    ]


def test_the_head_is_read(page: ImportedPage) -> None:
    assert (page.published, page.has_time) == (datetime(2020, 8, 11), False)
    assert page.section_name == "理论研讨"
    assert (page.author, page.source) == ("", "")
    assert len(page.title) == 18


def test_the_title_stands_once_and_no_furniture_is_left(page: ImportedPage) -> None:
    assert page.title not in page.body_html
    assert not re.search(
        r"检务公开-|通知公告|微观检察|友情链接|版权所有|ICP|字号|首页", page.body_html
    )


def test_words_are_not_changed(page: ImportedPage) -> None:
    for typo in ("提拱", "阳关", "QQQQ"):
        assert typo in page.body_html
    assert [warning for warning in page.warnings if "QQQQ" in warning]


def test_nothing_is_lost(page: ImportedPage) -> None:
    assert lost(SEED.read_bytes(), page) == []


def test_both_encodings_are_one_page(page: ImportedPage) -> None:
    copy = read_page(SEED.read_text("utf-8").encode("gb18030"), SEED.name)
    assert copy.fingerprint == page.fingerprint
