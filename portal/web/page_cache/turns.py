"""Turns: one rendering at a time per page, however many ask for a cold one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

LOCKS = 256
"""Pages that fall on the same lock wait for each other, which costs nothing but a moment."""
PATIENCE = 10.0
"""Seconds after which one waits no longer and renders for oneself."""


class Turns:
    """Locks by what is to be made."""

    def __init__(self) -> None:
        self._locks = [threading.Lock() for _ in range(LOCKS)]

    @contextmanager
    def of(self, key: object) -> Iterator[None]:
        """Hold the turn of this key, unless whoever has it takes unreasonably long."""
        lock = self._locks[hash(key) % LOCKS]
        got = lock.acquire(timeout=PATIENCE)
        try:
            yield
        finally:
            if got:
                lock.release()
