"""Reading settings: one cookie, applied by the server, with and without htmx."""

import json

import pytest

from tests import make
from tests.client import InspectingClient

HTMX = {"HX-Request": "true", "HX-Target": "size-switch"}


def cookie(answer) -> str:
    return answer.headers.get("Set-Cookie", "")


def test_without_scripts_the_form_comes_back(client: InspectingClient) -> None:
    number = make.article(make.section())

    answer = client.post("/reading", {"size": "l", "back": f"/news/{number}"})

    assert answer.headers["Location"] == f"/news/{number}"
    assert cookie(answer).startswith("reading=size-l;")
    assert client.page(f"/news/{number}").all("/html/@class") == ["size-l"]


def test_with_htmx_only_the_switch_comes_back(client: InspectingClient) -> None:
    answer = client.post("/reading", {"size": "s", "back": "/"}, 200, headers=HTMX)

    assert answer.words("//button[@aria-pressed='true']") == ["小"]
    assert answer.words("//*[@id='status']") == ["字号已改为“小”。"]
    assert json.loads(answer.headers["HX-Trigger"]) == {"reading-changed": "size-s"}
    assert len(answer.response.data) < 1024


def test_with_htmx_the_page_of_settings_answers_in_the_new_ones(client: InspectingClient) -> None:
    headers = {"HX-Request": "true", "HX-Target": "page"}

    answer = client.post("/reading", {"colours": "dark", "back": "/reading"}, 200, headers=headers)

    assert "夜间" in answer.words("//button[@aria-pressed='true']")
    assert answer.words("//*[@id='status']") == ["配色已改为“夜间”。"]
    assert json.loads(answer.headers["HX-Trigger"]) == {"reading-changed": "colours-dark"}


def test_settings_add_up_and_reset(client: InspectingClient) -> None:
    client.post("/reading", {"size": "xl"})
    client.post("/reading", {"colours": "dark"})
    page = client.page("/reading")
    assert page.all("/html/@class") == ["size-xl colours-dark"]
    assert page.words("//button[@aria-pressed='true']") == [
        "特大",
        "夜间",
        "标准",
        "标准",
        "标准版",
    ]

    client.post("/reading", {"reset": "1"})
    assert not client.page("/reading").all("/html/@class")


def test_default_choice_leaves_no_cookie(client: InspectingClient) -> None:
    client.post("/reading", {"size": "l"})
    answer = client.post("/reading", {"size": "m"})

    assert "reading=;" in cookie(answer)


@pytest.mark.parametrize(
    "back",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
        "/a\nb",
        "/" + "x" * 600,
    ],
)
def test_never_sent_to_another_site(client: InspectingClient, back: str) -> None:
    answer = client.post("/reading", {"size": "l", "back": back})

    assert answer.headers["Location"] == "/reading"


def test_address_with_chinese_and_query_comes_back(client: InspectingClient) -> None:
    answer = client.post("/reading", {"size": "l", "back": "/search?q=%E5%85%9A%E5%BB%BA&page=2"})

    assert answer.headers["Location"] == "/search?q=%E5%85%9A%E5%BB%BA&page=2"


@pytest.mark.parametrize("data", [{}, {"size": "huge"}, {"colour": "dark"}, {"size": ""}])
def test_unknown_choice_is_refused_in_words(client: InspectingClient, data: dict[str, str]) -> None:
    answer = client.post("/reading", data, 400)

    assert "没有这样的阅读设置" in answer.words("//p[@class='lead']")[0]
    assert not cookie(answer)


def test_other_sites_cannot_change_settings(client: InspectingClient) -> None:
    client.post("/reading", {"size": "l"}, 400, headers={"Sec-Fetch-Site": "cross-site"})


@pytest.mark.parametrize(
    "value", ["size-huge", "x" * 3000, "size-l.size-s.colours-", "阿", '"><script>']
)
def test_any_cookie_gives_a_page(client: InspectingClient, value: str) -> None:
    client.choose(value)

    assert client.page("/").all("/html/@class") in ([], ["size-s"])


def test_choices_survive_on_every_page(demo_client: InspectingClient) -> None:
    demo_client.choose("colours-contrast.edition-simple")

    for path in ("/", "/news/", "/about/", "/search", "/sitemap", "/nowhere/99999"):
        status = 404 if path == "/nowhere/99999" else 200
        assert demo_client.page(path, status).all("/html/@class") == [
            "colours-contrast edition-simple"
        ]
