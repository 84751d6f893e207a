"""The shapes of settings, and what a change leaves in the journal."""

import json

import pytest

from portal.errors import Refused
from portal.models import Entry, Setting
from portal.queries import site as about
from portal.queries.limits import limits
from portal.roles import COMMAND
from portal.services import site
from portal.services.site.settings import KEYS
from portal.services.site.shapes import SHAPES, fault
from portal.settings import Settings


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("icp", "京ICP备12345678号"),
        ("icp", "京ICP备2023012345号-12"),
        ("police", "京公网安备11010102001234号"),
        ("police", "京公网安备 11010102001234号"),
        ("site_code", "1304000009"),
        ("site_code", "N000000672"),
        ("phone", "010-12345678"),
        ("phone", "0000-1234567、0000-7654321"),
        ("phone", "13800000000"),
        ("phone", "400-123-4567"),
        ("phone", "0000-1234567转801"),
        ("hotline", "12309"),
        ("email", "jcy.office@mail.example.gov.cn"),
        ("postcode", "000000"),
        ("image_mb", "1"),
        ("support", ""),
    ],
)
def test_values_that_are_taken(key: str, value: str) -> None:
    assert fault(key, value) == ""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("icp", "ICP备12345678号"),
        ("icp", "京ICP备1234号"),
        ("icp", "京ICP备12345678号-1 "),
        ("police", "京公网安备1101号"),
        ("site_code", "123"),
        ("site_code", "１２３４５６７８９０"),
        ("phone", "电话"),
        ("phone", "12345"),
        ("hotline", "一二三零九"),
        ("email", "jcy@example"),
        ("email", "jcy"),
        ("postcode", "12345"),
        ("name", ""),
        ("name", "长" * 41),
        ("owner", "长" * 201),
        ("image_mb", "0"),
        ("image_mb", ""),
        ("video_mb", "1001"),
        ("attachment_mb", "1.5"),
    ],
)
def test_values_that_are_refused(store: Settings, key: str, value: str) -> None:
    assert fault(key, value).endswith("。")
    if value.strip() == value:
        with pytest.raises(Refused) as refused:
            site.change_settings({"name": "某院", key: value})
        assert refused.value.field == key
        assert not Setting.select().exists(), "all or nothing"


@pytest.mark.parametrize("key", SHAPES)
def test_examples_are_what_they_show(key: str) -> None:
    assert fault(key, SHAPES[key].example) == ""


def test_every_key_has_a_rule() -> None:
    assert all(fault(key, "甲" * 300) for key in KEYS)


def test_only_what_changed_is_noted(either: Settings) -> None:
    site.change_settings({"name": "某院", "phone": "0000-1234567"}, by=COMMAND)
    site.change_settings({"name": "某院", "phone": "0000-7654321", "icp": ""}, by=COMMAND)
    site.change_settings({"name": "某院", "phone": "0000-7654321"}, by=COMMAND)

    entries = list(Entry.select().order_by(Entry.number))
    assert [each.action for each in entries] == ["settings-changed"] * 2
    assert json.loads(entries[1].before) == {"phone": "0000-1234567"}
    assert json.loads(entries[1].after) == {"phone": "0000-7654321"}
    assert about.generation() == 3


def test_upload_limits_are_settings(either: Settings) -> None:
    site.change_settings({"image_mb": "8"})

    assert limits().image_mb == 8


def test_invisible_characters_are_dropped(store: Settings) -> None:
    site.change_settings({"name": "示例\u200b检察院\u202e", "keywords": "甲、乙;甲\n丙"})

    assert about.site().name == "示例检察院"
    assert about.site().keywords == "甲,乙,丙"
