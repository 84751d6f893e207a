"""`portal serve` in a process group of its own, killed without warning and started again."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.servers import ROOT, wait_until_ready

PORTAL = str(Path(sys.executable).parent / "portal")
PATIENCE = 20.0


class Server:
    """A server on a data folder; its port stays the same."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, quiet_port()
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the processes and wait for the first answer."""
        environment = {**os.environ, "PORTAL_DATA": str(self.data)}
        environment.pop("PORTAL_DATABASE_URL", None)
        log = self.data / "serve.log"
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [PORTAL, "serve", "--port", str(self.port), "--workers", "2"],
                env=environment,
                cwd=ROOT,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        wait_until_ready(f"{self.address}/healthz", self.process, log)

    def kill(self) -> None:
        """Kill every process of it at once, whatever it is doing."""
        with suppress(ProcessLookupError):  # it did not start again
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def workers(self) -> list[int]:
        """The processes that answer, oldest first."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        found = [int(each) for each in path.read_text().split()]
        return [each for each in found if b"serve" in _command(each)]

    def kill_worker(self) -> None:
        """Kill one of the processes that answer, and wait until another stands in its place."""
        before = self.workers()
        os.kill(before[0], signal.SIGKILL)
        until = time.monotonic() + PATIENCE
        while len(set(self.workers()) - set(before)) < 1:
            assert time.monotonic() < until, "the worker was not replaced"
            time.sleep(0.05)


def quiet_port() -> int:
    """A free port that no outgoing connection gets: it stays ours while nobody listens there."""
    lowest = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    while True:
        port = random.randrange(lowest // 2, lowest)  # noqa: S311 - any will do
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:  # it ended just now
        return b""
