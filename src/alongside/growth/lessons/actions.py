"""Go through a lesson."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Attended
from .shipped import lessons


@transaction.atomic
def attend(key: str, choice: int, thought: str, *, by: Person) -> Attended:
    """Keep the choice and the thought; the event tells neither, nor which lesson it was."""
    lesson = lessons().get(key)
    if lesson is None or not 0 <= choice < len(lesson.choices):
        raise Refused(_("Choose one of the three."))
    Person.objects.select_for_update().get(pk=by.pk)  # a double click keeps one row
    attended = Attended.objects.filter(person=by, lesson=key).first() or Attended(person=by, lesson=key)
    require(rules.can_attend(by, attended))
    attended.choice, attended.thought = str(choice), thought
    attended.save()
    record("lesson.attended", by=by, about=attended)
    return attended
