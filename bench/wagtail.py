"""Wagtail, the peer: set up from PyPI in a throw-away environment, with the same articles.

Nothing of it enters our own environment. It runs on the same server with the same processes and
threads, without its cache and with it (wagtail-cache, in the memory of each process).
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.servers import Running, started
from bench.table import told
from portal.cli.server import THREADS, WORKERS
from portal.specimen_text import specimen
from tests.servers import free_port

PACKAGES = ("wagtail", "wagtail-cache", "granian")
OVERLAY = Path(__file__).parent / "peer"
PLACES = {
    "measured.py": "peer/settings/measured.py",
    "models.py": "home/models.py",
    "article_page.html": "home/templates/home/article_page.html",
    "load_articles.py": "load_articles.py",
}


class NotReachable(RuntimeError):
    """PyPI did not give the packages."""


class Peer:
    """A Wagtail project in a folder, ready to be served; `path` is the address of an article."""

    def __init__(self, folder: Path, articles: int) -> None:
        self._folder = folder / f"wagtail-{articles}"
        self._python = folder / "wagtail-env" / "bin" / "python"
        if not (self._folder / "path").exists():
            _install(self._python)
            self._make(articles)
        self.path = (self._folder / "path").read_text().strip()
        self.version = self._run("-c", "import wagtail; print(wagtail.__version__)").strip()

    def _make(self, articles: int) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        told(f"正在建 Wagtail 网站，装入 {articles} 篇")
        self._run("-m", "wagtail.bin.wagtail", "start", "peer", ".")
        for name, place in PLACES.items():
            shutil.copy(OVERLAY / name, self._folder / place)
        for command in (["makemigrations", "home"], ["migrate"]):
            self._run("manage.py", *command)
        with (self._folder / "articles").open("w", encoding="utf-8") as file:
            for number in range(articles):
                file.write(json.dumps(vars(specimen(number)), ensure_ascii=False) + "\n")
        path = self._run("load_articles.py", "articles")
        (self._folder / "path").write_text(path)

    def _run(self, *arguments: str) -> str:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "peer.settings.measured"}
        environment.pop("PYTHONPATH", None)
        if arguments[1:2] == ("wagtail.bin.wagtail",) or arguments[0] == "-c":
            environment.pop("DJANGO_SETTINGS_MODULE")
        command = [self._python, *arguments]
        done = subprocess.run(
            command,
            cwd=self._folder,
            env=environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout

    @contextmanager
    def serving(self, *, cached: bool) -> Iterator[Running]:
        """The project under granian, like ours."""
        port = free_port()
        command = [
            str(self._python.parent / "granian"), "peer.wsgi:application", "--interface", "wsgi",
            "--port", str(port), "--workers", str(WORKERS), "--blocking-threads", str(THREADS),
            "--respawn-failed-workers", "--working-dir", str(self._folder),
        ]  # fmt: skip
        more = {
            "DJANGO_SETTINGS_MODULE": "peer.settings.measured",
            "PEER_CACHE": "1" if cached else "",
            "PYTHONPATH": "",
        }
        with started(command, port, self._folder / f"{port}.log", more, self.path) as running:
            yield running


def _install(python: Path) -> None:
    if not python.exists():
        told(f"正在从 PyPI 安装 {'、'.join(PACKAGES)}，放在单独的环境里")
        subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotReachable(done.stderr.strip().splitlines()[-1])
