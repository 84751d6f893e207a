"""How many requests a process has in hand."""

from threading import Lock

from flask import Flask, g

CROWDED = 3
"""Requests at once, of the four that a process takes."""


class Crowding:
    """Counts the requests between their beginning and their end."""

    def __init__(self, app: Flask) -> None:
        self._here = 0
        self._counting = Lock()
        app.before_request(self._enter)
        app.teardown_request(self._leave)

    @property
    def crowded(self) -> bool:
        """Whether others wait for what this one spends."""
        return self._here >= CROWDED

    def _enter(self) -> None:
        g.counted = True  # what fails before this is torn down without having entered
        with self._counting:
            self._here += 1

    def _leave(self, error: BaseException | None) -> None:
        if g.pop("counted", False):
            with self._counting:
                self._here -= 1
