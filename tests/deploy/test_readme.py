"""What deploy/README.md tells to type: shell that asks nothing, files and names that exist."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from portal.cli import portal
from tests.servers import ROOT

TEXT = (ROOT / "deploy" / "README.md").read_text("utf-8")
INSTALL, UPGRADE, RESTORE = re.findall(r"```sh\n(.*?)```", TEXT, re.S)
SCRIPT = ROOT / "deploy" / "portal"
UNIT = (ROOT / "deploy" / "systemd" / "tongtu.service").read_text("utf-8")


@pytest.mark.parametrize("block", [INSTALL, UPGRADE, RESTORE], ids=["install", "up", "restore"])
def test_every_block_is_shell(block: str) -> None:
    subprocess.run(["/bin/sh", "-n"], input=block.encode(), check=True)
    for name in re.findall(r"/srv/tongtu/(deploy/[\w./*-]+)", block):
        assert list(ROOT.glob(name)), name


def test_ten_lines_ask_nothing() -> None:
    assert len(INSTALL.splitlines()) == 10
    assert "DEBIAN_FRONTEND=noninteractive apt-get install -y" in INSTALL
    assert 'certbot certonly -n --agree-tos -m "$MAIL"' in INSTALL
    given = set(re.findall(r"\b([A-Z]+)=", INSTALL.splitlines()[0]))
    assert given == {"NAME", "MAIL", "SOURCE"} == set(re.findall(r"\$([A-Z]+)", INSTALL))
    assert "sudo" not in TEXT, "a fresh Debian has none"


@pytest.mark.parametrize("block", [INSTALL, UPGRADE], ids=["install", "up"])
def test_the_name_is_written_wherever_it_stands(block: str, tmp_path: Path) -> None:
    (line,) = re.findall(r"^sed .*tongtu\.conf > .*$", block, re.M)
    told = line.replace("/srv/tongtu", str(ROOT)).split(" > ")[0]
    done = subprocess.run(
        ["/bin/sh", "-c", told], env={**os.environ, "NAME": "jcy.example.cn"}, capture_output=True
    )

    assert not done.returncode and b"server_name jcy.example.cn;" in done.stdout
    assert b"www.example.gov.cn" not in done.stdout


def test_an_upgrade_knows_the_name(tmp_path: Path) -> None:
    (tmp_path / "portal.env").write_text("PORTAL_ADDRESS=https://jcy.example.cn\nPORTAL_X=1\n")
    told = UPGRADE.splitlines()[0].replace("/etc/tongtu", str(tmp_path)) + "; echo $NAME"

    assert subprocess.check_output(["/bin/sh", "-c", told]) == b"jcy.example.cn\n"


def test_an_upgrade_renews_what_was_copied() -> None:
    for line in INSTALL.splitlines():
        for copied in re.findall(r"^(?:cp|sed) [^&]*/srv/tongtu/deploy/[^&]*", line):
            assert copied.strip() in UPGRADE
    assert re.findall(r"\b(?:restart|reload) (\w+)", UPGRADE) == ["tongtu", "nginx"]


def test_commands_that_are_told_exist() -> None:
    told = re.findall(r"/srv/tongtu/deploy/portal ([a-z]+)", TEXT)
    assert set(told) >= {"demo", "user", "restore"} and set(told) <= set(portal.commands)


def test_commands_run_as_the_service_does(tmp_path: Path) -> None:
    """With paths of this machine; who may become another user differs from one to the next."""
    script = SCRIPT.read_text("utf-8")
    for there in ("PORTAL_DATA=/var/lib/tongtu", "/etc/tongtu/portal.env", "/srv/tongtu/.venv/bin"):
        assert there in UNIT and there in script
    assert "User=tongtu" in UNIT and "runuser -u tongtu -- " in script
    (tmp_path / "portal.env").write_text("PORTAL_ADDRESS=https://jcy.example.cn\n")
    here = script.replace("/etc/tongtu", str(tmp_path)).replace("/srv/tongtu", str(ROOT))
    here = here.replace("/var/lib/tongtu", str(tmp_path / "data")).replace(
        "runuser -u tongtu --", ""
    )

    def run(*arguments: str) -> str:
        told = ["/bin/sh", "-c", here, "portal", *arguments]
        return subprocess.check_output(told, text=True, stderr=subprocess.STDOUT)

    run("migrate")
    assert "18 个栏目" in run("demo", "--sections")
    link = run("user", "create", "admin", "--role", "admin", "--display", "管理 员")
    assert "https://jcy.example.cn/desk/welcome/" in link and "管理 员" in run("user", "list")
    assert (tmp_path / "data" / "portal.sqlite").is_file()
