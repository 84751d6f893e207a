"""Scripts off: every page type is complete, and every word of it is there."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.places import NAMES, path_of

# What only makes sense where scripts run, and has another way where they do not.
SCRIPTED = ("打印", "上一条", "下一条", "播放")
CONTROLS = " ".join(SCRIPTED[1:])


def words(page: Page) -> list[str]:
    text = page.locator("body").inner_text()
    return [
        line.strip()
        for line in text.split("\n")
        if line.strip() and line.strip() not in (*SCRIPTED, CONTROLS)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_missing(page: Page, plain: Page, address: str, watch: Watch, name: str) -> None:
    watch.expected = ("404",)
    path = path_of(address, name)
    page.goto(path)
    plain.goto(path)

    without = words(plain)
    assert [line for line in words(page) if line not in without] == []
    for scripted in SCRIPTED:
        expect(plain.get_by_role("button", name=scripted, exact=True)).to_have_count(0)


def test_search_form(plain: Page) -> None:
    plain.goto("/")
    plain.locator("#search-box").fill("示例河")
    plain.get_by_role("button", name="搜索").click()

    assert plain.locator("ol.results__list li").count() >= 1


def test_video_has_captions_transcript_and_ranges(page: Page, address: str) -> None:
    path = path_of(address, "videos article")
    page.goto(path)

    video = page.locator("video")
    assert video.get_attribute("controls") is not None
    assert page.locator("video track[kind=captions][srclang=zh-CN]").count() == 1
    assert len(page.locator(".transcript").inner_text()) > 150
    source = page.locator("video source").get_attribute("src")
    answer = page.request.get(f"{address}{source}", headers={"Range": "bytes=0-99"})
    assert answer.status == 206 and len(answer.body()) == 100


def test_video_plays_with_captions(page: Page, address: str) -> None:
    page.goto(path_of(address, "videos article"))
    page.evaluate(
        "document.querySelector('video').muted = true; document.querySelector('video').play()"
    )

    page.wait_for_function("() => document.querySelector('video').currentTime > 0.3")
    page.wait_for_function("() => document.querySelector('video').textTracks[0].cues?.length > 3")


def test_pictures_of_a_story_load_and_are_told(page: Page, address: str) -> None:
    page.goto(path_of(address, "pictures article"))
    for image in page.locator(".story img").all():
        image.scroll_into_view_if_needed()
        page.wait_for_function("i => i.complete && i.naturalWidth > 0", arg=image.element_handle())
        assert len(image.get_attribute("alt") or "") >= 15
    for told in page.locator(".story__words").all_inner_texts():
        assert len(told) >= 40
