"""What a check is: a rule with its level, its reason and the function that applies it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from portal.checks.manuscript import Manuscript, Problem


@dataclass(frozen=True)
class Check:
    """One rule: `level` is `STOP` or `ADVICE`, `why` the sentence of the editors' guide."""

    key: str
    level: str
    why: str
    find: Callable[[Manuscript], Iterable[Problem]]
