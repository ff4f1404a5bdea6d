"""Keep a piece of evidence of leadership, and remove one."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import today_in
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.learning.models import Learning

from . import rules
from .models import Leadership


@transaction.atomic
def keep(did: str, effect: str, day: dt.date, *, by: Person, learning: Learning | None = None) -> Leadership:
    """Keep what one did for one's own team and what came of it, perhaps begun with something learned."""
    kept = Leadership(person=by, learning=learning, day=day)
    require(rules.can_keep_leadership(by, kept))
    if day > today_in(by.zone):
        raise Refused(_("Choose a day that is not ahead."))
    if learning is not None:
        Learning.objects.select_for_update(of=("self",), no_key=True).get(pk=learning.pk)
        if learning.stage != Learning.Stage.ADOPTED:
            raise Refused(_("Adopt it in your team first; then you know what it changed."))
        if Leadership.objects.filter(learning=learning).exists():
            raise Refused(_("This stands in your list already."))
    kept.did, kept.effect = did, effect
    kept.save()
    record("leadership.kept", by=by, about=kept)
    return kept


@transaction.atomic
def remove(leadership: Leadership, *, by: Person) -> None:
    """Take it off the list; what was learned stays in its log."""
    require(rules.can_remove_leadership(by, leadership))
    record("leadership.removed", by=by, about=leadership)
    leadership.delete()
