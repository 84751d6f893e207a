"""Counting the statements that a request sends to the database."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Collector(logging.Handler):
    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self.seen = seen

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(str(record.msg))


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that Peewee logs while the block runs; connection pragmas are not among them."""
    seen: list[str] = []
    logger, handler = logging.getLogger("peewee"), _Collector(seen)
    logger.addHandler(handler)
    before = logger.level
    logger.setLevel(logging.DEBUG)
    try:
        yield seen
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
