"""The notice ticker: whole dated titles, moved by the reader, by the server's word."""

from datetime import datetime

from tests import make
from tests.client import InspectingClient

LONG = "关于开展二〇二六年度公益诉讼检察监督重点领域公开征求社会各界意见建议并组织群众代表现场评议活动的通知"
HTMX_TARGET = "ticker"


def office(client: InspectingClient, count: int = 3) -> None:
    make.section(name="检察要闻")
    place = make.section("notices", "notices", name="通知公告", in_navigation=False)
    for n in range(count):
        make.article(place, f"通知{n}", datetime(2026, 1, 1 + n))


def current(answer) -> list[str]:
    return answer.words("//li[contains(@class, 'ticker__item--current')]/a")


def test_all_titles_are_there_whole_and_dated(client: InspectingClient) -> None:
    make.article(make.section("notices", "notices"), LONG, datetime(2026, 5, 8))

    page = client.page("/")

    assert page.words("//section[@id='ticker']//li") == [f"2026-05-08 {LONG}"]


def test_steps_go_round(client: InspectingClient) -> None:
    office(client)

    assert current(client.page("/")) == ["通知2"]
    assert current(client.fragment("/notices/ticker?at=0&go=next", HTMX_TARGET)) == ["通知1"]
    assert current(client.fragment("/notices/ticker?at=2&go=next", HTMX_TARGET)) == ["通知2"]
    assert current(client.fragment("/notices/ticker?at=0&go=prev", HTMX_TARGET)) == ["通知0"]


def test_moves_only_after_play(client: InspectingClient) -> None:
    office(client)
    timed = "//*[@data-hx-trigger]"

    assert not client.page("/").all(timed)
    assert not client.fragment("/notices/ticker?at=0&go=next", HTMX_TARGET).all(timed)
    playing = client.fragment("/notices/ticker?at=0&play=1", HTMX_TARGET)
    assert playing.words("//button[@name='play']") == ["暂停"]
    (element,) = playing.all(timed)
    assert element.get("data-hx-trigger") == "every 6s"

    stepped = client.fragment(element.get("data-hx-get"), HTMX_TARGET)
    assert current(stepped) == ["通知1"] and stepped.all(timed)
    assert not stepped.all("//*[@id='status']"), "a timed step is not announced"

    paused = client.fragment("/notices/ticker?at=1&play=0", HTMX_TARGET)
    assert not paused.all(timed) and paused.words("//button[@name='play']") == ["播放"]


def test_says_what_the_reader_did(client: InspectingClient) -> None:
    office(client)
    said = "//*[@id='status']"

    assert client.fragment("/notices/ticker?at=0&go=next", HTMX_TARGET).words(said) == ["通知1"]
    assert client.fragment("/notices/ticker?at=0&play=1", HTMX_TARGET).words(said) == [
        "通知开始滚动播放。"
    ]


def test_is_not_a_live_region(client: InspectingClient) -> None:
    office(client)

    assert not client.page("/").all("//section[@id='ticker']//*[@aria-live or @role='marquee']")


def test_without_scripts_a_step_is_a_page(client: InspectingClient) -> None:
    office(client)

    page = client.page("/notices/ticker?at=0&go=next")

    assert page.words("//section[@id='ticker']//li/a") == ["通知2", "通知1", "通知0"]


def test_strange_positions_are_harmless(client: InspectingClient) -> None:
    office(client)

    for at in ("-1", "99999999", "x", "", "1e9", "²"):
        assert client.fragment(f"/notices/ticker?at={at}&go=next", HTMX_TARGET).status == 200


def test_no_notices(client: InspectingClient) -> None:
    make.section("notices", "notices")

    assert client.fragment("/notices/ticker?go=next", HTMX_TARGET).words("//p") == [
        "暂时没有通知。"
    ]
    assert client.page("/")


def test_expired_and_future_notices_stay_away(client: InspectingClient) -> None:
    place = make.section("notices", "notices")
    make.article(place, "过期的", datetime(2026, 1, 1), expires=datetime(2026, 2, 1))
    make.article(place, "以后的", datetime(2199, 1, 1))
    make.article(place, "现在的", datetime(2026, 1, 2))

    assert client.page("/").words("//section[@id='ticker']//li/a") == ["现在的"]
