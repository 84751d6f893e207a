"""Prepared statements: built by Peewee once, kept as text, and run with the values of each request.

Building the text of a select costs Peewee a hundred times what sending it costs. A function that
builds a select is given places instead of values; which values will stand there does not matter.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, ParamSpec

from peewee import BooleanField, DateField, DateTimeField, JSONField, Value

from portal.database import is_sqlite, proxy

P = ParamSpec("P")
Row = tuple[Any, ...]


@dataclass(frozen=True)
class _Place:
    """Where a value will stand: its number among all values of a call."""

    number: int


@dataclass(frozen=True)
class _Statement:
    """Text, its parameters (places and constants), and what becomes of which columns."""

    text: str
    parameters: tuple[object, ...]
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]

    def rows(self, values: list[object]) -> list[Row]:
        bound = [values[p.number] if isinstance(p, _Place) else p for p in self.parameters]
        found: list[Row] = proxy.execute_sql(self.text, bound).fetchall()
        return [self._read(row) for row in found] if self.readers else found

    def _read(self, row: Row) -> Row:
        read = list(row)
        for column, reader in self.readers:
            read[column] = reader(read[column])
        return tuple(read)


def prepared(build: Callable[P, Any]) -> Callable[P, list[Row]]:
    """Turn a function that builds a select into one that gives its rows.

    Numbers, texts and times are values, and the function must only hand them on to Peewee; a tuple
    holds several, and its length shapes the statement. Nothing and booleans shape it themselves.
    """
    statements: dict[object, _Statement] = {}

    @wraps(build)
    def run(*args: P.args, **kwargs: P.kwargs) -> list[Row]:
        given = [*args, *kwargs.values()]
        shape = (is_sqlite(), *kwargs, *map(_shape, given))
        statement = statements.get(shape)
        if statement is None:
            places = _places(given)
            named = dict(zip(kwargs, places[len(args) :], strict=True))
            statement = statements[shape] = _stated(build(*places[: len(args)], **named))
        return statement.rows(_values(given))

    return run


def _shape(argument: object) -> object:
    if isinstance(argument, tuple):
        return len(argument)
    return argument if _is_constant(argument) else _Place


def _is_constant(argument: object) -> bool:
    return argument is None or isinstance(argument, bool)


def _places(arguments: Iterable[object]) -> list[Any]:
    """The arguments with a place for every value, numbered as `_values` lists them."""
    count = 0

    def place() -> Value:
        nonlocal count
        count += 1
        return Value(_Place(count - 1), converter=False)

    return [
        tuple(place() for _ in each)
        if isinstance(each, tuple)
        else (each if _is_constant(each) else place())
        for each in arguments
    ]


def _values(arguments: Iterable[object]) -> list[object]:
    values: list[object] = []
    for each in arguments:
        if isinstance(each, tuple):
            values.extend(each)
        elif not _is_constant(each):
            values.append(each)
    return values


def _stated(select: Any) -> _Statement:
    text, parameters = select.sql()
    columns = enumerate(select.selected_columns)
    readers = [(number, reader) for number, each in columns if (reader := _reader(each))]
    return _Statement(text, tuple(parameters), tuple(readers))


def _reader(column: object) -> Callable[[Any], Any] | None:
    """What Peewee does to a column on the way back; None where the database's value will do."""
    if isinstance(column, DateTimeField):
        return _moment
    if isinstance(column, DateField):
        return _day
    if isinstance(column, BooleanField):
        return bool
    return column.python_value if isinstance(column, JSONField) else None


def _moment(value: Any) -> Any:
    """SQLite keeps times as text; Peewee's own way to read one tries several patterns in turn."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value
