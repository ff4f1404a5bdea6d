"""What leaves with a person, part by part; each noun has its line in ``config/leaving.py``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.kit.rows import Row
from alongside.vault.models import DataKey
from alongside.vault.sealed import SealedText

from .files import Filed

Field = models.Field[Any, Any]  # Any: fields of every kind


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table that a person takes along.

    ``mine`` are the ways from a row to the person. A part that ``lives`` becomes rows again elsewhere; another
    one was shared with people who are not there, and is kept to read.
    """

    name: str
    label: str | Promise
    model: type[models.Model]
    mine: tuple[str, ...] = ("person",)
    left_out: frozenset[str] = frozenset()
    lives: bool = False
    along: tuple[str, ...] = ()
    """What is read together with a row, so that its texts open without a query each."""
    check: Callable[[Any], None] | None = None  # Any: a row of ``model``
    """Raises ``ValueError`` for a row that no page could show."""
    after: Callable[[Person], None] | None = None
    """What follows from the rows, once they are there."""
    apart: Callable[[list[dict[str, Any]]], list[dict[str, Any]]] | None = None
    """Takes apart what must not stand together, of a part that is only kept to read."""
    filed: Filed | None = None
    """How the files of its rows are read and kept."""

    @property
    def owner(self) -> str:
        """The field that holds the person, for a part that lives; empty if it is reached through another row."""
        return self.mine[0] if self.lives and "__" not in self.mine[0] else ""


PARTS: dict[str, Part] = {}
"""By name, parents before what hangs on them."""
STAYS: dict[type[models.Model], str] = {}
"""What does not leave with a person, with the reason."""


def takes(
    name: str, label: str | Promise, model: type[models.Model], mine: str = "person", **more: Any
) -> None:  # Any: of Part
    """This noun's rows leave with the person; ``mine`` may name several ways with a space between them."""
    left_out = frozenset(more.pop("left_out", "").split())
    PARTS[name] = Part(name, label, model, tuple(mine.split()), left_out, **more)


def stays(reason: str, *tables: type[models.Model]) -> None:
    """These rows stay where they are, and why."""
    STAYS.update(dict.fromkeys(tables, reason))


def fields_of(part: Part) -> list[Field]:
    """The fields that stand in the archive, in the table's order."""
    return [field for field in part.model._meta.concrete_fields if _is_taken(part, field)]


def _is_taken(part: Part, field: Field) -> bool:
    if field.primary_key or field.name == part.owner or field.name in part.left_out:
        return False
    if isinstance(field, models.GeneratedField) or field.related_model is DataKey:
        return False
    return isinstance(field, SealedText) or not isinstance(field, models.BinaryField)


def rows_of(part: Part, person: Person) -> models.QuerySet[Any]:  # Any: of whichever table
    """The person's rows, the oldest first: only what they see anyway."""
    every = part.model._default_manager.all()
    seen = every.visible_to(person) if hasattr(every, "visible_to") else every
    mine = models.Q()
    for way in part.mine:
        mine |= models.Q((way, person))
    related = [field.name for field in fields_of(part) if field.is_relation]
    order = ("created_at", "code") if issubclass(part.model, Row) else ("pk",)
    rows = part.model._default_manager.filter(pk__in=seen.filter(mine).order_by().values("pk")).order_by(
        *order
    )
    return rows.select_related(*related, *part.along) if related or part.along else rows


def is_skill(field: Field) -> bool:
    """Whether a field points at a skill, which is known by its framework and key rather than by a code."""
    return field.related_model is Skill
