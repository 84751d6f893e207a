"""What nginx says by itself, and what it knows of the portal, agree with the portal."""

import re
from itertools import product
from pathlib import Path

import html5lib
import pytest

from portal import reading
from portal.settings import Settings
from portal.web.desk.guards import DOORS, FORM_LIMIT, UPLOAD_LIMIT
from tests.app import app_of
from tests.nginx import DEPLOY

SITE = (DEPLOY / "site.conf").read_text("utf-8")
PAGES = [each for each in sorted((DEPLOY / "words").iterdir()) if "part" not in each.name]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_pages_in_words_are_whole_pages(page: Path) -> None:
    text = page.read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(text)  # raises for any fault

    title, heading = re.findall(r"<title>(.+)</title>|<h1>(.+)</h1>", text)
    assert '<html lang="zh-CN">' in text and title[0] == heading[1]
    assert "<style" not in text and "<script" not in text


def test_every_value_of_the_reading_settings_is_known_and_no_other() -> None:
    found = re.search(r'"~(\S+)" "reading=', (DEPLOY / "tongtu.conf").read_text("utf-8"))
    assert found
    known = re.compile(found[1])
    every = product(*([choice.key for choice in aid.choices] for aid in reading.AIDS))
    values = {reading.Reading(keys).cookie for keys in every} - {""}

    assert len(values) == 127 and all(known.search(value) for value in values)
    for wrong in ("", "size-m", "size-l.", ".size-l", "size-l.size-s", "pointer-big.size-l", "x"):
        assert not known.search(wrong), wrong


def places(kept: bool) -> list[str]:
    """The patterns of locations that keep pages, or that ask who sends files."""
    blocks = re.findall(r"location (?:~|=|\^~) (\S+) \{([^{}]*)\}", SITE)
    return [place for place, inside in blocks if ("kept.conf" in inside) == kept]


def test_every_kept_page_is_kept_by_nginx_and_nothing_else(settings: Settings) -> None:
    app = app_of(settings)
    kept = [
        re.compile(place.replace(r"\z", r"\Z") if place[0] == "^" else re.escape(place) + "$")
        for place in places(True)
    ]
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.rule.startswith("/desk/"):
            continue
        path = re.sub(r"<int[^>]*>", "7", re.sub(r"<[a-z]+>", "news", rule.rule))
        is_declared = hasattr(app.view_functions[rule.endpoint], "kept")
        assert any(each.match(path) for each in kept) == is_declared, path


def test_every_form_with_files_asks_who_sends_them(settings: Settings) -> None:
    app = app_of(settings)
    asking = next(each for each in places(False) if "upload" in each)
    uploads = {view for view, door in DOORS.items() if door.upload}
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()):
            path = re.sub(r"<int[^>]*>", "7", rule.rule)
            is_upload = app.view_functions[rule.endpoint] in uploads
            assert bool(re.match(asking, path)) == is_upload, path


def test_bodies_may_be_as_large_as_the_portal_takes_them() -> None:
    assert f"client_max_body_size {FORM_LIMIT // 2**20}m;" in SITE
    assert f"client_max_body_size {UPLOAD_LIMIT // 2**20}m;" in SITE


def test_no_decoded_address_can_end_the_line_that_asks_for_it() -> None:
    """What nginx decodes it sends on as it is, so nothing but plain letters may match."""
    kept = re.findall(r"^location (.+?) \{[^}]*?kept\.conf", SITE, re.M)
    assert len(kept) == 4
    for location in kept:
        assert location.startswith("= /") or re.fullmatch(r"~ \^/.*\\z", location), location
        assert not re.search(r"\[\^|(?<!\\)\.[*+]|\\s", location), location
