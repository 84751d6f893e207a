"""Entries in words: sentences, facts, cells."""

import pytest

from portal.journal.labels import differences, label
from portal.journal.sheet import harmless
from portal.journal.telling import told
from portal.journal.wording import ACTIONS, THINGS
from portal.queries.limits import LIMIT_KEYS
from portal.queries.site import SETTING_KEYS


@pytest.mark.parametrize(
    ("action", "thing", "name", "words"),
    [
        ("article-published", "article", "春耕", "发布了文章《春耕》"),
        ("section-added", "section", "要闻", "添加了栏目“要闻”"),
        ("settings-changed", "settings", "站点设置", "修改了站点设置"),
        ("journal-exported", "journal", "操作日志", "导出了操作日志"),
        ("sign-in", "person", "王编辑", "登录"),
        ("person-changed", "person", "李审核", "修改了人员“李审核”"),
        ("demo-loaded", "site", "", "装入了演示内容"),
        ("of-tomorrow", "robot", "机", "of-tomorrow“机”"),
    ],
)
def test_sentences(action: str, thing: str, name: str, words: str) -> None:
    assert told(action, thing, name, "王编辑") == words


def test_every_action_and_thing_is_chinese() -> None:
    assert all(words and not words.isascii() for words in (*ACTIONS.values(), *THINGS.values()))


def test_every_setting_has_a_label() -> None:
    assert all(not label("settings", key).isascii() for key in (*SETTING_KEYS, *LIMIT_KEYS))


def test_only_differences_are_told() -> None:
    before, after = '{"a": 1, "b": 2, "c": null}', '{"a": 1, "b": 3, "d": ""}'

    found = differences("x", before, after, {"b": {"2": "二", "3": "三"}})

    assert [(each.label, each.before, each.after) for each in found] == [
        ("b", "二", "三"),
        ("c", "", ""),
        ("d", "", ""),
    ]


@pytest.mark.parametrize("text", ["甲", "", "a=1", "5-3", "'=1", None, 7])
def test_harmless_cells_stay(text: object) -> None:
    assert harmless(text) == ("" if text is None else str(text))
