"""Queries that are asked with every page: written as querysets, put into SQL once, and then only filled in."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import connections, models
from django.db.models.sql.compiler import SQLCompiler

RowT = TypeVar("RowT")
Value = int | str | dt.date

STANDS_FOR: dict[type, Callable[[int], Value]] = {
    int: lambda place: 8_300_700_100_900 + place,
    str: lambda place: f"\ue000 stands for value {place} \ue000",
    dt.datetime: lambda place: dt.datetime(1801, 1, 1 + place, tzinfo=dt.UTC),
    dt.date: lambda place: dt.date(1802, 1, 1 + place),
}
"""Something of each kind that no real query holds, to be found again among the parameters of the SQL."""


class Kept(Generic[RowT]):
    """Calls of ``write(*values)`` as querysets whose SQL was made by the first of them.

    Putting a queryset into SQL costs the processor several times what asking the database costs. ``write`` must
    use each value as it is and not look at it: no branch on it, no moment of its own. What it returns is to be
    read, not filtered further.
    """

    def __init__(self, write: Callable[..., models.QuerySet[Any, RowT]]) -> None:
        self.write = write
        self.made: tuple[Any, SQLCompiler, str, list[Any]] | None = None

    def __call__(self, *values: Value) -> models.QuerySet[Any, RowT]:
        """Return the rows for these values, read when they are looked at."""
        if self.made is None:
            self.made = self._make(values)
        queryset, compiler, sql, params = self.made
        filled = [param.of(values) if isinstance(param, _Place) else param for param in params]
        asked: Any = queryset.all()
        asked._query = _Written(compiler, sql, filled)  # all that reading asks of a query
        return asked  # type: ignore[no-any-return]

    def first(self, *values: Value) -> RowT | None:
        """Return the first row for these values, if there is one; all that there are are read."""
        return next(iter(self(*values)), None)

    def _make(
        self, values: tuple[Value, ...]
    ) -> tuple[models.QuerySet[Any, RowT], SQLCompiler, str, list[Any]]:
        marks = [STANDS_FOR[type(value)](place) for place, value in enumerate(values)]
        queryset = self.write(*marks)
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, params = compiler.as_sql()
        places = [_placed(param, marks) for param in params]
        missing = set(range(len(marks))) - {one.place for one in places if isinstance(one, _Place)}
        if missing:
            raise TypeError(
                f"value {min(missing)} of {self.write.__qualname__} is not in its SQL as it was given"
            )
        return queryset, compiler, sql, places


class _Place:
    """Where a value goes, and the database's word for its kind."""

    def __init__(self, place: int, kind: type) -> None:
        self.place, self.kind = place, kind

    def of(self, values: tuple[Value, ...]) -> Any:  # Any: whatever the driver takes
        value = values[self.place]
        return self.kind(value) if isinstance(value, int) else value


def _placed(param: Any, marks: list[Value]) -> Any:  # Any: parameters are of any kind
    if isinstance(param, dt.date) and param not in marks:
        raise TypeError("a kept query may not keep a moment: give it as a value")
    return _Place(marks.index(param), type(param)) if param in marks else param


class _Written:
    """A query that can only be read: its compiler has done its work already."""

    def __init__(self, compiler: SQLCompiler, sql: str, params: list[Any]) -> None:
        self._compiler, self._sql, self._params = compiler, sql, params

    def get_compiler(self, using: str) -> Any:  # Any: a copy with one method of its own
        """Return a copy of the kept compiler, for this thread's connection."""
        compiler: Any = copy.copy(self._compiler)
        compiler.connection = connections[using]
        compiler.as_sql = self._as_sql
        return compiler

    def _as_sql(self) -> tuple[str, list[Any]]:
        return self._sql, self._params
