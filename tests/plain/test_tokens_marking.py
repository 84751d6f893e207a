"""Marking: what was asked for, in the text that people read."""

import pytest

from portal.tokens import fold
from portal.tokens.marking import Part, marked, snippet


def hits(text: str, *questions: str) -> list[str]:
    return [part.text for part in marked(text, map(fold, questions)) if part.hit]


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("人民检察院", "检察", ["检察"]),
        ("人民檢察院和检 察室", "检察", ["檢察", "检 察"]),
        ("ＷＴＯ与wto", "Wto", ["ＷＴＯ", "wto"]),
        ("open  day，Open Day", "open day", ["open  day", "Open Day"]),
        ("来电0351-12309", "0351-12309", ["0351-12309"]),
        ("第 12 期", "第12期", ["第 12 期"]),
        ("引领，服务", "引领。服务", ["引领，服务"]),
        ("引领\n服务", "引领服务", []),
        ("a.c abc", "a.c", ["a.c"]),
        ("没有", "检察", []),
        ("", "检察", []),
    ],
)
def test_places(text: str, question: str, found: list[str]) -> None:
    assert hits(text, question) == found


def test_parts_make_up_the_text() -> None:
    text = "检察建议，检察院，建议检察"

    for questions in (("检察",), ("检察", "建议"), ("检察", "检察建议"), ()):
        assert "".join(part.text for part in marked(text, map(fold, questions))) == text
    assert hits(text, "检察", "检察建议") == ["检察建议", "检察", "检察"], "the longest wins"


def test_no_more_than_fifty() -> None:
    assert len(hits("检察，" * 80, "检察")) == 50


def test_a_snippet_begins_at_a_sentence() -> None:
    text = "很远的话。" * 40 + "前一句。这里说检察建议的事情。" + "后面的话。" * 40

    parts = snippet(text, ["检察建议"], 60)

    assert parts[:2] == [Part("这里说"), Part("检察建议", hit=True)]
    assert parts[-1] == Part("…") and 60 < len("".join(part.text for part in parts)) < 64


def test_a_snippet_does_not_begin_with_the_end_of_a_quotation() -> None:
    text = "长" * 50 + "他说：“可以。”这里说检察建议的事情。"

    assert snippet(text, ["检察建议"])[0] == Part("这里说")


def test_a_snippet_in_the_middle_of_a_long_sentence() -> None:
    text = "长" * 200 + "检察" + "长" * 200

    parts = snippet(text, ["检察"], 60)

    assert parts[0] == parts[-1] == Part("…") and Part("检察", hit=True) in parts


def test_a_snippet_without_a_place_is_the_beginning() -> None:
    assert snippet("开头。\n第二行", ["没有"]) == [Part("开头。 第二行")]
    assert snippet("", ["没有"]) == []


def test_parts_without_punctuation_stay_apart_in_a_snippet() -> None:
    """Cells of a table, a department, keywords: each is a line of the words."""
    cells = "49\n55\n减少6%\n\n第三检察部\n支持起诉：\n农民工\n讨薪。\n完"

    parts = snippet(cells, ["支持起诉", "49"])

    line = "".join(part.text for part in parts)
    assert line == "49 · 55 · 减少6% · 第三检察部 · 支持起诉： 农民工 · 讨薪。 完"
    assert [part.text for part in parts if part.hit] == ["49", "支持起诉"]
