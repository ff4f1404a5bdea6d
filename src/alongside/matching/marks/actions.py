"""Save a mentor, hide one, take it back: privately."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.rules import require

from . import rules
from .models import Mark


@transaction.atomic
def mark(mentor: Person, kind: str, *, by: Person) -> Mark:
    """Save or hide a mentor; the newer mark takes the place of the older."""
    made = Mark(person=by, mentor=mentor, kind=kind)
    require(rules.can_mark(by, made))
    made, _ = Mark.objects.update_or_create(person=by, mentor=mentor, defaults={"kind": kind})
    record(f"mark.{kind}", by=by, about=made)
    return made


@transaction.atomic
def unmark(mentor: Person, *, by: Person) -> None:
    """Take the mark back."""
    made = Mark.objects.filter(person=by, mentor=mentor).first()
    if made is None:
        return
    require(rules.can_mark(by, made))
    record("mark.removed", by=by, about=made)
    made.delete()
