"""A crowd: readers who keep their connections, slow ones, and an editor who publishes every second.

Every answer is looked at: it is a success, whole, and holds whatever was published longer ago than
was promised when it was asked for.
"""

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

READERS, SLOW = 200, 20
PAUSE = 0.4
"""Seconds between two pages of a reader, about."""
LINE = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.I)
TITLE = re.compile(r"众人第(\d+)次")
PATIENCE = 20.0


def title(number: int) -> str:
    """The title of the publication of that number."""
    return f"众人第{number}次"


@dataclass
class Told:
    """What the crowd has to tell."""

    answers: int = 0
    slow_answers: int = 0
    published: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    memory: list[list[float]] = field(default_factory=list)
    """Megabytes of each process, once a second."""


class Crowd:
    """Readers of one list page at a port; `promise` is in seconds, 0 means the very next request."""

    def __init__(self, port: int, path: str, promise: float = 0, host: str = "127.0.0.1") -> None:
        self._port, self._promise = port, promise
        self._request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
        self._end = 0.0
        self.told = Told()

    async def stay(
        self, seconds: float, publish: Callable[[str], object], memory: Callable[[], list[float]]
    ) -> Told:
        """Read for so long while `publish` is called with a new title every second."""
        self._end = time.monotonic() + seconds
        readers = [self._reader(Random(number)) for number in range(READERS)]  # noqa: S311
        slow = [self._slow_reader() for _ in range(SLOW)]
        await asyncio.gather(*readers, *slow, self._editor(publish, memory))
        return self.told

    async def _editor(
        self, publish: Callable[[str], object], memory: Callable[[], list[float]]
    ) -> None:
        while time.monotonic() < self._end:
            begun = time.monotonic()
            await asyncio.to_thread(publish, title(len(self.told.published) + 1))
            self.told.published.append(time.monotonic())
            self.told.memory.append(memory())
            await asyncio.sleep(max(0.0, 1 - (time.monotonic() - begun)))

    async def _reader(self, random: Random) -> None:
        await asyncio.sleep(random.random() * PAUSE)
        with _fault(self.told):
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            while time.monotonic() < self._end:
                asked = time.monotonic()
                due = self._due(asked)
                writer.write(self._request)
                body = await asyncio.wait_for(_answer(reader), PATIENCE)
                self.told.waits.append(time.monotonic() - asked)
                self.told.answers += 1
                self._look(body, due)
                await asyncio.sleep(random.uniform(0.5, 1.5) * PAUSE)
            writer.close()

    async def _slow_reader(self) -> None:
        """Somebody who sends one byte after another, and takes the answer a little at a time."""
        while time.monotonic() < self._end:
            with _fault(self.told):
                reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=2048)
                for byte in self._request:
                    writer.write(bytes([byte]))
                    await asyncio.sleep(0.02)
                due = self._due(time.monotonic())
                self._look(await asyncio.wait_for(_answer(reader, 1024, 0.05), PATIENCE), due)
                self.told.slow_answers += 1
                writer.close()

    def _due(self, asked: float) -> int:
        """The number of the newest publication that has to be seen by who asks now."""
        return sum(each <= asked - self._promise for each in self.told.published)

    def _look(self, body: bytes, due: int) -> None:
        numbers = [int(each) for each in TITLE.findall(body.decode())]
        if due and max(numbers, default=0) < due:
            self.told.faults.append(f"旧网页：应当有第 {due} 次，最新是 {max(numbers, default=0)}")


async def _answer(reader: asyncio.StreamReader, piece: int = 65536, pause: float = 0) -> bytes:
    """The body of an answer, in pieces with pauses between them; raises ValueError for a failure."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = LINE.search(head)
    if not head.startswith(b"HTTP/1.1 200 ") or not length:
        raise ValueError(head.decode(errors="replace").splitlines()[0])
    body = b""
    while len(body) < int(length[1]):
        got = await reader.read(min(piece, int(length[1]) - len(body)))
        if not got:
            raise ValueError("连接断了")
        body += got
        if pause:
            await asyncio.sleep(pause)
    return body


class _fault(suppress):  # noqa: N801 - stands in a with statement
    """Write a fault down and go on."""

    def __init__(self, told: Told) -> None:
        super().__init__(OSError, ValueError, TimeoutError, EOFError)
        self._told = told

    def __exit__(self, kind, error, trace):  # type: ignore[no-untyped-def]
        is_fault = super().__exit__(kind, error, trace)
        if is_fault:
            self._told.faults.append(f"{type(error).__name__} {error}")
        return is_fault
