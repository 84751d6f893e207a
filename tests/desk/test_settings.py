"""Site settings at the desk: every key, its shape, and what readers see."""

import pytest

from portal.models import Entry, Setting
from portal.queries.anonymising import CHOICES, in_force
from portal.queries.limits import LIMIT_KEYS, Limits, limits
from portal.queries.site import SETTING_KEYS, site
from tests import make
from tests.client import DeskClient

GOOD = {
    "name": "示例市人民检察院",
    "keywords": "检察，公开",
    "phone": "0000-1234567",
    "image_mb": "15",
    "video_mb": "400",
    "attachment_mb": "30",
    "anonymise_names": "plain",
    "anonymise_numbers": "delete",
}


@pytest.fixture
def admin(desk: DeskClient) -> DeskClient:
    desk.sign_in(make.person("admin"))
    return desk


def test_every_setting_has_its_field_and_hint(admin: DeskClient) -> None:
    page = admin.page("/desk/settings/")

    names = page.all("//main//input[@type='text' or @type='number']/@name | //main//textarea/@name")
    assert sorted(names) == sorted([*SETTING_KEYS, *LIMIT_KEYS])
    assert len(page.all("//p[@class='field__hint']")) == len([*names, *CHOICES])
    chosen = page.all("//main//input[@type='radio'][@checked]")
    assert {each.get("name"): each.get("value") for each in chosen} == in_force()
    assert page.all("//input[@name='image_mb']/@value") == [str(Limits().image_mb)]


@pytest.mark.parametrize("role", ["editor", "reviewer", "publisher", "auditor"])
def test_only_administrators_enter(desk: DeskClient, role: str) -> None:
    desk.sign_in(make.person(role))

    desk.page("/desk/settings/", 403)
    desk.submit("/desk/settings/", GOOD, 403)
    assert not Setting.select().exists()


def test_saved_settings_are_shown_to_readers(admin: DeskClient) -> None:
    admin.submit("/desk/settings/", {**GOOD, "icp": " 京ICP备12345678号-1 "})

    assert "已保存站点设置" in admin.page("/desk/settings/").text
    assert site().keywords == "检察,公开" and limits().image_mb == 15
    home = admin.page("/")
    assert "京ICP备12345678号-1" in home.text and "示例市人民检察院" in home.words("//title")[0]
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.action, entry.thing) == ("settings-changed", "settings")
    assert '"icp": ""' in entry.before and '"email"' not in entry.after

    admin.submit("/desk/settings/", GOOD)
    assert "ICP" not in admin.page("/").text


def test_everything_wrong_is_said_at_once_and_kept(admin: DeskClient) -> None:
    wrong = {"name": " ", "icp": "12345678", "phone": "没有", "image_mb": "很大", "owner": "某院"}

    page = admin.submit("/desk/settings/", {**GOOD, **wrong}, 422)

    said = page.words("//div[@role='alert']//li")
    assert len(said) == 4
    assert any("京ICP备12345678号-1" in each for each in said), "with an example"
    assert page.all("//input[@name='icp']/@value") == ["12345678"]
    assert page.all("//input[@name='owner']/@value") == ["某院"]
    assert not Setting.select().exists()
