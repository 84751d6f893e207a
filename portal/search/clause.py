"""A piece of SQL with the values that it binds; values are never pasted in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Clause:
    """SQL text, put together from constants alone, and the values for its places in their order."""

    sql: str
    values: tuple[Any, ...] = ()

    def __add__(self, other: "Clause") -> "Clause":
        return Clause(self.sql + other.sql, self.values + other.values)


def joined(between: str, clauses: Iterable[Clause]) -> Clause:
    """Clauses one after another with the same words between them."""
    several = list(clauses)
    values = tuple(value for each in several for value in each.values)
    return Clause(between.join(each.sql for each in several), values)
