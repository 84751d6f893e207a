"""How soon a publication is seen by every process, beginning when its transaction has ended."""

import time
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from portal import database, journal
from portal.models import Section
from portal.services import publication
from portal.services.content import Content
from portal.times import now

CONNECTIONS = 16
"""Enough that each process holds some of them."""


@dataclass
class Seen:
    """Milliseconds to the first answer, and to the last of all connections; answers that were old."""

    first: list[float]
    every: list[float]
    old: int = 0


def seen(port: int, data: Path, times: int) -> Seen:
    """Publish again and again, and ask at once on connections that were open before."""
    connections = [HTTPConnection("127.0.0.1", port, timeout=30) for _ in range(CONNECTIONS)]
    result = Seen([], [])
    for each in connections:
        _page(each)
    for number in range(times):
        title = f"测量发布第{number}次{time.monotonic_ns()}"
        ended = publish(data, title)
        for place, each in enumerate(connections):
            while title not in _page(each):
                result.old += 1
            taken = (time.monotonic() - ended) * 1000
            if not place:
                result.first.append(taken)
        result.every.append(taken)
    for each in connections:
        each.close()
    return result


def publish(data: Path, title: str) -> float:
    """Publish in this process, which is none of those that answer; the moment when it had ended."""
    database.attach(f"sqlite:///{data / 'portal.sqlite'}")
    journal.attach(data)
    publication.publish(Section.get(Section.slug == "news"), Content(title, "<p>测量。</p>"), now())
    ended = time.monotonic()
    database.close()
    return ended


def _page(connection: HTTPConnection) -> str:
    connection.request("GET", "/news/")
    return connection.getresponse().read().decode()
