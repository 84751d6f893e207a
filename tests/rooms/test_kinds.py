"""Section kinds: their details are read, refused in words, and found by search."""

from datetime import date

import pytest

from portal import kinds
from portal.errors import Refused
from portal.kinds import KINDS, Field
from portal.kinds.documents import DOCUMENTS
from portal.kinds.news import NEWS
from portal.kinds.videos import VIDEOS
from portal.settings import ROOT
from tests.make import DOCUMENT


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_kind_is_whole(kind: kinds.Kind) -> None:
    assert kinds.by_key(kind.key) is kind
    assert kind.label and kind.page_size > 0
    for name in (f"{kind.listing}_list", f"{kind.block}_list", f"{kind.body}_body"):
        assert (ROOT / "templates" / "kinds" / f"{name}.html").is_file(), name
    keys = [field.key for field in kind.fields]
    assert len(keys) == len(set(keys)) and all(field.label for field in kind.fields)


def test_keys_are_unique() -> None:
    assert len({kind.key for kind in KINDS}) == len({kind.label for kind in KINDS}) == len(KINDS)


def test_an_unknown_key() -> None:
    with pytest.raises(KeyError):
        kinds.by_key("nothing")


def test_details_are_stored_as_they_are_meant() -> None:
    given = {**DOCUMENT, "cause": "  盗窃罪\u200b ", "basis": "", "date": date(2026, 4, 1)}

    assert DOCUMENTS.clean(given) == DOCUMENT
    assert DOCUMENTS.clean(DOCUMENTS.clean(given)) == DOCUMENT


def test_numbers_are_numbers() -> None:
    assert VIDEOS.clean({"transcript": "画面", "duration": " 52 "})["duration"] == 52
    assert VIDEOS.clean({"transcript": "画面", "duration": 0})["duration"] == 0
    assert "duration" not in VIDEOS.clean({"transcript": "画面", "duration": None})


def test_a_text_keeps_its_paragraphs() -> None:
    assert VIDEOS.clean({"transcript": "\n一\n\n二\n"}) == {"transcript": "一\n\n二"}


@pytest.mark.parametrize("value", ["", "  ", None, "\u200b"])
def test_what_is_required_must_be_filled_in(value: object) -> None:
    with pytest.raises(Refused, match="“案由”还没有填写。"):
        DOCUMENTS.clean({**DOCUMENT, "cause": value})


@pytest.mark.parametrize(
    "value",
    [
        "2026-13-01",
        "2026-02-30",
        "五月八日",
        "2026/5/8",
        "２０２６-05-08",
        "2026-05-08 09:30",
        "x" * 999,
    ],
)
def test_dates_that_are_none(value: str) -> None:
    with pytest.raises(Refused, match="“文书日期”请写成 2026-05-08 这样的日期") as refused:
        DOCUMENTS.clean({**DOCUMENT, "date": value})
    assert len(refused.value.sentence) < 80


@pytest.mark.parametrize("value", ["-1", "1.5", "五十", "²", "１２", "1 2", "9" * 5000, True])
def test_numbers_that_are_none(value: object) -> None:
    with pytest.raises(Refused, match="“时长（秒）”请填写九位以内的整数") as refused:
        VIDEOS.clean({"transcript": "画面", "duration": value})
    assert len(refused.value.sentence) < 80


def test_fields_of_another_kind_are_refused_by_name() -> None:
    with pytest.raises(Refused, match="新闻类文章没有这些字段：cause、type。"):
        NEWS.clean({"type": "起诉书", "cause": "盗窃罪"})


def test_words_for_search() -> None:
    assert DOCUMENTS.words(DOCUMENT).split("\n") == list(DOCUMENT.values())
    assert VIDEOS.words({"transcript": "画面", "duration": 52}) == "画面"
    assert NEWS.words({}) == ""


def test_an_optional_field_may_be_left_out() -> None:
    assert Field("basis", "公开依据", required=False).read(None) == ""
