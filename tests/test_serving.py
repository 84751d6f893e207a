"""`portal serve` as a terminal meets it: Ctrl+C stops it, a taken port is said in words."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.servers import ROOT, free_port, running_portal, wait_until_ready

PORTAL = str(Path(sys.executable).parent / "portal")


def start(data: Path, port: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PORTAL_DATA": str(data)}
    command = [PORTAL, "serve", "--port", str(port)]
    with (data / "log").open("wb") as log:
        return subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
        )


def test_ctrl_c_stops_every_process(store) -> None:
    port = free_port()
    for _ in range(2):
        server = start(store.data, port)
        wait_until_ready(f"http://127.0.0.1:{port}/healthz", server, store.data / "log")

        os.killpg(server.pid, signal.SIGINT)  # what a terminal does: all of the group at once

        server.wait(15)
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_what_was_erased_does_not_stay_in_the_log_of_one_that_was_killed(store) -> None:
    log = store.data / "portal.sqlite-wal"
    with closing(sqlite3.connect(store.data / "portal.sqlite")) as other:
        other.execute("CREATE TABLE one (word)")
        assert log.stat().st_size

        with running_portal(store.data):
            assert not log.stat().st_size


def test_a_taken_port_is_said_in_words(store) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code = start(store.data, port).wait(20)

    said = (store.data / "log").read_text()
    assert code == 1 and f"{port} 端口" in said and "Traceback" not in said
