"""What is made of everything that is published, and holds until the next public change."""

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from peewee import Database

from portal.database import proxy

T = TypeVar("T")


class PerGeneration(Generic[T]):
    """Keeps what `make` gives, for the newest generation of each database that was attached.

    By the attached database, never by a name: another one may come to stand at the same address.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._kept: WeakKeyDictionary[Database, tuple[int, T]] = WeakKeyDictionary()

    def of(self, generation: int) -> T:
        """What was made in a generation, which this transaction must have read."""
        found = self._kept.get(proxy.obj)
        if found is None or found[0] != generation:
            found = self._kept[proxy.obj] = generation, self._make()
        return found[1]
