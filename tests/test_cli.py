"""The `portal` command: what it does, and what it says when it cannot."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from portal import cli, database
from portal.models import Article, Section
from portal.queries import site
from portal.services import demo
from portal.settings import Settings
from tests import make, small_office

Run = Callable[..., tuple[int, str]]
PROGRAM = Path(sys.executable).parent / "portal"


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command with arguments and settings; exit code, and all that it said."""

    def run(*arguments: str, **settings: object) -> tuple[int, str]:
        for name in ("PORTAL_DATA", "PORTAL_DATABASE_URL", "PORTAL_ADDRESS"):
            monkeypatch.setenv(name, "")  # so that what a command sets is gone afterwards
            monkeypatch.delenv(name)
        for name, value in settings.items():
            monkeypatch.setenv(f"PORTAL_{name.upper()}", str(value))
        database.close()
        monkeypatch.setattr(sys, "argv", ["portal", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        database.close()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err

    return run


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo office of two articles, in place of the large one."""
    monkeypatch.setattr(demo, "FOLDER", small_office.write(tmp_path / "small"))


def refused(answer: tuple[int, str]) -> str:
    """The one sentence of a refusal."""
    code, said = answer
    assert code == 1 and "Traceback" not in said
    match = re.fullmatch(r"错误：(.*)\n", said)
    assert match and match[1].endswith("。"), said
    return match[1]


def test_migrate_twice(tmp_path: Path, portal: Run) -> None:
    data = tmp_path / "新 目录"

    assert portal("migrate", data=data) == (
        0,
        "已升级：0001_initial\n已升级：0002_desk\n已升级：0003_search\n已升级：0004_anonymising\n已升级：0005_lists\n已升级：0006_documents\n已升级：0007_addresses\n",
    )
    assert portal("migrate", data=data) == (0, "数据库已经是最新版本。\n")
    assert (data / "portal.sqlite").is_file()
    assert (data.stat().st_mode & 0o007) == 0, "closed to other users"


def test_migrate_leaves_no_old_pages_in_the_log(store: Settings, portal: Run) -> None:
    log = store.data / "portal.sqlite-wal"
    with closing(sqlite3.connect(store.data / "portal.sqlite")) as server:
        server.execute("CREATE TABLE one (word)")
        assert log.stat().st_size

        portal("migrate", data=store.data)

        assert not log.stat().st_size


def test_demo_twice(either: Settings, small: None, portal: Run) -> None:
    where = {"data": either.data, "database_url": either.database_url}

    code, said = portal("demo", **where)
    assert code == 0 and said.endswith("已装入演示内容：2 篇文章。\n")

    before = demo.article_count(), site.generation()
    assert portal("demo", **where) == (0, "已经有内容，没有改动。\n")
    assert (demo.article_count(), site.generation()) == before


def test_the_real_demo_is_not_loaded_twice(demo_settings: Settings, portal: Run) -> None:
    database.attach(demo_settings.database_url)
    before = demo.article_count(), site.generation()
    database.close()

    assert portal("demo", data=demo_settings.data) == (0, "已经有内容，没有改动。\n")
    assert (demo.article_count(), site.generation()) == before


def test_sections_to_begin_with(either: Settings, portal: Run) -> None:
    where = {"data": either.data, "database_url": either.database_url}
    said = "已建立 18 个栏目，都还没有文章。名称和说明可以在采编台的“栏目”里改。\n"
    assert portal("demo", "--sections", **where) == (0, said)

    sections = list(Section.select().order_by(Section.position))
    assert [each.slug for each in sections][:3] == ["about", "news", "theory"]
    assert {each.review_steps for each in sections} == {2}
    assert sections[0].description.startswith("介绍本院的历史")
    assert not [each for each in sections if "示例" in each.description]
    assert not Article.select().exists() and site.site().name == "检察门户"
    assert "完整" in portal("journal", "verify", **where)[1]

    assert portal("demo", "--sections", **where) == (0, "已经有栏目，没有改动。\n")
    assert Section.select().count() == 18
    assert "只能用一个" in refused(portal("demo", "--sections", "--articles", "5", **where))


def test_articles_for_measuring(store: Settings, small: None, portal: Run) -> None:
    code, said = portal("demo", "--articles", "500", data=store.data)
    assert code == 0
    assert "已装入演示内容：2 篇文章。\n" in said and said.endswith("已生成 500 篇文章。\n")
    assert Article.select().count() == 502

    code, said = portal("demo", "--articles", "30", data=store.data)
    assert code == 0 and "演示内容" not in said
    assert Article.select().count() == 532


@pytest.mark.parametrize("arguments", [["demo", "--articles", "0"], ["demo", "--articles", "many"]])
def test_numbers_that_make_no_sense(arguments: list[str], portal: Run) -> None:
    assert portal(*arguments)[0] == 2


def test_import_into_a_section(store: Settings, tmp_path: Path, portal: Run) -> None:
    make.section()
    page = Path(__file__).parent / "old_pages" / "plain.txt"

    code, said = portal("import", str(page), "--section", "news", data=store.data)
    assert code == 0 and "新导入 1，已有 0，未导入 0。" in said

    code, said = portal("import", str(page), "--section", "news", data=store.data)
    assert code == 0 and "新导入 0，已有 1，未导入 0。" in said
    assert Article.select().count() == 1


def test_an_import_that_fails_says_so_to_scripts(store: Settings, portal: Run) -> None:
    make.section()

    code, said = portal("import", "/nowhere.txt", "--section", "news", data=store.data)

    assert code == 1 and "没有导入：/nowhere.txt：读不到文件" in said


def test_unknown_section(store: Settings, portal: Run) -> None:
    answer = portal("import", "x.txt", "--section", "nowhere", data=store.data)
    assert refused(answer) == "没有网址名为“nowhere”的栏目。现有：（还没有栏目）。"

    make.section()
    make.section("pictures", "pictures")
    answer = portal("import", "x.txt", "--section", "nowhere", data=store.data)
    assert refused(answer) == "没有网址名为“nowhere”的栏目。现有：news、pictures。"
    answer = portal("import", "x.txt", "--section", "pictures", data=store.data)
    assert "不能从网页导入" in refused(answer)
    assert Section.select().count() == 2


NEED_A_PORTAL = [
    ["demo"],
    ["demo", "--articles", "5"],
    ["serve"],
    ["import", "x", "--section", "x"],
    ["user", "list"],
    ["user", "password", "admin"],
    ["journal", "verify"],
    ["journal", "export", "journal.csv"],
    ["backup", "backup.zip"],
]


@pytest.mark.parametrize("arguments", NEED_A_PORTAL)
def test_a_wrong_folder_stays_as_it_was(
    tmp_path: Path, portal: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    (tmp_path / "there").mkdir()
    monkeypatch.chdir(tmp_path)
    for folder in ("there", "nowhere/var"):
        sentence = refused(portal(*arguments, data=folder))
        assert sentence.startswith(f"这里没有门户的数据：{tmp_path / folder}")
        assert "PORTAL_DATA" in sentence and "portal migrate" in sentence

    assert [each.name for each in tmp_path.rglob("*")] == ["there"]


def test_a_database_without_its_data_folder(either: Settings, portal: Run) -> None:
    elsewhere = either.data / "nowhere"

    sentence = refused(portal("demo", data=elsewhere, database_url=either.database_url))

    assert sentence.startswith(f"这里没有门户的数据：{elsewhere}") and not elsewhere.exists()


@pytest.mark.parametrize("arguments", NEED_A_PORTAL)
def test_pending_migrations(tmp_path: Path, portal: Run, arguments: list[str]) -> None:
    (tmp_path / "portal.sqlite").touch()
    sentence = refused(portal(*arguments, data=tmp_path))

    assert f"{tmp_path} 的数据库还有 7 项升级没有做" in sentence
    assert "PORTAL_DATA" in sentence and "portal migrate" in sentence


@pytest.mark.parametrize(
    "url", ["mysql://x/y", "sqlite:///", "postgresql://host:port/x", "postgresql://host"]
)
def test_database_addresses_that_cannot_be_meant(tmp_path: Path, portal: Run, url: str) -> None:
    sentence = refused(portal("migrate", data=tmp_path / "new", database_url=url))

    assert sentence.startswith("PORTAL_DATABASE_URL") and "请检查后重试" in sentence
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://nobody@127.0.0.1:1/portal",
        "postgresql://127.0.0.1/portal?nonsense=1",
        "sqlite:////dev/null/portal.sqlite",
        "sqlite:////dev",
    ],
)
def test_databases_that_do_not_answer(tmp_path: Path, portal: Run, url: str) -> None:
    sentence = refused(portal("migrate", data=tmp_path, database_url=url))

    assert "数据库" in sentence and "PORTAL_DATABASE_URL" in sentence
    assert ("不能读写" in sentence) == url.startswith("sqlite")


def test_a_file_that_is_no_database(tmp_path: Path, portal: Run) -> None:
    (tmp_path / "portal.sqlite").write_bytes(b"not a database" * 100)

    sentence = refused(portal("migrate", data=tmp_path))

    assert f"不能读写数据库 {tmp_path / 'portal.sqlite'}" in sentence


def test_a_folder_that_cannot_be_made(tmp_path: Path, portal: Run) -> None:
    (tmp_path / "file").touch()

    for folder in (tmp_path / "file", tmp_path / "file" / "data", "/proc/portal"):
        sentence = refused(portal("migrate", data=folder))
        assert sentence.startswith(f"不能建立数据目录 {folder}")
        assert "请检查 PORTAL_DATA 的路径和权限" in sentence


def test_an_address_that_cannot_be_meant(tmp_path: Path, portal: Run) -> None:
    sentence = refused(portal("migrate", data=tmp_path, address="www.example.gov.cn"))

    assert sentence.startswith("PORTAL_ADDRESS 应当是网站的完整网址")


def test_help_is_chinese(portal: Run) -> None:
    code, said = portal("--help")
    assert code == 0 and "检察门户" in said

    for name, command in cli.portal.commands.items():
        assert re.search("[\u4e00-\u9fff]{4}", command.help or ""), name


def test_the_installed_program_from_anywhere(tmp_path: Path) -> None:
    """As people start it: another folder, another language, an exit code for scripts."""
    environment = {"PORTAL_DATA": "data", "LC_ALL": "C", "PYTHONUTF8": "0"}

    def start(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [PROGRAM, *arguments], cwd=tmp_path, env=environment, capture_output=True, timeout=60
        )

    early = start("demo")
    assert early.returncode == 1 and "这里没有门户的数据" in early.stderr.decode()
    assert not early.stdout and b"Traceback" not in early.stderr
    assert (
        start("migrate").stdout.decode()
        == "已升级：0001_initial\n已升级：0002_desk\n已升级：0003_search\n已升级：0004_anonymising\n已升级：0005_lists\n已升级：0006_documents\n已升级：0007_addresses\n"
    )
    assert (tmp_path / "data" / "portal.sqlite").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serve", "--port", "abc"], "--port 的值不能用"),
        (["import", "x.txt"], "还缺少 --section"),
        (["nonsense"], "没有这个命令"),
        (["serve", "--nonsense"], "没有 --nonsense 这个选项"),
    ],
)
def test_wrong_command_lines_are_explained(
    tmp_path: Path, portal: Run, arguments: list[str], said: str
) -> None:
    code, output = portal(*arguments, data=tmp_path)

    assert code == 2 and said in output and "--help" in output


def test_restore_says_what_is_wrong_with_a_file(tmp_path: Path, portal: Run) -> None:
    data, file = tmp_path / "new", tmp_path / "b.zip"

    assert refused(portal("restore", str(file), data=data)).startswith(f"没有 {file} 这个文件")
    assert not data.exists(), "a mistyped name leaves nothing behind"
    file.write_bytes(b"PK")
    assert "不是完整的备份文件" in refused(portal("restore", str(file), data=data))
    assert not data.exists()


def test_restore_into_a_folder_that_is_not_there_yet(
    tmp_path: Path, portal: Run, small: None
) -> None:
    portal("migrate", data=tmp_path / "old")
    portal("demo", data=tmp_path / "old")
    assert portal("backup", str(tmp_path / "b.zip"), data=tmp_path / "old")[0] == 0

    code, said = portal("restore", str(tmp_path / "b.zip"), data=tmp_path / "new")

    assert code == 0 and "已恢复" in said, said
    assert "完整" in portal("journal", "verify", data=tmp_path / "new")[1]
