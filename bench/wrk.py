"""wrk: how many answers a server gives in a second, and what went wrong."""

import re
import subprocess
from collections.abc import Mapping

from tests.nginx import program

CONNECTIONS = 16
THREADS = 1
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


class Faulty(RuntimeError):
    """Answers that were not as they should be, which makes the figure worth nothing."""


def rate(url: str, seconds: float, headers: Mapping[str, str] = BROWSER) -> float:
    """Answers per second; raises Faulty when any was not a success."""
    command = [program("wrk"), f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds:g}s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.+)", said)
    found = re.search(r"Requests/sec: +([\d.]+)", said)
    if wrong or not found or not float(found[1]):
        raise Faulty(f"{url}：{wrong[0] if wrong else said}")
    return float(found[1])
