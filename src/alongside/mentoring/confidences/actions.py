"""Share one entry of a journal with one mentor, and take it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.journal.models import Entry
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Participant

from . import rules
from .models import Confidence


@transaction.atomic
def share(entry: Entry, mentor: Participant, *, by: Person) -> Confidence:
    """Let one mentor read this entry and no other."""
    confidence = Confidence(entry=entry, mentorship=mentor.mentorship, mentor=mentor.person)
    require(rules.can_share(by, confidence))
    mentor.mentorship.hold()
    Entry.objects.select_for_update().get(pk=entry.pk)  # two presses share once
    if Confidence.objects.filter(entry=entry).exists():
        raise Refused(_("One mentor reads this entry already. Take it back first."))
    confidence.save()
    record("confidence.shared", by=by, about=confidence)
    return confidence


@transaction.atomic
def take_back(confidence: Confidence, *, by: Person) -> None:
    """From now on only the person reads the entry again."""
    require(rules.can_take_back(by, confidence))
    record("confidence.taken_back", by=by, about=confidence)
    confidence.delete()
