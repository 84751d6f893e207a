"""Forms that no browser sends: none is answered with a fault of ours, and nothing breaks."""

import time
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from portal.models import Article, Draft, Revision
from portal.services import drafts, editing
from portal.settings import Settings
from tests import make
from tests.client import DeskClient
from tests.desk import newsroom
from tests.desk.newsroom import HTMX, opened, value
from tests.services import staff

KINDS = ("news", "notices", "pictures", "videos", "documents")
ACTS = (
    "save",
    "submit",
    "preview",
    "discard",
    "check",
    "merge",
    "overwrite",
    "keep-theirs",
    "show",
    "",
    "nonsense",
    "repair:",
    "repair:title-end:1:",
    "repair:x:y:z:\0",
    "media-up:picture:0",
    "media-up:picture:-1",
    "media-down:picture:999999999999999999999",
    "media-remove:picture:٣",
    "media-remove:cover:" + "9" * 5000,
    "media-add:picture",
    "media-add:nowhere",
    "media-add",
)
STRANGE = "\0\x01\x1f\u200b\u202e\ufffe\U000e0041<script>alert(1)</script>'\"&{{7*7}}\r\n\t%s %n"
NAMES = (
    "title",
    "subtitle",
    "body_text",
    "body_html",
    "body_base",
    "summary",
    "keywords",
    "source",
    "author",
    "publish_at",
    "expires_at",
    "detail_date",
    "detail_duration",
    "detail_transcript",
    "detail_nonsense",
    "picture",
    "picture-alt",
    "picture-text",
    "picture-decorative",
    "picture-add",
    "cover",
    "video",
    "captions",
    "attachment",
    "draft",
    "version",
    "based_on",
)


@pytest.fixture
def writers(desk: DeskClient) -> dict[str, int]:
    """One blank article of each kind; their editor is signed in."""
    who = staff.actor("editor", name="wang")
    newsroom.enter(desk, who)
    return {kind: editing.begin(make.section(kind, kind).id, who) for kind in KINDS}


def sent(desk: DeskClient, path: str, data: Any, **options: Any) -> tuple[int, str]:
    pairs = MultiDict(data)
    pairs["csrf_token"] = desk.token()
    response = desk.raw.post(path, data=pairs, **options)
    text = response.get_data(as_text=True)
    assert response.status_code < 500, (path, response.status_code, text[:300])
    assert "<script>alert" not in text
    return response.status_code, text


@pytest.mark.parametrize("kind", KINDS)
def test_strange_values_in_every_field(
    desk: DeskClient, writers: dict[str, int], kind: str
) -> None:
    article = writers[kind]
    turn = KINDS.index(kind) % 2  # each act and each field alone with every second kind
    for act in ACTS[turn::2]:
        sent(desk, f"/desk/articles/{article}/edit", {**dict.fromkeys(NAMES, STRANGE), "act": act})
    for name in NAMES[turn::2]:
        data = {"title": "题", name: STRANGE, "act": "save"}
        sent(desk, f"/desk/articles/{article}/edit", data)
    for path in ("autosave", "check", "presence"):
        data = dict.fromkeys(NAMES, STRANGE)
        sent(desk, f"/desk/articles/{article}/{path}", data, **HTMX)
    for path in ("edit", "", "preview", "as-read", "history"):
        assert desk.raw.get(f"/desk/articles/{article}/{path}").status_code < 500
    for found in Revision.select():
        assert "\0" not in found.title + found.body + found.summary


def test_strange_values_on_postgresql(either: Settings) -> None:
    """What a window holds is stored as typed, whatever it is."""
    at = staff.office()
    article = editing.begin(at.section.id, at.editor)

    kept = drafts.keep(article, "", 0, None, [("title", STRANGE)], at.editor)

    assert Draft.get(Draft.token == kept.token).content == [["title", STRANGE.replace("\0", "")]]


@pytest.mark.parametrize("numbers", ["1", "0", "-1", "٣", "1e3", "1\0", "9" * 5000])
def test_numbers_of_what_is_not_there(
    desk: DeskClient, writers: dict[str, int], numbers: str
) -> None:
    article = writers["pictures"]
    for name in ("picture", "cover", "based_on", "version", "draft", "picture-add"):
        acts = ("media-add:picture", "media-remove:picture:0") if "picture" in name else ("check",)
        for act in ("save", *acts):
            data = {"title": "题", name: numbers, "act": act}
            sent(desk, f"/desk/articles/{article}/edit", data)
    for move in ("submit", "comment", "restore", "move", "take-back"):
        data = {"revision": numbers, "section": numbers, "text": "x"}
        sent(desk, f"/desk/articles/{article}/{move}", data)
    sent(desk, "/desk/articles/new", {"section": numbers})
    for query in (f"old={numbers}&new=99999", "old=&new=", ""):
        assert desk.raw.get(f"/desk/articles/{article}/compare?{query}").status_code == 404
    for path in ("preview?revision=", "as-read?revision=", "preview?draft=", "edit?draft="):
        assert desk.raw.get(f"/desk/articles/{article}/{path}{numbers}").status_code < 500


def test_numbers_beyond_any_article(desk: DeskClient, writers: dict[str, int]) -> None:
    for number in ("0", "999999", "2147483647", "2147483648", "9" * 30, "-1", "1.5", "%00"):
        for path in ("", "edit", "history", "preview", "as-read", "move", "delete", "discard"):
            assert desk.raw.get(f"/desk/articles/{number}/{path}").status_code == 404
        for move in ("autosave", "presence", "submit", "delete", "discard", "take-over", "word"):
            status, _ = sent(desk, f"/desk/articles/{number}/{move}", {})
            assert status in (404, 405), (number, move)


def test_revisions_and_drafts_of_other_articles(desk: DeskClient) -> None:
    at = staff.office()
    (mine, first), (other, second) = staff.begun(at), staff.begun(at)
    newsroom.enter(desk, at.editor)
    kept = drafts.keep(other, "", 0, second, [("title", "另一篇的草稿")], at.editor)

    for path in (
        f"preview?revision={second}",
        f"as-read?revision={second}",
        f"preview?draft={kept.token}",
        f"as-read?draft={kept.token}",
        f"discard?draft={kept.token}",
        f"compare?old={first}&new={second}",
    ):
        assert desk.raw.get(f"/desk/articles/{mine}/{path}").status_code == 404, path
    for move in ("restore", "comment", "submit"):
        status, _ = sent(desk, f"/desk/articles/{mine}/{move}", {"revision": second, "text": "x"})
        assert status in (404, 409), move
    status, _ = sent(
        desk, f"/desk/articles/{mine}/edit", {"act": "save", "title": "x", "based_on": second}
    )
    assert status in (404, 409)
    form = {"draft": kept.token, "version": kept.version, "based_on": first, "title": "混进来"}
    sent(desk, f"/desk/articles/{mine}/autosave", form, **HTMX)
    assert Draft.get(Draft.token == kept.token).content == [["title", "另一篇的草稿"]]
    assert value(opened(desk, other), "title") == "另一篇的草稿"


def test_a_megabyte_in_every_field(desk: DeskClient, writers: dict[str, int]) -> None:
    article = writers["documents"]
    acts = {"title": "save", "body_text": "save", "body_html": "check", "detail_type": "save"}
    for name, act in acts.items():
        start = time.monotonic()
        data = {"title": "题", name: "长 " * 100_000, "act": act}  # 1 MB when sent
        status, _ = sent(desk, f"/desk/articles/{article}/edit", data)
        assert status in (422, 303, 200), name
        assert time.monotonic() - start < 10, name
    assert not Revision.select().where(Revision.title != "题").exists()


def test_thousands_of_fields(desk: DeskClient, writers: dict[str, int]) -> None:
    article = writers["pictures"]
    path = f"/desk/articles/{article}/edit"
    for name in ("picture", "picture-alt", "picture-decorative", "title"):
        pairs = [(name, str(n)) for n in range(10_000)]
        for act in ("save", "media-remove:picture:0"):
            start = time.monotonic()
            sent(desk, path, MultiDict([*pairs, ("act", act)]))
            assert time.monotonic() - start < 20, (name, act)
    status, _ = sent(desk, path, {"title": "x" * 9_000_000, "act": "save"})
    assert status == 413


def test_files_where_words_belong(desk: DeskClient, writers: dict[str, int]) -> None:
    from io import BytesIO

    article = writers["news"]
    data = {"title": (BytesIO(b"GIF89a"), "x.gif"), "act": "save", "body_text": "文"}
    sent(desk, f"/desk/articles/{article}/edit", data)
    data = {"act": (BytesIO(b"save"), "x"), "title": "题"}
    sent(desk, f"/desk/articles/{article}/edit", data)
    raw = b'{"title": "json"}'
    for kind in ("application/json", "text/plain", "", "multipart/form-data; boundary=x"):
        response = desk.raw.post(f"/desk/articles/{article}/edit", data=raw, content_type=kind)
        assert response.status_code in (400, 413), kind


def test_bytes_that_are_no_text(desk: DeskClient, writers: dict[str, int]) -> None:
    article = writers["news"]
    token = desk.token()
    body = f"csrf_token={token}&act=save&based_on=0&title=".encode() + b"%ED%A0%80%FF%C0%80ok%00"

    response = desk.raw.post(
        f"/desk/articles/{article}/edit",
        data=body,
        content_type="application/x-www-form-urlencoded",
    )

    assert response.status_code == 303
    saved = Revision.get().title
    assert saved.endswith("ok") and "\0" not in saved
    saved.encode()


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%25_%5C", "q=" + "长" * 5000, "state=nonsense", "section=x", "page=-1", "page=x"]
    + ["page=999999999999", "mine=%00", "q=&state=&section=&page=", "section=99999999999999999"],
)
def test_lists_with_anything(desk: DeskClient, writers: dict[str, int], query: str) -> None:
    response = desk.raw.get(f"/desk/articles/?{query}")

    assert response.status_code in (200, 404)


def test_articles_are_still_there(desk: DeskClient, writers: dict[str, int]) -> None:
    """What is hostile to one article leaves the others alone."""
    for act in ACTS:
        sent(desk, f"/desk/articles/{writers['news']}/edit", {"act": act, "title": STRANGE})

    assert Article.select().count() == len(KINDS)
    assert not Revision.select().where(Revision.article != writers["news"]).exists()
