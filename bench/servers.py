"""The servers that are measured, each in processes of its own."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from bench.wrk import BROWSER
from tests.servers import ROOT, free_port

PORTAL = str(Path(sys.executable).parent / "portal")
PATIENCE = 60.0
NOT_SENT_ON = {"date", "server", "transfer-encoding", "connection"}


@dataclass(frozen=True)
class Running:
    """A server: its address, its first process, and how many seconds passed to its first answer."""

    address: str
    process: int
    started: float

    @property
    def port(self) -> int:
        return int(self.address.rsplit(":", 1)[1])

    def workers(self) -> list[int]:
        """The processes that answer: the first one only watches over them."""
        path = Path(f"/proc/{self.process}/task/{self.process}/children")
        found = [int(each) for each in path.read_text().split()]
        return [each for each in found if b"resource_tracker" not in command_of(each)]

    def memory(self) -> list[float]:
        """Megabytes of each answering process, what they share counted in parts."""
        return [proportional(each) for each in self.workers()]


def command_of(process: int) -> bytes:
    """The command line of a process."""
    return Path(f"/proc/{process}/cmdline").read_bytes()


def proportional(process: int) -> float:
    """The proportional set size of a process in megabytes."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


@contextmanager
def started(
    command: list[str], port: int, log: Path, more: Mapping[str, str], path: str = "/"
) -> Iterator[Running]:
    """Start a server, wait for its first good answer, and end it at last."""
    environment = {**os.environ, **more}
    begun = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=out, stderr=out)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address + path, process, log)
        yield Running(address, process.pid, time.monotonic() - begun)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=10):  # noqa: S310 - our own address
                return
        except (URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError(f"{url}：服务器没有启动。\n{log.read_text()[-2000:]}")


@contextmanager
def portal(data: Path, *, page_cache: int = 64, proxies: int = 0) -> Iterator[Running]:
    """`portal serve` as offices run it."""
    port = free_port()
    more = {
        "PORTAL_DATA": str(data),
        "PORTAL_PAGE_CACHE": str(page_cache),
        "PORTAL_PROXIES": str(proxies),
    }
    log = data / f"serve-{port}.log"
    with started([PORTAL, "serve", "--port", str(port)], port, log, more) as running:
        yield running


@contextmanager
def bare(answer: Path) -> Iterator[Running]:
    """The same server sending the same bytes with no work before them."""
    port = free_port()
    command = [sys.executable, "-m", "bench.bare", str(port), str(answer)]
    with started(command, port, answer.with_suffix(".log"), {}) as running:
        yield running


def taken(url: str, target: Path) -> bytes:
    """Keep an answer, as a browser is sent it, for the peers; the body, which stays compressed."""
    request = urllib.request.Request(url, headers=BROWSER)  # noqa: S310 - our own address
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - the same
        body: bytes = answer.read()
        sent = answer.getheaders()
    headers = [(name, value) for name, value in sent if name.lower() not in NOT_SENT_ON]
    facts = {"headers": headers, "body": b64encode(body).decode()}
    target.write_text(json.dumps(facts), encoding="utf-8")
    return body
