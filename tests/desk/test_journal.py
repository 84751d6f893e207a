"""The journal at the desk: read, filtered, paged, proved, carried out."""

import csv
import io
import json

import pytest

from portal import journal
from portal.database import proxy
from portal.models import Entry
from portal.roles import CLOCK, Actor
from portal.web.desk import journal as view
from tests import make
from tests.client import Answer, DeskClient

EDITOR = Actor(70, "王编辑", frozenset({"editor"}), "10.0.0.8")


@pytest.fixture
def auditor(desk: DeskClient) -> DeskClient:
    desk.sign_in(make.person("auditor"))
    return desk


def write(count: int = 1, title: str = "文章", by: Actor = EDITOR) -> None:
    for number in range(1, count + 1):
        journal.record(by, "article-published", "article", number, f"{title}{number}")


def told(desk: DeskClient, query: str = "") -> list[str]:
    return desk.page(f"/desk/journal/{query}").words("//span[@class='entry__told']")


def cells(page: Answer) -> list[str]:
    """The facts of the newest entry, a line for each."""
    found = page.words("(//table)[1]/tbody//*[self::th or self::td]")
    return ["|".join(found[at : at + 3]) for at in range(0, len(found), 3)]


@pytest.mark.parametrize("role", ["editor", "reviewer", "publisher", "admin"])
def test_only_auditors_enter(desk: DeskClient, role: str) -> None:
    desk.sign_in(make.person(role))

    assert "审计" in desk.page("/desk/journal/", 403).text
    desk.page("/desk/journal.csv", 403)
    desk.submit("/desk/journal/verify", status=403)
    assert [each.action for each in Entry.select()] == ["person-added"]


def test_entries_are_sentences(auditor: DeskClient) -> None:
    write(title="春耕时节")
    journal.record(EDITOR, "sign-in", "person", 70, "王编辑")
    journal.record(CLOCK, "settings-changed", "settings", None, "站点设置")

    assert told(auditor)[:3] == [
        "定时 修改了站点设置 来自 服务器",
        "王编辑 登录 来自 10.0.0.8",
        "王编辑 发布了文章《春耕时节1》 来自 10.0.0.8",
    ]
    times = auditor.page("/desk/journal/").all("//time/@datetime")
    assert all(each.endswith("+08:00") for each in times)


def test_what_changed_is_shown_side_by_side(auditor: DeskClient) -> None:
    before = {"phone": "", "icp": "旧的", "name": "同"}
    after = {"phone": "0000-1234567", "icp": "新的", "name": "同"}
    journal.record(EDITOR, "settings-changed", "settings", None, "x", before=before, after=after)

    page = auditor.page("/desk/journal/")
    assert cells(page) == [
        "ICP 备案号|旧的|新的",
        "联系电话|（空）|0000-1234567",
    ]


def test_a_file_is_told_by_its_number_and_what_changed_by_its_kind(auditor: DeskClient) -> None:
    """Entries of earlier releases, which hold the words themselves, read as they did."""
    before, after = {"alt": "", "label": "a.jpg"}, {"alt": "一条河", "label": "河岸"}
    journal.record(EDITOR, "media-changed", "media", 3, "河岸", before=before, after=after)
    after = {"changed": ["label", "alt", "decorative"]}
    journal.record(EDITOR, "media-changed", "media", 3, "file.jpg（编号 3）", after=after)

    assert told(auditor)[:2] == [
        "王编辑 修改了文件说明“file.jpg（编号 3）” 来自 10.0.0.8",
        "王编辑 修改了文件说明“河岸” 来自 10.0.0.8",
    ]
    page = auditor.page("/desk/journal/")
    assert page.words("(//table)[1]//*[self::th or self::td]") == [
        *("项目", "内容"),
        *("改了", "名称、替代文字、只作装饰"),
    ]
    assert page.words("(//table)[2]/tbody//*[self::th or self::td]") == [
        *("替代文字", "（空）", "一条河"),
        *("名称", "a.jpg", "河岸"),
    ]


def test_values_are_words(auditor: DeskClient) -> None:
    after = {
        "roles": ["editor", "admin"],
        "active": False,
        "state": "live",
        "group": "friends",
        "unknown-key": {"a": [1, None]},
        "links": [],
    }
    journal.record(EDITOR, "person-changed", "person", 3, "某人", after=after)

    page = auditor.page("/desk/journal/")
    assert page.words("(//table)[1]//thead//th") == ["项目", "内容"]
    assert page.words("(//table)[1]//td") == [
        "否",
        "友情链接",
        "（空）",
        "编辑、管理员",
        "已发布",
        '{"a": [1, null]}',
    ]
    assert page.words("(//table)[1]//tbody//th")[:2] == ["可以登录", "分组"]


def test_entries_of_another_version_are_shown(auditor: DeskClient) -> None:
    Entry.insert(
        number=9, at="2026-05-08 01:30:00", name="谁", address="", action="of-tomorrow",
        thing="robot", thing_name="小机器", before="{}", after="{}", previous="", hash="",
    ).execute()  # fmt: skip

    assert told(auditor)[0] == "谁 of-tomorrow“小机器”"


def test_filters(auditor: DeskClient) -> None:
    someone = make.person("editor")
    write(2, "甲")
    write(1, "乙", Actor(someone.id, "新来的"))
    write(1, "50%_丙", CLOCK)
    old = "UPDATE entry SET at = '2026-05-07 16:30:00' WHERE thing_name = '甲1'"  # 8 May in Beijing
    proxy.execute_sql("DROP TRIGGER entry_kept")
    proxy.execute_sql(old)

    def things(query: str) -> list[str]:
        return [each.split("《")[-1].split("》")[0] for each in told(auditor, query)]

    assert things(f"?person={someone.id}") == ["乙1"]
    assert things("?person=-定时") == ["50%_丙1"]
    assert things("?action=article-published&words=甲") == ["甲2", "甲1"]
    assert things("?words=%25_") == ["50%_丙1"], "signs of the database are words too"
    assert things("?first=2026-05-08&last=2026-05-08") == ["甲1"]
    assert things("?last=2026-05-07") == []
    assert things("?thing=article&thing_id=2") == ["甲2"]
    assert len(things("?thing=person")) == 2
    assert "没有符合条件的日志" in auditor.page("/desk/journal/?words=zzz").text


def test_filtering_without_a_reload(auditor: DeskClient) -> None:
    write(3)

    part = auditor.fragment("/desk/journal/?words=文章2", target="entries")

    assert part.words("//span[@class='entry__told']/b") == ["王编辑"]
    assert part.words("//*[@id='status']") == ["显示 1 条日志。"]


@pytest.mark.parametrize(
    "query",
    ["?first=昨天", "?last=0001-01-01", "?first=9999-12-31", "?person=999", "?action=x"],
)
def test_filters_that_make_no_sense(auditor: DeskClient, query: str) -> None:
    page = auditor.page(f"/desk/journal/{query}", 422)

    assert page.words("//div[@role='alert']//li")
    auditor.page(f"/desk/journal.csv{query}", 404)


def test_a_wrong_filter_without_a_reload_is_said(auditor: DeskClient) -> None:
    part = auditor.fragment("/desk/journal/?first=昨天", target="entries", status=422)

    assert "2026-05-08" in part.words("//*[@id='status']")[0]
    assert part.headers["HX-Reswap"] == "none"


@pytest.mark.parametrize(
    "query", ["?before=x", "?after=-1", "?before=99999999999999999999", "?thing_id=x", "?before="]
)
def test_places_that_make_no_sense_are_passed_over(auditor: DeskClient, query: str) -> None:
    write(3)

    assert len(told(auditor, query)) == 4


def test_paging(auditor: DeskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "SIZE", 4)
    write(10)

    def step(page: Answer, name: str) -> str:
        return str(page.all(f"//nav[@class='pager']/a[text()='{name}']/@href")[0])

    def numbers(page: Answer) -> list[int]:
        ids = page.all("//ol[@class='entries']/li/@id")
        return [int(each.removeprefix("entry-")) for each in ids]

    first = auditor.page("/desk/journal/?action=article-published")
    assert numbers(first) == [11, 10, 9, 8]
    assert "更新的一页" not in first.text
    second = auditor.page(step(first, "更早的一页"))
    assert numbers(second) == [7, 6, 5, 4]
    last = auditor.page(step(second, "更早的一页"))
    assert numbers(last) == [3, 2] and "更早的一页" not in last.text
    assert numbers(auditor.page(step(last, "更新的一页"))) == [7, 6, 5, 4]
    back = auditor.page(step(second, "更新的一页"))
    assert numbers(back) == [11, 10, 9, 8] and "更新的一页" not in back.text
    assert numbers(auditor.page(step(last, "最新的"))) == [11, 10, 9, 8]


def test_the_proof_is_said_and_noted(auditor: DeskClient) -> None:
    write(3)
    assert "还没有在这里验证过" in auditor.page("/desk/journal/").text

    auditor.submit("/desk/journal/verify")

    page = auditor.page("/desk/journal/")
    assert page.words("//p[@class='said']") == ["日志完整：共 4 条，没有被改动、删除或插入。"]
    assert page.words("//p[@class='proof__result']") == page.words("//p[@class='said']")
    assert told(auditor)[0].startswith("auditor同志 验证了操作日志")


def test_a_broken_journal_is_said(auditor: DeskClient) -> None:
    write(3)
    proxy.execute_sql("DROP TRIGGER entry_kept")
    proxy.execute_sql("UPDATE entry SET thing_name = '别的' WHERE number = 2")

    auditor.submit("/desk/journal/verify")

    page = auditor.page("/desk/journal/")
    assert "第 2 条日志被改动过" in page.words("//p[@class='said']")[0]
    assert page.all("//section[contains(@class, 'proof--wrong')]")


def test_a_long_journal_is_proved_by_command(
    auditor: DeskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "AT_ONCE", 2)
    write(3)

    auditor.submit("/desk/journal/verify")

    assert "portal journal verify" in auditor.page("/desk/journal/").words("//p[@class='said']")[0]
    assert not Entry.select().where(Entry.action == "journal-verified").exists()


def fetch(desk: DeskClient, path: str) -> list[list[str]]:
    response = desk.raw.get(path)
    assert response.status_code == 200 and response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert response.headers["Cache-Control"] == "no-store"
    text = response.get_data().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_sheet(auditor: DeskClient) -> None:
    write(2)

    header, *lines = fetch(auditor, "/desk/journal.csv?words=文章")

    assert header[:3] == ["编号", "北京时间", "人员"]
    assert [line[0] for line in lines] == ["2", "3"]
    assert lines[0][5] == "发布了文章《文章1》" and lines[0][-1] == Entry.get(number=2).hash
    entry = Entry.select().order_by(Entry.number.desc()).get()
    assert (entry.action, entry.name) == ("journal-exported", "auditor同志")
    assert json.loads(entry.after) == {"filter": {"words": "文章"}}


@pytest.mark.parametrize(
    "title",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "＝cmd|' /C calc'!A0",
        "＋1",
        " =1+1",
        "－1",
        "＠x",
    ],
)
def test_nothing_in_the_sheet_is_a_formula(auditor: DeskClient, title: str) -> None:
    journal.record(EDITOR, "article-published", "article", 1, title)
    journal.record(Actor(1, title, address=title), "sign-out", "person", 1, "x")

    for line in fetch(auditor, "/desk/journal.csv"):
        for cell in line:
            assert not cell.strip().startswith(tuple("=+-@＝＋－＠")), cell
    assert fetch(auditor, "/desk/journal.csv")[2][9] == f"'{title}"


def test_a_long_sheet_is_streamed(auditor: DeskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.queries.journal.BATCH", 3)
    write(10)

    lines = fetch(auditor, "/desk/journal.csv")

    assert [line[0] for line in lines[1:]] == [str(n) for n in range(1, 13)]
    assert lines[-1][6] == "journal-exported"
