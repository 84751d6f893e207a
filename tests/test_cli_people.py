"""`portal user` and what `portal serve` says while nobody can sign in."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from portal import cli, database
from portal.models import Entry, Person, SignIn
from portal.services.accounts import invitations, people, sessions, signing_in
from portal.services.accounts.browser import Browser
from portal.settings import ROOT, Settings
from tests.servers import running_portal

Run = Callable[..., tuple[int, str]]
PROGRAM = Path(sys.executable).parent / "portal"
PASSWORD = "七只白鹭飞过南桥头去"
LINK = r"http://127\.0\.0\.1:8000/desk/welcome/(\S+)"


@pytest.fixture
def user(
    either: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs `portal user` with what is typed on standard input; exit code, and all that it said."""

    def run(*arguments: str, typed: bytes = b"") -> tuple[int, str]:
        monkeypatch.delenv("PORTAL_ADDRESS", raising=False)
        monkeypatch.setenv("PORTAL_DATA", str(either.data))
        monkeypatch.setenv("PORTAL_DATABASE_URL", either.database_url)
        monkeypatch.setattr(sys, "argv", ["portal", "user", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        database.close()
        with pytest.raises(SystemExit) as left:
            cli.main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err

    return run


def may_sign_in(name: str, password: str = PASSWORD) -> bool:
    return bool(signing_in.check_password(name, password, Browser("203.0.113.9")))


def test_create_with_a_password(user: Run) -> None:
    roles = ("--role", "editor", "--role", "reviewer", "--display", "李华")
    answer = user("create", "LiHua", *roles, "--password-stdin", typed=f"{PASSWORD}\r\n".encode())

    assert answer == (0, "已添加“李华”，登录名 lihua，角色：编辑、审核。\n")
    assert may_sign_in("lihua")
    entry = Entry.get()
    assert (entry.action, entry.name, entry.address) == ("person-added", "命令行", "服务器")


def test_create_with_a_link(user: Run) -> None:
    code, said = user("create", "lihua", "--role", "admin")

    assert code == 0 and "72 小时内有效，只能用一次" in said
    invitations.accept(re.search(LINK, said)[1], PASSWORD, Browser(""))
    assert may_sign_in("lihua")


@pytest.mark.parametrize(
    ("arguments", "typed", "words"),
    [
        (["Li Hua", "--role", "editor"], b"", "登录名请用"),
        (["lihua", "--role", "boss"], b"", "没有这样的角色：boss。可以用：editor（编辑）"),
        (["lihua", "--role", "editor", "--password-stdin"], b"short\n", "密码太短"),
        (["lihua", "--role", "editor", "--password-stdin"], b"", "没有密码"),
        (["lihua", "--role", "editor", "--password-stdin"], b"\xff\xfe\n", "不是 UTF-8"),
        (["lihua", "--role", "editor", "--password-stdin"], b"lihua123456\n", "不能只是"),
    ],
)
def test_create_refuses(user: Run, arguments: list[str], typed: bytes, words: str) -> None:
    code, said = user("create", *arguments, typed=typed)

    assert code == 1 and said.startswith("错误：") and words in said
    assert not Person.select().exists() and not Entry.select().exists()


def test_create_needs_a_role(user: Run) -> None:
    assert user("create", "lihua") == (2, "错误：还缺少 --role。加 --help 查看用法。\n")


def test_list(user: Run) -> None:
    assert user("list") == (0, "还没有人员。用 portal user create 添加。\n")
    user("create", "lihua", "--role", "editor", "--display", "李华")
    user("create", "wang", "--role", "admin", "--password-stdin", typed=PASSWORD.encode())
    signing_in.begin(people.named("wang").id, Browser(""))

    one, two = user("list")[1].splitlines()
    assert one == "lihua\t李华\t编辑\t还没有设置密码\t两步验证未开启\t最近登录：没有登录过"
    assert re.fullmatch(r"wang\twang\t管理员\t可以登录\t两步验证未开启\t最近登录：20.*:\d\d", two)


def test_new_password(user: Run) -> None:
    user("create", "lihua", "--role", "editor", "--password-stdin", typed=PASSWORD.encode())
    signing_in.begin(people.named("lihua").id, Browser(""))
    new = "三条鲤鱼游到北塘里来"

    code, said = user("password", "lihua", "--password-stdin", typed=f"{new}\n".encode())

    assert code == 0 and "以前的登录都已结束" in said
    assert may_sign_in("lihua", new) and not SignIn.select().exists()
    code, said = user("password", "lihua")
    assert code == 0 and re.search(LINK, said)
    assert may_sign_in("lihua", new), "a link that is not used yet changes nothing"


def test_roles(user: Run) -> None:
    assert "reviewer\t审核\t看送审的文章，通过或退回\n" in user("roles")[1]
    user("create", "lihua", "--role", "editor")

    assert user("roles", "lihua")[1] == "“lihua”的角色：编辑。\n"
    answer = user("roles", "lihua", "--role", "auditor", "--role", "reviewer")
    assert answer == (0, "“lihua”的角色：审核、审计。\n")


def test_disable_and_enable(user: Run) -> None:
    user("create", "lihua", "--role", "editor", "--password-stdin", typed=PASSWORD.encode())
    token = sessions.begin(people.named("lihua"), "", "")

    assert user("disable", "lihua")[0] == 0
    assert sessions.resume(token, "") is None and "已停用" in user("list")[1]
    assert user("enable", "LIHUA") == (0, "“lihua”已经启用。\n")
    assert may_sign_in("lihua")


def test_the_last_administrator(user: Run) -> None:
    user("create", "wang", "--role", "admin", "--password-stdin", typed=PASSWORD.encode())

    for arguments in (["disable", "wang"], ["roles", "wang", "--role", "editor"]):
        code, said = user(*arguments)
        assert code == 1 and "最后一位能登录的管理员" in said


@pytest.mark.parametrize("command", ["disable", "enable", "password", "roles"])
def test_somebody_who_is_not(user: Run, command: str) -> None:
    assert user(command, "x") == (
        1,
        "错误：没有登录名为“x”的人员。现有：（还没有人员）。\n",
    )
    user("create", "lihua", "--role", "editor")
    assert user(command, "x\0")[1].endswith("现有：lihua。\n")


def test_help_is_chinese(user: Run) -> None:
    for name, command in cli.portal.commands["user"].commands.items():
        assert re.search("[\u4e00-\u9fff]{2}", command.help or ""), name


def test_the_installed_program_takes_a_password(store: Settings) -> None:
    environment = {"PORTAL_DATA": str(store.data), "LC_ALL": "C", "PYTHONUTF8": "0"}
    run = subprocess.run(
        [PROGRAM, "user", "create", "wang", "--role", "admin", "--password-stdin"],
        env=environment,
        input=PASSWORD.encode(),
        capture_output=True,
        timeout=60,
    )

    assert run.returncode == 0, run.stderr.decode()
    assert may_sign_in("wang")


def assert_works(line: str, of: Settings) -> None:
    """A command line as people copy it: from the folder and the shell of `make run`."""
    assert f"PORTAL_DATA={of.data} PORTAL_ADDRESS=http://127.0.0.1:" in line
    assert ".venv/bin/portal user password admin" in line
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PORTAL_")}
    run = subprocess.run(
        ["/bin/sh", "-c", line], env=environment, cwd=ROOT, capture_output=True, timeout=60
    )
    told = line.partition("PORTAL_ADDRESS=")[2].split()[0]
    assert run.returncode == 0 and f"{told}/desk/welcome/" in run.stdout.decode()


def test_serve_shows_the_way_in_until_it_is_used(store: Settings) -> None:
    database.close()
    log = store.data / "serve.log"
    with running_portal(store.data):
        first = re.search(r"/desk/welcome/(\S+)\n.*登录名：admin。.*\n  (.*)", log.read_text())
        assert first
        assert_works(first[2], store)
    with running_portal(store.data):
        second = re.search(r"/desk/welcome/(\S+)", log.read_text())
    assert first and second and first[1] != second[1]

    invitations.accept(second[1], PASSWORD, Browser(""))
    database.close()
    with running_portal(store.data):
        assert "welcome" not in log.read_text() and "/desk/" in log.read_text()
