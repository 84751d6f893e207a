"""A contest: every contestant runs for a moment in every round, so that all meet the same machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench import wrk
from bench.table import told


@dataclass(frozen=True)
class Contestant:
    """A server and the page it is asked for; `size` is of the portal, where sizes are compared."""

    key: str
    name: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    size: int = 0


class Contest:
    """Rounds of so many seconds for each contestant; `rates` are answers per second by key."""

    def __init__(self, rounds: int, seconds: float) -> None:
        self._rounds, self._seconds = rounds, seconds
        self.contestants: list[Contestant] = []
        self.rates: dict[str, list[float]] = {}

    def enter(self, *contestants: Contestant) -> None:
        """Let them take part."""
        self.contestants += contestants

    def run(self) -> None:
        """Warm everybody up, then measure in turn."""
        for each in self.contestants:
            wrk.rate(each.url, 1, wrk.BROWSER | dict(each.headers))
        self.rates = {each.key: [] for each in self.contestants}
        for number in range(1, self._rounds + 1):
            told(f"第 {number} 轮，共 {self._rounds} 轮，{len(self.contestants)} 项")
            for each in self.contestants:
                headers = wrk.BROWSER | dict(each.headers)
                self.rates[each.key].append(wrk.rate(each.url, self._seconds, headers))
