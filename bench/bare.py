"""A WSGI application that does nothing but send finished bytes, on the server and settings of ours.

    python -m bench.bare PORT FILE

FILE is JSON: the status, the headers and the body (base64) of an answer that was taken from ours.
"""

import json
import os
import sys
from base64 import b64decode
from collections.abc import Callable, Iterable
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from portal.cli.server import THREADS, WORKERS
from portal.settings import ROOT

FILE = "BENCH_BARE_ANSWER"


def make() -> Callable[..., Iterable[bytes]]:
    """The application, made in every process."""
    with open(os.environ[FILE], encoding="utf-8") as file:
        facts = json.load(file)
    headers = [(name, value) for name, value in facts["headers"]]
    body = [b64decode(facts["body"])]

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", headers)
        return body

    return app


def main() -> None:
    """Serve until ended."""
    os.environ[FILE] = sys.argv[2]
    Granian(
        "bench.bare:make",
        factory=True,
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        working_dir=ROOT,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    main()
