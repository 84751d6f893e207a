"""`portal journal`: the proof and the export on the command line."""

import csv
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from portal import cli, database, journal
from portal.cli import journal as commands
from portal.database import proxy
from portal.models import Entry
from portal.roles import Actor
from portal.settings import Settings

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def portal(
    either: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs `portal journal` on the portal in use; exit code, and all that it said."""

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setenv("PORTAL_DATA", str(either.data))
        monkeypatch.setenv("PORTAL_DATABASE_URL", either.database_url)
        database.close()
        monkeypatch.setattr(sys, "argv", ["portal", "journal", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err

    return run


def write(count: int) -> None:
    for number in range(1, count + 1):
        journal.record(
            Actor(7, "王编辑", address="10.0.0.8"), "article-saved", "article", number, "题"
        )


def remove(where: str) -> None:
    name = "entry_stays" if database.is_sqlite() else "entry_kept ON entry"
    proxy.execute_sql(f"DROP TRIGGER {name}")
    proxy.execute_sql(f"DELETE FROM entry WHERE {where}")  # noqa: S608
    database.close()


def test_a_whole_journal(portal: Run) -> None:
    assert portal("verify") == (0, "日志完整：共 0 条，没有被改动、删除或插入。\n")

    write(5)
    code, said = portal("verify")
    assert code == 0 and "共 5 条" in said
    assert f"第 5 条，校验值 {Entry.get(number=5).hash}" in said


def test_a_broken_journal(portal: Run) -> None:
    write(5)
    remove("number = 3")

    code, said = portal("verify")
    assert code == 1 and said.startswith("缺少第 3 条日志")
    assert "最后一条完好的是第 2 条" in said


def test_a_cut_journal(portal: Run) -> None:
    write(5)
    remove("number > 3")

    code, said = portal("verify")
    assert code == 1 and "第 4 条起不见了" in said


def test_a_long_journal_shows_its_progress(portal: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_SOON", 3)
    write(5)

    code, said = portal("verify")
    assert code == 0 and said.startswith("正在验证") and "共 5 条" in said


def test_export(portal: Run, tmp_path: Path) -> None:
    write(2)
    file = tmp_path / "日志.csv"

    code, said = portal("export", str(file))

    assert code == 0 and said == f"已导出 3 条日志：{file}\n"
    with file.open(encoding="utf-8-sig", newline="") as text:
        lines = list(csv.reader(text))
    assert [line[0] for line in lines] == ["编号", "1", "2", "3"]
    assert lines[1][5] == "保存了文章《题》" and lines[3][6] == "journal-exported"
    assert Entry.get(number=3).name == "命令行"


def test_export_of_some_days(portal: Run, tmp_path: Path) -> None:
    write(2)

    code, said = portal(
        "export", str(tmp_path / "a.csv"), "--from", "2020-01-01", "--to", "2020-02-01"
    )
    assert code == 0 and "已导出 0 条" in said
    assert portal("export", str(tmp_path / "b.csv"), "--from", "昨天")[0] == 2


def test_a_file_is_never_written_over(portal: Run, tmp_path: Path) -> None:
    write(1)
    file = tmp_path / "有.csv"
    file.write_text("别人的")

    code, said = portal("export", str(file))

    assert code == 1 and "不能写" in said and file.read_text() == "别人的"
    assert Entry.select().count() == 1
