"""Rows of several tables in few queries: as one list beside the row that they belong to, or tied to it afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, QuerySet
from django.db.models.functions import JSONObject

RowT = TypeVar("RowT", bound=Model)


def listed(rows: QuerySet[Any]) -> ArraySubquery:  # Any: rows of any model
    """The rows (of ``OuterRef``) in their order, each with all its columns, as one column of another query."""
    names = [field.attname for field in rows.model._meta.concrete_fields]
    return ArraySubquery(rows.values(told=JSONObject(**{name: name for name in names})))


def made(model: type[RowT], told: list[dict[str, Any]]) -> list[RowT]:  # Any: values as JSON has them
    """The rows that such a column tells of, as if each had been read by itself."""
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    return [
        model.from_db("default", names, [field.to_python(row[field.attname]) for field in fields])
        for row in told
    ]


def belonging(rows: Iterable[RowT], **to: Model) -> list[RowT]:
    """The rows, each with what it belongs to, which was read already: a join would read it again for each."""
    tied = list(rows)
    for row in tied:
        for name, thing in to.items():
            setattr(row, name, thing)
    return tied
