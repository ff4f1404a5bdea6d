"""What can be done to a career: its positions, launches, stories and stated moves."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .gather import follow
from .models import Launch, Position, Story, Transition

PartT = TypeVar("PartT", Position, Launch, Story, Transition)
Fields = Any  # one value for each field of the part
MOST = 200
"""Parts of one kind in one career: beyond any life, so that nothing grows without bound."""


@transaction.atomic
def add(kind: type[PartT], person: Person, /, *, by: Person, **fields: Fields) -> PartT:
    """Add a position, launch, story or stated move to a career."""
    part = kind(person=person, **fields)
    require(rules.can_change(by, part))
    _alone(person)
    _refuse_too_many(kind, person)
    _save(part)
    record(f"{_name(part)}.added", by=by, about=part)
    return part


@transaction.atomic
def change(part: Position | Launch | Story | Transition, /, *, by: Person, **fields: Fields) -> None:
    """Change a part of a career; only the named fields change."""
    require(rules.can_change(by, part))
    _alone(part.person)
    for name, value in fields.items():
        setattr(part, name, value)
    _save(part)
    record(f"{_name(part)}.changed", by=by, about=part)


@transaction.atomic
def remove(part: Position | Launch | Story | Transition, *, by: Person) -> None:
    """Take a part out of a career."""
    require(rules.can_change(by, part))
    person = part.person
    _alone(person)
    record(f"{_name(part)}.removed", by=by, about=part)
    part.delete()
    follow(person)


def _alone(person: Person) -> None:
    """One change of a career at a time, so that what is derived from it fits."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _save(part: Position | Launch | Story | Transition) -> None:
    if isinstance(part, Transition):
        _state(part)
    else:
        part.save()
    follow(part.person)


def _state(move: Transition) -> None:
    """A stated move takes the place of the same one that was derived."""
    move.stated = True
    same = Transition.objects.filter(person=move.person, move=move.move, year=move.year)
    same.filter(stated=False).exclude(pk=move.pk).delete()
    try:
        with transaction.atomic():
            move.save()
    except IntegrityError as twice:
        raise Refused(_("This move in this year is already in your career.")) from twice


def _refuse_too_many(kind: type[PartT], person: Person) -> None:
    if kind.objects.filter(person=person).count() >= MOST:
        raise Refused(_("Your career holds 200 of these already. Remove one before you add another."))


def _name(part: Position | Launch | Story | Transition) -> str:
    return part._meta.model_name or ""
