"""The browser that somebody signs in with, as services want to know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Browser:
    """Where a try comes from.

    `known` holds, by number of person, the mark that this browser got when they signed in here.
    """

    address: str
    agent: str = ""
    known: Mapping[int, str] = field(default_factory=dict)
