"""nginx in front of a portal, with the very files of deploy/; only places and ports are changed."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers import ROOT, free_port

NAME = "www.example.gov.cn"
DEPLOY = ROOT / "deploy" / "nginx"
PATIENCE = 10.0
MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes {workers};
events {{ worker_connections 2048; }}
http {{
    sendfile on;
    tcp_nopush on;
    gzip on;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log off;
{temporary}
    include {folder}/conf.d/*.conf;
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Absent(RuntimeError):
    """A program that is needed is not installed."""


def program(name: str, package: str = "") -> str:
    """The path of a program; raises Absent, naming the package that brings it."""
    # Debian keeps servers where only root looks.
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if not found:
        raise Absent(f"没有找到 {name}。请运行：sudo apt install {package or name}")
    return found


@dataclass(frozen=True)
class Nginx:
    """A running nginx; `folder` holds its logs, its cache and what it was started with."""

    folder: Path
    port: int
    plain_port: int
    process: int

    @property
    def log(self) -> list[str]:
        """The lines of its access log."""
        return (self.folder / "tongtu.log").read_text().splitlines()


@contextmanager
def running_nginx(
    folder: Path,
    data: Path,
    portal: int,
    *,
    measured: bool = False,
    extra: str = "",
    workers: int = 1,
) -> Iterator[Nginx]:
    """nginx before the portal that listens on a port.

    When it is to be `measured` it speaks plain HTTP; otherwise every line of its log is written at
    once. `extra` is put beside our own servers.
    """
    found = program("nginx")
    port, plain_port = free_port(), free_port()
    _render(folder, data, {"443": port, "80": plain_port, "8000": portal}, measured)
    (folder / "conf.d" / "zz-extra.conf").write_text(extra)
    (folder / "nginx.conf").write_text(_main(folder, workers))
    if not measured:
        _certificate(folder)
    command = [found, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"]
    process = subprocess.Popen(command)
    try:
        _wait(folder, process)
        yield Nginx(folder, port, plain_port, process.pid)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _main(folder: Path, workers: int) -> str:
    temporary = "\n".join(f"    {name}_temp_path {folder}/{name};" for name in TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of tests are closed to others
    return MAIN.format(folder=folder, temporary=temporary, user=user, workers=workers)


def _render(folder: Path, data: Path, ports: dict[str, int], measured: bool) -> None:
    """Copy the files of deploy/nginx, with our places in the place of theirs."""
    shutil.copytree(DEPLOY, folder / "deploy")
    (folder / "conf.d").mkdir()
    places = {
        "/srv/tongtu/deploy/nginx": folder / "deploy",
        "/var/lib/tongtu": data,
        "/var/cache/nginx-tongtu": folder / "cache",
        "/var/log/nginx": folder,
        "/etc/tongtu": folder,
        "127.0.0.1:8000": f"127.0.0.1:{ports['8000']}",
    }
    for path in (folder / "deploy").glob("*.conf"):
        text = path.read_text("utf-8")
        for theirs, ours in places.items():
            text = text.replace(theirs, str(ours))
        path.write_text(_listening(text, ports, measured), "utf-8")
    (folder / "deploy" / "tongtu.conf").rename(folder / "conf.d" / "tongtu.conf")


def _listening(text: str, ports: dict[str, int], measured: bool) -> str:
    text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.M)  # IPv6 is not everywhere
    text = re.sub(r"listen (80|443)\b", lambda m: f"listen 127.0.0.1:{ports[m[1]]}", text)
    if not measured:
        return text.replace(" buffer=32k flush=1s", "")
    text = text.replace(" ssl http2", "")
    return re.sub(r"^ *ssl_.*\n", "", text, flags=re.M)


def _certificate(folder: Path) -> None:
    files = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    named = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run(
        [program("openssl"), "req", "-x509", *made, *named, *files], check=True, capture_output=True
    )


def _wait(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Until it has written who it is; one that ended shows its log."""
    until = time.monotonic() + PATIENCE
    while not (folder / "nginx.pid").exists():
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"nginx did not start:\n{(folder / 'error.log').read_text()}")
        time.sleep(0.02)
